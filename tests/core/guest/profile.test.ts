import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { type AccountId, addDays, type BusinessDate, type GuestId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const day = { arrival: '2026-03-20', departure: '2026-03-21' }

const guest = async (nativeName: string) => (await t.must('guest.create', { nativeName })).id

test('a guest without bookings has figures without a ratio', async () => {
  const id = await guest('新客')
  expect(await t.must('guest.profile', { id })).toMatchObject({
    asGuest: {
      bookings: 0,
      stays: 0,
      nights: 0,
      roomRevenueMinor: 0,
      adrMinor: null,
      lastStay: null,
      cancellations: 0,
      noShows: 0,
      meanLeadTime: null,
    },
    years: [],
    bookings: [],
    nextBookings: null,
    requests: [],
    memberships: [],
    warnings: [],
  })
})

test('key figures: nights and revenue of stays over and running, ADR without free nights, no-shows are no stays', async () => {
  const id = await guest('常客')
  const other = await guest('朋友')
  const { id: free } = await t.must('rate.save', {
    code: 'COMP',
    nameEn: 'Complimentary',
    nameZh: '免费',
    meal: 'room-only',
    kind: 'complimentary',
  })
  writeStays(t.file, [
    // Three nights over the turn of the year: two of 2024, one of 2025.
    {
      guestId: id,
      arrival: '2024-12-30',
      departure: '2025-01-02',
      rateMinor: 40_000,
      createdOn: '2024-12-20',
    },
    {
      guestId: id,
      arrival: '2025-06-01',
      departure: '2025-06-03',
      rateMinor: 70_001,
      createdOn: '2025-06-01',
    },
    {
      guestId: id,
      arrival: '2025-07-01',
      departure: '2025-07-02',
      rateMinor: 0,
      ratePlanId: free,
      createdOn: '2025-06-21',
    },
    {
      guestId: id,
      arrival: '2025-08-01',
      departure: '2025-08-02',
      rateMinor: 0,
      segment: 'complimentary',
      createdOn: '2025-07-22',
    },
    {
      guestId: id,
      arrival: '2025-09-01',
      departure: '2025-09-04',
      status: 'no-show',
      createdOn: '2025-08-22',
    },
    {
      guestId: id,
      arrival: '2025-10-01',
      departure: '2025-10-04',
      status: 'cancelled',
      createdOn: '2025-09-21',
    },
    {
      guestId: id,
      arrival: '2026-03-01',
      departure: '2026-03-03',
      status: 'in-house',
      roomId: t.rooms['101'],
      createdOn: '2026-02-19',
    },
    {
      guestId: other,
      bookerId: id,
      arrival: '2025-02-01',
      departure: '2025-02-02',
      rateMinor: 30_000,
      createdOn: '2025-01-01',
    },
    { guestId: other, bookerId: other, arrival: '2025-03-01', departure: '2025-03-02', companions: [id] },
  ])
  const { asGuest, asBooker, years, bookings } = await t.must('guest.profile', { id })
  const revenue = 3 * 40_000 + 2 * 70_001 + 2 * 50_000
  expect(asGuest).toEqual({
    bookings: 7,
    stays: 4,
    nights: 9,
    roomRevenueMinor: revenue,
    // Seven nights sold; the two free ones are not rooms sold.
    adrMinor: Math.round(revenue / 7),
    lastStay: '2025-08-02',
    cancellations: 1,
    noShows: 1,
    meanLeadTime: (10 + 0 + 10 + 10 + 10 + 10 + 10) / 7,
  })
  expect(asBooker).toMatchObject({
    bookings: 1,
    stays: 1,
    nights: 1,
    roomRevenueMinor: 30_000,
    adrMinor: 30_000,
    meanLeadTime: 31,
  })
  expect(years).toEqual([
    { year: 2024, nights: 2, roomRevenueMinor: 80_000 },
    { year: 2025, nights: 5, roomRevenueMinor: 40_000 + 140_002 },
    { year: 2026, nights: 2, roomRevenueMinor: 100_000 },
  ])
  expect(bookings.map(({ arrival, role, status, nights }) => [arrival, role, status, nights])).toEqual([
    ['2026-03-01', 'guest', 'in-house', 2],
    ['2025-10-01', 'guest', 'cancelled', 3],
    ['2025-09-01', 'guest', 'no-show', 3],
    ['2025-08-01', 'guest', 'checked-out', 1],
    ['2025-07-01', 'guest', 'checked-out', 1],
    ['2025-06-01', 'guest', 'checked-out', 2],
    ['2025-03-01', 'companion', 'checked-out', 1],
    ['2025-02-01', 'booker', 'checked-out', 1],
    ['2024-12-30', 'guest', 'checked-out', 3],
  ])
  expect(bookings[0]).toMatchObject({
    roomNumber: '101',
    guestName: '常客',
    roomRevenueMinor: 100_000,
    roomTypeCode: 'STD',
  })
  expect((await t.must('guest.search', { text: '常客' })).rows[0]).toMatchObject({
    stays: 4,
    lastStay: '2025-08-02',
    inHouseRoom: '101',
    inHouse: true,
  })
})

test('more bookings come by pages, each once, latest arrival first', async () => {
  const id = await guest('长客')
  writeStays(
    t.file,
    Array.from({ length: 57 }, (_, i) => {
      const day = String(1 + (i % 9)).padStart(2, '0')
      return { guestId: id, arrival: `2024-0${1 + (i % 6)}-${day}`, departure: `2024-0${1 + (i % 6)}-${day}` }
    }),
  )
  const first = await t.must('guest.profile', { id })
  expect(first.bookings).toHaveLength(50)
  const rest = await t.must('guest.bookings', { id, after: first.nextBookings ?? '' })
  const all = [...first.bookings, ...rest.rows]
  expect(rest).toMatchObject({ next: null })
  expect(new Set(all.map((row) => row.id)).size).toBe(57)
  const arrivals = all.map(({ arrival }) => arrival)
  expect(arrivals).toEqual([...arrivals].sort().reverse())
  expect(await t.call('guest.bookings', { id, after: 'nonsense', limit: 3 })).toMatchObject({
    fault: { code: 'INVALID_INPUT' },
  })
})

test('requests of the latest arrivals come first, with their booking', async () => {
  const id = await guest('要求')
  const early = await t.book({ guestId: id })
  const late = await t.book({ guestId: id, arrival: '2026-05-01', departure: '2026-05-02' })
  await t.must('request.create', { bookingId: early, kind: 'crib' })
  await t.must('request.create', { bookingId: late, kind: 'other', text: 'two extra pillows' })
  const { requests } = await t.must('guest.profile', { id })
  expect(requests).toMatchObject([
    {
      bookingId: late,
      guestId: id,
      kind: 'other',
      text: 'two extra pillows',
      arrival: '2026-05-01',
      status: 'open',
      fromPreference: false,
    },
    { bookingId: early, kind: 'crib', department: 'housekeeping', arrival: '2026-03-10' },
  ])
})

test('of bookings before the latest fifty only open requests are told', async () => {
  const id = await guest('常住')
  const early = await t.book({ guestId: id })
  const open = await t.must('request.create', { bookingId: early, kind: 'crib' })
  const settled = await t.must('request.create', {
    bookingId: early,
    kind: 'other',
    text: 'two extra pillows',
  })
  await t.must('request.advance', { ...settled, action: 'decline', reason: 'none left' })
  const asked = async () => (await t.must('guest.profile', { id })).requests.map((request) => request.id)
  expect(await asked()).toEqual([open.id, settled.id])
  writeStays(
    t.file,
    Array.from({ length: 50 }, (_, i) => ({
      guestId: id,
      arrival: addDays('2026-04-01' as BusinessDate, i),
      departure: addDays('2026-04-02' as BusinessDate, i),
    })),
  )
  expect(await asked()).toEqual([open.id])
})

test('changes of a guest and of all their bookings, in any role, newest first, by pages; the source’s counts beside them', async () => {
  const [id, friend] = [await guest('改期'), await guest('友人')]
  const own = await t.book({ guestId: id, ...day })
  const booked = await t.book({ guestId: friend, bookerId: id, ...day })
  const shared = await t.book({ guestId: friend, companions: [id], adults: 2, ...day })
  const foreign = await t.book({ guestId: friend, arrival: '2026-03-25', departure: '2026-03-26' })
  for (const booking of [own, booked, shared, foreign]) {
    await t.must('booking.cancel', {
      id: booking,
      version: await t.version(booking),
      reason: 'plans changed',
    })
  }
  await t.must('request.create', {
    bookingId: await t.book({ guestId: id, arrival: '2026-04-01', departure: '2026-04-02' }),
    kind: 'quiet',
  })
  const contact = { kind: 'mobile', value: '13800138000' } as const
  const { version } = await t.must('guest.saveContact', { guestId: id, version: 1, ...contact })
  await t.must('guest.setPreference', { guestId: id, version, group: 'bed', value: 'king' } as never)
  await t.must('guest.saveNote', { guestId: friend, version: 1, text: 'of the friend' })
  writeStays(t.file, [
    { guestId: id, arrival: '2024-01-01', departure: '2024-01-02', source: { bookingChanges: 3 } },
    { guestId: friend, arrival: '2024-01-01', departure: '2024-01-02', source: { bookingChanges: 9 } },
  ])
  const page = await t.must('guest.changes', { id, limit: 4 })
  const rest = await t.must('guest.changes', { id, after: page.next ?? '' })
  const rows = [...page.rows, ...rest.rows]
  expect(page.rows).toHaveLength(4)
  expect((await t.must('guest.changes', { id, limit: rows.length })).next).toBeNull()
  expect(rest.next).toBeNull()
  expect(page.sourceCounted).toBe(3)
  expect(rows.map(({ operation }) => operation)).toEqual([
    'guest.setPreference',
    'guest.saveContact',
    'request.create',
    'booking.create',
    'booking.cancel',
    'booking.cancel',
    'booking.cancel',
    'booking.create',
    'booking.create',
    'booking.create',
    'guest.create',
  ])
  expect(rows[4]).toMatchObject({
    reason: 'plans changed',
    actor: 'admin',
    entity: 'booking',
    entityId: shared,
    whom: { guestId: friend, name: '友人' },
  })
  expect(rows[2]).toMatchObject({ entity: 'request', whom: { guestId: id, name: '改期' } })
  expect(rows[1]).toMatchObject({ entity: 'guest', label: '改期', whom: null, undoable: true })
  expect(rows.some(({ entityId, entity }) => entity === 'booking' && entityId === foreign)).toBe(false)
  const { bookings } = await t.must('guest.profile', { id })
  expect(bookings.find((row) => row.id === own)).toMatchObject({ changes: 1, requests: 0 })
})

test('a document that says otherwise than the profile is a warning on it', async () => {
  const { id } = await t.must('guest.create', { nativeName: '李雷', birthDate: '1990-01-01', gender: 'male' })
  await t.must('guest.saveDocument', {
    guestId: id,
    version: 1,
    kind: 'resident-id',
    number: '11010519491231002X',
    expiresOn: '2026-03-01',
  })
  const { warnings } = await t.must('guest.profile', { id })
  expect(warnings.map(({ code }) => code)).toEqual([
    'document.birthDateDiffers',
    'document.genderDiffers',
    'document.expired',
  ])
})

test('the list is narrowed to the tiers of programmes that are active', async () => {
  const kept = exampleProgrammes[0]?.parameters
  if (!kept) throw new Error('no programme')
  const save = (code: string, parameters: typeof kept, active: boolean) =>
    t.must('loyalty.saveProgramme', {
      code,
      nameEn: code,
      nameZh: code,
      parameters: parameters as never,
      active,
    })
  await save('KEPT', kept, true)
  const tiers = kept.tiers.map((tier) => ({ ...tier, code: `old-${tier.code}` }))
  await save('LEFT', { ...kept, tiers, points: { ...kept.points, bonusPercent: {} } }, false)
  expect((await t.must('guest.filters', {})).tiers).toEqual(
    kept.tiers.map(({ code, nameEn, nameZh }) => ({ code, nameEn, nameZh })),
  )
})

test('a company’s account does not stand for the guest', async () => {
  const { id: companyId } = await t.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
  const id = await guest('商务')
  writeStays(t.file, [
    { guestId: id, arrival: '2025-01-01', departure: '2025-01-02', companyId: companyId as AccountId },
  ])
  expect((await t.must('guest.profile', { id })).asBooker.bookings).toBe(0)
})

test('an unknown guest has no profile, no bookings and no changes', async () => {
  const id = 77_777 as GuestId
  expect(await t.call('guest.profile', { id })).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN', params: { id } },
  })
  expect(await t.must('guest.bookings', { id })).toEqual({ rows: [], next: null })
  expect(await t.must('guest.changes', { id })).toEqual({ rows: [], next: null, sourceCounted: 0 })
})
