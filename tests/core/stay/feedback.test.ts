import { beforeEach, expect, test } from 'vitest'
import type { BookingId } from '#shared/values/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()
let id: BookingId
beforeEach(async () => {
  id = await t.book({
    arrival: '2026-03-02' as never,
    departure: '2026-03-04' as never,
    roomId: t.rooms['101'],
  })
})

async function comes() {
  await t.must('stay.checkIn', {
    id,
    version: await t.version(id),
    accept: ['not-registered', 'room-not-ready'],
  })
}
const stay = () => t.must('stay.get', { id })
const note = async (mark: number | null, text = '') =>
  t.call('stay.noteFeedback', { id, version: (await stay()).version, mark, text })

test('is kept with the stay, shown on the profile, changed and taken off; each is undone', async () => {
  await comes()
  expect((await stay()).feedback).toBeNull()
  const first = await note(4, 'Quiet room,\nkind people')
  expect(first).toMatchObject({ ok: true, output: { id } })
  expect((await stay()).feedback).toEqual({
    mark: 4,
    text: 'Quiet room,\nkind people',
    at: expect.stringMatching(/Z$/),
    by: 'Ada Min',
  })
  const second = await note(2, 'Cold coffee')
  expect(await t.must('stay.feedbackOfGuest', { guestId: t.zhang })).toMatchObject([
    { bookingId: id, mark: 2, text: 'Cold coffee', arrival: '2026-03-02', by: 'Ada Min' },
  ])
  await t.must('change.undo', { change: (second.ok && second.change) || 0 })
  expect((await stay()).feedback).toMatchObject({ mark: 4 })
  await note(null)
  expect((await stay()).feedback).toBeNull()
  expect(await t.must('stay.feedbackOfGuest', { guestId: t.zhang })).toEqual([])
})

test('is noted after the departure too, and does not keep the check-out from being taken back', async () => {
  await comes()
  await t.must('stay.checkOut', {
    id,
    version: await t.version(id),
    accept: ['early-departure', 'owing', 'held'],
  })
  expect(await note(5)).toMatchObject({ ok: true })
  await t.must('stay.reverseCheckOut', { id, version: await t.version(id) })
  expect((await stay()).feedback).toMatchObject({ mark: 5, text: '' })
})

test.each([
  [{}, false, 'NOT_IN_HOUSE'],
  [{ id: 99 }, true, 'BOOKING_UNKNOWN'],
  [{ text: 'paid by 4111 1111 1111 1111' }, true, 'CARD_NUMBER'],
  [{ version: 7 }, true, 'CONFLICT'],
  [{ mark: 6 }, true, 'INVALID_INPUT'],
  [{ mark: 0 }, true, 'INVALID_INPUT'],
] as [object, boolean, string][])('%j, come %s: %s', async (over, come, code) => {
  if (come) await comes()
  const { version } = await stay()
  const reply = await t.call('stay.noteFeedback', { id, version, mark: 3, text: '', ...over })
  expect('refusal' in reply ? reply.refusal.code : 'fault' in reply && reply.fault.code).toBe(code)
})

test('is asked at check-out where the hotel wishes', async () => {
  await comes()
  expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ askFeedback: false })
  const { version, ...terms } = await t.must('stay.settings', {})
  await t.must('stay.saveSettings', { ...terms, askFeedback: true, version })
  expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ askFeedback: true })
})
