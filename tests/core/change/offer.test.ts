import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { change, date, newestChange, openDay } from '../booking/steps.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

describe('undo is offered', () => {
  test('where nothing later stands on it', async () => {
    const id = await t.book({})
    await change(t, id, { kind: 'details', comment: 'quiet guest' } as never)
    await change(t, id, { kind: 'room', roomId: t.rooms['101'] })
    const offered = async () =>
      (await t.must('booking.changes', { id })).rows.map((row) => [row.operation, row.undoable])
    expect(await offered()).toEqual([
      ['booking.assignRoom', true],
      ['booking.changeDetails', true],
      ['booking.create', false],
    ])
    await t.must('change.undo', { change: await newestChange(t, 'booking', id) })
    expect(await offered()).toEqual([
      ['change.undo', true],
      ['booking.assignRoom', false],
      ['booking.changeDetails', true],
      ['booking.create', false],
    ])
  })

  test('to whom it may be done by', async () => {
    await t.must('hotel.updateSettings', { version: 1, address: '1 Harbour Road' })
    const [first] = (await t.must('change.list', { limit: 1 })).rows
    await t.must('change.undo', { change: first?.seq ?? 0 })
    const clerk = await t.deskAs('clerk').call('change.list', { entity: 'settings' })
    expect(clerk).toMatchObject({
      ok: true,
      output: { rows: [{ undoable: false }, { undoable: false }, {}] },
    })
    const { rows } = await t.must('change.list', { entity: 'settings' })
    expect(rows[0]).toMatchObject({ operation: 'change.undo', undoable: true })
  })

  test('not of what is history: a stay that is over by the calendar, and what was asked for in it', async () => {
    const over = await t.book({ arrival: date('2026-03-03'), departure: date('2026-03-05') })
    const { id: wish } = await t.must('request.create', { bookingId: over, kind: 'quiet' })
    const later = await t.book({})
    const { id: open } = await t.must('request.create', { bookingId: later, kind: 'quiet' })
    await change(t, later, { kind: 'cancel' } as never)
    const offered = async (id: typeof over) =>
      (await t.must('booking.changes', { id })).rows.map((row) => [row.operation, row.entityId, row.undoable])
    expect(await offered(later)).toEqual([
      ['booking.cancel', later, true],
      ['request.create', open, true],
      ['booking.create', later, false],
    ])
    await openDay(t, '2026-03-06')
    expect(await offered(over)).toEqual([
      ['request.create', wish, true],
      ['booking.create', over, false],
    ])
    expect(await offered(later)).toEqual([
      ['booking.cancel', later, true],
      ['request.create', open, false],
      ['booking.create', later, false],
    ])
  })

  test('not of one field while a later change has it, but of another beside it', async () => {
    await t.must('guest.update', { id: t.anna, version: 1, nativeName: '安娜', givenName: 'Anne' })
    await t.must('guest.update', { id: t.anna, version: 2, familyName: 'Moller' })
    await t.must('guest.update', { id: t.anna, version: 3, givenName: 'Ann' })
    const { rows } = await t.must('change.list', { entity: 'guest', entityId: t.anna })
    expect(rows.map(({ undoable }) => undoable)).toEqual([true, true, false, false])
  })

  test('and refused where something was made upon the change, in the log of its booking', async () => {
    const { id: guestId } = await t.must('guest.create', { nativeName: '过客' })
    const id = await t.book({ guestId })
    expect(await t.call('change.undo', { change: await newestChange(t, 'guest', guestId) })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'booking' } },
    })
    const { id: wish } = await t.must('request.create', { bookingId: id, kind: 'quiet' })
    await t.must('change.undo', { change: await newestChange(t, 'request', wish) })
    const { rows } = await t.must('booking.changes', { id })
    expect(rows[0]).toMatchObject({ operation: 'change.undo', entity: 'request', after: null })
  })
})
