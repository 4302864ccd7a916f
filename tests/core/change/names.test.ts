import { afterEach, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
afterEach(() => t.close())

test('a row of the log says who by name, and names the guests it means', async () => {
  t = await openBookingHotel()
  const id = await t.book({ guestId: t.zhang, bookerId: t.anna, companions: [t.li] })
  const { rows } = await t.must('change.list', { entity: 'booking', entityId: id })
  const admin = (await t.must('access.listUsers', {})).find((user) => user.login === 'admin')
  expect(rows[0]).toMatchObject({
    actor: 'admin',
    actorName: admin?.name,
    names: { [`guest:${t.zhang}`]: '张伟', [`guest:${t.anna}`]: 'Anna Müller', [`guest:${t.li}`]: '李娜' },
    undone: null,
  })
  await t.must('change.undo', { change: rows[0]?.command ?? 0 })
  const after = await t.must('change.list', { entity: 'booking', entityId: id })
  const [undo, undone] = after.rows
  expect(undone?.undone).toEqual({ moment: undo?.moment, actorName: admin?.name })
  const { actors } = await t.must('change.facets', {})
  expect(actors).toContainEqual({ login: 'admin', name: admin?.name })
})
