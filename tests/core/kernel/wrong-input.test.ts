import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OperationName } from '#shared/contract/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const call = (name: string, input: object) => t.call(name as OperationName, input as never)
const issue = (code: string, field: string) => ({
  ok: false,
  fault: { code: 'INVALID_INPUT', issues: [{ code, path: [field] }] },
})

describe('a key that no list gave is no first page', () => {
  test.each([
    ['booking.list', { view: 'due-in' }],
    ['booking.changes', { id: 1 }],
    ['change.list', {}],
    ['guest.search', {}],
    ['guest.search', { text: 'zhang' }],
    ['guest.bookings', { id: 1 }],
    ['guest.changes', { id: 1 }],
    ['request.listOpen', {}],
    ['account.search', {}],
    ['import.findings', { source: 'batch:1' }],
  ])('%s', async (name, input) => {
    for (const after of [
      'garbage',
      '',
      '[]',
      '{"a":1}',
      '-1',
      "['x',1]",
      String.raw`["\q",1]`,
      '["x",007]',
      '[01]',
    ])
      expect([after, await call(name, { ...input, after })]).toMatchObject([
        after,
        issue('invalid.pageKey', 'after'),
      ])
  })

  test('the key that a list gave goes on', async () => {
    for (const name of ['Zhang "Z", [1]', 'Z\\\\']) await t.must('guest.create', { familyName: name })
    const first = await t.must('change.list', { limit: 2 })
    const second = await t.must('change.list', { limit: 2, after: first.next ?? '' })
    expect(second.rows[0]?.seq).toBe((first.rows[1]?.seq ?? 0) - 1)
    const guests = (await t.must('guest.search', {})).rows.map(({ id }) => id)
    for (const [index, guestId] of guests.entries())
      await t.book({ guestId, roomTypeId: index < 3 ? t.std : t.dlx })
    let after: string | undefined
    const seen: number[] = []
    do {
      const page = await t.must('booking.list', {
        view: 'due-in',
        date: '2026-03-10',
        limit: 1,
        ...(after ? { after } : {}),
      } as never)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(5)
  })
})

describe('what there is not', () => {
  test.each([
    ['hotel.updateSettings', { version: 1, currency: 'ZZZ' }, 'invalid.currencyUnknown', 'currency'],
    ['hotel.updateSettings', { version: 1, country: 'ZZZ' }, 'invalid.countryUnknown', 'country'],
    [
      'guest.saveDocument',
      { guestId: 1, version: 1, kind: 'passport', number: 'E12345678', country: 'ZZZ' },
      'invalid.countryUnknown',
      'country',
    ],
    ['guest.update', { id: 1, version: 1, language: 'xx' }, 'invalid.choice', 'language'],
    ['guest.create', { nativeName: '王五', birthDate: '2999-01-01' }, 'invalid.birthDateFuture', 'birthDate'],
    ['guest.create', { nativeName: '王五', birthDate: '1990-02-30' }, 'invalid.date', 'birthDate'],
  ])('%s %o', async (name, input, code, field) => {
    expect(await call(name, input)).toMatchObject(issue(code, field))
  })

  test('a state that ICAO alone knows issues documents', async () => {
    const { id } = await t.must('guest.create', { nativeName: '赵六' })
    const document = { guestId: id, version: 1, kind: 'passport' as const, number: 'E12345678' }
    await t.must('guest.saveDocument', { ...document, country: 'UNO' })
  })
})

describe('the same twice', () => {
  test('a night twice in the rates of a booking', async () => {
    const rates = [1, 2].map((rateMinor) => ({ night: '2026-03-10' as never, rateMinor }))
    expect(await t.call('booking.create', t.draft({ rates }))).toMatchObject(issue('invalid.twice', 'rates'))
  })

  test('a room type twice in the prices of a rate plan', async () => {
    const prices = [1, 2].map((amountMinor) => ({ roomTypeId: t.std, amountMinor }))
    const plan = { code: 'X', nameEn: 'X', nameZh: 'X', meal: 'breakfast' as const, prices }
    expect(await t.call('rate.save', plan)).toMatchObject(issue('invalid.twice', 'prices'))
  })
})

test('a refused contact or document names its field', async () => {
  const contacts = [
    { kind: 'mobile' as const, value: '13800138000' },
    { kind: 'mobile' as const, value: '138' },
  ]
  expect(await t.call('guest.create', { nativeName: '王五', contacts })).toMatchObject({
    refusal: { code: 'CONTACT_INVALID', params: { field: 'contacts.1.value' } },
  })
  const { id } = await t.must('guest.create', { nativeName: '钱七' })
  const on = { guestId: id, version: 1 }
  expect(await t.call('guest.saveContact', { ...on, kind: 'mobile', value: '138' })).toMatchObject({
    refusal: { params: { field: 'value' } },
  })
  const wrong = { ...on, kind: 'resident-id' as const, number: '110105194912310021' }
  expect(await t.call('guest.saveDocument', wrong)).toMatchObject({
    refusal: { code: 'DOCUMENT_INVALID', params: { field: 'number' } },
  })
})

test('a login that nobody has waits like one that somebody has', async () => {
  const answers = async (login: string) => {
    const codes: string[] = []
    const desk = t.app.desk({ workstation: 'X', language: 'en' })
    for (let time = 1; time <= 7; time += 1) {
      const reply = await desk.call('access.signIn', { login, password: 'not the password' })
      codes.push('refusal' in reply ? reply.refusal.code : '')
    }
    return codes
  }
  const known = await answers('admin')
  expect(known).toEqual([...Array(5).fill('WRONG_PASSWORD'), 'SIGN_IN_WAIT', 'SIGN_IN_WAIT'])
  expect(await answers('ghost')).toEqual(known)
})
