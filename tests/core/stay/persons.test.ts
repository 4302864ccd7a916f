import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { closeAtAnyTime, closeDay } from '../../support/close.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()
let id: BookingId
beforeEach(async () => {
  id = await t.book({
    arrival: '2026-03-02',
    departure: '2026-03-04',
    roomId: t.rooms['101'],
    companions: [t.li],
    adults: 2,
  })
})

type Person = InputOf<'stay.setPersons'>['persons'][number]
const from = (a: string, b: string) => ({ from: a as BusinessDate, to: b as BusinessDate })
const set = async (...persons: Person[]) =>
  t.call('stay.setPersons', { id, version: await t.version(id), persons })
const persons = async () =>
  (await t.must('stay.persons', { id })).map(({ guestId, dates, share }) => [guestId, dates, share])
const checkIn = async () =>
  t.must('stay.checkIn', { id, version: await t.version(id), accept: ['not-registered'] })
const registered = async () => {
  const { rows } = await t.must('registration.list', { show: 'day' })
  return rows.map(({ guestId, event }) => [guestId, event])
}
const undoLast = async () => {
  const { rows } = await t.must('change.list', { limit: 1 })
  return t.must('change.undo', { change: rows[0]?.seq as number })
}

describe('own dates', () => {
  test.each<[string, string, string]>([
    ['2026-03-03', '2026-03-05', 'DATES_OUTSIDE_STAY'],
    ['2026-03-01', '2026-03-03', 'DATES_OUTSIDE_STAY'],
    ['2026-03-03', '2026-03-03', 'DATES_REVERSED'],
  ])('from %s to %s: %s', async (a, b, code) => {
    expect(await set({ guestId: t.li, dates: from(a, b) })).toMatchObject({ refusal: { code } })
  })

  test('are of those who stay along, and of a booking that is not over', async () => {
    const own = { dates: from('2026-03-02', '2026-03-03') }
    expect(await set({ guestId: t.anna, dates: null })).toMatchObject({ refusal: { code: 'NOT_ALONG' } })
    expect(await set({ guestId: t.zhang, ...own })).toMatchObject({ refusal: { code: 'NOT_ALONG' } })
    await t.must('booking.cancel', { id, version: await t.version(id), reason: 'Ill' })
    expect(await set({ guestId: t.li, ...own })).toMatchObject({ refusal: { code: 'BOOKING_ENDED' } })
  })

  test('who goes before the others, by dates given before, is named from that day on until registered as gone', async () => {
    await closeAtAnyTime(t)
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03') })
    await checkIn()
    const open = async () => (await t.must('registration.list', {})).unregistered
    const record = () => t.call('registration.record', { bookingId: id, event: 'departure' })
    expect(await open()).toEqual([])
    expect(await record()).toMatchObject({ refusal: { code: 'REGISTRATION_RECORDED' } })
    await closeDay(t)
    expect(await open()).toMatchObject([{ event: 'departure', guestId: t.li, roomNumber: '101' }])
    expect((await t.must('audit.day', {})).warnings).toContainEqual(
      expect.objectContaining({ kind: 'unregistered', total: 1 }),
    )
    expect(await record()).toMatchObject({ output: { recorded: 1 } })
    expect(await registered()).toEqual([[t.li, 'departure']])
    expect(await open()).toEqual([])
    await undoLast()
    expect(await open()).toHaveLength(1)
  })

  test('who comes later is not asked for at check-in, and who comes and goes is registered so', async () => {
    expect(await set({ guestId: t.li, dates: from('2026-03-03', '2026-03-04') })).toMatchObject({ ok: true })
    await checkIn()
    expect(await registered()).toEqual([[t.zhang, 'arrival']])
    expect(await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03') })).toMatchObject({ ok: true })
    expect(await registered()).toContainEqual([t.li, 'arrival'])
    await undoLast()
    expect(await registered()).toEqual([[t.zhang, 'arrival']])
  })
})

describe('in the house', () => {
  test('who went before neither moves nor goes with the others', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await closeAtAnyTime(t)
    await checkIn()
    await closeDay(t)
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03') })
    expect(await registered()).toEqual([[t.li, 'departure']])
    const version = await t.version(id)
    await t.must('stay.moveRoom', { id, version, roomId: t.rooms['102'], reason: 'Noise' })
    await t.must('stay.checkOut', {
      id,
      version: await t.version(id),
      accept: ['early-departure', 'owing'],
    })
    expect(await registered()).toEqual([
      [t.li, 'departure'],
      [t.zhang, 'move'],
      [t.zhang, 'departure'],
    ])
  })

  test('a check-out is reversed after its departure was sent, and the next one is sent again', async () => {
    await checkIn()
    const checkOut = async () =>
      t.must('stay.checkOut', { id, version: await t.version(id), accept: ['early-departure'] })
    const departures = async () =>
      (await t.must('registration.list', { show: 'day' })).rows.filter(({ event }) => event === 'departure')
    await checkOut()
    const rows = (await departures()).map((one) => ({ id: one.id, version: one.version }))
    await t.must('registration.mark', { rows, as: 'sent' })
    await t.must('stay.reverseCheckOut', { id, version: await t.version(id) })
    expect(await t.must('booking.get', { id })).toMatchObject({ status: 'in-house' })
    expect((await departures()).map(({ state }) => state)).toEqual(['changed', 'changed'])
    await checkOut()
    expect((await departures()).map(({ state }) => state)).toEqual([
      'changed',
      'changed',
      'to-send',
      'to-send',
    ])
  })

  test('who is taken out is registered no more, who joins is registered as arrived', async () => {
    await checkIn()
    const change = async (companions: InputOf<'booking.changeGuests'>['companions']) =>
      t.must('booking.changeGuests', { id, version: await t.version(id), companions })
    await change([])
    expect(await registered()).toEqual([[t.zhang, 'arrival']])
    await change([t.anna])
    expect(await registered()).toContainEqual([t.anna, 'arrival'])
  })

  test('who joins beyond the number of persons is one adult more, in the same act, unless the desk counts otherwise', async () => {
    const stay = { arrival: '2026-03-02', departure: '2026-03-04', roomId: t.rooms['102'] }
    const alone = await t.book({ ...stay, guestId: t.anna })
    await t.must('stay.checkIn', { id: alone, version: 1, accept: ['not-registered'] })
    const counts = async () => {
      const { adults, children, infants } = await t.must('booking.get', { id: alone })
      return [adults, children, infants]
    }
    const change = async (input: Omit<InputOf<'booking.changeGuests'>, 'id' | 'version'>) =>
      t.must('booking.changeGuests', { id: alone, version: await t.version(alone), ...input })
    const joins = { kind: 'guests' as const, companions: [t.li] }
    const { facts } = await t.must('booking.previewChange', { id: alone, change: joins })
    expect(facts).toContainEqual({ field: 'adults', before: 1, after: 2 })
    await change(joins)
    expect(await counts()).toEqual([2, 0, 0])
    const { rows } = await t.must('change.list', { operation: 'booking.changeGuests', entity: 'booking' })
    expect(rows[0]).toMatchObject({ before: { adults: 1 }, after: { adults: 2 } })
    await undoLast()
    expect(await counts()).toEqual([1, 0, 0])

    await change({ companions: [t.li], children: 1 })
    expect(await counts()).toEqual([1, 1, 0])
    await change({ companions: [t.zhang] })
    expect(await counts()).toEqual([1, 1, 0])
    await change({ companions: [] })
    expect(await counts()).toEqual([1, 1, 0])
    await change({ companions: [t.li] })
    expect(await counts()).toEqual([1, 1, 0])
  })

  test('changes made together register who joins and who is taken out as one change does', async () => {
    await checkIn()
    const guests = { kind: 'guests' as const, companions: [t.anna] }
    const version = await t.version(id)
    await t.must('booking.changeTogether', { changes: [{ id, version, steps: [guests] }] } as never)
    expect(await registered()).toEqual([
      [t.zhang, 'arrival'],
      [t.anna, 'arrival'],
    ])
    await undoLast()
    expect(await registered()).not.toContainEqual([t.anna, 'arrival'])
  })
})

describe('parts of the rate', () => {
  const paysHalfEach = async () => {
    expect(await persons()).toEqual([
      [t.zhang, null, 1],
      [t.li, null, 1],
    ])
    await t.must('folio.postRoom', { bookingId: id, nights: ['2026-03-02' as BusinessDate] })
    const money = await t.must('folio.ofBooking', { bookingId: id })
    expect(money.folios.map(({ balanceMinor }) => balanceMinor)).toEqual([25_000, 25_000])
  }

  test('a sharer gets an own folio; nights are posted by parts, and the undo takes it back', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await checkIn()
    expect(await set({ guestId: t.li, dates: null, share: 1 })).toMatchObject({ ok: true })
    await paysHalfEach()
    await t.must('change.undo', {
      change: (await t.must('change.list', { operation: 'folio.postRoom' })).rows[0]?.seq as number,
    })
    await t.must('change.undo', {
      change: (await t.must('change.list', { operation: 'stay.setPersons' })).rows[0]?.seq as number,
    })
    expect((await persons())[1]).toEqual([t.li, null, null])
  })

  test('a sharer with own dates pays of those nights alone; a part of nothing opens no folio', async () => {
    expect(await set({ guestId: t.li, dates: null, share: 0 })).toMatchObject({ ok: true })
    expect((await persons()).map(([, , share]) => share)).toEqual([null, null])
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03'), share: 3 })
    const { folios } = await t.must('folio.ofBooking', { bookingId: id })
    const sharer = await t.must('folio.get', { id: folios[1]?.id as never })
    expect(sharer).toMatchObject({ share: 3, shareFrom: '2026-03-02', shareTo: '2026-03-03' })
    await set({ guestId: t.li, dates: null })
    expect(await t.must('folio.get', { id: folios[1]?.id as never })).toMatchObject({
      share: 3,
      shareFrom: null,
    })
  })

  test('a sharer whose nights the booking was moved away from pays of all nights, as they are asked about', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await set({ guestId: t.li, dates: from('2026-03-03', '2026-03-04'), share: 1 })
    const version = await t.version(id)
    const dates = { arrival: '2026-03-02', departure: '2026-03-03' }
    await t.must('booking.changeDates', { id, version, ...dates } as never)
    await checkIn()
    await paysHalfEach()
  })

  test('dates set by hand on the folio stay until those of that guest change', async () => {
    id = await t.book({
      arrival: '2026-03-02',
      departure: '2026-03-04',
      roomTypeId: t.dlx,
      companions: [t.li, t.anna],
      adults: 3,
    })
    const own = from('2026-03-02', '2026-03-04')
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03'), share: 1 })
    const { folios } = await t.must('folio.ofBooking', { bookingId: id })
    const folio = async () => t.must('folio.get', { id: folios[1]?.id as never })
    const { version, creditLimitMinor, noPost } = await folio()
    await t.must('folio.setTerms', {
      id: folios[1]?.id as never,
      version,
      creditLimitMinor,
      noPost,
      share: 2,
      shareFrom: own.from,
      shareTo: own.to,
    })
    const byHand = { share: 2, shareFrom: own.from, shareTo: own.to, version: (await folio()).version }
    // The page sends everybody's dates, and the part of whom it was typed for
    const li = { guestId: t.li, dates: from('2026-03-02', '2026-03-03') }
    await set(li, { guestId: t.anna, dates: from('2026-03-03', '2026-03-04') })
    await set(li, { guestId: t.anna, dates: null, share: 1 })
    expect(await folio()).toMatchObject(byHand)
    await set({ ...li, share: 3 })
    expect(await folio()).toMatchObject({ share: 3, shareFrom: own.from, shareTo: own.to })
    await set({ ...li, dates: from('2026-03-03', '2026-03-04') })
    expect(await folio()).toMatchObject({ share: 3, shareFrom: '2026-03-03', shareTo: '2026-03-04' })
  })

  test('who had a folio and no part of the rate begins with the dates of the stay', async () => {
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03') })
    const { id: folioId } = await t.must('folio.openForBooking', { bookingId: id })
    const sharer = await t.must('folio.openForBooking', { bookingId: id, guestId: t.li })
    expect(sharer.id).not.toBe(folioId)
    await set({ guestId: t.li, dates: from('2026-03-02', '2026-03-03'), share: 1 })
    expect(await t.must('folio.get', { id: sharer.id })).toMatchObject({
      share: 1,
      shareFrom: '2026-03-02',
      shareTo: '2026-03-03',
    })
  })
})
