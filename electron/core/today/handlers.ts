import { readUserNames } from '#db/queries/change/labels.ts'
import { type DayPersonRow, readDayAlerts, readDayPeople, readShiftNotes } from '#db/queries/today/day.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { countPeople, isInView, turnsOfPeople } from '#shared/domain/today/day-people.ts'
import { newNote, tickNote } from '#shared/domain/today/shift-note.ts'
import { housekeepingSettings } from '../housekeeping/public.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { firstAfter, hotelClock, momentAtClock } from '../kernel/hotel-clock.ts'
import { workDue } from '../request/public.ts'
import { shiftNoteAggregate } from './note-aggregate.ts'

/** Three statements for all counts; the rows of a view are among what was counted, those of the alerts with their texts. */
const read = reads('today.read', async (db, { view }, ctx) => {
  const people = await readDayPeople(db, ctx.businessDate)
  const { inspectionNeeded } = await housekeepingSettings.read(db)
  const day = { date: ctx.businessDate, clock: hotelClock(ctx), inspectionNeeded }
  const shown = view === undefined ? [] : people.filter((person) => isInView(view, person, day)).sort(byName)
  const alerts =
    view === 'alerts'
      ? await readDayAlerts(
          db,
          shown.map(({ guestId }) => guestId),
        )
      : null
  const due = await workDue(db, ctx)
  const turns = turnsOfPeople(people, day).map((turn) => momentAtClock(ctx.hotel, turn))
  return {
    counts: countPeople(people, day),
    work: due.work,
    changesAt: firstAfter(ctx.moment, due.changesAt === null ? turns : [...turns, due.changesAt]),
    rows: shown.map((row) => ({
      id: row.id,
      guestId: row.guestId,
      ...bothNames(row),
      staysAlong: row.staysAlong,
      confirmationNo: row.confirmationNo,
      roomNumber: row.roomNumber,
      arrival: row.arrival,
      departure: row.departure,
      movesTo: row.movesTo,
      waitingSince: row.checkedInOn === null ? (row.arrivedAt as never) : null,
      alerts: (alerts?.get(row.guestId) ?? []).map(({ text, blocks }) => ({ text, blocks: blocks === 1 })),
    })),
  }
})

/** Who stays along has their own place among the names. */
function byName(a: DayPersonRow, b: DayPersonRow): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1
  return a.id - b.id
}

const notes = reads('today.notes', async (db) => {
  const nameOf = await readUserNames(db)
  return (await readShiftNotes(db)).map((row) => ({
    id: row.id,
    text: row.text,
    createdAt: row.created_at as never,
    createdBy: nameOf(row.created_by),
    tickedAt: row.ticked_at as never,
    tickedBy: row.ticked_by === null ? null : nameOf(row.ticked_by),
    version: row.version,
  }))
})

const addNote = writes('today.addNote', async (tx, ctx, { text }) =>
  create(tx, ctx, shiftNoteAggregate, await nextId(tx, 'shift_notes'), newNote(text, ctx)),
)

const tick = writes('today.tickNote', (tx, ctx, { id, version, done }) =>
  edit(tx, ctx, shiftNoteAggregate, id, version, (note) => tickNote(note, done, ctx)),
)

export const todayHandlers = {
  'today.read': read,
  'today.notes': notes,
  'today.addNote': addNote,
  'today.tickNote': tick,
}
