import {
  type LoggedBookingChange,
  readBookingChanges,
  readBookingsNow,
  readLaterChanges,
  readSourceCounts,
} from '#db/queries/report/booking-changes.ts'
import { readSeqs } from '#db/queries/report/log.ts'
import {
  type BookingThen,
  bookedMinor,
  type ChangeKind,
  kindOfChange,
  stateBefore,
} from '#shared/domain/report/booking-changes.ts'
import { bandOf, leadBands } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row, Sentence, Table, TableKey } from '#shared/domain/report/result.ts'
import { type BookingId, type BusinessDate, nightsBetween } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { bookingsIn, groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

/** A change of a booking, by what it is cut by, and what it brought in minor units. */
type ChangeFact = {
  bookingId: BookingId
  kind: ChangeKind
  user: string
  channel: string
  leadTime: number
  day: BusinessDate
  month: string
  difference: number
}
const cuts = ['kind', 'user', 'channel', 'leadTime', 'day', 'month'] as const
type Cut = (typeof cuts)[number]

/** The band of a change that was made after the day of arrival. */
const inStay = -1

/** Changes of bookings that were made in a period, and what they cost or brought. */
export const changes: Report = {
  run: (desk, read) => {
    const by = read.by as Cut
    const period = read.period as Period
    const facts = readFacts(desk, period)
    const main = tableOf('main', by, facts)
    const beside = [
      ...(by === 'kind' ? [] : [tableOf('kinds', 'kind', facts)]),
      ...(by === 'user' ? [] : [tableOf('people', 'user', facts)]),
    ]
    const tables = [main, ...beside] as const
    return {
      tables,
      says: facts.length === 0 ? null : saysOf(main),
      notes: notesOf(desk, main, by, period),
      charts: [chartOf(main, by === 'day' ? 'line' : 'bars', 'changes')],
      names: namesIn(desk.store, tables),
    }
  },
  bookings: (desk, { period }, row, limit) => {
    const asked = cuts.filter((cut) => cut in row)
    const facts = readFacts(desk, period as Period)
    return bookingsIn(
      facts.filter((fact) => asked.every((cut) => fact[cut] === row[cut])),
      limit,
    )
  },
}

/** Read from the newest to the oldest: what a booking was before each change follows from what it is. */
function readFacts(desk: ReportDesk, period: Period): ChangeFact[] {
  const { store, source } = desk
  const seqs = readSeqs(store, source, period)
  const made = readBookingChanges(store, seqs)
  const bookings = new Set(made.map(({ bookingId }) => bookingId))
  const now = readBookingsNow(store, source, bookings)
  const then = new Map<BookingId, BookingThen>(now)
  const back = (change: LoggedBookingChange) => {
    const after = then.get(change.bookingId)
    if (!after) return null
    const before = stateBefore(after, change)
    then.set(change.bookingId, before)
    return { before, after }
  }
  for (const change of readLaterChanges(store, source, bookings, seqs.last)) back(change)
  const facts: ChangeFact[] = []
  for (const [at, change] of made.toReversed().entries()) {
    desk.pulse(at, made.length)
    const around = back(change)
    const kind = kindOfChange(change.operation, change)
    if (!around || kind === null) continue
    facts.push({
      bookingId: change.bookingId,
      kind,
      user: change.actor,
      channel: now.get(change.bookingId)?.channel ?? '',
      leadTime: leadBand(change.on, around.before.arrival as BusinessDate),
      day: change.on,
      month: change.on.slice(0, 7),
      difference: bookedMinor(around.after) - bookedMinor(around.before),
    })
  }
  return facts.reverse()
}

function leadBand(on: BusinessDate, arrival: BusinessDate): number {
  return on > arrival ? inStay : bandOf(leadBands, nightsBetween(on, arrival))
}

const figures: readonly Column[] = [
  figureColumn('changes', 'count'),
  figureColumn('changedBookings', 'count'),
  figureColumn('changeGain', 'money'),
  figureColumn('changeLoss', 'money'),
  figureColumn('changeDifference', 'money'),
]

function tableOf(key: TableKey, by: Cut, facts: readonly ChangeFact[]): Table {
  const rows = groupBy(facts, (fact): Cell => fact[by]).map((group) => ({
    [by]: group.key,
    ...cellsOf(group.of),
  }))
  return makeTable({ key, by: columnOf(by), columns: figures, rows, most: 'changes', total: cellsOf(facts) })
}

function columnOf(by: Cut): Column {
  if (by === 'kind') return ownColumn('kind', 'report.changeKind')
  return by === 'user' ? ownColumn('user') : dimensionColumn(by)
}

function cellsOf(facts: readonly ChangeFact[]): Row {
  const differences = facts.map(({ difference }) => difference)
  const gain = sumOf(differences.filter((difference) => difference > 0))
  const loss = sumOf(differences.filter((difference) => difference < 0).map((difference) => -difference))
  return {
    changes: facts.length,
    changedBookings: new Set(facts.map(({ bookingId }) => bookingId)).size,
    changeGain: gain,
    changeLoss: loss,
    changeDifference: gain - loss,
  }
}

function saysOf(main: Table): Sentence {
  return {
    code: 'changes',
    params: {
      count: totalOf(main, 'changes'),
      bookings: totalOf(main, 'changedBookings'),
      gain: totalOf(main, 'changeGain'),
      loss: totalOf(main, 'changeLoss'),
    },
  }
}

function notesOf({ store, source }: ReportDesk, main: Table, by: Cut, period: Period): Sentence[] {
  const counted = readSourceCounts(store, source, period)
  return [
    ...partialNote(main, by, period),
    ...emptyNote(main, 'noChanges'),
    ...(counted.changes === 0 ? [] : [{ code: 'changesOnlyCounted', params: { ...counted } }]),
  ]
}
