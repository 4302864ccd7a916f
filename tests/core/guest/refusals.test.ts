import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperationName } from '#shared/contract/index.ts'
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

const document = { kind: 'passport', number: 'E12345678', country: 'CHN' }

test.each([
  ['guest.saveAlert', 'ALERT_UNKNOWN', { area: 'check-in', text: 'x', blocks: 'none' }],
  ['guest.removeAlert', 'ALERT_UNKNOWN', {}],
  ['guest.saveContact', 'CONTACT_UNKNOWN', { kind: 'mobile', value: '13800138000' }],
  ['guest.removeContact', 'CONTACT_UNKNOWN', {}],
  ['guest.saveDocument', 'DOCUMENT_UNKNOWN', document],
  ['guest.removeDocument', 'DOCUMENT_UNKNOWN', {}],
  ['guest.saveNote', 'NOTE_UNKNOWN', { text: 'x' }],
  ['guest.removeNote', 'NOTE_UNKNOWN', {}],
  ['guest.removePreference', 'PREFERENCE_UNKNOWN', {}],
])('%s of what is not there is refused by its number: %s', async (name, code, fields) => {
  const reason = name === 'guest.removeAlert' ? { reason: 'over' } : {}
  const input = { guestId: t.li, version: 1, id: 77, ...fields, ...reason }
  expect(await t.call(name as OperationName, input as never)).toMatchObject({
    refusal: { code, params: { id: 77 } },
  })
  expect(await t.call(name as OperationName, { ...input, guestId: 99 } as never)).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN', params: { id: 99 } },
  })
})

test('a document is opened of a guest who is on file, and that has it', async () => {
  const open = (guestId: number, id: number) =>
    t.call('guest.openDocument', { guestId: guestId as never, id: id as never })
  expect(await open(99, 1)).toMatchObject({ refusal: { code: 'GUEST_UNKNOWN', params: { id: 99 } } })
  expect(await open(t.li, 77)).toMatchObject({ refusal: { code: 'DOCUMENT_UNKNOWN', params: { id: 77 } } })
  expect(await t.call('guest.profile', { id: 99 as never })).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN', params: { id: 99 } },
  })
})

test('a document changed without its number keeps the number on file; a new one needs one', async () => {
  const guestId = (await t.must('guest.create', { nativeName: '韩梅' })).id
  const needs = { guestId, version: 1, kind: 'passport', country: 'CHN' } as const
  expect(await t.call('guest.saveDocument', needs)).toMatchObject({ refusal: { code: 'DOCUMENT_INVALID' } })
  await t.must('guest.saveDocument', { ...needs, number: 'E12345678' })
  const id = (await profile(guestId)).documents[0]?.id as never
  await t.must('guest.saveDocument', { ...needs, version: 2, id, expiresOn: '2031-01-01' })
  expect((await profile(guestId)).documents).toMatchObject([{ expiresOn: '2031-01-01' }])
  expect(await t.must('guest.openDocument', { guestId, id })).toEqual({ number: 'E12345678' })
  await t.must('guest.saveDocument', { ...needs, version: 3, id, number: 'E87654321' })
  expect(await t.must('guest.openDocument', { guestId, id })).toEqual({ number: 'E87654321' })
})

test('documents that differ in kind, state or number are different ones; a state is nobody’s guess', async () => {
  const guestId = (await t.must('guest.create', { nativeName: '两本' })).id
  const save = (version: number, kind: 'passport' | 'other', number: string, country?: string) =>
    t.call('guest.saveDocument', { guestId, version, kind, number, ...(country ? { country } : {}) })
  await save(1, 'passport', 'K00000001', 'CHN')
  await save(2, 'passport', 'K00000002', 'CHN')
  await save(3, 'passport', 'K00000001', 'GBR')
  await save(4, 'other', 'K00000001')
  expect(await save(5, 'passport', 'K00000002', 'CHN')).toMatchObject({
    refusal: { code: 'DOCUMENT_TAKEN', params: { guestId } },
  })
  const { documents } = await profile(guestId)
  expect(documents.map(({ kind, country }) => [kind, country])).toEqual([
    ['passport', 'CHN'],
    ['passport', 'CHN'],
    ['passport', 'GBR'],
    ['other', ''],
  ])
})

test('notes come newest first; one written again as it was stays as it is, and so do the others of one that goes', async () => {
  const guestId = (await t.must('guest.create', { nativeName: '王芳' })).id
  const save = (version: number, text: string, id?: number) =>
    t.call('guest.saveNote', { guestId, version, text, ...(id ? { id: id as never } : {}) })
  await save(1, 'first')
  await save(2, 'second')
  const { notes } = await profile(guestId)
  expect(notes.map(({ text }) => text)).toEqual(['second', 'first'])
  expect(await save(3, 'first', notes[1]?.id)).toEqual({ ok: true, output: { id: guestId, version: 3 } })
  expect((await profile(guestId)).notes).toEqual(notes)
  await t.must('guest.removeNote', { guestId, version: 3, id: notes[1]?.id as never })
  expect((await profile(guestId)).notes).toEqual([notes[0]])
})

test('an alert is changed in its place', async () => {
  const save = (version: number, over: object) =>
    t.must('guest.saveAlert', {
      guestId: t.li,
      version,
      area: 'check-in',
      text: 'Ask for the deposit',
      blocks: 'none',
      ...over,
    })
  const alerts = async () => (await t.must('guest.profile', { id: t.li })).guest.alerts
  await save(1, {})
  const [first] = await alerts()
  await save(2, { text: 'Two keys' })
  await save(3, { id: first?.id, text: 'Deposit paid' })
  expect(await alerts()).toMatchObject([{ id: first?.id, text: 'Deposit paid' }, { text: 'Two keys' }])
})

test('a wrong contact is answered with its beginning, and a card among contacts with its field', async () => {
  const save = (value: string) =>
    t.call('guest.saveContact', { guestId: t.anna, version: 1, kind: 'email', value, primary: true })
  const long = 'x'.repeat(41)
  expect(await save(long)).toMatchObject({
    refusal: {
      code: 'CONTACT_INVALID',
      params: { kind: 'email', field: 'value', value: `${'x'.repeat(40)}…` },
    },
  })
  expect(await save(long.slice(1))).toMatchObject({ refusal: { params: { value: 'x'.repeat(40) } } })
  const contacts = [
    { kind: 'mobile', value: '13800138000' },
    { kind: 'mobile', value: '4111 1111 1111 1111' },
  ] as const
  expect(await t.call('guest.create', { nativeName: '卡', contacts: [...contacts] })).toMatchObject({
    refusal: {
      code: 'CARD_NUMBER',
      params: { field: 'contacts.1.value', brand: 'visa', last4: '1111' },
    },
  })
})

test('a list goes on from a guest, and ends where that guest is on file no more', async () => {
  const page = await t.must('guest.search', { limit: 1 })
  expect(page.rows).toHaveLength(1)
  const next = await t.must('guest.search', { limit: 1, after: page.next ?? '' })
  expect(next.rows[0]?.id).not.toBe(page.rows[0]?.id)
  expect(await t.must('guest.search', { after: '999' })).toEqual({
    rows: [],
    next: null,
    total: 0,
    capped: false,
  })
})
