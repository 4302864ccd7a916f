/**
 * A morning at the desk of 500 rooms at 92 %, on a copy of the store: the screens of the day through dispatch and as bare
 * statements, and check-ins by turns with their equal by hand, because the log has one writer at a time.
 */
import type { OpenDesk } from '#core/compose.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { caller } from './cases.ts'
import { type ComingGuest, checkInFloor } from './floor-stay.ts'
import { fillHouse } from './full-house.ts'
import { type Measured, rowOf } from './measure.ts'
import { administrator, copyOf, openBench } from './store.ts'

const house = { rooms: 500, inHouse: 300, dueIn: 160 }
const warmUp = 8
/** The first check-ins of a turn compile what the others find: a program that has just started is not what is measured. */
const warmUpCheckIns = 16

export async function measureStay(file: string, today: BusinessDate, scale: number): Promise<Measured[]> {
  const screens: Measured[] = []
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < Math.ceil(4 * scale); round++) {
    const full = fullHouseOf(file, today)
    try {
      if (round === 0) screens.push(...(await measureScreens(full.file, today, Math.ceil(100 * scale))))
      const inputs = full.due.map((id) => ({ requestId: `bench-check-in-${id}`, id, version: 1 }))
      const [first, second] = [inputs.slice(0, inputs.length / 2), inputs.slice(inputs.length / 2)]
      // By turns the first: the second finds the pages that the first has read
      if (round % 2 === 0) ours.push(...(await checkInApp(full.file, first)))
      bare.push(...checkInBare(full.file, today, round % 2 === 0 ? second : first))
      if (round % 2 === 1) ours.push(...(await checkInApp(full.file, second)))
    } finally {
      full.remove()
    }
  }
  return [...screens, { row: rowOf('stay.checkIn', ours, bare), slowest: [] }]
}

/** A copy of the store with 500 rooms at 92 %: who is in house, and who is due in, ready for check-in. */
export function fullHouseOf(
  file: string,
  today: BusinessDate,
): { file: string; due: number[]; remove: () => void } {
  const copy = copyOf(file, 'stay')
  const raw = openRaw(copy.file, { readonly: false })
  const due = raw.transaction(() => fillHouse(raw, today, house))()
  raw.close()
  return { ...copy, due }
}

async function measureScreens(file: string, today: BusinessDate, samples: number): Promise<Measured[]> {
  const app = await openBench(file)
  const reader = openRaw(file, { readonly: true })
  const desk = administrator(app)
  try {
    const bare = bareScreens(reader, today)
    return [
      await inTurns('today: lists and counts', samples, () => readToday(desk, today), bare.today),
      await inTurns('housekeeping.board', samples, () => caller(desk)('housekeeping.board', {}), bare.board),
    ]
  } finally {
    reader.close()
    await app.close()
  }
}

/** All that Today asks when it opens. */
async function readToday(desk: OpenDesk, date: BusinessDate): Promise<unknown> {
  const call = caller(desk)
  const lists = (['due-in', 'due-out', 'in-house'] as const).map((view) =>
    call('booking.list', { view, date, sort: 'name', text: '', limit: 40 }),
  )
  return await Promise.all([...lists, call('today.read', {}), call('stay.queue', {})])
}

/** The rows of the same screens by one statement each. */
function bareScreens(reader: RawDatabase, today: BusinessDate) {
  const day = reader.prepare(
    `select b.*, g.native_name, g.family_name, g.given_name, r.number, r.housekeeping, s.checked_in_at from bookings b
     join guests g on g.id = b.guest_id left join room_nights n on n.booking_id = b.id and n.night = $today
     left join rooms r on r.id = n.room_id left join stays s on s.booking_id = b.id
     where b.status = 'in-house' or (b.status = 'confirmed' and b.arrival = $today)`,
  )
  const rooms = reader.prepare(
    `select r.*, b.id as booking, b.status, b.arrival, b.departure, g.native_name from rooms r
     left join room_nights n on n.room_id = r.id and n.night = $today and n.live = 1 left join bookings b on b.id = n.booking_id
     left join guests g on g.id = b.guest_id where r.active = 1`,
  )
  return { today: () => day.all({ today }), board: () => rooms.all({ today }) }
}

async function inTurns(
  name: string,
  samples: number,
  app: () => Promise<unknown>,
  floor: () => unknown,
): Promise<Measured> {
  const ours: number[] = []
  const bare: number[] = []
  for (let at = 0; at < samples + warmUp; at++) {
    const begun = performance.now()
    await app()
    const between = performance.now()
    floor()
    if (at < warmUp) continue
    ours.push(between - begun)
    bare.push(performance.now() - between)
  }
  return { row: rowOf(name, ours, bare), slowest: [] }
}

async function checkInApp(file: string, inputs: readonly ComingGuest[]): Promise<number[]> {
  const app = await openBench(file)
  const call = caller(administrator(app))
  const times: number[] = []
  for (const { requestId, id, version } of inputs) {
    const accept = ['small-hours', 'guest-elsewhere', 'not-registered'] as const
    const begun = performance.now()
    await call('stay.checkIn', { id: id as BookingId, version, keys: 1, accept: [...accept] }, requestId)
    times.push(performance.now() - begun)
  }
  await app.close()
  return times.slice(warmUpCheckIns)
}

function checkInBare(file: string, today: BusinessDate, inputs: readonly ComingGuest[]): number[] {
  const raw = openRaw(file, { readonly: false })
  const floor = checkInFloor(raw, today)
  const times = inputs.map((input) => {
    const begun = performance.now()
    floor(input)
    return performance.now() - begun
  })
  raw.close()
  return times.slice(warmUpCheckIns)
}
