import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { GuestId } from '#shared/values/index.ts'
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

describe('who stays along', () => {
  const tonight = { arrival: '2026-03-02', departure: '2026-03-04' } as const
  const bookFamily = (companions: GuestId[]) =>
    t.book({ ...tonight, roomTypeId: t.dlx, roomId: t.rooms['201'], adults: 3, companions })
  const views = ['alerts', 'birthdays', 'anniversaries', 'vips'] as const

  /** A guest of whom everything is to be known today. */
  async function someone(givenName: string): Promise<GuestId> {
    const { id } = await t.must('guest.create', { familyName: 'Roe', givenName, birthDate: '1980-03-02' })
    await t.must('guest.setTags', { guestId: id, version: 1, tags: ['VIP'] })
    await t.must('guest.saveAlert', {
      guestId: id,
      version: 2,
      area: 'check-in',
      text: `${givenName} is deaf`,
    })
    return id
  }

  const rowsOf = async (view: (typeof views)[number]) => {
    const { rows, counts } = await t.must('today.read', { view })
    expect(counts[view]).toBe(rows.length)
    return rows
  }

  test('is among the alerts, birthdays and VIPs of who is due in and in house, and in no list of bookings', async () => {
    const [ann, ben] = [await someone('Ann'), await someone('Ben')]
    const id = await bookFamily([ann, ben])
    for (const step of ['due in', 'in house']) {
      for (const view of ['alerts', 'birthdays', 'vips'] as const) {
        const rows = await rowsOf(view)
        expect([
          step,
          view,
          rows.map((row) => [row.id, row.guestId, row.staysAlong, row.roomNumber]),
        ]).toEqual([step, view, [ann, ben].map((guest) => [id, guest, true, '201'])])
      }
      expect((await rowsOf('alerts')).map(({ alerts }) => alerts.map(({ text }) => text))).toEqual([
        ['Ann is deaf'],
        ['Ben is deaf'],
      ])
      const { counts } = await t.must('today.read', {})
      expect(counts['due-in'] + counts['in-house']).toBe(1)
      if (step === 'due in')
        await t.must('stay.checkIn', { id, version: await t.version(id), accept: ['not-registered'] })
    }
  })

  test('comes and goes by own dates', async () => {
    const [ann, ben] = [await someone('Ann'), await someone('Ben')]
    const id = await bookFamily([ann, ben])
    const dates = { from: '2026-03-03', to: '2026-03-04' } as const
    const persons = [{ guestId: ann, dates }]
    await t.must('stay.setPersons', { id, version: await t.version(id), persons })
    expect((await rowsOf('birthdays')).map(({ guestId }) => guestId)).toEqual([ben])
  })
})

describe('what turns by the clock alone', () => {
  test('is read again at the moment at which the next is expected no longer or is overdue', async () => {
    // It is noon in the hotel
    expect((await t.must('today.read', {})).changesAt).toBeNull()
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-03', holdUntil: '18:00' })
    const evening = '2026-03-02T10:00:00.000Z'
    expect(await t.must('today.read', {})).toMatchObject({ counts: { 'no-shows': 0 }, changesAt: evening })
    await t.must('request.create', {
      bookingId: id,
      kind: 'crib',
      department: 'housekeeping',
      dueOn: '2026-03-02',
      dueTime: '13:00',
    })
    const due = await t.must('today.read', {})
    expect(due.work).toEqual([{ department: 'housekeeping', overdue: 0, today: 1 }])
    // Until the end of that minute it is in time
    expect(due.changesAt).toBe('2026-03-02T05:01:00.000Z')
    expect((await t.must('request.board', {})).changesAt).toBe(due.changesAt)
    t.advance(62)
    const after = await t.must('today.read', {})
    expect(after.work).toEqual([{ department: 'housekeeping', overdue: 1, today: 0 }])
    expect(after.changesAt).toBe(evening)
    t.advance(5 * 60)
    expect(await t.must('today.read', {})).toMatchObject({ counts: { 'no-shows': 1 }, changesAt: null })
  })
})

test('a room is not ready while its last guest is in it, however clean', async () => {
  const tonight = { arrival: '2026-03-02', departure: '2026-03-03' } as const
  const before = await t.book({ ...tonight, roomId: t.rooms['101'] })
  await t.must('stay.checkIn', { id: before, version: await t.version(before), accept: ['not-registered'] })
  const version = await t.version(before)
  await t.must('booking.assignRoom', { id: before, version, roomId: t.rooms['103'], reason: 'Noise' })
  const next = await t.book({ ...tonight, guestId: t.li, roomId: t.rooms['101'] })
  const { rows } = await t.must('today.read', { view: 'rooms-not-ready' })
  expect(rows.map(({ id, roomNumber }) => [id, roomNumber])).toEqual([[next, '101']])
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
