import type { Reader } from '#db/handles.ts'
import { type BoardGuest, readBoard } from '#db/queries/housekeeping/board.ts'
import { readAttendants } from '#db/repositories/housekeeping/attendants.ts'
import { readOpenDiscrepancies } from '#db/repositories/housekeeping/discrepancies.ts'
import { readTasks } from '#db/repositories/housekeeping/tasks.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { isLinenDue, isReady } from '#shared/domain/housekeeping/rules.ts'
import type { HousekeepingSettings } from '#shared/domain/housekeeping/settings.ts'
import { roomUse, workOf } from '#shared/domain/housekeeping/work.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import { addDays, type BusinessDate, type RoomId, type UserId } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { housekeepingSettings } from './settings.ts'

export type BoardRow = OutputOf<'housekeeping.board'>['rooms'][number]

// 309 is before 1001
const asCounted = new Intl.Collator('en', { numeric: true })

/** The state of every room today, what is to be done in it, for whom and by when. */
export const board = reads('housekeeping.board', async (db, _input, ctx) => {
  const settings = await housekeepingSettings.read(db)
  const attendants = await readAttendants(db)
  return {
    date: ctx.businessDate,
    rooms: await readRows(db, ctx.businessDate, settings),
    attendants: attendants.map(({ id, image }) => ({ id, name: image.name, active: image.active })),
    mine: mineOf(attendants, ctx.user?.id ?? null),
    checkAfterDays: settings.checkAfterDays,
  }
})

/** As which attendant somebody signs in. */
function mineOf(attendants: Awaited<ReturnType<typeof readAttendants>>, userId: UserId | null) {
  if (userId === null) return null
  return attendants.find(({ image }) => image.active && image.userId === userId)?.id ?? null
}

/** Rooms of the board in the order of floors and numbers. */
export async function readRows(
  db: Reader,
  date: BusinessDate,
  settings: HousekeepingSettings,
): Promise<BoardRow[]> {
  const found = await readBoard(db, date)
  const tasks = await readTasks(db, date)
  const discrepancies = new Map((await readOpenDiscrepancies(db, null)).map((one) => [one.image.roomId, one]))
  const stays = Map.groupBy(found.stays, ({ roomId }) => roomId)
  const arrivals = Map.groupBy(found.arrivals, ({ roomId }) => roomId)
  const closures = Map.groupBy(found.closures, ({ roomId }) => roomId)
  const tickets = new Map(found.tickets.map(({ roomId, tickets: count }) => [roomId, count]))
  const visits = Map.groupBy(found.visits, ({ roomId }) => roomId)
  const rows = found.rooms.map((room): BoardRow => {
    const [stay] = stays.get(room.id) ?? []
    const [arrival] = arrivals.get(room.id) ?? []
    const closure = closures.get(room.id)?.[0] ?? null
    const closedNow = closure !== null && closure.from <= date ? closure : null
    const state = room.state as Housekeeping
    const today = {
      state,
      stay: stay ?? null,
      dueIn: arrival !== undefined,
      closed: closedNow?.kind === 'out-of-order',
    }
    const task = tasks.get(room.id)
    const discrepancy = discrepancies.get(room.id)
    return {
      id: room.id,
      number: room.number,
      floor: room.floor,
      roomTypeCode: room.roomTypeCode,
      state,
      version: room.version,
      use: roomUse(today, date),
      ready: !stay && closedNow === null && isReady(state, settings),
      outOfService: room.outOfService === 1 || closedNow?.kind === 'out-of-service',
      outOfOrder: closedNow?.kind === 'out-of-order',
      closure: closure && { ...withoutRoom(closure) },
      guest: stay ? guestView(stay) : null,
      arrival: arrival ? guestView(arrival) : null,
      linenDue: stay ? isLinenDue(stay, date, settings.linenEvery) : false,
      work: workOf(today, date, settings),
      task: task ? { id: task.id, ...withoutRoom(task.image), version: task.version } : null,
      shutOutDays: stay ? shutOutDays(visits.get(room.id) ?? [], stay.arrival, date) : 0,
      discrepancy: discrepancy
        ? { id: discrepancy.id, kind: discrepancy.image.kind, version: discrepancy.version }
        : null,
      tickets: tickets.get(room.id) ?? 0,
    }
  })
  return rows.sort((a, b) => a.floor - b.floor || asCounted.compare(a.number, b.number))
}

function withoutRoom<T extends { roomId: RoomId }>({ roomId: _roomId, ...rest }: T): Omit<T, 'roomId'> {
  return rest
}

function guestView(row: BoardGuest) {
  const { bookingId, guestId, arrival, departure, expectedTime, arrivedAt, persons, tier } = row
  const doNotDisturb = row.doNotDisturb === 1
  const when = { arrival, departure, expectedTime, arrivedAt }
  return { bookingId, guestId, ...bothNames(row), ...when, doNotDisturb, persons, tier }
}

/** On how many days on end before today the guest of the room let nobody in. */
function shutOutDays(
  visits: readonly { onDate: BusinessDate; outcome: string | null }[],
  arrival: BusinessDate,
  date: BusinessDate,
): number {
  let days = 0
  for (const { onDate, outcome } of visits) {
    const isShut = outcome === 'do-not-disturb' || outcome === 'refused'
    if (!isShut || onDate < arrival || onDate !== addDays(date, -1 - days)) break
    days += 1
  }
  return days
}
