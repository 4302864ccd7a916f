import { expect, test } from 'vitest'
import type { z } from 'zod'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import { commandOfChange } from '#shared/contract/booking.ts'
import { type BookingChange, type CommandName, type OutputOf, operations } from '#shared/contract/index.ts'
import type { BookingAct } from '#shared/domain/booking/acts.ts'
import type { BookingId, RatePlanId, RequestId } from '#shared/values/index.ts'
import { addDays, type BusinessDate, nightsOf } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from './hotel.ts'

const today = '2026-03-02' as BusinessDate

/** A booking in each state that one can be met in: its status, first day and departure from today, and its room. */
const states = {
  enquiry: ['enquiry', 8, 10, null],
  waitlisted: ['waitlisted', 8, 10, null],
  confirmed: ['confirmed', 8, 10, '101'],
  'due in': ['confirmed', 0, 2, '101'],
  late: ['confirmed', -1, 2, '101'],
  'never came': ['confirmed', -3, -1, '101'],
  'day use': ['confirmed', 8, 8, null],
  'in house': ['in-house', -1, 2, '101'],
  'came today': ['in-house', 0, 1, '101'],
  'due out': ['in-house', -2, 0, '101'],
  overdue: ['in-house', -3, -1, '101'],
  'in house, no room sent': ['in-house', -1, 2, null],
  'checked out': ['checked-out', -3, -1, '101'],
  cancelled: ['cancelled', 8, 10, '101'],
  'cancelled, passed': ['cancelled', -1, 2, '101'],
  'no-show': ['no-show', -2, 0, '101'],
} as const
type State = keyof typeof states

/**
 * What each act meets in each state.
 *
 * ✓ done by a clerk without a word · K the same, and kept: no undo takes the room from who is here · R needs a reason · M needs a reason and a manager · = changes nothing
 * E BOOKING_ENDED · P NIGHT_IN_PAST · O NIGHT_OUTSIDE_STAY · N ROOM_NEEDED · H BOOKING_IN_HOUSE ·
 * A ALREADY_CONFIRMED · C NOT_CANCELLED
 */
const table = `
                         | enquiry
                         | | waitlisted
                         | | | confirmed
                         | | | | due in
                         | | | | | late
                         | | | | | | never came
                         | | | | | | | day use
                         | | | | | | | | in house
                         | | | | | | | | | came today
                         | | | | | | | | | | due out
                         | | | | | | | | | | | overdue
                         | | | | | | | | | | | | in house, no room sent
                         | | | | | | | | | | | | | checked out
                         | | | | | | | | | | | | | | cancelled
                         | | | | | | | | | | | | | | | cancelled, passed
                         | | | | | | | | | | | | | | | | no-show
dates, a day longer      | ✓ ✓ ✓ ✓ ✓ P ✓ ✓ ✓ ✓ ✓ ✓ E E E E
dates, a day later       | ✓ ✓ ✓ ✓ ✓ P ✓ P P P P P E E E E
dates, another week      | ✓ ✓ ✓ ✓ ✓ ✓ ✓ P P P P P E E E E
dates, leaves today      | ✓ ✓ ✓ ✓ ✓ P ✓ ✓ N = ✓ ✓ E E E E
room-type, another       | ✓ ✓ ✓ ✓ ✓ P ✓ N N P P ✓ E E E E
room-type, with its room | ✓ ✓ ✓ ✓ ✓ P ✓ R R P P K E E E E
room, given              | ✓ ✓ ✓ ✓ ✓ P O R R P P K E E E E
room, taken off          | = = ✓ ✓ ✓ P O N N P P = E E E E
rate, another plan       | ✓ ✓ ✓ ✓ ✓ P O ✓ ✓ P P ✓ E E E E
rate, ten per cent off   | R R R R R P O R R P P R E E E E
rate, ¥1                 | M M M M M P O M M P P M E E E E
rate, complimentary      | M M M M M P O M M P P M E E E E
guests, one more         | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ E E E E
guests, another guest    | ✓ ✓ ✓ ✓ ✓ ✓ ✓ R R R R R E E E E
details                  | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ E E E E
confirm                  | ✓ ✓ A A A A A A A A A A E E E E
cancel                   | ✓ ✓ ✓ ✓ ✓ ✓ ✓ H H H H H E E E E
reinstate                | C C C C C C C C C C C C C ✓ P C
request, a new one       | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ E E E E
request, other words     | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ E E E
request, taken up        | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ E E E
request, done            | ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓
request, declined        | R R R R R R R R R R R R R R R R
`
const codes: Readonly<Record<string, string>> = {
  E: 'BOOKING_ENDED',
  P: 'NIGHT_IN_PAST',
  O: 'NIGHT_OUTSIDE_STAY',
  N: 'ROOM_NEEDED',
  H: 'BOOKING_IN_HOUSE',
  A: 'ALREADY_CONFIRMED',
  C: 'NOT_CANCELLED',
}

type Case = { t: BookingHotel; booking: OutputOf<'booking.get'>; comp: RatePlanId; wish: RequestId }
type Act = (c: Case) => BookingChange | { command: CommandName; input: object }

const day = (date: string, days: number) => addDays(date as BusinessDate, days)
const ahead = ({ booking }: Case, rateMinor: number) => {
  const open = booking.nights.filter((night) => night.night >= today)
  return (open.length > 0 ? open : booking.nights).map(({ night }) => ({ night, rateMinor }))
}
const advance = (action: string) => (c: Case) => ({
  command: 'request.advance' as const,
  input: { id: c.wish, version: 1, action },
})

/** By the names of the table. */
const acts: Readonly<Record<string, Act>> = {
  'dates, a day longer': ({ booking: { arrival, departure } }) => ({
    kind: 'dates',
    arrival,
    departure: day(departure < today ? today : departure, 1),
    keepRates: true,
  }),
  'dates, a day later': ({ booking: { arrival, departure } }) => ({
    kind: 'dates',
    arrival: day(arrival, 1),
    departure: day(departure, 1),
    keepRates: true,
  }),
  'dates, another week': () => ({
    kind: 'dates',
    arrival: day(today, 5),
    departure: day(today, 7),
    keepRates: true,
  }),
  'dates, leaves today': ({ booking: { arrival } }) => ({
    kind: 'dates',
    arrival: arrival > today ? today : arrival,
    departure: today,
    keepRates: true,
  }),
  'room-type, another': ({ t }) => ({ kind: 'room-type', roomTypeId: t.dlx, keepCharge: false }),
  'room-type, with its room': ({ t }) => ({
    kind: 'room-type',
    roomTypeId: t.dlx,
    keepCharge: false,
    roomId: t.rooms['201'],
  }),
  'room, given': ({ t }) => ({ kind: 'room', roomId: t.rooms['102'] }),
  'room, taken off': () => ({ kind: 'room', roomId: null }),
  'rate, another plan': ({ t }) => ({ kind: 'rate', ratePlanId: t.breakfast, rates: [] }),
  'rate, ten per cent off': (c) => ({ kind: 'rate', rates: ahead(c, 45_000) }),
  'rate, ¥1': (c) => ({ kind: 'rate', rates: ahead(c, 100) }),
  'rate, complimentary': ({ comp }) => ({ kind: 'rate', ratePlanId: comp, rates: [] }),
  'guests, one more': () => ({ kind: 'guests', adults: 2 }),
  'guests, another guest': ({ t }) => ({ kind: 'guests', guestId: t.anna }),
  details: () => ({ kind: 'details', comment: 'late' }),
  confirm: () => ({ kind: 'confirm' }),
  cancel: () => ({ kind: 'cancel' }),
  reinstate: () => ({ kind: 'reinstate' }),
  'request, a new one': ({ booking }) => ({
    command: 'request.create',
    input: { bookingId: booking.id, kind: 'crib' },
  }),
  'request, other words': ({ wish }) => ({
    command: 'request.update',
    input: { id: wish, version: 1, text: 'away from the lift' },
  }),
  'request, taken up': advance('acknowledge'),
  'request, done': advance('done'),
  'request, declined': advance('decline'),
}

const rows = table
  .split('\n')
  .filter((line) => /^\w/.test(line))
  .map((line) => line.split('|').map((part) => part.trim()) as [string, string])
  .map(([act, cells]) => [act, cells.split(' ')] as const)

test('every act has its row, and every state its column', () => {
  expect(rows.map(([act]) => act)).toEqual(Object.keys(acts))
  expect(table.split('\n').flatMap((line) => line.match(/^ +(?:\| )+(.+)$/)?.[1] ?? [])).toEqual(
    Object.keys(states),
  )
  for (const [act, cells] of rows) expect(cells, act).toHaveLength(Object.keys(states).length)
})

test.each(Object.keys(states) as State[])('%s', async (state) => {
  const t = await openBookingHotel()
  try {
    const { id, wish } = await bring(t, state)
    const { id: comp } = await t.must('rate.save', {
      code: 'COMP',
      nameEn: 'Complimentary',
      nameZh: '免费房',
      meal: 'room-only',
      kind: 'complimentary',
    })
    const column = Object.keys(states).indexOf(state)
    const possible = new Set<string>()
    for (const [act, cells] of rows) {
      const expected = cells[column] as string
      const booking = await t.must('booking.get', { id })
      const found = await meet({ t, booking, comp, wish }, acts[act] as Act)
      expect(found, `${act}, ${state}`).toBe(expected)
      const name = act.split(',')[0] as string
      if (!(expected in codes) && !/^request, (?!a new)/.test(act)) possible.add(name)
      expect(await t.must('booking.get', { id }), `${act}, taken back`).toEqual({
        ...booking,
        version: expect.any(Number),
        requests: booking.requests.map((one) => ({ ...one, version: expect.any(Number) })),
      })
    }
    const { allowed } = await t.must('booking.get', { id })
    expect(new Set<string>(allowed), 'what the screen offers').toEqual(possible)
    expect(t.defects).toEqual([])
  } finally {
    await t.close()
  }
})

/** Tries an act as a clerk, with a reason, and as a manager, until it is done; takes it back. Answers the table's sign. */
async function meet(c: Case, act: Act): Promise<string> {
  const { t, booking } = c
  const what = act(c)
  const effect =
    'kind' in what ? await t.must('booking.previewChange', { id: booking.id, change: what as never }) : null
  const tryAs = async (role: 'clerk' | 'manager', reason?: string) => {
    const command = 'kind' in what ? commandOfChange[what.kind] : what.command
    const { version, requests } = booking
    const wish = requests.find((one) => one.id === c.wish)
    const input = 'kind' in what ? { id: booking.id, version, ...what } : versioned(what.input, wish?.version)
    const takesReason = 'reason' in (operations[command].input as z.ZodObject).shape
    const reply = await t
      .deskAs(role)
      .call(command, { ...input, ...(reason && takesReason ? { reason } : {}) })
    if (reply.ok) return { done: true, change: reply.change, code: '', params: {} }
    if ('refusal' in reply) return { done: false, ...reply.refusal }
    // Cancelling and declining ask for their reason before any rule is asked
    expect(reply.fault).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['reason'] }] })
    return { done: false, code: 'REASON_NEEDED', params: {} }
  }
  const first = await tryAs('clerk')
  if (first.done) {
    expect(effect?.refusal ?? null).toBeNull()
    expect(effect?.reasonFor ?? null).toBeNull()
    return takenBack(c, first.change, '✓')
  }
  const second = await tryAs('clerk', 'because')
  if (second.done) {
    expect(first.code).toBe('REASON_NEEDED')
    if (effect && what && 'kind' in what && what.kind !== 'cancel') expect(effect.reasonFor).not.toBeNull()
    return takenBack(c, second.change, 'kind' in what && what.kind === 'cancel' ? '✓' : 'R')
  }
  if (second.code === 'RIGHT_NEEDED') {
    expect(second.params).toMatchObject({
      needed: expect.stringMatching(/^(rate-override|nights-give)$/),
      who: 'Ada Min',
    })
    expect(await tryAs('manager')).toMatchObject({ code: 'REASON_NEEDED' })
    const third = await tryAs('manager', 'because')
    return third.done ? takenBack(c, third.change, 'M') : String(third.code)
  }
  if (effect) expect(effect.refusal?.code, 'the preview says the same').toBe(second.code)
  return Object.entries(codes).find(([, code]) => code === second.code)?.[0] ?? String(second.code)
}

const versioned = (input: object, version: number | undefined) =>
  'version' in input ? { ...input, version } : input

/** Looks whether the hotel is in a state that can be, then takes the act back; nothing to take back: it changed nothing. */
async function takenBack(c: Case, change: number | undefined, sign: string): Promise<string> {
  if (change === undefined) return '='
  const { t, booking } = c
  const after = await t.must('booking.get', { id: booking.id })
  if (after.status === 'in-house' && booking.nights.some((night) => night.roomId !== null)) {
    expect(after.nights.map((night) => night.roomId)).not.toContain(null)
    expect(after.nights.length).toBeGreaterThan(0)
  }
  const raw = openRaw(t.file, { readonly: true })
  expect(examineNights(raw)).toEqual([])
  raw.close()
  const undone = await t.call('change.undo', { change })
  if (undone.ok) return sign
  expect(undone).toMatchObject({ refusal: { code: 'STANDS_ON', params: { why: 'inHouse' } } })
  expect(booking).toMatchObject({ status: 'in-house', nights: [{ roomId: null }, {}, {}] })
  put(t, booking.id, 'in house, no room sent')
  return 'K'
}

/** A booking brought into a state that commands alone reach only over days, with one open request. */
async function bring(t: BookingHotel, state: State): Promise<{ id: BookingId; wish: RequestId }> {
  const id = await t.book({ arrival: '2026-03-10', departure: '2026-03-12' })
  const { id: wish } = await t.must('request.create', { bookingId: id, kind: 'quiet' })
  put(t, id, state)
  return { id, wish }
}

function put(t: BookingHotel, id: BookingId, state: State): void {
  const [status, from, to, room] = states[state]
  const [arrival, departure] = [day(today, from), day(today, to)]
  const raw = openRaw(t.file, { readonly: false })
  raw.prepare('delete from room_nights where booking_id = ?').run(id)
  const live = ['confirmed', 'in-house', 'checked-out'].includes(status) ? 1 : 0
  for (const night of nightsOf(arrival, departure)) {
    raw
      .prepare(
        'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, ?, ?, 50000, ?)',
      )
      .run(id, night, t.std, room === null ? null : t.rooms[room], live)
  }
  raw
    .prepare(
      `update bookings set status = ?, arrival = ?, departure = ?, room_type_id = ?, charged_room_type_id = ?, last_room_id = ?,
       total_minor = (select coalesce(sum(rate_minor), 0) from room_nights where booking_id = bookings.id) where id = ?`,
    )
    .run(status, arrival, departure, t.std, t.std, room === null ? null : t.rooms[room], id)
  raw.close()
}

test('the acts that are shown are those of the rule', () => {
  const shown: readonly BookingAct[] = rows.flatMap(([act]) => act.split(',')[0] as BookingAct)
  expect(new Set(shown).size).toBe(10)
})
