import fc from 'fast-check'
import { writeWith } from '#db/dialect/building.ts'
import type { OperationName } from '#shared/contract/index.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { hotel, imported, openHotel, rowsOf } from './lists.ts'

/** The business date of the hotel as the acts move it. */
export let today: string

/** Opens a hotel with stays of few guests, some of them without a name, and a programme. */
export async function openHotelOfActs(): Promise<void> {
  today = '2026-03-02'
  done = {}
  numbers = 0
  await openHotel()
  await importStays(0, 40)
  const parameters = exampleProgrammes[0]?.parameters as never
  await hotel.app.must('loyalty.saveProgramme', { code: 'CLUB', nameEn: 'Club', nameZh: '会员', parameters })
}

const later = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

let numbers = 0
/** Stays of few guests over the last years, and bookings to come; one in ten rows has no name. */
async function importStays(pick: number, count = 4) {
  const lines = ['确认号,姓名,电话,到店日期,离店日期,房型,房价,状态']
  for (let row = pick; row < pick + count; row++) {
    numbers += 1
    const past = row % 4 !== 3
    const arrival = later(today, past ? -((row * 97) % 900) - 5 : (row * 31) % 60)
    const departure = later(arrival, 1 + (row % 3))
    const name = row % 10 === 9 ? '' : `张伟${'甲乙丙丁戊己庚'[row % 7]}`
    const type = row % 2 ? 'KING' : 'TWIN'
    lines.push(
      `K${numbers},${name},1380013800${row % 7},${arrival},${departure},${type},${300 + row},${past ? '已离店' : '已确认'}`,
    )
  }
  await imported(`list-${numbers}.csv`, lines)
}

/** One of the rows that a query answers, by a number from nowhere; undefined where there are none. */
function oneOf<T>(sql: string, pick: number): T | undefined {
  const rows = rowsOf<T>(sql)
  return rows[pick % Math.max(1, rows.length)]
}

type Thing = { id: number; version: number; arrival: string }
const aGuest = (pick: number) =>
  oneOf<Thing>('select id, version from guests where unnamed = 0 order by id', pick)
const toCome = (pick: number) =>
  oneOf<Thing>("select id, version, arrival from bookings where status = 'confirmed' order by id", pick)

/** Moves the date as the night audit will: no row of the log says so. */
async function openDay(date: string) {
  today = date
  await hotel.app.app.store.exclusively((tx) =>
    writeWith(tx)
      .updateTable('settings')
      .set({ business_date: date as BusinessDate })
      .execute(),
  )
  hotel.app.app.store.forgetSettings()
}

/** Commands that were carried out, so that the test knows that it did something. */
export let done: Record<string, number> = {}
async function call(name: OperationName, input: object) {
  const reply = await hotel.app.call(name, input as never)
  if (reply.ok) done[name] = (done[name] ?? 0) + 1
  return reply
}

/** What is done at a desk, and what of it is refused is refused: each with numbers that choose on what. */
export const acts: Record<string, (pick: number, other: number) => Promise<unknown>> = {
  import: (pick) => importStays(pick % 50),
  takeBack: async (pick) => {
    const batch = oneOf<{ id: number }>('select id from import_batches where taken_back_at is null', pick)
    const reply = await call('import.takeBack', { batch: batch?.id })
    if (reply.ok) await hotel.app.app.jobs.ended((reply.output as { job: string }).job)
  },
  nextDays: (pick) => openDay(later(today, 1 + (pick % 40))),
  otherGuest: (pick, other) => {
    const booking = toCome(pick)
    return call('booking.changeGuests', { ...onThing(booking), guestId: aGuest(other)?.id })
  },
  cancel: (pick) => call('booking.cancel', { ...onThing(toCome(pick)), reason: 'plans' }),
  dates: (pick, other) => {
    const booking = toCome(pick)
    const arrival = later(booking?.arrival ?? today, other % 5)
    return call('booking.changeDates', {
      ...onThing(booking),
      arrival,
      departure: later(arrival, 1 + (other % 4)),
    })
  },
  detail: (pick) =>
    call('booking.changeDetails', { ...onThing(toCome(pick)), meal: 'breakfast', segment: 'corporate' }),
  request: (pick) => call('request.create', { bookingId: toCome(pick)?.id, kind: 'crib' }),
  declined: (pick) =>
    call('request.advance', {
      ...onThing(oneOf<Thing>("select id, version from requests where status = 'open' order by id", pick)),
      action: 'decline',
      reason: 'none left',
    }),
  feedback: (pick, other) =>
    call('stay.noteFeedback', {
      ...onThing(
        oneOf<Thing>(
          `select b.id, coalesce(s.version, 0) as version from bookings b left join stays s on s.booking_id = b.id
           where b.status = 'checked-out' order by b.id`,
          pick,
        ),
      ),
      mark: 1 + (other % 5),
      text: '',
    }),
  preference: (pick, other) =>
    call('guest.setPreference', {
      guestId: aGuest(pick)?.id,
      version: aGuest(pick)?.version,
      group: 'pillow',
      value: ['firm', 'soft', 'down'][other % 3],
    }),
  person: (pick, other) =>
    call('guest.update', {
      ...onThing(aGuest(pick)),
      birthDate: `19${10 + (other % 90)}-03-0${1 + (other % 9)}`,
    }),
  create: (pick) => call('guest.create', { familyName: `New${pick}`, givenName: 'Guest' }),
  member: (pick) => call('loyalty.enrol', { guestId: aGuest(pick)?.id, programmeId: 1 }),
  tier: (pick, other) => {
    const member = oneOf<Thing>('select id, version from memberships order by id', pick)
    const tiers = exampleProgrammes[0]?.parameters.tiers ?? []
    return call('loyalty.setTier', {
      ...onThing(member),
      tier: tiers[other % tiers.length]?.code,
      reason: 'by hand',
    })
  },
  roomType: (pick) => {
    const type = oneOf<Thing & { code: string; name_en: string; name_zh: string }>(
      'select id, version, code, name_en, name_zh from room_types order by id',
      pick,
    )
    const { id, version, name_en: nameEn, name_zh: nameZh } = type ?? {}
    return call('room.saveType', {
      id,
      version,
      code: `T${pick % 90}`,
      nameEn,
      nameZh,
      maxPersons: 3,
      baseRateMinor: 1,
    })
  },
  undo: (pick) => {
    const change = oneOf<{ command: number }>(
      'select distinct command from changes order by command desc limit 12',
      pick,
    )
    return call('change.undo', { change: change?.command, reason: 'mistake' })
  },
}

function onThing(thing: Thing | undefined) {
  return { id: thing?.id as BookingId & GuestId, version: thing?.version }
}

/** One act with its numbers. */
export const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  pick: fc.nat(999),
  other: fc.nat(999),
})

/** Each act once, so that a run that draws few of them is not the only one. */
export const everyAct = Object.keys(acts).map((act, number) => ({ act, pick: number * 7, other: number }))
