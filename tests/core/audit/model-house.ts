import {
  addDays,
  type BusinessDate,
  type ClosureId,
  nightsBetween,
  type RoomId,
  type VisitorId,
} from '#shared/values/index.ts'
import { call, inHouse, inStore, type Model, pick, type Table } from './model-table.ts'

type Chance = { at: number; offset: number; nights: number }

function versionIn({ app }: Table, table: 'closures' | 'visitors', id: number): number {
  return inStore(app.file, (raw) =>
    raw.prepare(`select version from ${table} where id = ?`).pluck().get(id),
  ) as number
}

/** A room goes out of order: refused where somebody has it in one of the nights. */
export async function closeRoom(table: Table, { at, offset, nights }: Chance) {
  const { rooms, date } = table.model
  const roomId = pick([...rooms.keys()], at) as RoomId
  const from = addDays(date, offset)
  const to = addDays(from, nights + 1)
  const input = { roomId, kind: 'out-of-order' as const, from, to, reason: 'Paint' }
  await call(table, 'housekeeping.closeRoom', input, ({ closures }, { id }) => {
    closures.set(id, { roomId, from, to })
  })
}

/** What is closed is opened again today: its past stays, and nobody cleaned behind the painters. */
export async function reopenRoom(table: Table, { at }: Chance) {
  const open = [...table.model.closures].filter(([, { to }]) => to > table.model.date)
  const [id] = pick(open, at) ?? []
  if (id === undefined) return
  const input = { id: id as ClosureId, version: versionIn(table, 'closures', id) }
  await call(table, 'housekeeping.reopenRoom', input, ({ closures, rooms, date }) => {
    const one = closures.get(id)
    if (!one) return
    if (one.from < date) one.to = date
    else closures.delete(id)
    if (one.from <= date) rooms.set(one.roomId, 'dirty')
  })
}

/** Somebody visits a guest in house. */
export async function visit(table: Table, { at }: Chance) {
  const booking = pick(inHouse(table.model), at)
  const roomId = booking === undefined ? null : table.model.bookings.get(booking)?.roomId
  if (roomId == null) return
  const roomNumber = inStore(table.app.file, (raw) =>
    raw.prepare('select number from rooms where id = ?').pluck().get(roomId),
  ) as string
  const input = {
    name: 'Ada Byron',
    documentKind: 'passport' as const,
    documentNumber: 'E12345678',
    roomNumber,
    purpose: 'Tea',
  }
  await call(table, 'registration.noteVisitor', input, ({ visitors }, { id }) => {
    visitors.set(id, { left: false })
  })
}

/** A visitor leaves the house. */
export async function visitorLeaves(table: Table, { at }: Chance) {
  const inside = [...table.model.visitors].filter(([, { left }]) => !left)
  const [id] = pick(inside, at) ?? []
  if (id === undefined) return
  const input = { id: id as VisitorId, version: versionIn(table, 'visitors', id) }
  await call(table, 'registration.visitorLeft', input, ({ visitors }) => {
    visitors.set(id, { left: true })
  })
}

/** The rooms that are open again on a day are dirty. */
export function reopenRooms({ closures, rooms }: Model, day: BusinessDate): void {
  for (const { roomId, to } of closures.values()) if (to === day) rooms.set(roomId, 'dirty')
}

/** Closures with the nights that they take, and who visited whom, as the store has them. */
export function houseState(file: string) {
  return inStore(file, (raw) => ({
    closures: raw
      .prepare(
        `select c.id, c.room_id as roomId, c.from_night as 'from', c.to_night as 'to',
          (select count(*) from room_nights n where n.closure_id = c.id and n.live = 1 and n.room_id = c.room_id
            and n.night >= c.from_night and n.night < c.to_night) as nights
         from closures c order by c.id`,
      )
      .all(),
    visitors: raw.prepare('select id, left_at is not null as isLeft from visitors order by id').raw().all(),
  }))
}

export function houseStateOf({ closures, visitors }: Model) {
  const byId = <T>(all: Map<number, T>) => [...all].toSorted(([a], [b]) => a - b)
  return {
    closures: byId(closures).map(([id, one]) => ({ id, ...one, nights: nightsBetween(one.from, one.to) })),
    visitors: byId(visitors).map(([id, { left }]) => [id, Number(left)]),
  }
}
