import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { passesLuhn } from '#shared/domain/privacy/card-number.ts'
import type { GuestId, ProgrammeId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

const nights = exampleProgrammes[0]?.parameters as object

let t: BookingHotel
let club: ProgrammeId
beforeAll(async () => {
  t = await openBookingHotel()
  club = await programme('CLUB')
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const programme = async (code: string, parameters: object = nights) =>
  (
    await t.must('loyalty.saveProgramme', {
      code,
      nameEn: code,
      nameZh: code,
      parameters: parameters as never,
    })
  ).id
const guest = async (nativeName: string) => (await t.must('guest.create', { nativeName })).id
const memberships = async (id: GuestId) => (await t.must('guest.profile', { id })).memberships
const newest = async () => (await t.must('change.list', { limit: 1 })).rows[0]?.command ?? 0
const undo = (change: number) => t.call('change.undo', { change })

test('a refusal names what it is about', async () => {
  const id = await guest('一')
  const { id: member } = await t.must('loyalty.enrol', { guestId: id, programmeId: club, number: 'ONE-1' })
  const other = await guest('二')
  const enrol = (over: object) => t.call('loyalty.enrol', { guestId: other, programmeId: club, ...over })
  expect(await enrol({ guestId: 9999 })).toMatchObject({ refusal: { params: { id: 9999 } } })
  expect(await enrol({ programmeId: 999 })).toMatchObject({ refusal: { params: { id: 999 } } })
  expect(await enrol({ guestId: id })).toMatchObject({ refusal: { params: { membershipId: member } } })
  expect(await enrol({ number: 'ONE-1' })).toMatchObject({ refusal: { params: { number: 'ONE-1' } } })
  const save = { code: 'CLUB', nameEn: 'x', nameZh: 'x', parameters: nights as never }
  expect(await t.call('loyalty.saveProgramme', save)).toMatchObject({ refusal: { params: { code: 'CLUB' } } })
  const tier = { id: member, version: 1, tier: 'mud', reason: 'x' }
  expect(await t.call('loyalty.setTier', tier)).toMatchObject({ refusal: { params: { tier: 'mud' } } })
})

test('the tier that a member has, given by hand, is marked as given, once; each step is kept', async () => {
  const id = await guest('三')
  const { id: member } = await t.must('loyalty.enrol', { guestId: id, programmeId: club })
  const give = (version: number, tier: string, reason: string) =>
    t.must('loyalty.setTier', { id: member, version, tier, reason })
  await give(1, 'member', 'for life')
  expect(await memberships(id)).toMatchObject([{ version: 2, tier: { code: 'member', overridden: true } }])
  expect(await give(2, 'member', 'again')).toMatchObject({ version: 2 })
  await give(2, 'ambassador', 'the owner’s friend')
  expect(await memberships(id)).toMatchObject([
    {
      version: 3,
      next: null,
      history: [
        { tier: 'member', reason: 'joined' },
        { tier: 'member', reason: 'for life' },
        { tier: 'ambassador', reason: 'the owner’s friend' },
      ],
    },
  ])
})

test('a rolling programme counts the twelve months before today from the first day on', async () => {
  const rolling = await programme('ROLL', { ...nights, period: 'rolling-12-months', extraPeriods: 0 })
  const id = await guest('四')
  writeStays(t.file, [
    { guestId: id, arrival: '2025-03-10', departure: '2025-03-16' },
    { guestId: id, arrival: '2025-10-10', departure: '2025-10-16' },
    { guestId: id, arrival: '2024-03-10', departure: '2024-05-16' },
  ])
  await t.must('loyalty.enrol', { guestId: id, programmeId: rolling })
  await t.must('loyalty.enrol', { guestId: id, programmeId: club })
  const found = await memberships(id)
  expect(found.map(({ programmeId, tier }) => [programmeId, tier.code])).toEqual([
    [rolling, 'silver'],
    [club, 'member'],
  ])
})

test('every number that is drawn has its check digit', async () => {
  for (const nativeName of ['甲', '乙', '丙', '丁', '戊', '己']) {
    const id = await guest(nativeName)
    await t.must('loyalty.enrol', { guestId: id, programmeId: club })
    const [member] = await memberships(id)
    expect(passesLuhn(member?.number ?? ''), member?.number).toBe(true)
    expect(member?.tier).toMatchObject({ nameEn: 'Member', nameZh: '会员' })
  }
})

test('each programme counts its own members', async () => {
  const id = await guest('五')
  const small = await programme('SMALL')
  await t.must('loyalty.enrol', { guestId: id, programmeId: small })
  const listed = (await t.must('loyalty.listProgrammes', {})).find((one) => one.id === small)
  expect(listed).toMatchObject({ id: small, version: 1, code: 'SMALL', active: true })
  const members = await t.must('loyalty.countMembers', { programmeId: small })
  expect(members).toEqual({ member: 1, silver: 0, gold: 0, platinum: 0, titanium: 0, ambassador: 0 })
})

test('a programme changes its name, never into another’s code, and goes while nobody is in it', async () => {
  const id = await programme('BRIEF')
  const made = await newest()
  const save = (version: number, over: object) =>
    t.call('loyalty.saveProgramme', {
      id,
      version,
      code: 'BRIEF',
      nameEn: 'Brief',
      nameZh: '短',
      parameters: nights as never,
      ...over,
    })
  expect(await save(1, { nameEn: 'Short' })).toMatchObject({ ok: true, output: { id, version: 2 } })
  expect(await save(2, { code: 'CLUB' })).toMatchObject({ refusal: { code: 'CODE_TAKEN' } })
  expect(await save(2, { code: 'SHORT' })).toMatchObject({ ok: true })
  for (let times = 0; times < 2; times += 1) await undo(await newestOf(id))
  expect(await undo(made)).toMatchObject({ ok: true })
  expect((await t.must('loyalty.listProgrammes', {})).some((one) => one.id === id)).toBe(false)
})

/** The newest command about a programme that is in effect. */
async function newestOf(entityId: number): Promise<number> {
  const { rows } = await t.must('change.list', { entity: 'programme', entityId })
  return rows.find(({ undoable, undoes }) => undoable && undoes === null)?.command ?? 0
}

test('a membership comes back only while its guest and its programme are on file', async () => {
  const id = await guest('六')
  const guestMade = await newest()
  const programmeId = await programme('LOST')
  const programmeMade = await newest()
  const leave = async (guestId: GuestId) => {
    await t.must('loyalty.enrol', { guestId, programmeId })
    await undo(await newest())
    return newest()
  }
  const left = await leave(id)
  const other = await leave(t.anna)
  expect(await undo(guestMade)).toMatchObject({ ok: true })
  expect(await undo(left)).toMatchObject({
    refusal: { code: 'STANDS_ON', params: { why: 'gone', what: 'guest' } },
  })
  expect(await undo(other)).toMatchObject({ ok: true })
  await undo(await newest())
  const again = await newest()
  expect(await undo(programmeMade)).toMatchObject({ ok: true })
  expect(await undo(again)).toMatchObject({
    refusal: { code: 'STANDS_ON', params: { why: 'gone', what: 'programme' } },
  })
})
