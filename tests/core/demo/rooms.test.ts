import { beforeAll, expect, test } from 'vitest'
import { firstStates } from '#core/demo/rounds.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { applied, type Image, type Part } from '#shared/domain/change/change.ts'
import type { ClosureImage } from '#shared/domain/housekeeping/closure.ts'
import { type RoomEvent, stateAfter } from '#shared/domain/housekeeping/rules.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { RoomImage } from '#shared/domain/room/room.ts'
import type { StayImage } from '#shared/domain/stay/stay.ts'
import { addDays, type BusinessDate, fromDayNumber, type RoomId, toDayNumber } from '#shared/values/index.ts'
import { wholeLog } from '#tests/support/whole-log.ts'
import { knownHotel } from './known-hotel.ts'

/** The rooms of a demo hotel are as housekeeping's rules leave them: its log is played, and what it says of rooms compared. */
const { t, all } = knownHotel()
let rows: Row[] = []
beforeAll(() => {
  rows = all<Told>(`select * from ${wholeLog} order by seq`).map((row) => ({
    ...row,
    before: row.before && JSON.parse(row.before),
    after: row.after && JSON.parse(row.after),
  }))
})

type About = {
  seq: number
  command: number
  operation: string
  entity: string
  entity_id: number
  business_date: BusinessDate
}
type Told = About & { before: string | null; after: string | null }
type Row = About & { before: Part | null; after: Part | null }
/** What happened, to whom it happened, and what the log has of it. */
type Event = { to: RoomId; event: RoomEvent }

const today = '2026-03-02' as BusinessDate
const takeover = toDayNumber(today) - 3 * 365
const first = fromDayNumber(
  firstStates({ today: { day: toDayNumber(today), seconds: 0 }, takeover: { day: takeover, seconds: 0 } }),
)

/** The images of all things as they are while the log is played. */
function playedImages() {
  const images = new Map<string, Image | null>()
  return {
    put: (row: Row) => {
      const key = `${row.entity} ${row.entity_id}`
      images.set(key, applied(images.get(key) ?? null, row as never))
    },
    of: <I>(entity: string, id: number) => (images.get(`${entity} ${id}`) ?? null) as I | null,
    all: <I>(entity: string) =>
      [...images].flatMap(([key, image]) => (key.startsWith(`${entity} `) && image ? [image as I] : [])),
  }
}
type Images = ReturnType<typeof playedImages>

/** What a command does to rooms, by what there was before it. */
function eventsOf(command: readonly Row[], images: Images): Event[] {
  const [{ operation, business_date: date } = {} as Row] = command
  const about = command.find(({ entity }) => entity === 'stay')
  const stay = about && images.of<StayImage>('stay', about.entity_id)
  const nightRoom = about && images.of<BookingImage>('booking', about.entity_id)?.nights[date]?.roomId
  if (operation === 'stay.checkOut' && stay?.roomId)
    return [{ to: stay.roomId, event: { kind: 'departure' } }]
  const left = stay?.roomId ?? nightRoom
  if (operation === 'stay.moveRoom' && left) return [{ to: left, event: { kind: 'move', leaves: 'dirty' } }]
  if (operation !== 'audit.advance' || !command.some(({ entity }) => entity === 'close')) return []
  const slept = images.all<BookingImage>('booking').flatMap(({ status, nights }) => {
    const room = status === 'in-house' ? nights[date]?.roomId : null
    return room ? [room] : []
  })
  const reopened = images
    .all<ClosureImage>('closure')
    .flatMap(({ roomId, to }) => (to === addDays(date, 1) && !slept.includes(roomId) ? [roomId] : []))
  return [
    ...slept.map((to) => ({ to, event: { kind: 'night' as const } })),
    ...reopened.map((to) => ({ to, event: { kind: 'reopened' as const } })),
  ]
}

test('what happens to rooms leaves them as the rules say, with a row where it changes anything', () => {
  const images = playedImages()
  const kinds = new Map<string, number>()
  // The close moves the rooms by one command and ends by another
  let atNight: Row[] = []
  for (const command of Map.groupBy(rows, (row) => row.command).values()) {
    const events = eventsOf(command, images)
    const [{ operation, business_date: date } = {} as Row] = command
    const ofRooms = command.filter(({ entity, before }) => entity === 'room' && before !== null)
    if (date >= first && operation === 'audit.advance' && events.length === 0 && ofRooms.length > 0)
      atNight = ofRooms
    else if (date >= first && (events.length > 0 || operation.startsWith('stay.'))) {
      const expected = events.flatMap(({ to, event }) => {
        const state = (images.of<RoomImage>('room', to) as RoomImage).housekeeping
        const after = stateAfter(state, event, usualSettings)
        kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1)
        return state === after ? [] : [{ room: to as number, before: state, after }]
      })
      const told = [...atNight, ...ofRooms].map(({ entity_id, before, after }) => ({
        room: entity_id,
        before: before?.housekeeping as unknown,
        after: after?.housekeeping as unknown,
      }))
      expect(
        told.toSorted((a, b) => a.room - b.room),
        `${operation} ${command[0]?.seq}`,
      ).toEqual(expected.toSorted((a, b) => a.room - b.room))
      for (const row of atNight) images.put(row)
      atNight = []
    }
    if (atNight !== ofRooms) for (const row of command) images.put(row)
  }
  expect(atNight).toEqual([])
  expect([...kinds.keys()].sort()).toEqual(['departure', 'move', 'night', 'reopened'])
})

test('every room is in the state that its log ends in, with a version for each row', () => {
  const images = playedImages()
  const versions = new Map<number, number>()
  for (const row of rows) {
    if (row.entity !== 'room') continue
    expect([row.seq, row.before && { ...images.of<Image>('room', row.entity_id), ...row.before }]).toEqual([
      row.seq,
      row.before && images.of<Image>('room', row.entity_id),
    ])
    images.put(row)
    versions.set(row.entity_id, (versions.get(row.entity_id) ?? 0) + 1)
  }
  const kept = all<{ id: number; housekeeping: string; stopped: number; version: number }>(
    'select id, housekeeping, out_of_service as stopped, version from rooms',
  )
  expect(kept).toHaveLength(24)
  for (const { id, housekeeping, stopped, version } of kept) {
    const image = images.of<RoomImage>('room', id)
    expect([id, housekeeping, stopped === 1, version]).toEqual([
      id,
      image?.housekeeping,
      image?.outOfService,
      versions.get(id),
    ])
  }
})

test('on the last morning rooms are in every state, and whoever stays has theirs on a sheet', async () => {
  const { rooms } = await t.must('housekeeping.board', {})
  expect(new Set(rooms.map(({ state }) => state))).toEqual(new Set(['clean', 'dirty', 'inspected', 'pickup']))
  const stays = rooms.filter(({ use, task }) => use === 'occupied' && task !== null)
  expect(stays.length).toBeGreaterThan(5)
  expect(rooms.filter(({ use, work, task }) => use === 'occupied' && work !== null && task === null)).toEqual(
    [],
  )
  // Made by half past ten, or still to be seen to; a door that was shut is not made
  const outcomes = new Set(stays.map(({ state, task }) => `${state}/${task?.outcome}`))
  expect([...outcomes]).toEqual(expect.arrayContaining(['clean/done', 'dirty/null']))
  for (const one of ['clean/do-not-disturb', 'clean/refused', 'dirty/done'])
    expect(outcomes).not.toContain(one)
})
