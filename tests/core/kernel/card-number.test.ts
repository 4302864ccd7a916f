import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import { wholeLog } from '#tests/support/whole-log.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(() => t.close())

const card = '4111 1111 1111 1111'

test('a payment card’s number is stored through no field of any command', async () => {
  const id = await t.book()
  const version = await t.version(id)
  const { id: request } = await t.must('request.create', { bookingId: id, kind: 'quiet' })
  const guest = (await t.must('guest.profile', { id: t.zhang })).guest
  const tries: [string, object][] = [
    ['booking.changeDates', { id, version, arrival: '2026-03-10', departure: '2026-03-13', reason: card }],
    ['booking.cancel', { id, version, reason: `paid with ${card}` }],
    ['change.undo', { change: 1, reason: card }],
    [
      'guest.saveDocument',
      { guestId: t.zhang, version: guest.version, kind: 'other', number: card, country: 'CHN' },
    ],
    ['guest.saveNote', { guestId: t.zhang, version: guest.version, text: card }],
    ['guest.saveNote', { guestId: t.zhang, version: guest.version, text: `+${card.replaceAll(' ', '')}` }],
    ['guest.saveNote', { guestId: t.zhang, version: guest.version, text: `Tel +86 138 0013 8000 ${card}` }],
    [
      'guest.saveNote',
      { guestId: t.zhang, version: guest.version, text: '４１１１　１１１１　１１１１　１１１１' },
    ],
    [
      'guest.saveAlert',
      { guestId: t.zhang, version: guest.version, area: 'check-in', text: card, blocks: 'none' },
    ],
    ['guest.setTags', { guestId: t.zhang, version: guest.version, tags: ['vip', card] }],
    [
      'guest.recordConsent',
      { guestId: t.zhang, version: guest.version, channel: 'email', granted: true, wording: card },
    ],
    ['guest.setPreference', { guestId: t.zhang, version: guest.version, group: 'diet', value: card }],
    [
      'guest.saveContact',
      { guestId: t.zhang, version: guest.version, kind: 'mobile', value: card, primary: true },
    ],
    ['request.create', { bookingId: id, kind: 'other', text: card }],
    ['request.update', { id: request, version: 1, text: card }],
    ['request.advance', { id: request, version: 1, action: 'decline', reason: card }],
    ['account.save', { kind: 'company', code: 'ACME', name: card }],
    ['hotel.updateSettings', { version: 1, address: card }],
    ['hotel.updateSettings', { version: 1, phone: card }],
    [
      'access.createUser',
      { login: 'mia', name: card, role: 'clerk', language: 'en', password: 'a long one' },
    ],
  ]
  for (const [operation, input] of tries) {
    const reply = JSON.stringify(await t.call(operation as never, input as never))
    expect(reply, operation).toMatch(/CARD_NUMBER|invalid\.cardNumber/)
    expect(reply, operation).not.toContain('4111 1111')
  }
  const raw = openRaw(t.file, { readonly: true })
  const rows = raw.prepare(
    `select count(*) from ${wholeLog} where coalesce(before, '') || coalesce(after, '') || coalesce(reason, '') like '%4111%'`,
  )
  expect(rows.pluck().get()).toBe(0)
  raw.close()
})

test('nor through the name of a field or an id of a request, whose refusal does not repeat it', async () => {
  const mapping = { columns: { [card]: 'note' }, dateOrder: 'ymd' }
  const named = await t.call('import.saveMapping', { name: 'Old system', mapping } as never)
  expect(named).toMatchObject({ ok: false, fault: { issues: [{ path: ['mapping', 'columns'] }] } })
  expect(JSON.stringify(named)).not.toContain(card)
  const about = { name: 'Old system', mapping: { columns: { Note: 'note' }, dateOrder: 'ymd' } } as const
  const asked = await t.call('import.saveMapping', about as never, '4111-1111-1111-1111')
  expect(asked).toMatchObject({ ok: false, fault: { issues: [{ path: ['requestId'] }] } })
  expect(JSON.stringify(asked)).not.toContain('4111-')
  // What is drawn by chance is refused by no chance.
  const drawn = '41111111-1111-4111-8111-111111111111'
  expect(await t.call('import.saveMapping', about as never, drawn)).toMatchObject({ ok: true })
})

test('telephones, resident IDs and passwords are not taken for one', async () => {
  const contacts = [{ kind: 'mobile' as const, value: '+86 138 0013 8000' }]
  expect(await t.call('guest.create', { nativeName: '王芳', contacts })).toMatchObject({ ok: true })
  const { version } = await t.must('hotel.settings', {})
  for (const [at, phone] of [
    '+86 10 6555 6666',
    '010-6555 6666 / 400 812 3123',
    '+4915112345678',
  ].entries()) {
    expect(await t.call('hotel.updateSettings', { version: version + at, phone })).toMatchObject({ ok: true })
  }
  const user = { login: 'jo', name: 'Jo', role: 'clerk', language: 'en', password: card } as const
  expect(await t.call('access.createUser', user)).toMatchObject({ ok: true })
})

test('an import’s findings are kept without it, however it is written', () => {
  expect(withoutCards('李四,１３８００１３８０００,卡 ４１１１－１１１１－１１１１－１１１１ 押金')).toBe(
    '李四,１３８００１３８０００,卡 [visa …1111] 押金',
  )
  expect(withoutCards(`+86 138 0013 8000 ${card} ${card}`)).toBe(
    '+86 138 0013 8000 [visa …1111] [visa …1111]',
  )
})
