import { beforeEach, expect, test } from 'vitest'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import type { BookingHotel } from '../booking/hotel.ts'
import { eachInHouse, zone } from './house.ts'

const house = eachInHouse()
let t: BookingHotel
let bookingId: BookingId
let hans: GuestId
let kid: GuestId
beforeEach(() => {
  ;({ t, bookingId, hans, kid } = house)
})

const asks = () => t.must('registration.asks', { bookingId })
const of = async (id: GuestId) => (await asks()).find(({ guestId }) => guestId === id)

/** A profile that was made two years before the business date. */
const knownLong = (id: GuestId) =>
  house.sql(`update guests set created_at = '2024-03-02T04:00:00.000Z' where id = ${id}`)
test('what a guest told long ago is asked again and confirmed at once; the log has it, and it is taken back', async () => {
  expect((await asks()).filter(({ told }) => told !== null)).toEqual([])
  knownLong(hans)
  // Nothing on file but the name: there is nothing to confirm
  expect((await of(hans))?.told ?? null).toBeNull()
  const { version } = (await t.must('guest.profile', { id: hans })).guest
  await t.must('guest.saveContact', { guestId: hans, version, kind: 'mobile', value: '13800138000' })
  expect((await of(hans))?.told).toEqual({
    since: '2024-03-02',
    documents: [],
    address: '',
    phones: [expect.stringContaining('138')],
    preferences: [],
  })
  await t.must('registration.confirmDetails', { guestId: hans, version: 0 })
  expect((await of(hans))?.told ?? null).toBeNull()
  const [change] = (await t.must('change.list', { entity: 'registrant' })).rows
  expect(change).toMatchObject({ operation: 'registration.confirmDetails', actor: 'admin' })
  await t.must('change.undo', { change: (change as { seq: number }).seq })
  expect((await of(hans))?.told).not.toBeNull()
})

test('a document is covered; confirming over somebody else is a conflict', async () => {
  const { version } = (await t.must('guest.profile', { id: hans })).guest
  await t.must('registration.takeDocument', { guestId: hans, version, text: zone })
  await t.must('registration.saveDetails', { guestId: hans, version: 0, address: 'Ring 1', city: 'Bonn' })
  house.sql(`update registrants set confirmed_on = '2025-01-01' where id = ${hans}`)
  expect((await of(hans))?.told).toMatchObject({
    since: '2025-01-01',
    documents: [{ kind: 'passport', number: 'L*****2C3', expiresOn: '2012-04-15' }],
    address: 'Ring 1, Bonn',
  })
  expect(await t.call('registration.confirmDetails', { guestId: hans, version: 0 })).toMatchObject({
    fault: { code: 'CONFLICT' },
  })
  house.sql(`update registrants set confirmed_on = '2026-03-02' where id = ${hans}`)
})

test('the card that a guest signs on a screen has a masked number, the printed one the whole', async () => {
  const { version } = (await t.must('guest.profile', { id: t.zhang })).guest
  await t.must('registration.takeDocument', { guestId: t.zhang, version, text: zone })
  const [card] = await t.must('registration.cards', { bookingId })
  const read = card?.lines.map(({ value }) => value)
  expect(read).toContain('L*****2C3')
  const { content } = await t.must('registration.card', { bookingId, guestId: t.zhang, format: 'html' })
  expect(Buffer.from(content, 'base64').toString()).toMatch(/<dd>L\w{5}2C3<\/dd>/)
})

test('a card that is read is no answer: who is on file for long is asked all the same', async () => {
  knownLong(kid)
  const text =
    '姓名:王小明 性别:男 民族:汉 出生:2015-05-01 住址:北京市朝阳区农展馆南里1号 公民身份号码:110105201505010014'
  const { version } = (await t.must('guest.profile', { id: kid })).guest
  await t.must('registration.takeDocument', { guestId: kid, version, text, take: ['address'] })
  expect((await of(kid))?.told).toMatchObject({ since: '2024-03-02', address: '北京市朝阳区农展馆南里1号' })
})

test('consents are asked of those who were never asked, not of a child', async () => {
  for (const id of [hans, kid]) {
    const { version } = (await t.must('guest.profile', { id })).guest
    await t.must('guest.saveContact', { guestId: id, version, kind: 'mobile', value: '13800138000' })
  }
  expect((await of(hans))?.consents).toEqual(['phone', 'sms'])
  expect(await of(kid)).toBeUndefined()
  const asked = await of(hans)
  await t.must('guest.recordConsent', {
    guestId: hans,
    version: asked?.guestVersion as number,
    channel: 'phone',
    granted: false,
    wording: 'No calls',
  })
  expect((await of(hans))?.consents).toEqual(['sms'])
})

test('a document that another guest has comes with that guest beside it', async () => {
  const { version } = (await t.must('guest.profile', { id: hans })).guest
  await t.must('registration.takeDocument', { guestId: hans, version, text: zone })
  const { owner, compared } = await t.must('registration.readDocument', { text: zone, guestId: t.anna })
  expect(owner).toMatchObject({ guestId: hans })
  expect(owner?.compared.find(({ field }) => field === 'number')).toMatchObject({ state: 'same' })
  expect(compared.length).toBeGreaterThan(0)
})

test('a booking that is not is refused', async () => {
  expect(await t.call('registration.asks', { bookingId: 999 as BookingId })).toMatchObject({
    refusal: { code: 'BOOKING_UNKNOWN' },
  })
})
