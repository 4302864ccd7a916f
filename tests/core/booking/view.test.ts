import { expect, test } from 'vitest'
import { eachBookingHotel } from './hotel.ts'
import { change, date } from './steps.ts'

const t = eachBookingHotel()

test('a booking that is not there is named, and one that nobody arranged has no agency and no company', async () => {
  const unknown = { refusal: { code: 'BOOKING_UNKNOWN', params: { id: 99 } } }
  expect(await t.call('booking.get', { id: 99 as never })).toMatchObject(unknown)
  const what = { kind: 'details', comment: 'x' }
  expect(await t.call('booking.previewChange', { id: 99 as never, change: what as never })).toMatchObject(
    unknown,
  )
  const id = await t.book({})
  expect(await t.must('booking.get', { id })).toMatchObject({ agency: null, company: null, booker: null })
  const { id: agencyId } = await t.must('account.save', { kind: 'agency', code: 'CT', name: 'City' })
  const arranged = await t.book({ agencyId, bookerId: t.anna })
  expect(await t.must('booking.get', { id: arranged })).toMatchObject({
    agency: { id: agencyId, name: 'City' },
    company: null,
    booker: { id: t.anna, name: 'Anna Müller' },
  })
})

test('the preview of what is refused shows nothing but why', async () => {
  const preview = await t.must('booking.previewCreate', t.draft({ departure: '2026-03-09' }))
  expect(preview).toEqual({
    facts: [],
    nights: [],
    nightsBefore: 0,
    nightsAfter: 0,
    totalBeforeMinor: 0,
    totalAfterMinor: 0,
    reasonFor: null,
    dayUse: null,
    refusal: { code: 'DEPARTURE_BEFORE_ARRIVAL', params: expect.anything() },
  })
})

test('a preview calls guests by their names', async () => {
  const id = await t.book({ companions: [t.anna] })
  const what = { kind: 'guests', guestId: t.li, companions: [] }
  const { facts } = await t.must('booking.previewChange', { id, change: what as never })
  for (const name of ['Zhang Wei', 'Li Na', 'Anna Müller']) expect(JSON.stringify(facts)).toContain(name)
})

test('open requests go with the day of arrival, what is done stays as it was', async () => {
  const id = await t.book({ departure: '2026-03-14' })
  const made = async (kind: 'crib' | 'quiet') => (await t.must('request.create', { bookingId: id, kind })).id
  const open = await made('crib')
  const done = await made('quiet')
  await t.must('request.advance', { id: done, version: 1, action: 'done' })
  await change(t, id, {
    kind: 'dates',
    arrival: date('2026-03-12'),
    departure: date('2026-03-14'),
    keepRates: true,
  })
  const { requests } = await t.must('booking.get', { id })
  expect(requests.map((one) => [one.id, one.dueOn, one.version])).toEqual(
    expect.arrayContaining([
      [open, '2026-03-12', 2],
      [done, '2026-03-10', 2],
    ]),
  )
})

test('the last page of a booking’s changes says that it is the last', async () => {
  const id = await t.book({})
  await change(t, id, { kind: 'details', comment: 'quiet guest' } as never)
  const all = await t.must('booking.changes', { id, limit: 2 })
  expect(all).toMatchObject({ next: null, rows: [{}, {}] })
  const first = await t.must('booking.changes', { id, limit: 1 })
  expect(first.rows).toEqual(all.rows.slice(0, 1))
  const last = await t.must('booking.changes', { id, limit: 1, after: first.next ?? '' })
  expect([last.rows.map(({ seq }) => seq), last.next]).toEqual([[all.rows[1]?.seq], null])
})
