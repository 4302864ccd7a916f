import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
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

const undo = async (entity: 'shift-note') => {
  const [row] = (await t.must('change.list', { entity, limit: 1 })).rows
  return t.call('change.undo', { change: row?.command as number })
}

test('counts are those of the lists, and the rows of a view are who was counted', async () => {
  const { counts, rows } = await t.must('today.read', {})
  expect(rows).toEqual([])
  for (const view of ['due-in', 'in-house', 'due-out'] as const) {
    const { total } = await t.must('booking.list', { view, limit: 1 })
    expect([view, counts[view]]).toEqual([view, total])
    expect((await t.must('today.read', { view })).rows.length).toBe(total)
  }
})

describe('a shift’s note', () => {
  test('is left, ticked off by name, opened again and undone', async () => {
    const { id, version } = await t.must('today.addNote', { text: 'Safe key is with Lin' })
    expect(await t.must('today.notes', {})).toMatchObject([
      { id, text: 'Safe key is with Lin', createdBy: 'Ada Min', tickedAt: null, version: 1 },
    ])
    await t.must('today.tickNote', { id, version, done: true })
    expect(await t.must('today.notes', {})).toMatchObject([{ tickedBy: 'Ada Min', version: 2 }])
    expect(await t.call('today.tickNote', { id, version: 2, done: true })).toMatchObject({
      refusal: { code: 'NOTE_TICKED' },
    })
    expect(await undo('shift-note')).toMatchObject({ ok: true })
    expect(await t.must('today.notes', {})).toMatchObject([{ tickedAt: null, version: 3 }])
    await t.must('today.tickNote', { id, version: 3, done: true })
    await t.must('today.tickNote', { id, version: 4, done: false })
    expect(await t.must('today.notes', {})).toMatchObject([{ tickedBy: null, version: 5 }])
  })

  test('is refused without words, with a card’s number, and after it is gone', async () => {
    expect(await t.call('today.addNote', { text: ' ' })).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
    expect(await t.call('today.addNote', { text: 'Card 4111 1111 1111 1111' })).toMatchObject({
      refusal: { code: 'CARD_NUMBER' },
    })
    const { id } = await t.must('today.addNote', { text: 'Keys' })
    expect(await undo('shift-note')).toMatchObject({ ok: true })
    expect(await t.call('today.tickNote', { id, version: 1, done: true })).toMatchObject({
      refusal: { code: 'SHIFT_NOTE_UNKNOWN' },
    })
  })
})
