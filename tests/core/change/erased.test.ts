import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import { erasePersonalOf } from '#db/repositories/change/erase.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { GuestId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { newestChange } from '../booking/steps.ts'

/** The log of one guest is erased, and the rest of it stays what it is. */
let t: BookingHotel
let booking: never

beforeEach(async () => {
  t = await openBookingHotel()
  const guest = { guestId: t.zhang }
  await t.must('guest.saveContact', { ...guest, version: 1, kind: 'email', value: 'secret.mail@example.com' })
  await t.must('guest.saveNote', { ...guest, version: 2, text: 'secret allergy' })
  const { contacts } = (await t.must('guest.profile', { id: t.zhang })).guest
  await t.must('guest.removeContact', { ...guest, version: 3, id: contacts[0]!.id })
  booking = (await t.book({ comment: 'secret surprise' })) as never
  await t.must('request.create', {
    bookingId: booking,
    kind: 'other',
    text: 'secret balloons',
    department: 'housekeeping',
  })
  await t.call('booking.cancel', { id: booking, version: 1, reason: 'secret illness' }, 'secret-request-id')
  const { id: programmeId } = await t.must('loyalty.saveProgramme', {
    code: 'CLUB',
    nameEn: 'Club',
    nameZh: '会',
    parameters: exampleProgrammes[0]!.parameters as never,
  })
  await t.must('loyalty.enrol', { ...guest, programmeId, number: 'SECRET-1' })
  // A booking that was made and undone is on file no more; its words are.
  await t.book({
    comment: 'secret mistake',
    arrival: '2026-05-01' as never,
    departure: '2026-05-02' as never,
  })
  const { rows } = await t.must('change.list', { entity: 'booking', limit: 1 })
  await t.must('change.undo', { change: rows[0]!.command })
  await t.book({ guestId: t.li, comment: 'kept remark' })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const erase = (id: GuestId) => t.app.store.exclusively((tx) => erasePersonalOf(tx, id))

function look<T>(at: (raw: RawDatabase) => T): T {
  const raw = openRaw(t.file, { readonly: false })
  try {
    return at(raw)
  } finally {
    raw.close()
  }
}

const column = (statement: string) => look((raw) => raw.prepare(statement).pluck().all())
const withWord = (word: string) =>
  column(`select seq from changes where lower(coalesce(before, '') || coalesce(after, '') || coalesce(personal_before, '')
    || coalesce(personal_after, '') || coalesce(reason, '') || coalesce(request_id, '')) like '%${word}%'`)
const chain = () => look((raw) => examineChain(raw, () => undefined))

test('nothing of the guest is left in the log, the chain is whole, and doctor counts what was erased', async () => {
  expect(withWord('secret').length).toBeGreaterThan(8)
  const kept = withWord('kept')
  const before = column('select hash from changes order by seq')
  const count = await erase(t.zhang)
  expect(count).toBe(column('select seq from changes where erased is not null').length)
  expect(withWord('secret')).toEqual([])
  expect(withWord('张伟')).toEqual([])
  expect(column("select count(*) from receipts where request_id like 'secret%'")).toEqual([0])
  expect(withWord('kept')).toEqual(kept)
  expect(column('select hash from changes order by seq')).toEqual(before)
  // The same values twice leave different digests: each row has a salt of its own.
  const digests = column('select erased from changes where erased is not null')
  expect(new Set(digests).size).toBe(digests.length)
  const noted = { severity: 'note', code: 'CHANGES_ERASED', params: { count } }
  expect(chain()).toEqual([noted])
  const { checks, findings } = await t.app.examine()
  expect(findings).toEqual([noted])
  expect(checks.filter((check) => check.findings > 0)).toEqual([])
  expect(await erase(t.zhang)).toBe(0)
})

test('what is no person’s stays, and pages of the log show the rest', async () => {
  await erase(t.zhang)
  const { rows } = await t.must('booking.changes', { id: booking })
  expect(rows.map(({ operation, state, undoable }) => [operation, state, undoable])).toEqual([
    ['booking.cancel', 'erased', false],
    ['request.create', 'erased', false],
    ['booking.create', 'erased', false],
  ])
  expect(rows[0]).toMatchObject({
    before: { status: 'confirmed', cancelledOn: null },
    after: { status: 'cancelled', cancelledOn: '2026-03-02' },
    reason: null,
  })
  expect(rows[2]?.after).toMatchObject({ arrival: '2026-03-10', guestId: t.zhang })
  expect(rows[2]?.after).not.toHaveProperty('comment')
  const ofGuest = await t.must('change.list', { entity: 'guest', entityId: t.zhang })
  expect(new Set(ofGuest.rows.map(({ state }) => state))).toEqual(new Set(['erased']))
  const all = await t.must('change.list', { limit: 200 })
  expect(all.rows.filter(({ state }) => state === 'whole').length).toBeGreaterThan(10)
})

test('an erased change is not undone; what comes after it is', async () => {
  const cancelled = await newestChange(t, 'booking', booking)
  await erase(t.zhang)
  expect(await t.call('change.undo', { change: cancelled })).toMatchObject({
    refusal: { code: 'CHANGE_ERASED', params: { change: cancelled } },
  })
  const { version } = (await t.must('guest.profile', { id: t.zhang })).guest
  await t.must('guest.update', { id: t.zhang, version, givenName: 'Weiwei' })
  await t.must('change.undo', { change: await newestChange(t, 'guest', t.zhang) })
  expect((await t.must('guest.profile', { id: t.zhang })).guest.givenName).toBe('Wei')
  const codes = (await t.app.examine()).findings.map(({ code }) => code)
  expect(codes).toEqual(['CHANGES_ERASED'])
})

test('what was written after it is still held against the tables, and so is what is open', async () => {
  await erase(t.zhang)
  const { version } = (await t.must('guest.profile', { id: t.zhang })).guest
  await t.must('guest.update', { id: t.zhang, version, givenName: 'Weiwei' })
  look((raw) =>
    raw.exec(`update guests set given_name = 'Other' where id = ${t.zhang};
    update bookings set adults = 2 where id = ${booking}`),
  )
  const { findings } = await t.app.examine()
  expect(findings.filter(({ severity }) => severity === 'error').map(({ params }) => params)).toEqual([
    { entity: 'guest', id: t.zhang, field: 'givenName' },
    { entity: 'booking', id: booking, field: 'adults' },
  ])
})

describe('erasing is no way to tamper', () => {
  const ofCancel = "where operation = 'booking.cancel'"
  test.each([
    ['the value goes and the salt stays', `update changes set reason = null ${ofCancel}`],
    ['another value', `update changes set reason = 'other' ${ofCancel}`],
    ['another salt', `update changes set salt = 'AAAAAAAAAAAAAAAAAAAAAA' ${ofCancel}`],
    [
      'all goes and no digest stays',
      `update changes set reason = null, request_id = null, personal_before = null, personal_after = null, salt = null ${ofCancel}`,
    ],
    ['a digest beside the values', `update changes set erased = hash ${ofCancel}`],
    [
      'a value where nothing was sealed',
      `update changes set personal_after = '{}' where operation = 'room.save'`,
    ],
    ['a digest where nothing was sealed', `update changes set erased = hash where operation = 'room.save'`],
    ['an open value', `update changes set after = '{"status":"confirmed"}' ${ofCancel}`],
  ])('%s: refused by the store, and found by doctor', (_what, statement) => {
    expect(() => look((raw) => raw.exec(statement))).toThrow('append-only')
    look((raw) => raw.exec(`drop trigger changes_stay; ${statement}`))
    expect(chain()).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'CHANGE_EDITED' })]))
  })

  test.each([
    ['another digest', 'update changes set erased = hash where erased is not null'],
    ['values put back', `update changes set personal_after = '{}' where erased is not null`],
    ['no digest', 'update changes set erased = null where erased is not null'],
  ])('%s in an erased row: refused by the store, and found by doctor', async (_what, statement) => {
    await erase(t.zhang)
    expect(() => look((raw) => raw.exec(statement))).toThrow('append-only')
    look((raw) => raw.exec(`drop trigger changes_stay; ${statement}`))
    expect(chain()).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'CHANGE_EDITED' })]))
  })

  test('erasing in the store takes all, leaves a digest, and changes nothing else', () => {
    const partly = `update changes set reason = null, salt = null, erased = hash ${ofCancel}`
    const more = `update changes set personal_before = null, personal_after = null, reason = null, request_id = null, salt = null, erased = hash, actor = 'x' ${ofCancel}`
    for (const statement of [partly, more])
      expect(() => look((raw) => raw.exec(statement))).toThrow('append-only')
  })
})
