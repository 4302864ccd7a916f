import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { AppEvent, CommandName, InputOf } from '#shared/contract/index.ts'
import { mrzCheck } from '#shared/domain/document/mrz.ts'
import type { GuestId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
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
const newGuest = async (nativeName = '王芳') => (await t.must('guest.create', { nativeName })).id
const finds = async (text: string) => (await t.must('guest.search', { text })).rows.map(({ id }) => id)

/** Calls, and answers with what change.undo takes. */
async function change<N extends CommandName>(name: N, input: InputOf<N>): Promise<number> {
  const reply = await t.call(name, input)
  if (!reply.ok || !reply.change) throw new Error(JSON.stringify(reply))
  return reply.change
}

async function undoGives(command: number, id: GuestId, before: unknown) {
  const after = await profile(id)
  await t.must('change.undo', { change: command })
  expect({ ...(await profile(id)), version: 0 }).toEqual({ ...(before as object), version: 0 })
  const { rows } = await t.must('change.list', { entity: 'guest', entityId: id, limit: 1 })
  await t.must('change.undo', { change: rows[0]?.command ?? 0 })
  expect({ ...(await profile(id)), version: 0 }).toEqual({ ...after, version: 0 })
}

describe('names', () => {
  test('a guest is made with contacts as they are kept, and found by them', async () => {
    const { id, version } = await t.must('guest.create', {
      nativeName: ' 陈晓明 ',
      familyName: 'Chen',
      nationality: 'CHN',
      birthDate: '1980-02-29',
      contacts: [
        { kind: 'mobile', value: '139 1234 5678' },
        { kind: 'mobile', value: '137 1234 5678' },
        { kind: 'email', value: 'Chen@QQ.com', primary: true },
        { kind: 'email', value: 'x.1@guest.booking.com' },
        { kind: 'phone', value: '0571 8888 6666' },
        { kind: 'phone', value: '0571 8888 7777', primary: true },
      ],
    })
    expect(version).toBe(1)
    const guest = await profile(id)
    expect(guest).toMatchObject({ name: '陈晓明', latinName: 'Chen', unnamed: false, tags: [] })
    expect(guest.contacts.map(({ id: _id, ...contact }) => contact)).toEqual([
      { kind: 'mobile', value: '+8613912345678', primary: true, agencyMasked: false },
      { kind: 'mobile', value: '+8613712345678', primary: false, agencyMasked: false },
      { kind: 'email', value: 'Chen@qq.com', primary: true, agencyMasked: false },
      { kind: 'email', value: 'x.1@guest.booking.com', primary: false, agencyMasked: true },
      { kind: 'phone', value: '+8657188886666', primary: false, agencyMasked: false },
      { kind: 'phone', value: '+8657188887777', primary: true, agencyMasked: false },
    ])
    expect(await finds('13712345678')).toEqual([id])
  })

  test('an undone creation leaves nothing, and comes back under its own id', async () => {
    const made = await change('guest.create', {
      nativeName: '昙花一',
      contacts: [{ kind: 'mobile', value: '13700001111' }],
    })
    const [id] = await finds('昙花一')
    await t.must('change.undo', { change: made })
    expect(await finds('昙花')).toEqual([])
    expect(await t.call('guest.profile', { id: id as GuestId })).toMatchObject({
      refusal: { code: 'GUEST_UNKNOWN' },
    })
    const other = await newGuest('别人')
    expect(other).not.toBe(id)
    const { rows } = await t.must('change.list', { operation: 'change.undo', limit: 1 })
    await t.must('change.undo', { change: rows[0]?.command ?? 0 })
    expect(await finds('昙花')).toEqual([id])
    expect(await finds('13700001111')).toEqual([id])
  })

  test('a guest with a booking is not taken away by undoing its creation', async () => {
    const made = await change('guest.create', { nativeName: '常客' })
    const [id] = await finds('常客')
    await t.book({ guestId: id as GuestId })
    expect(await t.call('change.undo', { change: made })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'booking' } },
    })
  })

  test('a name that changes is found by the new one alone, and undone', async () => {
    const id = await newGuest('旧名字')
    const before = await profile(id)
    const renamed = await change('guest.update', { id, version: 1, nativeName: '新名字', gender: 'female' })
    expect(await finds('旧名字')).toEqual([])
    expect(await finds('新名字')).toEqual([id])
    await undoGives(renamed, id, before)
    expect(await finds('xinmingzi')).toEqual([id])
  })

  test('what a source left unnamed may stay so, and is named by an update', async () => {
    const raw = openRaw(t.file, { readonly: false })
    raw.exec(`insert into guests (id, native_name, family_name, given_name, sort_key, salutation, gender, birth_date,
      nationality, language, unnamed, created_at, version)
      values (9001, '', '', '', '\u{10fffd}', '', '', null, 'PRT', '', 1, '2025-01-01T00:00:00.000Z', 1)`)
    raw.close()
    const id = 9001 as GuestId
    const { rows } = await t.must('guest.search', { nationality: 'PRT' })
    expect(rows).toMatchObject([{ id, name: '', unnamed: true }])
    expect((await t.must('guest.search', { limit: 200 })).rows.at(-1)?.id).toBe(id)
    await t.must('guest.update', { id, version: 1, language: 'pt' })
    expect(await t.call('guest.update', { id, version: 2, birthDate: '2030-01-01' })).toMatchObject({
      refusal: { code: 'BIRTH_DATE_FUTURE' },
    })
    const named = await change('guest.update', { id, version: 2, givenName: 'Inês', familyName: 'Sousa' })
    expect(await profile(id)).toMatchObject({ name: 'Inês Sousa', unnamed: false })
    expect(await finds('sousa ines')).toEqual([id])
    await t.must('change.undo', { change: named })
    expect(await profile(id)).toMatchObject({ name: '', unnamed: true })
  })
})

describe('what belongs to a guest, each with its undo', () => {
  test('contacts: added, made primary, changed, removed', async () => {
    const guestId = await newGuest()
    const add = (value: string, primary = false) =>
      profile(guestId).then(({ version }) =>
        change('guest.saveContact', { guestId, version, kind: 'mobile', value, primary }),
      )
    await add('13800000001')
    let before = await profile(guestId)
    await undoGives(await add('13800000002', true), guestId, before)
    const { contacts, version } = await profile(guestId)
    expect(contacts.map(({ primary }) => primary)).toEqual([false, true])
    const [first, second] = contacts
    if (!first || !second) throw new Error('two contacts')
    before = await profile(guestId)
    const changed = await change('guest.saveContact', {
      guestId,
      version,
      id: first.id,
      kind: 'phone',
      value: '0571 8888 6666',
    })
    expect((await profile(guestId)).contacts[0]).toMatchObject({ kind: 'phone', value: '+8657188886666' })
    expect(await finds('13800000001')).toEqual([])
    await undoGives(changed, guestId, before)
    before = await profile(guestId)
    const gone = await change('guest.removeContact', { guestId, version: before.version, id: second.id })
    await undoGives(gone, guestId, before)
    expect(await finds('13800000002')).toEqual([])
  })

  test('a contact that came back by undo never meets another with its id', async () => {
    const [a, b] = [await newGuest('甲'), await newGuest('乙')]
    await t.must('guest.saveContact', { guestId: a, version: 1, kind: 'wechat', value: 'weixin_a' })
    const [contact] = (await profile(a)).contacts
    const gone = await change('guest.removeContact', { guestId: a, version: 2, id: contact?.id as never })
    await t.must('guest.saveContact', { guestId: b, version: 1, kind: 'wechat', value: 'weixin_b' })
    await t.must('change.undo', { change: gone })
    expect((await profile(a)).contacts).toEqual([contact])
    expect((await profile(b)).contacts[0]?.id).not.toBe(contact?.id)
  })

  test('documents: checked, kept normalised, masked, found, opened with a row of the log, undone', async () => {
    const guestId = await newGuest('李雷')
    const before = await profile(guestId)
    const saved = await change('guest.saveDocument', {
      guestId,
      version: 1,
      kind: 'resident-id',
      number: '11010519491231002x',
    })
    const guest = await profile(guestId)
    expect(guest.documents).toMatchObject([
      { kind: 'resident-id', country: 'CHN', maskedNumber: '110***********002X' },
    ])
    expect(await finds('110105194912')).toEqual([guestId])
    expect(JSON.stringify(await t.must('change.list', { entity: 'guest', entityId: guestId }))).not.toContain(
      '19491231',
    )
    const id = guest.documents[0]?.id as never
    const opened = await t.call('guest.openDocument', { guestId, id })
    expect(opened).toMatchObject({
      ok: true,
      output: { number: '11010519491231002X' },
      change: expect.any(Number),
    })
    const { rows } = await t.must('change.list', { entity: 'guest', entityId: guestId })
    expect(rows[0]).toMatchObject({
      operation: 'guest.openDocument',
      actor: 'admin',
      after: { opened: id },
      undoable: false,
    })
    expect(await t.call('change.undo', { change: rows[0]?.command ?? 0 })).toMatchObject({
      refusal: { code: 'NOT_UNDOABLE' },
    })
    expect((await profile(guestId)).version).toBe(guest.version)
    await undoGives(saved, guestId, before)
    const removed = await change('guest.removeDocument', {
      guestId,
      version: (await profile(guestId)).version,
      id,
    })
    expect(await finds('110105194912')).toEqual([])
    await undoGives(removed, guestId, guest)
  })

  test('a machine-readable zone gives the number, and warns of what contradicts the profile', async () => {
    const { id: guestId } = await t.must('guest.create', {
      familyName: 'Eriksson',
      givenName: 'Anna',
      birthDate: '1974-08-13',
      nationality: 'SWE',
    })
    const reply = await t.must('guest.saveDocument', {
      guestId,
      version: 1,
      kind: 'passport',
      mrz: passport(),
    })
    expect(reply.warnings.map(({ code }) => code)).toEqual([
      'document.birthDateDiffers',
      'document.nationalityDiffers',
    ])
    const { guest, warnings } = await t.must('guest.profile', { id: guestId })
    expect(guest.documents).toMatchObject([{ country: 'UTO', expiresOn: '2032-04-15' }])
    expect(warnings).toEqual([])
    const broken = passport().replace('740812', '740813')
    expect(
      await t.call('guest.saveDocument', { guestId, version: 2, kind: 'passport', mrz: broken }),
    ).toMatchObject({
      refusal: { code: 'DOCUMENT_INVALID', params: { kind: 'passport', why: 'mrz.birthDate' } },
    })
  })

  test.each([
    ['a resident ID has no zone', 'resident-id', card('UTO'), 'mrz.kind'],
    ['a booklet is no permit', 'hk-macau-permit', passport(), 'mrz.kind'],
    ['a card is no passport', 'passport', card('UTO'), 'mrz.kind'],
    ['another state issues no mainland permit', 'taiwan-permit', card('UTO'), 'mrz.kind'],
    ['a Chinese permit’s zone', 'hk-macau-permit', 'CRH123456784<2309107<8001014<2', 'mrz.chinesePermit'],
    ['a permit’s number is made as such numbers are', 'hk-macau-permit', card('CHN'), 'document.permit'],
  ] as const)('%s', async (_what, kind, mrz, why) => {
    const guestId = await newGuest('Eriksson')
    expect(await t.call('guest.saveDocument', { guestId, version: 1, kind, mrz })).toMatchObject({
      refusal: { code: 'DOCUMENT_INVALID', params: { kind, why } },
    })
  })

  test.each([
    ['hk-macau-permit', card('CHN', 'H12345678')],
    ['residence-permit', card('D<<')],
    ['other', card('UTO')],
  ] as const)('a card’s zone makes a %s', async (kind, mrz) => {
    const guestId = await newGuest('Eriksson')
    expect(await t.call('guest.saveDocument', { guestId, version: 1, kind, mrz })).toMatchObject({ ok: true })
  })

  test('a document of another guest is refused, and by undo too', async () => {
    const [a, b] = [await newGuest('甲'), await newGuest('乙')]
    const document = { kind: 'passport', number: 'G00000001', country: 'CHN' } as const
    await t.must('guest.saveDocument', { guestId: a, version: 1, ...document })
    expect(
      await t.call('guest.saveDocument', { guestId: b, version: 1, ...document, number: 'g0000-0001' }),
    ).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: a } },
    })
    expect(await t.call('guest.saveDocument', { guestId: a, version: 2, ...document })).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN' },
    })
    const id = (await profile(a)).documents[0]?.id as never
    const removed = await change('guest.removeDocument', { guestId: a, version: 2, id })
    await t.must('guest.saveDocument', { guestId: b, version: 1, ...document })
    expect(await t.call('change.undo', { change: removed })).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN' },
    })
  })

  test('preferences: one choice replaces, an opposite gives way, a full group refuses', async () => {
    const guestId = await newGuest()
    const set = async (group: 'floor' | 'room-feature' | 'pillow' | 'diet', value: string) =>
      t.call('guest.setPreference', { guestId, version: (await profile(guestId)).version, group, value })
    const values = async () => (await profile(guestId)).preferences.map(({ value }) => value)
    await set('floor', 'high')
    const before = await profile(guestId)
    const low = await set('floor', 'low')
    expect(await values()).toEqual(['low'])
    await undoGives(low.ok && low.change ? low.change : 0, guestId, before)
    await set('room-feature', 'near-elevator')
    await set('room-feature', 'away-from-elevator')
    expect(await values()).toEqual(['low', 'away-from-elevator'])
    const again = await set('floor', 'low')
    expect(again).toMatchObject({ ok: true })
    expect(again).not.toHaveProperty('change')
    await set('pillow', 'soft')
    await set('pillow', 'firm')
    expect(await values()).toEqual(['low', 'away-from-elevator', 'soft', 'firm'])
    expect(await set('pillow', 'latex')).toMatchObject({
      refusal: { code: 'PREFERENCE_FULL', params: { max: 2 } },
    })
    expect(await set('floor', 'roof')).toMatchObject({ refusal: { code: 'PREFERENCE_NOT_IN_GROUP' } })
    expect(await set('diet', '4111 1111 1111 1111')).toMatchObject({
      refusal: { code: 'CARD_NUMBER', params: { brand: 'visa', last4: '1111' } },
    })
    const { preferences, version } = await profile(guestId)
    const held = await profile(guestId)
    const gone = await change('guest.removePreference', { guestId, version, id: preferences[0]?.id as never })
    await undoGives(gone, guestId, held)
  })

  test('tags: set, each once, undone', async () => {
    const guestId = await newGuest()
    const before = await profile(guestId)
    const set = await change('guest.setTags', {
      guestId,
      version: 1,
      tags: ['vip', ' 记者 ', 'vip', 'press'],
    })
    expect((await profile(guestId)).tags).toEqual(['press', 'vip', '记者'])
    // The log has them in the order of the profile, whatever order they were typed in.
    const [logged] = (await t.must('change.list', { entity: 'guest', entityId: guestId, limit: 1 })).rows
    expect(JSON.stringify(logged)).toMatch(/press.*vip.*记者/)
    await undoGives(set, guestId, before)
    // Words that a program's own objects have are words like any other.
    const words = ['__proto__', 'constructor', 'toString']
    const held = await profile(guestId)
    const odd = await change('guest.setTags', { guestId, version: held.version, tags: words })
    expect((await profile(guestId)).tags).toEqual(words)
    await undoGives(odd, guestId, held)
    await t.must('guest.setTags', { guestId, version: (await profile(guestId)).version, tags: [] })
    expect((await profile(guestId)).tags).toEqual([])
    // In the order of words, not of numbers.
    const years = ['9', '10']
    await t.must('guest.setTags', { guestId, version: (await profile(guestId)).version, tags: years })
    expect((await profile(guestId)).tags).toEqual(['10', '9'])
  })

  test('notes: written, rewritten, removed, each undone; a later word stands in the way', async () => {
    const guestId = await newGuest()
    let before = await profile(guestId)
    const written = await change('guest.saveNote', {
      guestId,
      version: 1,
      text: 'Allergic to feathers 🪶\nsecond line',
    })
    await undoGives(written, guestId, before)
    before = await profile(guestId)
    const id = before.notes[0]?.id as never
    expect(before.notes[0]).toMatchObject({ by: 'Ada Min', at: expect.stringMatching(/^2026-03-02T/) })
    const rewritten = await change('guest.saveNote', {
      guestId,
      version: before.version,
      id,
      text: 'No feathers',
    })
    expect(await t.call('change.undo', { change: written })).toMatchObject({
      refusal: { code: 'CHANGED_SINCE', params: { field: `notes.${id}`, by: 'Ada Min' } },
    })
    await undoGives(rewritten, guestId, before)
    before = await profile(guestId)
    const gone = await change('guest.removeNote', { guestId, version: before.version, id })
    expect(await t.call('change.undo', { change: rewritten })).toMatchObject({ ok: false })
    await undoGives(gone, guestId, before)
  })

  test('alerts and consents: recorded, changed, removed with the reason, undone', async () => {
    const guestId = await newGuest()
    let before = await profile(guestId)
    const alert = { area: 'check-in', text: 'Ask for the deposit', blocks: 'check-in' } as const
    await undoGives(await change('guest.saveAlert', { guestId, version: 1, ...alert }), guestId, before)
    before = await profile(guestId)
    const id = before.alerts[0]?.id as never
    const gone = await change('guest.removeAlert', { guestId, version: before.version, id, reason: 'paid' })
    const { rows } = await t.must('change.list', { entity: 'guest', entityId: guestId, limit: 1 })
    expect(rows[0]).toMatchObject({ operation: 'guest.removeAlert', reason: 'paid' })
    await undoGives(gone, guestId, before)
    before = await profile(guestId)
    const consent = { channel: 'email', granted: true, wording: 'May we write to you?' } as const
    const given = await change('guest.recordConsent', { guestId, version: before.version, ...consent })
    expect((await profile(guestId)).consents).toMatchObject([{ ...consent, by: 'Ada Min' }])
    await undoGives(given, guestId, before)
  })
})

test('a change is told to every page, with the guest it is about; a second click changes nothing', async () => {
  const heard: AppEvent[] = []
  const off = t.app.events.on((event) => heard.push(event))
  const input = { nativeName: '双击' }
  const first = await t.call('guest.create', input, 'request-1')
  const second = await t.call('guest.create', input, 'request-1')
  off()
  expect(second).toEqual(first)
  const id = first.ok ? first.output.id : 0
  expect(heard).toMatchObject([
    { type: 'changed', operation: 'guest.create', entities: [{ kind: 'guest', id }] },
  ])
  expect(await finds('双击')).toEqual([id])
})

test('a companion in the house is in the house', async () => {
  const id = await newGuest('同住人')
  writeStays(t.file, [
    {
      guestId: t.anna,
      arrival: '2026-03-01',
      departure: '2026-03-03',
      status: 'in-house',
      roomId: t.rooms['202'],
      companions: [id],
    },
  ])
  expect((await t.must('guest.search', { inHouse: true })).rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, inHouse: true, inHouseRoom: '202' })]),
  )
})

/** The specimen of ICAO 9303-5 (TD1), of any issuer and number. */
function card(issuer: string, number = 'D23145890'): string {
  const first = `C<${issuer}${number}${mrzCheck(number)}`.padEnd(30, '<')
  const [birth, expiry] = ['740812', '320415'].map((date) => date + mrzCheck(date))
  const composite = mrzCheck(`${first.slice(5)}${birth}${expiry}${'<'.repeat(11)}`)
  return `${first}\n${birth}F${expiry}UTO${'<'.repeat(11)}${composite}\n${'ERIKSSON<<ANNA<MARIA'.padEnd(30, '<')}`
}

/** The specimen of ICAO 9303-4, valid into the years of these tests. */
function passport(): string {
  const number = 'L898902C3'
  const birth = '740812'
  const expiry = '320415'
  const optional = 'ZE184226B<<<<<'
  const numbers = number + mrzCheck(number) + birth + mrzCheck(birth) + expiry + mrzCheck(expiry)
  const body = `${number}${mrzCheck(number)}UTO${birth}${mrzCheck(birth)}F${expiry}${mrzCheck(expiry)}${optional}${mrzCheck(optional)}`
  const composite = mrzCheck(numbers + optional + mrzCheck(optional))
  return `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n${body}${composite}`
}
