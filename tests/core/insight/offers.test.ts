import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  const raw = openRaw(t.file, { readonly: true })
  expect(examineImages(raw, () => undefined)).toEqual([])
  raw.close()
  expect(t.defects).toEqual([])
  await t.close()
})

function rows(statement: string): unknown[] {
  const raw = openRaw(t.file, { readonly: true })
  const found = raw.prepare(statement).raw().all()
  raw.close()
  return found
}
const offers = () =>
  rows('select guest_id, booking_id, item, basis, rule, outcome, place, noted_on from offers order by id')
const votes = () => rows('select voted_by, kind, vote from suggestion_votes order by kind')
const lastChange = async () => (await t.must('change.list', { limit: 1 })).rows[0]

describe('what became of an offer', () => {
  const given = ['party:children']
  const crib = { item: 'request:crib', basis: 'rule' as const, given, place: 'booking' as const }

  test('is noted once for a booking, and noted again where it changes', async () => {
    const bookingId = await t.book()
    const offer = { ...crib, guestId: t.zhang, bookingId }
    const rule = '[["party:children"],"request:crib"]'
    const row = (outcome: string) => [
      [t.zhang, bookingId, 'request:crib', 'rule', rule, outcome, 'booking', '2026-03-02'],
    ]
    await t.must('offer.note', { ...offer, outcome: 'declined' })
    expect(offers()).toEqual(row('declined'))
    const again = await t.must('offer.note', { ...offer, outcome: 'declined' })
    expect(again.version).toBe(1)
    await t.must('offer.note', { ...offer, outcome: 'taken' })
    expect(offers()).toEqual(row('taken'))
  })

  test('can be undone, also where it became another', async () => {
    const offer = { ...crib, guestId: t.zhang, bookingId: null }
    await t.must('offer.note', { ...offer, outcome: 'declined' })
    await t.must('offer.note', { ...offer, outcome: 'taken' })
    const outcomes = () => rows('select outcome from offers')
    await t.must('change.undo', { change: (await lastChange())?.seq ?? 0 })
    expect(outcomes()).toEqual([['declined']])
    const first = await t.must('change.list', { limit: 5 })
    await t.must('change.undo', { change: first.rows.at(2)?.seq ?? 0 })
    expect(outcomes()).toEqual([])
  })

  test('is of a booking of this guest, and of something that can be offered', async () => {
    const bookingId = await t.book()
    const offer = { ...crib, guestId: t.anna, outcome: 'taken' } as const
    expect(await t.call('offer.note', { ...offer, bookingId })).toMatchObject({
      refusal: { code: 'BOOKING_UNKNOWN' },
    })
    expect(await t.call('offer.note', { ...offer, guestId: 999 as never })).toMatchObject({
      refusal: { code: 'GUEST_UNKNOWN' },
    })
    for (const item of ['party:children', 'nonsense', 'meal:room-only']) {
      expect(await t.call('offer.note', { ...offer, item })).toMatchObject({
        refusal: { code: 'OFFER_UNKNOWN', params: { item } },
      })
    }
    expect(offers()).toEqual([])
  })

  test('keeps its guest on file, and its booking may go', async () => {
    const guest = await t.must('guest.create', { nativeName: '王芳', familyName: 'Wang', givenName: 'Fang' })
    const made = (await lastChange())?.seq ?? 0
    await t.must('offer.note', { ...crib, guestId: guest.id, outcome: 'taken' })
    expect(await t.call('change.undo', { change: made })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'offer' } },
    })
    const bookingId: BookingId = await t.book()
    const booked = (await lastChange())?.seq ?? 0
    await t.must('offer.note', { ...crib, guestId: t.zhang, bookingId, outcome: 'taken' })
    await t.must('change.undo', { change: booked })
    expect(offers()).toHaveLength(2)
  })
})

describe('a thumb on a kind of suggestions', () => {
  test('is one for each user and kind, and can be taken away', async () => {
    await t.must('suggestion.vote', { kind: 'birthday', vote: 'up' })
    await t.must('suggestion.vote', { kind: 'risk', vote: 'down' })
    await t.deskAs('clerk').call('suggestion.vote', { kind: 'risk', vote: 'up' })
    const kinds = () => votes().map((row) => (row as string[]).slice(1))
    expect(kinds()).toEqual([
      ['birthday', 'up'],
      ['risk', 'down'],
      ['risk', 'up'],
    ])
    expect(new Set(votes().map((row) => (row as string[])[0])).size).toBe(2)
    await t.must('suggestion.vote', { kind: 'birthday', vote: 'down' })
    await t.must('suggestion.vote', { kind: 'risk', vote: 'none' })
    expect(kinds()).toEqual([
      ['birthday', 'down'],
      ['risk', 'up'],
    ])
    expect(await t.must('suggestion.vote', { kind: 'wish', vote: 'none' })).toEqual({ id: null })
  })

  test('comes back by undo', async () => {
    await t.must('suggestion.vote', { kind: 'wish', vote: 'down' })
    await t.must('suggestion.vote', { kind: 'wish', vote: 'none' })
    await t.must('change.undo', { change: (await lastChange())?.seq ?? 0 })
    expect(votes()).toMatchObject([[expect.any(String), 'wish', 'down']])
  })
})
