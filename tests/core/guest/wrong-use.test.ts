import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandName } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const profile = async (id: GuestId) => (await t.must('guest.profile', { id })).guest
const newGuest = async (nativeName: string) => (await t.must('guest.create', { nativeName })).id

describe('wrong use', () => {
  let guestId: GuestId
  beforeAll(async () => {
    guestId = await newGuest('错误')
  })
  const card = '6222 0212 3456 7894'
  const withLuhn = '4111-1111-1111-1111'

  test.each<[string, CommandName, object, object]>([
    ['no name', 'guest.create', { nationality: 'CHN' }, { refusal: { code: 'NAME_NEEDED' } }],
    ['a name of spaces', 'guest.create', { nativeName: '   ' }, { refusal: { code: 'NAME_NEEDED' } }],
    [
      'a name of 10,000',
      'guest.create',
      { nativeName: '张'.repeat(10_000) },
      { fault: { issues: [{ path: ['nativeName'], code: 'invalid.tooLong' }] } },
    ],
    [
      'an emoji',
      'guest.create',
      { nativeName: '张😀' },
      { fault: { issues: [{ code: 'invalid.pictograph' }] } },
    ],
    [
      'a control character',
      'guest.create',
      { familyName: 'A\u0000B' },
      { fault: { issues: [{ code: 'invalid.controlCharacter' }] } },
    ],
    [
      'a turned direction',
      'guest.create',
      { familyName: 'A\u202eB' },
      { fault: { issues: [{ code: 'invalid.directionCharacter' }] } },
    ],
    [
      'a day that is none',
      'guest.create',
      { nativeName: '张', birthDate: '2026-02-30' },
      { fault: { issues: [{ path: ['birthDate'], code: 'invalid.date' }] } },
    ],
    [
      'a birth to come',
      'guest.create',
      { nativeName: '张', birthDate: '2026-03-03' },
      { refusal: { code: 'BIRTH_DATE_FUTURE' } },
    ],
    [
      'no such country',
      'guest.create',
      { nativeName: '张', nationality: 'XQZ' },
      { refusal: { code: 'NATIONALITY_UNKNOWN' } },
    ],
    [
      'a card as a name',
      'guest.create',
      { familyName: withLuhn },
      { refusal: { code: 'CARD_NUMBER', params: { brand: 'visa', last4: '1111' } } },
    ],
    [
      'an unknown field',
      'guest.create',
      { nativeName: '张', vip: true },
      { fault: { code: 'INVALID_INPUT' } },
    ],
    [
      'a phone too short',
      'guest.create',
      { nativeName: '张', contacts: [{ kind: 'mobile', value: '138' }] },
      {
        refusal: { code: 'CONTACT_INVALID', params: { kind: 'mobile', value: '138', why: 'phone.tooShort' } },
      },
    ],
    [
      'an e-mail without @',
      'guest.create',
      { nativeName: '张', contacts: [{ kind: 'email', value: 'nobody' }] },
      { refusal: { code: 'CONTACT_INVALID', params: { why: 'email.form' } } },
    ],
    [
      'a card as a contact',
      'guest.create',
      { nativeName: '张', contacts: [{ kind: 'address', value: `pay by ${withLuhn}` }] },
      { refusal: { code: 'CARD_NUMBER', params: { last4: '1111' } } },
    ],
    [
      'an unknown guest',
      'guest.update',
      { id: 4_000_000, version: 1, gender: 'male' },
      { refusal: { code: 'GUEST_UNKNOWN' } },
    ],
    [
      'an old version',
      'guest.update',
      { id: 1, version: 99, gender: 'male' },
      { fault: { code: 'CONFLICT', entity: 'guest' } },
    ],
    [
      'the name taken away',
      'guest.update',
      { id: 1, version: 1, nativeName: '', familyName: '', givenName: '' },
      { refusal: { code: 'NAME_NEEDED' } },
    ],
  ])('%s', async (_what, name, input, expected) => {
    const count = (await t.must('guest.search', {})).total
    expect(await t.call(name, input as never)).toMatchObject({ ok: false, ...expected })
    expect((await t.must('guest.search', {})).total).toBe(count)
  })

  test.each<[string, CommandName, object, object]>([
    [
      'no such contact',
      'guest.saveContact',
      { id: 999, kind: 'mobile', value: '13800138000' },
      { code: 'CONTACT_UNKNOWN' },
    ],
    ['no contact to remove', 'guest.removeContact', { id: 999 }, { code: 'CONTACT_UNKNOWN' }],
    [
      'a resident ID that fails its check',
      'guest.saveDocument',
      { kind: 'resident-id', number: '110105194912310021' },
      { code: 'DOCUMENT_INVALID', params: { kind: 'resident-id', why: 'residentId.checksum' } },
    ],
    [
      'no number at all',
      'guest.saveDocument',
      { kind: 'passport' },
      { code: 'DOCUMENT_INVALID', params: { why: 'document.empty' } },
    ],
    ['no such document', 'guest.openDocument', { id: 999 }, { code: 'DOCUMENT_UNKNOWN' }],
    ['no document to remove', 'guest.removeDocument', { id: 999 }, { code: 'DOCUMENT_UNKNOWN' }],
    ['no preference to remove', 'guest.removePreference', { id: 999 }, { code: 'PREFERENCE_UNKNOWN' }],
    ['no such note', 'guest.saveNote', { id: 999, text: 'x' }, { code: 'NOTE_UNKNOWN' }],
    [
      'a card in a note',
      'guest.saveNote',
      { text: `card ${withLuhn} exp 12/28` },
      { code: 'CARD_NUMBER', params: { brand: 'visa', last4: '1111' } },
    ],
    ['a card in a tag', 'guest.setTags', { tags: [withLuhn] }, { code: 'CARD_NUMBER' }],
    ['a card in an alert', 'guest.saveAlert', { area: 'billing', text: withLuhn }, { code: 'CARD_NUMBER' }],
    [
      'a card in a consent',
      'guest.recordConsent',
      { channel: 'sms', granted: true, wording: withLuhn },
      { code: 'CARD_NUMBER' },
    ],
    ['no such alert', 'guest.removeAlert', { id: 999, reason: 'x' }, { code: 'ALERT_UNKNOWN' }],
  ])('%s', async (_what, name, input, refusal) => {
    const version = name === 'guest.openDocument' ? {} : { version: 1 }
    expect(await t.call(name, { guestId, ...version, ...input } as never)).toMatchObject({
      ok: false,
      refusal,
    })
    expect(await profile(guestId)).toMatchObject({ version: 1 })
  })

  test('a number that is no card is kept, and no refusal repeats a card', async () => {
    await t.must('guest.saveNote', { guestId, version: 1, text: `booking ${card.slice(0, -1)}0` })
    const reply = await t.call('guest.saveNote', { guestId, version: 2, text: withLuhn })
    expect(JSON.stringify(reply)).not.toContain('4111')
  })
})
