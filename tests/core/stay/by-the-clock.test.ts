import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import { checkInQuestions } from '#shared/domain/stay/stay.ts'
import type { BookingId } from '#shared/values/index.ts'
import { closeAtAnyTime, closeDay } from '#tests/support/close.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02'
const tomorrow = '2026-03-03'
const t = eachBookingHotel()

const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } })
async function act<N extends OperationName>(name: N, id: BookingId, more: object = {}) {
  return t.call(name, { id, version: await t.version(id), ...more } as never)
}
const book = (over?: Partial<InputOf<'booking.create'>>) =>
  t.book({ arrival: today, departure: tomorrow, roomId: t.rooms['101'], ...over })

/** A session ends after hours without an act: the desk goes on as the clock does. */
const hours = (count: number) => t.advance(count * 60)

beforeEach(async () => {
  // From 18:00 of the business date on a hotel may close it: the test begins at noon
  await t.must('chart.load', { chart: 'cn-general' })
})

describe('a late departure', () => {
  const late = async (id: BookingId) => (await t.must('stay.reviewCheckOut', { id })).late
  const charge = (id: BookingId) => t.call('stay.postCharge', { id, kind: 'late-departure' })

  /** In house since yesterday, and due out today; it is noon and a few seconds. */
  async function dueOut(): Promise<BookingId> {
    await closeAtAnyTime(t)
    const id = await book()
    await act('stay.checkIn', id, { accept: checkInQuestions })
    hours(14)
    expect(await closeDay(t)).toBe(tomorrow)
    return id
  }

  test('costs half a night until 18:00 and a whole one after, once for a booking', async () => {
    const id = await dueOut()
    // 02:00, and 11:55
    expect(await late(id)).toMatchObject({ part: 'none', chargeMinor: 0, posted: false })
    hours(9)
    t.advance(50)
    expect(await late(id)).toMatchObject({ part: 'none' })
    expect(await charge(id)).toMatchObject(refused('FEE_NOT_DUE'))
    t.advance(15)
    expect(await late(id)).toMatchObject({ part: 'half', chargeMinor: 25_000, posted: false })
    const half = await charge(id)
    expect(half).toMatchObject({ ok: true, output: { amountMinor: 25_000 } })
    expect(await late(id)).toMatchObject({ posted: true })
    expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ balanceMinor: 75_000 })
    hours(6)
    expect(await late(id)).toMatchObject({ part: 'full', chargeMinor: 50_000, posted: true })
    expect(await charge(id)).toMatchObject(refused('FEE_POSTED'))
    await t.must('change.undo', { change: (half as { change: number }).change })
    expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ balanceMinor: 50_000 })
    expect(await charge(id)).toMatchObject({ ok: true, output: { amountMinor: 50_000 } })
    expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ balanceMinor: 100_000 })
  })

  test('is charged nobody who has left', async () => {
    const id = await dueOut()
    hours(11)
    const accept = ['owing', 'early-departure']
    expect(await act('stay.checkOut', id, { accept })).toMatchObject({ ok: true })
    expect(await charge(id)).toMatchObject(refused('FEE_NOT_DUE', { status: 'checked-out' }))
  })
})

describe('in the small hours', () => {
  /** 02:00 of the night of the open date, which is closed then. */
  async function closeAtTwo() {
    hours(14)
    expect(await closeDay(t)).toBe(tomorrow)
  }
  const next = () => book({ arrival: tomorrow, departure: '2026-03-04' })

  test('after the close at 02:00 the desk is asked for which night, and coming early costs a night', async () => {
    await closeAtTwo()
    const id = await next()
    const review = await t.must('stay.reviewCheckIn', { id })
    expect(review.obstacles[0]).toMatchObject({
      code: 'SMALL_HOURS',
      question: 'small-hours',
      params: { night: today, businessDate: tomorrow },
    })
    expect(review.early).toMatchObject({ part: 'full', chargeMinor: 50_000, posted: false })
    expect(await act('stay.checkIn', id, { accept: ['not-registered'] })).toMatchObject(
      refused('SMALL_HOURS', { night: today, businessDate: tomorrow }),
    )
    const came = await act('stay.checkIn', id, { accept: ['small-hours', 'not-registered'] })
    expect(came).toMatchObject({ ok: true })
    expect(await t.must('stay.get', { id })).toMatchObject({ checkedInOn: tomorrow })
    // By the time of the check-in, however late in the morning it is charged
    hours(8)
    expect(await t.call('stay.postCharge', { id, kind: 'early-arrival' })).toMatchObject({
      ok: true,
      output: { amountMinor: 50_000 },
    })
    const { rows } = await t.must('change.list', { entity: 'stay', entityId: id })
    expect(rows.at(-1)?.after).toMatchObject({ accepted: ['small-hours', 'not-registered'] })
  })

  test('from the morning on it is asked nobody', async () => {
    await closeAtTwo()
    hours(4)
    const id = await next()
    const { obstacles, early } = await t.must('stay.reviewCheckIn', { id })
    expect(obstacles.map(({ code }) => code)).toEqual(['NOT_REGISTERED'])
    expect(early).toMatchObject({ part: 'half', chargeMinor: 25_000 })
  })

  test('a night that is closed can’t be booked any more, so nobody is of it twice', async () => {
    await closeAtTwo()
    expect(await t.call('booking.create', t.draft({ arrival: today, departure: tomorrow }))).toMatchObject(
      refused('NIGHT_IN_PAST'),
    )
  })
})
