import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel }
let guest: GuestId
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
  guest = t.made.guests.anna as GuestId
})
afterEach(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

/** Anna's booking. */
const id = 4 as BookingId
const lastMoment = async (of: { entity?: 'guest'; entityId?: number } = {}) =>
  (await t.must('change.list', { ...of, limit: 1 })).rows[0]?.moment ?? ''
const versionOf = async () => (await t.must('guest.profile', { id: guest })).guest.version

describe('a guest', () => {
  test('is what was known after each change, and whose change that was', async () => {
    const seen: { at: string; guest: object }[] = []
    const note = async () => {
      const { segmentTags: _, ...known } = (await t.must('guest.profile', { id: guest })).guest
      seen.push({ at: await lastMoment({ entity: 'guest', entityId: guest }), guest: known })
    }
    await note()
    await t.must('guest.update', {
      id: guest,
      version: await versionOf(),
      nationality: 'AUT',
      familyName: 'Mayer',
    })
    await note()
    await t.must('guest.saveNote', { guestId: guest, version: await versionOf(), text: 'Late arrival' })
    await note()
    await t.must('guest.setPreference', {
      guestId: guest,
      version: await versionOf(),
      group: 'pillow',
      value: 'firm',
    })
    await note()
    for (const [index, { at, guest: known }] of seen.entries()) {
      const then = await t.must('guest.asOf', { id: guest, at })
      expect(then.guest).toEqual(known)
      // Her booking was made after she was put on file
      const later = seen.length - 1 - index + Number(index === 0)
      expect(then.asOf).toMatchObject({ later, erased: false })
      expect(then.asOf.last).toMatchObject({ moment: at, actorName: 'Ada Min' })
    }
    // A date is its end
    const today = await t.must('guest.asOf', { id: guest, at: '2026-03-02' })
    expect(today.guest).toEqual(seen.at(-1)?.guest)
  })

  test('of whom a document was opened is the same', async () => {
    await t.must('guest.saveDocument', {
      guestId: guest,
      version: await versionOf(),
      kind: 'passport',
      number: 'C01X00T47',
      country: 'DEU',
    })
    const { documents } = (await t.must('guest.profile', { id: guest })).guest
    await t.must('guest.openDocument', { guestId: guest, id: documents[0]?.id as never })
    const then = await t.must('guest.asOf', { id: guest, at: await lastMoment() })
    expect(then.guest.documents).toEqual(documents)
    expect(Object.keys(then.guest)).not.toContain('opened')
  })
})

describe('a booking', () => {
  test('is what was known after each change, with its guest and requests', async () => {
    const seen: { at: string; booking: object }[] = []
    const note = async () => {
      const booking = await t.must('booking.get', { id })
      const requests = booking.requests.map((request) => request)
      seen.push({ at: await lastMoment(), booking: { ...booking, requests, allowed: [] } })
    }
    const version = async () => (await t.must('booking.get', { id })).version
    await note()
    const { nights } = await t.must('booking.get', { id })
    await t.must('booking.changeRate', {
      id,
      version: await version(),
      rates: [{ night: nights[0]?.night as never, rateMinor: 1 }],
      reason: 'complaint',
    } as never)
    await note()
    await t.must('request.create', { bookingId: id, kind: 'crib' } as never)
    await note()
    await t.must('booking.changeDates', {
      id,
      version: await version(),
      arrival: nights[1]?.night as never,
      departure: '2026-03-09' as never,
    } as never)
    await note()
    await t.must('guest.update', { id: guest, version: await versionOf(), familyName: 'Mayer' })
    await note()
    await t.must('booking.cancel', { id, version: await version(), reason: 'plans' })
    await note()
    for (const { at, booking } of seen) {
      const then = await t.must('booking.asOf', { id, at })
      expect(then.booking).toEqual(booking)
    }
    // A request is of the booking, a change of the guest's name is not
    const asked = await t.must('booking.asOf', { id, at: seen[2]?.at ?? '' })
    expect(asked.asOf).toMatchObject({ last: { operation: 'request.create' }, later: 3 })
    const named = await t.must('booking.asOf', { id, at: seen[4]?.at ?? '' })
    expect(named.asOf).toMatchObject({ last: { operation: 'booking.changeDates' }, later: 1 })
  })

  test('was not there before it was made, and not once its making was undone', async () => {
    const before = (await t.must('change.list', { entity: 'booking', entityId: id, limit: 1 })).rows[0]
    expect(await t.call('booking.asOf', { id, at: '2026-03-01' })).toMatchObject({
      refusal: { code: 'NOT_THERE_YET', params: { at: '2026-03-01', since: '2026-03-02' } },
    })
    await t.must('change.undo', { change: before?.command ?? 0 })
    expect(await t.call('booking.asOf', { id, at: '2026-03-02' })).toMatchObject({
      refusal: { code: 'GONE_BY_THEN', params: { by: 'Ada Min' } },
    })
    expect(await t.must('booking.asOf', { id, at: before?.moment ?? '' })).toMatchObject({
      booking: { status: 'confirmed' },
    })
  })
})

test('what lies ahead, is no moment or means nobody is refused', async () => {
  for (const at of ['2026-03-03', '2030-01-01T00:00:00.000Z'])
    expect(await t.call('guest.asOf', { id: guest, at })).toMatchObject({ refusal: { code: 'AS_OF_AHEAD' } })
  for (const at of ['yesterday', '2026-02-30', ''])
    expect(await t.call('booking.asOf', { id, at })).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
  expect(await t.call('guest.asOf', { id: 999 as never, at: '2026-03-02' })).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN' },
  })
  expect(await t.call('booking.asOf', { id: 999 as never, at: '2026-03-02' })).toMatchObject({
    refusal: { code: 'BOOKING_UNKNOWN' },
  })
})
