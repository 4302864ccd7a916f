import { afterEach, beforeEach, expect, test } from 'vitest'
import { stayButErasedApproved } from '#db/change-guards.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { erasePersonalOf } from '#db/repositories/change/erase.ts'
import { loadGuest, saveGuest } from '#db/repositories/guest/repository.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { BookingId, GuestId, ProgrammeId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel }
let anna: GuestId
let smith: GuestId
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
  anna = t.made.guests.anna as GuestId
  smith = t.made.guests.smith as GuestId
})
afterEach(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

/** Anna's booking. */
const stay = 4 as BookingId

type Seen = { id: GuestId; at: string; known: object }
/** What a guest's page shows now of what hangs on the guest, in the form that it has of then. */
async function pageOf(id: GuestId): Promise<object> {
  const { bookings, requests, memberships } = await t.must('guest.profile', { id })
  return {
    bookings,
    requests: requests.toSorted((a, b) => a.id - b.id),
    memberships: memberships.map((membership) => ({
      ...membership,
      period: undefined,
      counted: undefined,
      next: undefined,
      tier: { ...membership.tier, reviewOn: undefined },
    })),
  }
}
async function pageThen(id: GuestId, at: string): Promise<object> {
  const { bookings, requests, memberships } = await t.must('guest.asOf', { id, at })
  return {
    bookings,
    requests,
    memberships: memberships.map((membership) => ({
      ...membership,
      history: membership.history.map(({ tier, from, reason, by }) => ({ tier, from, reason, by })),
    })),
  }
}
const last = async () =>
  (await t.must('change.list', { limit: 1 })).rows[0] as { moment: string; seq: number }
const undoLast = async () => t.must('change.undo', { change: (await last()).seq })
/** Notes pages as they are now, to be compared with what is answered of this moment later. */
async function note(seen: Seen[], ...ids: GuestId[]): Promise<void> {
  const { moment: at } = await last()
  for (const id of ids) seen.push({ id, at, known: await pageOf(id) })
}
async function compare(seen: readonly Seen[]): Promise<void> {
  for (const { id, at, known } of seen) expect(await pageThen(id, at)).toEqual(known)
}
const version = async (id: BookingId) => (await t.must('booking.get', { id })).version
const guests = async (id: BookingId, change: object) =>
  t.must('booking.changeGuests', {
    id,
    version: await version(id),
    kind: 'guests',
    reason: 'Booked by mistake',
    ...change,
  })

/** Writes over what a change made of its thing, as a broken disk would. */
function writeOver(seq: number): void {
  const raw = openRaw(t.file, { readonly: false })
  raw.exec('drop trigger changes_stay')
  raw.prepare("update changes set after = '{' where seq = ?").run(seq)
  raw.exec(stayButErasedApproved)
  raw.close()
}

test('a booking that is another guest’s by now is where it was at each moment, and so is one that came back', async () => {
  const seen: Seen[] = []
  await note(seen, anna, smith)
  await guests(stay, { guestId: smith })
  await note(seen, anna, smith)
  await undoLast()
  await note(seen, anna, smith)
  await guests(stay, { bookerId: smith })
  await note(seen, anna, smith)
  await guests(stay, { companions: [smith], bookerId: null })
  await note(seen, anna, smith)
  await guests(stay, { companions: [] })
  await note(seen, anna, smith)
  expect(seen.map(({ known }) => (known as { bookings: object[] }).bookings.length)).toEqual([
    1, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0,
  ])
  await compare(seen)
})

test('bookings have the dates, type, rate and status of then, and the names of then', async () => {
  const seen: Seen[] = []
  await guests(stay, { bookerId: smith })
  await note(seen, anna, smith)
  const { nights } = await t.must('booking.get', { id: stay })
  await t.must('booking.changeRate', {
    id: stay,
    version: await version(stay),
    kind: 'rate',
    rates: [{ night: nights[0]?.night as never, rateMinor: 100 }],
    reason: 'complaint',
  })
  await note(seen, anna, smith)
  await t.must('booking.changeRoomType', {
    id: stay,
    version: await version(stay),
    kind: 'room-type',
    roomTypeId: t.made.types.STE as never,
    keepCharge: true,
  })
  await note(seen, anna, smith)
  await t.must('booking.changeDates', {
    id: stay,
    version: await version(stay),
    kind: 'dates',
    arrival: nights[1]?.night as never,
    departure: '2026-03-09' as never,
    keepRates: true,
  })
  await note(seen, anna, smith)
  await t.must('guest.update', {
    id: anna,
    version: (await t.must('guest.profile', { id: anna })).guest.version,
    familyName: 'Mayer',
  })
  await note(seen, anna, smith)
  await t.must('booking.cancel', {
    id: stay,
    version: await version(stay),
    kind: 'cancel',
    reason: 'plans',
  })
  await note(seen, anna, smith)
  await compare(seen)
})

test('a request is there from when it was added, in the state of then', async () => {
  const seen: Seen[] = []
  await note(seen, anna)
  const { id } = await t.must('request.create', { bookingId: stay, kind: 'crib' })
  await note(seen, anna)
  await t.must('request.advance', { id, version: 1, action: 'decline', reason: 'None left' })
  await note(seen, anna)
  await undoLast()
  await note(seen, anna)
  await undoLast()
  await compare(seen)
  const at = seen[1]?.at ?? ''
  expect((await t.must('guest.asOf', { id: anna, at })).asOf).toMatchObject({
    last: { operation: 'request.create', moment: at },
    later: 3,
  })
})

test('a booking of then has the tier that a booking of now has: of the first programme in use', async () => {
  const parameters = exampleProgrammes[0]?.parameters as never
  const names = { nameEn: 'Club', nameZh: '会员', parameters }
  const old = await t.must('loyalty.saveProgramme', { code: 'OLD', ...names })
  const club = await t.must('loyalty.saveProgramme', { code: 'CLUB', ...names })
  for (const [{ id: programmeId }, tier] of [
    [old, 'platinum'],
    [club, 'gold'],
  ] as const) {
    const { id } = await t.must('loyalty.enrol', { guestId: anna, programmeId: programmeId as ProgrammeId })
    await t.must('loyalty.setTier', { id, version: 1, tier, reason: 'Matched from another chain' })
  }
  const { moment } = await last()
  const bothTiers = async () => [
    (await t.must('booking.get', { id: stay })).guest.tier,
    (await t.must('booking.asOf', { id: stay, at: moment })).booking.guest.tier,
  ]
  expect(await bothTiers()).toEqual(['platinum', 'platinum'])
  await t.must('loyalty.saveProgramme', { ...old, code: 'OLD', ...names, active: false } as never)
  expect(await bothTiers()).toEqual(['gold', 'gold'])
})

test('a membership has the tier of then and the tiers held until then', async () => {
  const seen: Seen[] = []
  const programme = await t.must('loyalty.saveProgramme', {
    code: 'CLUB',
    nameEn: 'Club',
    nameZh: '会员',
    parameters: exampleProgrammes[0]?.parameters as never,
  })
  await note(seen, anna)
  const { id } = await t.must('loyalty.enrol', { guestId: anna, programmeId: programme.id as ProgrammeId })
  const enrolled = (await last()).seq
  await note(seen, anna)
  await t.must('loyalty.setTier', { id, version: 1, tier: 'platinum', reason: 'Matched from another chain' })
  await note(seen, anna)
  const { moment } = await last()
  await undoLast()
  await note(seen, anna)
  await compare(seen)
  expect(await t.must('guest.asOf', { id: anna, at: moment })).toMatchObject({
    memberships: [
      {
        programmeNameEn: 'Club',
        tier: { code: 'platinum', nameZh: '白金卡', overridden: true },
        history: [{ nameEn: 'Member' }, { nameEn: 'Platinum', reason: 'Matched from another chain' }],
      },
    ],
  })
  expect((await t.must('booking.asOf', { id: stay, at: moment })).booking.guest.tier).toBe('platinum')
  // The enrolment itself is taken back: it was there then all the same
  await t.must('change.undo', { change: enrolled })
  expect((await t.must('guest.profile', { id: anna })).memberships).toEqual([])
  await compare(seen)
})

test('a guest whose bookings went to another and who was taken off the file is as they were, also once they are back', async () => {
  const seen: Seen[] = []
  await t.must('request.create', { bookingId: stay, kind: 'crib' })
  const { id: twin } = await t.must('guest.create', { familyName: 'Mueller', givenName: 'Anna' })
  const made = (await last()).seq
  await guests(stay, { guestId: twin })
  await note(seen, anna, twin)
  // What a clerk does with a guest who is on file twice
  await guests(stay, { guestId: anna })
  await t.must('change.undo', { change: made })
  const merged = (await last()).seq
  await note(seen, anna)
  expect(await t.call('guest.profile', { id: twin })).toMatchObject({ refusal: { code: 'GUEST_UNKNOWN' } })
  await compare(seen)
  expect(await t.must('guest.asOf', { id: twin, at: seen[0]?.at ?? '' })).toMatchObject({
    guest: { familyName: 'Mueller' },
    bookings: [{ id: stay, requests: 1 }],
    requests: [{ kind: 'crib', guestId: twin }],
  })
  const gone = await t.call('guest.asOf', { id: twin, at: '2026-03-02' })
  if (!('refusal' in gone)) throw new Error('still there')
  expect(gone.refusal.code).toBe('GONE_BY_THEN')
  // The moment before is named: there is no day's end at which the guest is there
  const before = String((gone.refusal.params as { before: string }).before)
  expect(await t.must('guest.asOf', { id: twin, at: before })).toMatchObject({
    guest: { familyName: 'Mueller' },
    bookings: [],
  })
  expect(await t.call('guest.asOf', { id: twin, at: '2026-03-01' })).toMatchObject({
    refusal: { code: 'NOT_THERE_YET', params: { since: '2026-03-02' } },
  })
  await t.must('change.undo', { change: merged })
  await guests(stay, { guestId: twin })
  await note(seen, anna, twin)
  await compare(seen)
})

test('changes up to one are those of then, also of a booking that is another guest’s by now', async () => {
  const changes = async (until?: number) =>
    (await t.must('guest.changes', { id: anna, ...(until === undefined ? {} : { until }) })).rows.map(
      ({ seq }) => seq,
    )
  await t.must('request.create', { bookingId: stay, kind: 'crib' })
  const before = await changes()
  const { seq: until, moment } = await last()
  expect(before[0]).toBe(until)
  await guests(stay, { guestId: smith })
  expect(await changes()).not.toContain(until)
  expect(await changes(until)).toEqual(before)
  expect((await t.must('guest.asOf', { id: anna, at: moment })).asOf).toMatchObject({
    until,
    businessDate: '2026-03-02',
  })
  const ofBooking = (await t.must('booking.changes', { id: stay, until })).rows
  expect(ofBooking.map(({ seq }) => seq)).toEqual(before.slice(0, 2))
  const [first] = await changes(until)
  expect((await t.must('guest.changes', { id: anna, until, after: String(first) })).rows[0]?.seq).toBe(
    before[1],
  )
})

test('a guest of whom nothing is logged was on file from when an import brought them', async () => {
  const { image } = (await loadGuest(t.app.store.reader, anna)) ?? { image: null as never }
  const id = 900 as GuestId
  const unnamed = { ...image, familyName: '', givenName: '', unnamed: true, contacts: {} }
  await t.app.store.exclusively((tx) => saveGuest(tx, id, null, unnamed))
  expect(await t.must('guest.asOf', { id, at: '2026-03-02' })).toMatchObject({
    guest: { unnamed: true },
    asOf: { last: null, later: 0 },
  })
  expect(await t.call('guest.asOf', { id, at: '2026-03-01' })).toMatchObject({
    refusal: { code: 'NOT_THERE_YET', params: { since: '2026-03-02' } },
  })
})

test('of a guest whose personal values were erased the bookings are there, and that it was erased is said', async () => {
  const programme = await t.must('loyalty.saveProgramme', {
    code: 'CLUB',
    nameEn: 'Club',
    nameZh: '会员',
    parameters: exampleProgrammes[0]?.parameters as never,
  })
  await t.must('loyalty.enrol', { guestId: anna, programmeId: programme.id as ProgrammeId })
  await t.must('request.create', { bookingId: stay, kind: 'other', text: 'A view of the bridge' })
  const { moment: at } = await last()
  await guests(stay, { guestId: smith })
  await undoLast()
  const { version: wasVersion } = (await t.must('guest.profile', { id: anna })).guest
  await t.must('guest.update', { id: anna, version: wasVersion, familyName: 'Mayer' })
  await t.app.store.exclusively((tx) => erasePersonalOf(tx, anna))
  const then = await t.must('guest.asOf', { id: anna, at })
  expect(then).toMatchObject({
    guest: { name: '', contacts: [] },
    bookings: [{ id: stay, status: 'confirmed' }],
    requests: [{ kind: 'other', text: '' }],
    asOf: { erased: true },
  })
  expect(then.memberships).toMatchObject([{ tier: { code: 'member' } }])
  expect((await t.must('booking.asOf', { id: stay, at })).asOf.erased).toBe(true)
})

test('a booking of which a change can’t be read is left out, and the change is named', async () => {
  await t.must('request.create', { bookingId: stay, kind: 'crib' })
  const { id, at } = { id: anna, at: (await last()).moment }
  const { rows } = await t.must('change.list', { entity: 'booking', entityId: stay, limit: 1 })
  const seq = rows[0]?.seq ?? 0
  writeOver(seq)
  expect(await t.must('guest.asOf', { id, at })).toMatchObject({
    bookings: [],
    requests: [],
    unreadable: [seq],
  })
  expect(await t.call('booking.asOf', { id: stay, at })).toMatchObject({
    refusal: { code: 'PAST_UNREADABLE', params: { change: seq } },
  })
})

test('a change that can’t be read says nothing against what was before it', async () => {
  const { moment: at } = await last()
  await t.must('booking.cancel', { id: stay, version: await version(stay), kind: 'cancel', reason: 'plans' })
  writeOver((await last()).seq)
  expect(await t.must('guest.asOf', { id: anna, at })).toMatchObject({
    bookings: [{ id: stay, status: 'confirmed' }],
    unreadable: [],
  })
  expect((await t.must('booking.asOf', { id: stay, at })).booking.status).toBe('confirmed')
})
