import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const nothing = {
  reason: 'asked to',
  need: '',
  lifecycle: '',
  behaviour: '',
  relation: '',
  value: '',
} as const
const exclude = () => t.must('insight.judge', { guestId: t.zhang, version: 0, excluded: true, ...nothing })

async function prefer() {
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  await t.must('guest.setPreference', {
    guestId: t.zhang,
    version: guest.version,
    group: 'room-feature',
    value: 'quiet',
  })
}

describe('the panel', () => {
  test('says nothing of a booking where there is nothing to say', async () => {
    const id = await t.book()
    expect(await t.must('insight.booking', { id })).toEqual({
      guestId: t.zhang,
      excluded: false,
      computed: null,
      judged: null,
      suggestions: [],
      offers: [],
    })
  })

  test('names an open wish and a birthday, weighed by the user’s thumbs', async () => {
    const id = await t.book()
    await t.must('request.create', { bookingId: id, kind: 'crib' })
    const { guest } = await t.must('guest.profile', { id: t.zhang })
    await t.must('guest.update', { id: t.zhang, version: guest.version, birthDate: '1980-03-11' })
    const kinds = async () =>
      (await t.must('insight.booking', { id })).suggestions.map(({ kind, weight }) => [kind, weight])
    expect(await kinds()).toEqual([
      ['wish', 80],
      ['birthday', 70],
    ])
    await t.must('suggestion.vote', { kind: 'birthday', vote: 'up' })
    expect(await kinds()).toEqual([
      ['birthday', 105],
      ['wish', 80],
    ])
  })

  test('says what went wrong at the last stay: a long wait, a low mark, a wish declined; and of nothing before it', async () => {
    const before = await t.book({ arrival: '2026-03-04', departure: '2026-03-05' })
    const last = await t.book({ arrival: '2026-03-06', departure: '2026-03-08' })
    const crib = await t.must('request.create', { bookingId: last, kind: 'crib' })
    await t.must('request.advance', { id: crib.id, version: 1, action: 'decline', reason: 'none left' })
    const id = await t.book()
    const suggested = async () => (await t.must('insight.booking', { id })).suggestions
    expect(await suggested()).toEqual([])
    const raw = openRaw(t.file, { readonly: false })
    const put = (booking: number, arrived: string, mark: number) => {
      raw.prepare("update bookings set status = 'checked-out' where id = ?").run(booking)
      raw
        .prepare(
          `insert into stays (booking_id, arrived_at, checked_in_at, checked_in_on, do_not_disturb, incognito, accepted,
             feedback_mark, feedback_text, feedback_at, version)
           values (?, ?, '2026-03-06T06:00:00.000Z', '2026-03-06', 0, 0, '[]', ?, 'noisy', '2026-03-08T02:00:00.000Z', 1)`,
        )
        .run(booking, arrived, mark)
    }
    put(before, '2026-03-06T01:00:00.000Z', 1)
    expect(await suggested()).toMatchObject([{ waited: 300, mark: 1, declined: [] }])
    put(last, '2026-03-06T05:15:30.000Z', 2)
    const declined = [{ kind: 'crib', text: '', fromPreference: false }]
    const kind = 'last-stay'
    expect(await suggested()).toMatchObject([{ kind, waited: 44, mark: 2, markText: 'noisy', declined }])
    raw.exec("update stays set arrived_at = '2026-03-06T05:31:00.000Z', feedback_mark = 3")
    expect(await suggested()).toMatchObject([{ kind, waited: null, mark: null, markText: '', declined }])
    raw.close()
  })

  test('offers what the guest prefers and has not asked for, until that is noted', async () => {
    const id = await t.book()
    await prefer()
    const offer = {
      item: 'request:quiet',
      because: { kind: 'preference', group: 'room-feature', value: 'quiet' },
    }
    expect(await t.must('insight.booking', { id })).toMatchObject({ offers: [offer] })
    expect(await t.must('insight.guest', { id: t.zhang })).toMatchObject({ bookingId: id, offers: [offer] })
    const typed = { guestId: t.zhang, arrival: '2026-03-10', departure: '2026-03-12', adults: 1 }
    expect(await t.must('insight.newOffers', typed)).toEqual({ excluded: false, offers: [offer] })
    const requests = [{ kind: 'quiet' as const }]
    expect(await t.must('insight.newOffers', { ...typed, requests })).toMatchObject({ offers: [] })
    const noted = { guestId: t.zhang, bookingId: id, item: 'request:quiet', basis: 'preference' } as const
    await t.must('offer.note', { ...noted, outcome: 'declined', place: 'booking' })
    expect(await t.must('insight.booking', { id })).toMatchObject({ offers: [] })
    expect(await t.must('insight.offerRules', {})).toMatchObject({
      byBasis: [{ basis: 'preference', offered: 1, taken: 0, share: null }, {}, {}],
    })
  })

  test('says nothing of who is left out of automated judgement', async () => {
    const id = await t.book()
    await prefer()
    await t.must('request.create', { bookingId: id, kind: 'crib' })
    await exclude()
    const empty = { excluded: true, judged: null, offers: [] }
    expect(await t.must('insight.booking', { id })).toMatchObject({ ...empty, suggestions: [] })
    expect(await t.must('insight.guest', { id: t.zhang })).toMatchObject(empty)
  })

  test('is for clerks, the rules for managers; who is not on file is refused', async () => {
    const clerk = t.deskAs('clerk')
    expect(await clerk.call('insight.guest', { id: t.zhang })).toMatchObject({ ok: true })
    expect(await clerk.call('insight.offerRules', {})).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
    expect(await t.call('insight.guest', { id: 999 })).toMatchObject({ refusal: { code: 'GUEST_UNKNOWN' } })
    expect(await t.call('insight.booking', { id: 999 })).toMatchObject({
      refusal: { code: 'BOOKING_UNKNOWN' },
    })
  })
})
