import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { CommandName, InputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

/** What a zone and a clerk together put on file, and whose a document is, its country given or left out. */
let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

let made = 0
/** A number that no other test has. */
const newNumber = () => `E${String(++made).padStart(8, '0')}`
const newGuest = async () => (await t.must('guest.create', { nativeName: '王芳' })).id
const profile = async (id: GuestId) => (await t.must('guest.profile', { id })).guest

/** Saves a passport of the guest as the guest is now. */
async function save(guestId: GuestId, number: string, country: string, id?: number) {
  const { version } = await profile(guestId)
  const which = id === undefined ? {} : { id: id as never }
  return t.call('guest.saveDocument', { guestId, version, kind: 'passport', number, country, ...which })
}
async function change<N extends CommandName>(name: N, input: InputOf<N>): Promise<number> {
  const reply = await t.call(name, input)
  if (!reply.ok || !reply.change) throw new Error(JSON.stringify(reply))
  return reply.change
}

describe('the old French card', () => {
  test('keeps the expiry that the clerk types beside its zone', async () => {
    const guestId = await newGuest()
    const mrz = 'IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n9409923102854CORINNE<<<<<<<6512068F4'
    const expiresOn = '2031-09-30'
    await t.must('guest.saveDocument', { guestId, version: 1, kind: 'other', mrz, expiresOn })
    const { documents } = await profile(guestId)
    expect(documents).toMatchObject([{ kind: 'other', country: 'FRA', expiresOn }])
    const id = documents[0]?.id as never
    expect(await t.must('guest.openDocument', { guestId, id })).toEqual({ number: '940992310285' })
  })

  test('contradicts no longer name than its zone has room for', async () => {
    const names = { nativeName: '', familyName: 'Douel', givenName: 'Christiane Nicole' }
    const { id: guestId } = await t.must('guest.create', names)
    const mrz = 'IDFRADOUEL<<<<<<<<<<<<<<<<<<<<932013\n0506932020438CHRISTIANE<<NI2906209F3'
    const { warnings } = await t.must('guest.saveDocument', { guestId, version: 1, kind: 'other', mrz })
    expect(warnings).toEqual([])
  })
})

describe('a document on file for another guest', () => {
  test.each<[string, string, boolean]>([
    ['CHN', 'CHN', true],
    ['CHN', '', true],
    ['', 'CHN', true],
    ['', '', true],
    ['', 'UTO', true],
    ['CHN', 'SGP', false],
    ['SGP', 'CHN', false],
  ])('is told: country there "%s", here "%s": %s', async (there, here, told) => {
    const [a, b, number] = [await newGuest(), await newGuest(), newNumber()]
    // Others' documents of other countries stand around it in the index
    for (const country of ['AUS', 'CHE', 'ZWE']) await save(await newGuest(), newNumber(), country)
    expect(await save(a, number, there)).toMatchObject({ ok: true })
    const reply = await save(b, number, here)
    if (told) expect(reply).toMatchObject({ refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: a } } })
    else expect(reply).toMatchObject({ ok: true })
    expect((await profile(b)).documents).toHaveLength(told ? 0 : 1)
  })

  test('is told by the number and the kind, not by the country alone', async () => {
    const [a, b, number] = [await newGuest(), await newGuest(), newNumber()]
    await save(a, number, '')
    const { version } = await profile(b)
    await t.must('guest.saveDocument', { guestId: b, version, kind: 'other', number, country: '' })
    expect(await save(b, newNumber(), '')).toMatchObject({ ok: true })
  })

  test('is told when the country of one on file is taken away', async () => {
    const [a, b, number] = [await newGuest(), await newGuest(), newNumber()]
    await save(a, number, 'CHN')
    await save(b, number, 'SGP')
    const id = (await profile(b)).documents[0]?.id
    expect(await save(b, number, '', id)).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: a } },
    })
    expect(await save(b, number, 'MYS', id)).toMatchObject({ ok: true })
  })

  test('is told by undo', async () => {
    const [a, b, number] = [await newGuest(), await newGuest(), newNumber()]
    await save(a, number, '')
    const id = (await profile(a)).documents[0]?.id as never
    const removed = await change('guest.removeDocument', { guestId: a, version: 2, id })
    await save(b, number, 'CHN')
    expect(await t.call('change.undo', { change: removed })).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: b } },
    })
  })
})

test('a document that a source gave two guests keeps neither from being changed', async () => {
  const [a, b, number] = [await newGuest(), await newGuest(), newNumber()]
  await save(a, number, 'CHN')
  await save(b, number, 'SGP')
  const raw = openRaw(t.file, { readonly: false })
  raw.prepare("update guest_documents set country = '' where guest_id = ?").run(b)
  raw.close()
  expect(await t.call('guest.update', { id: b, version: 2, gender: 'female' })).toMatchObject({ ok: true })
  const id = (await profile(b)).documents[0]?.id
  expect(await save(b, number, 'CHN', id)).toMatchObject({ refusal: { code: 'DOCUMENT_TAKEN' } })
})

describe('a document on file for the guest already', () => {
  test('is told with its country left out, and gets its country where it is', async () => {
    const [guestId, number] = [await newGuest(), newNumber()]
    await save(guestId, number, '')
    expect(await save(guestId, number, 'CHN')).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId } },
    })
    const id = (await profile(guestId)).documents[0]?.id
    expect(await save(guestId, number, 'CHN', id)).toMatchObject({ ok: true })
    expect(await save(guestId, number, '')).toMatchObject({ refusal: { code: 'DOCUMENT_TAKEN' } })
    expect((await profile(guestId)).documents).toMatchObject([{ country: 'CHN' }])
  })

  test('stands beside one of another country', async () => {
    const [guestId, number] = [await newGuest(), newNumber()]
    await save(guestId, number, 'CHN')
    expect(await save(guestId, number, 'SGP')).toMatchObject({ ok: true })
    expect((await profile(guestId)).documents).toHaveLength(2)
  })
})
