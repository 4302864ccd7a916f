import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { type BookingHotel, openBookingHotel } from './hotel.ts'
import * as steps from './steps.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const ask = (over: Partial<InputOf<'booking.lastTime'>> = {}) =>
  t.must('booking.lastTime', {
    guestId: t.zhang,
    arrival: '2026-03-20' as never,
    departure: '2026-03-22' as never,
    ...over,
  })

/** A stay of Zhang in 101 that began on the business date. */
async function stayed() {
  const company = (await t.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })).id
  const id = await t.book({
    arrival: '2026-03-02' as never,
    departure: '2026-03-04' as never,
    ratePlanId: t.breakfast,
    roomId: t.rooms['101'],
    adults: 2,
    companyId: company,
    requests: [{ kind: 'quiet' }, { kind: 'other', text: 'desk lamp' }],
  })
  await steps.write(t, 'bookings', { status: 'in-house' }, id)
  return { id, company }
}

test('who never stayed had no last time, and a booking to come is none', async () => {
  await t.book()
  expect(await ask()).toBeNull()
})

test('the last stay is told with its people, accounts and wishes, and all of it can be had', async () => {
  const { id, company } = await stayed()
  const { requests } = await t.must('booking.get', { id })
  const lamp = requests.find(({ kind }) => kind === 'other')
  await t.must('request.create', { bookingId: id, kind: 'quiet' })
  await t.must('request.advance', {
    id: lamp?.id as never,
    version: lamp?.version ?? 0,
    action: 'decline',
    reason: 'none here',
  })
  expect(await ask()).toEqual({
    guestId: t.zhang,
    stay: { id, confirmationNo: expect.any(String), arrival: '2026-03-02', departure: '2026-03-04' },
    roomTypeId: t.std,
    ratePlanId: t.breakfast,
    roomId: t.rooms['101'],
    lacks: [],
    persons: { adults: 2, children: 0, infants: 0 },
    company: { id: company, name: 'Acme' },
    agency: null,
    wishes: [{ kind: 'quiet', text: '', department: 'front-office' }],
  })
})

test('what can not be had again is named: the room that another has, the type that is sold out', async () => {
  await stayed()
  const dates = { arrival: '2026-03-20' as never, departure: '2026-03-22' as never }
  await t.book({ ...dates, guestId: t.anna, roomId: t.rooms['101'] })
  const taken = { code: 'ROOM_TAKEN', params: { room: '101', night: '2026-03-20' } }
  expect(await ask()).toMatchObject({ roomTypeId: t.std, roomId: null, lacks: [taken] })
  await t.book({ ...dates, guestId: t.li })
  await t.book({ ...dates, guestId: t.li })
  expect(await ask()).toMatchObject({
    roomTypeId: t.std,
    lacks: [{ code: 'TYPE_SOLD_OUT', params: { roomType: 'STD', night: '2026-03-20' } }, taken],
  })
  // Day use takes no night: nothing is sold out of it
  expect(await ask({ departure: '2026-03-20' as never })).toMatchObject({ lacks: [] })
})
