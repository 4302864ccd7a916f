import { expect, test } from 'vitest'
import { type BookingHotel, eachBookingHotel } from '../booking/hotel.ts'

/** What a clerk does for a guest at the desk: the log says for whom, and it can be undone. */
const t = eachBookingHotel()

const ofGuest = { version: 1 } as const
const changes: Record<string, (t: BookingHotel) => Promise<unknown>> = {
  'guest.saveContact': ({ must, zhang }) =>
    must('guest.saveContact', { guestId: zhang, ...ofGuest, kind: 'mobile', value: '13800138000' }),
  'guest.saveAlert': ({ must, zhang }) =>
    must('guest.saveAlert', {
      guestId: zhang,
      ...ofGuest,
      area: 'billing',
      text: 'pays in advance',
      blocks: 'check-in',
    }),
  'guest.saveNote': ({ must, zhang }) =>
    must('guest.saveNote', { guestId: zhang, ...ofGuest, text: 'by train' }),
  'guest.setPreference': ({ must, zhang }) =>
    must('guest.setPreference', { guestId: zhang, ...ofGuest, group: 'bed', value: 'king' }),
  'guest.setTags': ({ must, zhang }) => must('guest.setTags', { guestId: zhang, ...ofGuest, tags: ['vip'] }),
}

test.each(Object.entries(changes))('%s names its guest and is undone', async (operation, run) => {
  const before = await t.must('guest.profile', { id: t.zhang })
  await run(t)
  const [row] = (await t.must('guest.changes', { id: t.zhang, limit: 1 })).rows
  expect(row).toMatchObject({ operation, label: 'Zhang Wei 张伟', undoable: true })
  await t.must('change.undo', { change: row?.command ?? 0 })
  const after = await t.must('guest.profile', { id: t.zhang })
  expect({ ...after.guest, version: 0 }).toEqual({ ...before.guest, version: 0 })
  const [undo, undone] = (await t.must('guest.changes', { id: t.zhang, limit: 2 })).rows
  expect(undo).toMatchObject({ operation: 'change.undo', undoes: row?.command, label: 'Zhang Wei 张伟' })
  expect(undone).toMatchObject({ undoneBy: undo?.command, undoable: false })
})

test('a request made, changed or declined names the guest of its booking and what is asked, and is undone', async () => {
  const bookingId = await t.book({ guestId: t.zhang, bookerId: t.anna })
  const { id } = await t.must('request.create', { bookingId, kind: 'quiet', text: 'away from the lift' })
  const newest = async () =>
    (await t.must('change.list', { entity: 'request', entityId: id, limit: 1 })).rows[0]
  const named = {
    whom: { guestId: t.zhang, name: 'Zhang Wei 张伟' },
    wish: { kind: 'quiet', text: 'away from the lift', fromPreference: false },
    undoable: true,
  }
  expect(await newest()).toMatchObject({ operation: 'request.create', ...named })
  await t.must('request.advance', { id, version: 1, action: 'decline', reason: 'full' })
  const declined = await newest()
  expect(declined).toMatchObject({ operation: 'request.advance', ...named })
  // Who booked for another finds it among their own changes, too
  expect((await t.must('guest.changes', { id: t.anna, limit: 1 })).rows[0]).toMatchObject(named)
  await t.must('change.undo', { change: declined?.command ?? 0 })
  expect((await t.must('booking.get', { id: bookingId })).requests).toMatchObject([{ id, status: 'open' }])
})
