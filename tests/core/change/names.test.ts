import { afterEach, beforeEach, expect, test } from 'vitest'
import { meantBy } from '#core/change/names.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(() => t.close())

test('a row of the log says who by name, and names the guests it means', async () => {
  const id = await t.book({ guestId: t.zhang, bookerId: t.anna, companions: [t.li] })
  const { rows } = await t.must('change.list', { entity: 'booking', entityId: id })
  const admin = (await t.must('access.listUsers', {})).find((user) => user.login === 'admin')
  expect(rows[0]).toMatchObject({
    actor: 'admin',
    actorName: admin?.name,
    names: {
      [`guest:${t.zhang}`]: 'Zhang Wei 张伟',
      [`guest:${t.anna}`]: 'Anna Müller',
      [`guest:${t.li}`]: 'Li Na 李娜',
    },
    undone: null,
  })
  await t.must('change.undo', { change: rows[0]?.command ?? 0 })
  const after = await t.must('change.list', { entity: 'booking', entityId: id })
  const [undo, undone] = after.rows
  expect(undone?.undone).toEqual({ moment: undo?.moment, actorName: admin?.name })
  const { actors } = await t.must('change.facets', {})
  expect(actors).toContainEqual({ login: 'admin', name: admin?.name })
})

test('an id means somebody only where it is one', () => {
  expect(meantBy({ before: null, after: { guestId: 3, agencyId: null, companyId: 4, adults: 2 } })).toEqual([
    'guest:3',
    'account:4',
  ])
  expect(
    meantBy({ before: { companions: { 5: true, 3: true } }, after: { guestId: 3, companions: null } }),
  ).toEqual(['guest:3', 'guest:5'])
  expect(meantBy({ before: { companions: '' }, after: null })).toEqual([])
})

test('who is no longer on file has no name, and a document’s number is masked, on file or taken off', async () => {
  const { id: gone } = await t.must('guest.create', { nativeName: '过客' })
  const created = (await t.must('change.list', { limit: 1 })).rows[0]?.command ?? 0
  const id = await t.book({ companions: [gone] })
  await t.must('booking.changeGuests', { id, version: 1, companions: [] })
  await t.must('change.undo', { change: created })
  const { rows } = await t.must('change.list', { entity: 'booking', entityId: id })
  expect(rows[0]).toMatchObject({ label: '10000001', names: {}, before: { companions: { [gone]: true } } })
  expect(Object.keys(rows[1]?.names ?? {})).toEqual([`guest:${t.zhang}`])
  const document = { kind: 'passport', number: 'E12345678', country: 'CHN', expiresOn: '2030-01-01' } as const
  await t.must('guest.saveDocument', { guestId: t.li, version: 1, ...document })
  const { documents } = (await t.must('guest.profile', { id: t.li })).guest
  const documentId = documents[0]?.id as never
  await t.must('guest.removeDocument', { guestId: t.li, version: 2, id: documentId })
  const log = await t.must('change.list', { entity: 'guest', entityId: t.li })
  const masked = { ...document, number: documents[0]?.maskedNumber }
  expect(masked.number).not.toContain('345')
  expect(log.rows.slice(0, 2).map(({ before, after }) => [before, after])).toEqual([
    [{ documents: { [documentId]: masked } }, { documents: { [documentId]: null } }],
    [{ documents: { [documentId]: null } }, { documents: { [documentId]: masked } }],
  ])
  expect(log.rows.at(-1)?.after).not.toHaveProperty('documents.0')
})

test('the number of a document is masked in what was registered of a guest, and of a visitor', async () => {
  const document = { kind: 'passport', number: 'E12345678', country: 'CHN' } as const
  await t.must('guest.saveDocument', { guestId: t.li, version: 1, ...document })
  const stay = { arrival: '2026-03-02', departure: '2026-03-04', roomId: t.rooms['101'] }
  const id = await t.book({ guestId: t.li, ...stay })
  await t.must('stay.checkIn', { id, version: 1, accept: ['not-registered'] })
  const visitor = {
    name: 'Li Si',
    documentKind: 'passport',
    documentNumber: 'P7654321',
    roomNumber: '101',
  } as const
  await t.must('registration.noteVisitor', visitor)
  const { rows } = await t.must('change.list', { limit: 20 })
  const number = 'E*****678'
  expect(rows.find(({ entity }) => entity === 'registration')?.after).toMatchObject({
    data: { documentNumber: number },
  })
  expect(rows.find(({ entity }) => entity === 'visitor')?.after).toMatchObject({ documentNumber: 'P****321' })
  expect(JSON.stringify(rows)).not.toMatch(/E12345678|P7654321/)
  const story = await t.must('booking.changes', { id, limit: 20 })
  expect(JSON.stringify(story)).not.toContain('E12345678')
})

test('the log is read page by page, and its last page says that it is the last', async () => {
  const all = await t.must('change.list', { limit: 200 })
  expect(all.next).toBeNull()
  const [first, second, third, fourth] = all.rows
  const page = await t.must('change.list', { limit: 3 })
  expect(page).toEqual({ rows: [first, second, third], next: String(third?.seq) })
  expect((await t.must('change.list', { limit: 1, after: page.next ?? '' })).rows).toEqual([fourth])
  expect(await t.must('change.list', { limit: all.rows.length })).toEqual(all)
})
