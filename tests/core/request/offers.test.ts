import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, RequestId } from '#shared/values/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()
let bookingId: BookingId
beforeEach(async () => {
  bookingId = await stay()
})

const stay = () =>
  t.book({ arrival: '2026-03-02' as never, departure: '2026-03-04' as never, roomId: t.rooms['101'] })

/** Asked for this stay, and done. */
async function met(input: Partial<InputOf<'request.create'>> = {}, of = bookingId): Promise<RequestId> {
  const { id } = await t.must('request.create', { bookingId: of, kind: 'crib', ...input })
  await t.must('request.advance', { id, version: 1, action: 'done' })
  return id
}
const offers = async (id = bookingId) => (await t.must('stay.reviewCheckOut', { id })).offers
const preferences = async () =>
  (await t.must('guest.profile', { id: t.zhang })).guest.preferences.map(({ group, value, source }) => [
    group,
    value,
    source,
  ])

describe('a wish that was met', () => {
  test('is proposed as a preference at check-out and taken by one act, with one undo', async () => {
    const id = await met()
    await t.must('request.create', { bookingId, kind: 'quiet' })
    expect(await offers()).toEqual([{ id, version: 2, group: 'room-feature', value: 'crib', replaces: [] }])
    const reply = await t.call('request.answerOffer', { id, version: 2, action: 'taken' })
    expect(reply).toMatchObject({ ok: true, output: { id, version: 3 } })
    expect(await preferences()).toEqual([['room-feature', 'crib', 'stay']])
    expect(await offers()).toEqual([])
    await t.must('change.undo', { change: (reply.ok && reply.change) || 0 })
    expect(await preferences()).toEqual([])
    expect(await offers()).toMatchObject([{ id, version: 4 }])
  })

  test('that was declined is not proposed again, at this stay or another', async () => {
    const id = await met()
    await t.must('request.answerOffer', { id, version: 2, action: 'declined' })
    expect(await offers()).toEqual([])
    expect(await preferences()).toEqual([])
    const other = await t.book({ arrival: '2026-03-05' as never, departure: '2026-03-06' as never })
    await met({}, other)
    await met({ kind: 'bathtub' }, other)
    expect((await offers(other)).map(({ value }) => value)).toEqual(['bathtub'])
    // Opened again, it is another answer
    await t.must('request.advance', { id, version: 3, action: 'reopen' })
    await t.must('request.advance', { id, version: 4, action: 'done' })
    expect(await offers()).toHaveLength(1)
  })

  test('takes the place of what it contradicts', async () => {
    const { version } = (await t.must('guest.profile', { id: t.zhang })).guest
    await t.must('guest.setPreference', { guestId: t.zhang, version, group: 'floor', value: 'low' })
    const id = await met({ kind: 'high-floor', text: 'with a view' })
    expect(await offers()).toMatchObject([{ group: 'floor', value: 'high', replaces: ['low'] }])
    await t.must('request.answerOffer', { id, version: 2, action: 'taken' })
    expect(await preferences()).toEqual([['floor', 'high', 'stay']])
  })
})

describe('an answer is refused', () => {
  test.each([
    ['open', 'OFFER_NOT_POSSIBLE'],
    ['declined', 'OFFER_NOT_POSSIBLE'],
    ['answered', 'OFFER_NOT_POSSIBLE'],
    ['of a preference', 'OFFER_NOT_POSSIBLE'],
    ['full', 'PREFERENCE_FULL'],
    ['unknown', 'REQUEST_UNKNOWN'],
    ['old', 'CONFLICT'],
  ])('%s: %s, and nothing is kept', async (what, code) => {
    const version = async () => (await t.must('guest.profile', { id: t.zhang })).guest.version
    const like = async (value: string) =>
      t.must('guest.setPreference', { guestId: t.zhang, version: await version(), group: 'pillow', value })
    if (what === 'of a preference') {
      await like('soft')
      bookingId = await stay2()
    }
    const own = (await t.must('booking.get', { id: bookingId })).requests[0]
    const { id } = own ?? (await t.must('request.create', { bookingId, kind: 'other', text: 'latex' }))
    let at = 1
    const step = async (action: 'done' | 'decline') => {
      await t.must('request.advance', { id, version: at, action, reason: 'none' })
      at += 1
    }
    if (what === 'declined') await step('decline')
    else if (what !== 'open') await step('done')
    if (what === 'full') for (const value of ['soft', 'firm']) await like(value)
    if (what === 'answered') {
      await t.must('request.answerOffer', { id, version: at, action: 'declined' })
      at += 1
    }
    const input = {
      id: what === 'unknown' ? (99 as RequestId) : id,
      version: what === 'old' ? 1 : at,
      action: 'taken',
    } as const
    const before = await preferences()
    const reply = await t.call('request.answerOffer', input)
    expect('refusal' in reply ? reply.refusal.code : 'fault' in reply && reply.fault.code).toBe(code)
    expect(await preferences()).toEqual(before)
  })
})

const stay2 = () => t.book({ arrival: '2026-03-05' as never, departure: '2026-03-06' as never })
