import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { change, newestChange } from '../booking/steps.ts'

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
})
