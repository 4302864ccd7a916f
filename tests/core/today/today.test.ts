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
  const tonight = { arrival: '2026-03-02', departure: '2026-03-03' } as const
  await t.book(tonight)
  const id = await t.book({ ...tonight, roomId: t.rooms['101'] })
  await t.must('stay.checkIn', { id, version: await t.version(id), accept: ['not-registered'] })
  const { counts, rows } = await t.must('today.read', {})
  expect(rows).toEqual([])
  expect(counts).toMatchObject({ 'due-in': 1, 'in-house': 1, 'due-out': 0, arrived: 1 })
  for (const view of ['due-in', 'in-house', 'due-out'] as const) {
    const { total } = await t.must('booking.list', { view, limit: 1 })
    expect([view, counts[view]]).toEqual([view, total])
    expect((await t.must('today.read', { view })).rows.length).toBe(total)
  }
})

test('in the view of alerts each row says what must be known of its guest, what stops first', async () => {
  await t.book({ arrival: '2026-03-02', departure: '2026-03-03' })
  const { version } = (await t.must('guest.profile', { id: t.zhang })).guest
  const alert = { guestId: t.zhang, area: 'check-in' as const }
  await t.must('guest.saveAlert', { ...alert, version, text: 'Allergic to nuts' })
  await t.must('guest.saveAlert', {
    ...alert,
    version: version + 1,
    text: 'Owes a lamp',
    blocks: 'check-in',
  })
  const { rows } = await t.must('today.read', { view: 'alerts' })
  expect(rows.map(({ guestId, alerts }) => [guestId, alerts])).toEqual([
    [
      t.zhang,
      [
        { text: 'Owes a lamp', blocks: true },
        { text: 'Allergic to nuts', blocks: false },
      ],
    ],
  ])
  expect((await t.must('today.read', { view: 'due-in' })).rows[0]?.alerts).toEqual([])
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
