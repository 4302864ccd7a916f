import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type FolioId,
  type RoomId,
} from '#shared/values/index.ts'
import { openFilledApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { checkIn, closeDay, closingHotel, dueIn } from '#tests/support/close.ts'
import type { FolioHotel } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

const today = testBusinessDate as BusinessDate
let app: TestApp & { made: FolioHotel }
beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, closingHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

const balanceOf = async (id: FolioId) => (await app.must('folio.get', { id })).balanceMinor
const statusOf = async (id: BookingId) => (await app.must('booking.get', { id })).status
const one = async () => (await dueIn(app)).filter(({ id }) => id === app.made.booking)

describe('a no-show', () => {
  test('is charged the fee of the policy once, and frees its nights', async () => {
    const before = await app.must('audit.day', {})
    expect(before.arrivals.map(({ feeMinor }) => feeMinor)).toEqual([68_000, 68_000])
    const { done, failed } = await app.must('audit.noShow', { bookings: await one() })
    expect(done).toMatchObject([{ id: app.made.booking, feeMinor: 68_000 }])
    expect(failed).toEqual([])
    expect(await balanceOf(app.made.folio)).toBe(68_000)
    expect(await app.call('folio.postFee', { bookingId: app.made.booking, fee: 'no-show' })).toMatchObject({
      refusal: { code: 'FEE_POSTED' },
    })
  })

  test('is taken back by undo and by its command, with its fee', async () => {
    const [due] = await one()
    const reply = await app.call('audit.noShow', { bookings: due ? [due] : [] })
    await app.must('change.undo', { change: (reply as { change: number }).change })
    expect(await statusOf(app.made.booking)).toBe('confirmed')
    expect(await balanceOf(app.made.folio)).toBe(0)
    const { done } = await app.must('audit.noShow', { bookings: await one() })
    expect(
      await app.must('audit.takeBackNoShow', { id: app.made.booking, version: done[0]?.version ?? 0 }),
    ).toMatchObject({ feeStands: false })
    expect(await balanceOf(app.made.folio)).toBe(0)
    expect(await statusOf(app.made.booking)).toBe('confirmed')
  })

  test('comes after all on the next day: awaited from then on, and the fee of the closed day stands', async () => {
    const { done } = await app.must('audit.noShow', { bookings: await dueIn(app) })
    await closeDay(app)
    const mine = done.find(({ id }) => id === app.made.booking)
    const back = await app.must('audit.takeBackNoShow', { id: app.made.booking, version: mine?.version ?? 0 })
    expect(back.feeStands).toBe(true)
    expect(await app.must('booking.get', { id: app.made.booking })).toMatchObject({
      status: 'confirmed',
      arrival: addDays(today, 1),
      departure: addDays(today, 2),
    })
    expect(await balanceOf(app.made.folio)).toBe(68_000)
    const other = done.find(({ id }) => id !== app.made.booking)
    expect(
      await app.call('audit.takeBackNoShow', { id: other?.id as BookingId, version: other?.version ?? 0 }),
    ).toMatchObject({ refusal: { code: 'STAY_OVER' } })
  })

  test('is shown before it is taken back: what is left, the room and the fee', async () => {
    const review = () => app.must('audit.reviewTakeBack', { id: app.made.booking })
    expect((await review()).refusal).toMatchObject({ code: 'NOT_NO_SHOW' })
    await app.must('audit.noShow', { bookings: await one() })
    expect(await review()).toMatchObject({
      arrival: today,
      nights: 2,
      nightsGone: 0,
      totalMinor: 136_000,
      fee: { minor: 68_000, stands: false },
      refusal: null,
    })
    await app.must('audit.noShow', { bookings: await dueIn(app) })
    await closeDay(app)
    expect(await review()).toMatchObject({
      arrival: addDays(today, 1),
      nights: 1,
      nightsGone: 1,
      totalMinor: 68_000,
      fee: { minor: 68_000, stands: true },
      refusal: null,
    })
    await app.must('audit.noShow', { bookings: await dueIn(app) })
    await closeDay(app)
    expect((await review()).refusal).toMatchObject({ code: 'STAY_OVER' })
  })

  test('whose room was given to another is awaited again without it', async () => {
    const { nights, version } = await app.must('booking.get', { id: app.made.booking })
    const [room] = await app.must('room.free', { arrival: today, departure: addDays(today, 2) })
    const roomId = nights[0]?.roomId ?? (room?.id as RoomId)
    if (nights[0]?.roomId == null)
      await app.must('booking.assignRoom', { id: app.made.booking, version, roomId })
    await app.must('audit.noShow', { bookings: await one() })
    expect((await app.must('audit.reviewTakeBack', { id: app.made.booking })).room).toMatchObject({
      kept: true,
    })
    const other = await app.must('booking.create', {
      guestId: app.made.guests.smith as never,
      arrival: addDays(today, 1),
      departure: addDays(today, 2),
      roomTypeId: (await app.must('booking.get', { id: app.made.booking })).roomTypeId,
      ratePlanId: app.made.plan,
      roomId,
    })
    expect(other.id).toBeGreaterThan(0)
    expect((await app.must('audit.reviewTakeBack', { id: app.made.booking })).room).toMatchObject({
      kept: false,
    })
    const gone = await app.must('booking.get', { id: app.made.booking })
    await app.must('audit.takeBackNoShow', { id: app.made.booking, version: gone.version })
    const back = await app.must('booking.get', { id: app.made.booking })
    expect(back.status).toBe('confirmed')
    expect(back.nights.map((night) => night.roomId)).toEqual([null, null])
  })

  test('who was awaited again and does not come a second time pays once', async () => {
    const { done } = await app.must('audit.noShow', { bookings: await dueIn(app) })
    await closeDay(app)
    const mine = done.find(({ id }) => id === app.made.booking)
    await app.must('audit.takeBackNoShow', { id: app.made.booking, version: mine?.version ?? 0 })
    const { arrivals } = await app.must('audit.day', {})
    expect(arrivals.find(({ id }) => id === app.made.booking)?.feeMinor).toBe(0)
    expect((await app.must('audit.noShow', { bookings: await one() })).done).toMatchObject([{ feeMinor: 0 }])
    expect(await statusOf(app.made.booking)).toBe('no-show')
    expect(await balanceOf(app.made.folio)).toBe(68_000)
  })

  test('of several: who cannot be marked stays due with the reason', async () => {
    const due = await dueIn(app)
    await checkIn(app, [due[1]?.id as BookingId])
    const { done, failed } = await app.must('audit.noShow', {
      bookings: due.map((each, at) => (at === 1 ? { ...each, version: each.version + 1 } : each)),
    })
    expect(done.map(({ id }) => id)).toEqual([due[0]?.id])
    expect(failed).toMatchObject([{ id: due[1]?.id, refusal: { code: 'NOT_AWAITED' } }])
  })
})

test.each([
  ['who is to come later', { arrival: addDays(today, 1) }, 'NOT_DUE_YET'],
  ['who asked only', { status: 'enquiry' as const }, 'NOT_AWAITED'],
])('nobody is a no-show %s', async (_what, draft, code) => {
  const { id, version } = await app.must('booking.create', {
    guestId: app.made.guests.smith as never,
    arrival: today,
    departure: addDays(today, 3),
    roomTypeId: app.made.types.DLX as never,
    ratePlanId: app.made.plan,
    ...draft,
  })
  expect(await app.call('audit.noShow', { bookings: [{ id, version }] })).toMatchObject({
    refusal: { code },
  })
})

test('without a fee a reason is asked', async () => {
  expect(await app.call('audit.noShow', { bookings: await dueIn(app), fee: 'none' })).toMatchObject({
    refusal: { code: 'REASON_NEEDED' },
  })
})

test('an arrival moves by a day: a night less where it has more, else as a whole', async () => {
  const { done } = await app.must('audit.moveArrivals', { bookings: await dueIn(app) })
  expect(done).toHaveLength(2)
  const dates = await Promise.all(done.map(({ id }) => app.must('booking.get', { id })))
  expect(dates.map(({ arrival, departure }) => [arrival, departure])).toEqual([
    [addDays(today, 1), addDays(today, 2)],
    [addDays(today, 1), addDays(today, 2)],
  ])
})

test('a guest who is due out stays a night more, where the room is free', async () => {
  const { bookings } = { bookings: await dueIn(app) }
  await checkIn(
    app,
    bookings.map(({ id }) => id),
  )
  await closeDay(app)
  const { departures } = await app.must('audit.day', {})
  expect(departures).toHaveLength(1)
  const [due] = departures.map(({ id, version }) => ({ id, version }))
  const { done } = await app.must('audit.extendStays', { bookings: due ? [due] : [] })
  expect((await app.must('booking.get', { id: done[0]?.id as BookingId })).departure).toBe(addDays(today, 2))
  expect(await app.call('audit.extendStays', { bookings: done })).toMatchObject({
    refusal: { code: 'NOT_DUE_OUT' },
  })
})
