import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import type { BookingHotel } from '../booking/hotel.ts'
import { eachInHouse, zone } from './house.ts'

const house = eachInHouse()
const { sql } = house
let t: BookingHotel
let bookingId: BookingId
let hans: GuestId
let kid: GuestId
beforeEach(() => {
  ;({ t, bookingId, hans, kid } = house)
})

const list = (show: 'open' | 'day' = 'open') => t.must('registration.list', { show })
const persons = () => t.must('registration.persons', { bookingId })
const undo = async (operation: string) => {
  const { rows } = await t.must('change.list', {})
  const seq = rows.find((row) => row.operation === operation)?.seq
  return t.call('change.undo', { change: seq as number })
}
const guestVersion = async (id: GuestId) => (await t.must('guest.profile', { id })).guest.version
const details = {
  visaKind: 'L',
  visaNumber: 'V1',
  visaUntil: '2026-04-01',
  entryOn: '2026-03-01',
  entryPort: '上海浦东',
} as const

describe('who must be registered', () => {
  test('everyone in China, with what is missing of each', async () => {
    const { country, persons: all, unnamed } = await persons()
    expect([country, unnamed]).toEqual(['CHN', 0])
    expect(all.map(({ guestId, required, minor, class: of }) => [guestId, required, minor, of])).toEqual([
      [t.zhang, true, false, 'foreign'],
      [hans, true, false, 'foreign'],
      [kid, true, true, 'domestic'],
    ])
    expect(all[2]?.missing).toEqual([
      'gender',
      'documentKind',
      'documentNumber',
      'address',
      'guardianPhone',
      'guardianRelation',
    ])
    expect(all[1]?.deadline).toMatch(/^2026-03-03T/)
  })

  test('details count at once, are old after the set time, and are confirmed with one key', async () => {
    await t.must('registration.saveDetails', { guestId: hans, version: 0, ...details })
    const [, second] = (await persons()).persons
    expect(second).toMatchObject({ toConfirm: false, detailsVersion: 1, details: { entryPort: '上海浦东' } })
    expect(second?.missing).not.toContain('entryPort')
    await t.must('registration.saveSettings', { version: 0, columns: [], confirmAfterDays: 30 })
    sql(`update settings set business_date = '2026-05-02'`)
    // A store that was written beside the program is read again by the next command
    sql(`update registrants set confirmed_on = '2026-01-01' where id = ${hans}`)
    expect((await persons()).persons[1]?.toConfirm).toBe(true)
    sql(`update registrants set confirmed_on = '2026-01-01' where id = ${hans}`)
    await t.must('registration.confirmDetails', { guestId: hans, version: 1 })
    expect((await persons()).persons[1]?.toConfirm).toBe(false)
    expect(await undo('registration.confirmDetails')).toMatchObject({ ok: true })
  })
})

describe('what is told at the desk', () => {
  const told = {
    gender: 'male',
    birthDate: '1980-05-01',
    document: { kind: 'passport', number: 'c01x00t47', country: 'DEU', expiresOn: '2030-01-01' },
    phone: '+49 170 1234567',
  } as const

  test('is written down with the details as one act: nothing is missing then, and one undo takes all of it back', async () => {
    const { asked, missing } = (await persons()).persons[1] as { asked: string[]; missing: string[] }
    expect(missing).toEqual([
      'gender',
      'birthDate',
      'documentKind',
      'documentNumber',
      'visaKind',
      'entryOn',
      'entryPort',
    ])
    // A foreigner is asked for no ethnic group, a compatriot for no visa
    expect([asked.includes('visaKind'), asked.includes('ethnicity')]).toEqual([true, false])
    const version = await guestVersion(hans)
    await t.must('registration.saveDetails', {
      guestId: hans,
      version: 0,
      ...details,
      profile: { version, ...told },
    })
    expect((await persons()).persons[1]?.missing).toEqual([])
    const { guest } = await t.must('guest.profile', { id: hans })
    expect(guest).toMatchObject({
      familyName: 'Weber',
      gender: 'male',
      birthDate: '1980-05-01',
      nationality: 'DEU',
    })
    expect(guest.documents).toMatchObject([{ kind: 'passport', country: 'DEU', expiresOn: '2030-01-01' }])
    expect(guest.contacts).toMatchObject([{ kind: 'mobile', value: '+491701234567' }])
    expect(await undo('registration.saveDetails')).toMatchObject({ ok: true })
    expect((await persons()).persons[1]?.missing).toEqual(missing)
    expect((await t.must('guest.profile', { id: hans })).guest.contacts).toEqual([])
  })

  test('a resident ID says birth date and sex; what it contradicts stays as it is', async () => {
    const document = { kind: 'resident-id', number: '110105201505010014' } as const
    await t.must('registration.saveDetails', { guestId: kid, version: 0, profile: { version: 1, document } })
    const { guest } = await t.must('guest.profile', { id: kid })
    expect(guest).toMatchObject({ gender: 'male', birthDate: '2015-05-01' })
    expect(guest.documents).toMatchObject([{ country: 'CHN' }])
  })

  test('a number that is none, another’s document and an old profile are refused, and nothing is half written', async () => {
    const save = (document: { kind: 'resident-id' | 'passport'; number: string }, version = 1) =>
      t.call('registration.saveDetails', {
        guestId: kid,
        version: 0,
        address: '上海',
        profile: { version, document },
      })
    expect(await save({ kind: 'resident-id', number: '110105201505010013' })).toMatchObject({
      refusal: { code: 'DOCUMENT_INVALID', params: { field: 'profile.document.number' } },
    })
    await t.must('registration.takeDocument', { guestId: t.anna, version: 1, text: zone })
    expect(await save({ kind: 'passport', number: 'L898902C3' })).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: t.anna } },
    })
    expect(await save({ kind: 'passport', number: 'E1234567' }, 9)).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    expect((await persons()).persons[2]?.details).toBeNull()
  })
})

describe('a registration', () => {
  test('is to send, is sent with what is on file then, and is changed when the file changes', async () => {
    expect((await list()).unregistered).toHaveLength(3)
    expect(await t.must('registration.record', { bookingId })).toEqual({ recorded: 3 })
    const open = await list()
    expect(open.counts).toEqual({ toSend: 3, failed: 0, changed: 0, overdue: 0, unregistered: 0 })
    // Guests from overseas first
    expect(open.rows.map(({ guestId }) => guestId)).toEqual([t.zhang, hans, kid])
    expect(open.rows[0]).toMatchObject({ event: 'arrival', roomNumber: '201', state: 'to-send' })
    await t.must('registration.saveDetails', { guestId: hans, version: 0, ...details })
    const rows = open.rows.map(({ id, version }) => ({ id, version }))
    await t.must('registration.mark', { rows, as: 'sent' })
    expect((await list()).rows).toEqual([])
    const sent = (await list('day')).rows
    expect(sent.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    expect(sent[1]?.data.entryPort).toBe('上海浦东')
    await t.must('registration.saveDetails', { guestId: hans, version: 1, ...details, entryPort: '北京首都' })
    const [changed] = (await list()).rows
    expect(changed).toMatchObject({ guestId: hans, state: 'changed', changed: ['entryPort'] })
    // What the law does not ask changes nothing
    await t.must('guest.setTags', { guestId: kid, version: await guestVersion(kid), tags: ['trains'] })
    expect((await list()).rows).toHaveLength(1)
  })

  test('that failed says why, and stays until it is sent', async () => {
    await t.must('registration.record', { bookingId })
    const [first] = (await list()).rows
    const row = { id: first?.id as never, version: 1 }
    await t.must('registration.mark', { rows: [row], as: 'failed', failure: '证件照片不清' })
    expect((await list()).rows[0]).toMatchObject({ state: 'failed', failure: '证件照片不清' })
    await t.must('registration.mark', { rows: [{ ...row, version: 2 }], as: 'sent' })
    expect((await list()).counts).toMatchObject({ toSend: 2, failed: 0 })
    expect(await undo('registration.mark')).toMatchObject({ ok: true })
    expect((await list()).counts.failed).toBe(1)
  })

  test('is overdue a day after the arrival, and on top', async () => {
    await t.must('registration.record', { bookingId })
    sql(`update registrations set at = '2026-02-20T10:00:00.000Z' where guest_id = ${hans}`)
    const { rows, counts } = await list()
    expect([rows[0]?.guestId, rows[0]?.overdue, counts.overdue]).toEqual([hans, true, 1])
    sql(
      `update registrations set at = (select at from registrations where guest_id = ${kid}) where guest_id = ${hans}`,
    )
    sql(
      `update registrations set at = json_extract((select after from changes where entity = 'registration' and entity_id = registrations.id limit 1), '$.at')`,
    )
  })

  test('whoever took a file out stands in the log; it has the columns of the hotel', async () => {
    await t.must('registration.record', { bookingId })
    await t.must('registration.saveSettings', {
      version: 0,
      columns: ['room', 'name', 'birthDate'],
      headings: { name: '入住人', room: '' },
      confirmAfterDays: 180,
    })
    const ids = (await list()).rows.map(({ id }) => id)
    const csv = await t.must('registration.file', { ids, format: 'csv', language: 'zh' })
    const text = Buffer.from(csv.content, 'base64').toString('utf8')
    expect(text).toContain('房号')
    expect(text).toContain('入住人')
    expect(text).toContain('王小明')
    expect(text).toContain('2015-05-01')
    const xlsx = await t.must('registration.file', { ids, format: 'xlsx', language: 'en' })
    expect(Buffer.from(xlsx.content, 'base64').subarray(0, 2).toString()).toBe('PK')
    const html = await t.must('registration.file', { ids, format: 'html', language: 'en' })
    expect(Buffer.from(html.content, 'base64').toString()).toContain('Registration of guests')
    const { rows } = await t.must('change.list', { entity: 'report' })
    expect(rows).toHaveLength(3)
  })
})

describe('a document', () => {
  const read = (text: string, guestId?: GuestId) =>
    t.must('registration.readDocument', { text, ...(guestId ? { guestId } : {}) })

  test('is read beside the guest, and taken with what the clerk wants of it', async () => {
    const found = await read(zone, t.anna)
    expect(found.compared.map(({ field, state }) => [field, state])).toContainEqual(['latinName', 'differs'])
    expect(found.owner).toBeNull()
    await t.must('registration.takeDocument', {
      guestId: t.anna,
      version: 1,
      text: zone,
      take: ['latinName', 'birthDate', 'gender'],
    })
    const { guest } = await t.must('guest.profile', { id: t.anna })
    expect(guest).toMatchObject({
      familyName: 'Eriksson',
      birthDate: '1974-08-12',
      gender: 'female',
      nationality: '',
    })
    expect(guest.documents).toHaveLength(1)
    expect(await undo('registration.takeDocument')).toMatchObject({ ok: true })
    expect((await t.must('guest.profile', { id: t.anna })).guest.documents).toEqual([])
  })

  const residentCard =
    '姓名:王小明 性别:男 民族:回族 出生:2015-05-01 住址:北京市朝阳区农展馆南里1号 公民身份号码:110105201505010014'

  test('keeps all that a card says: whose card was read is missing no address', async () => {
    expect((await persons()).persons[2]?.missing).toContain('address')
    const found = await read(residentCard, kid)
    expect(found.read.faults).toEqual([])
    expect(found.compared.filter(({ state }) => state === 'new').map(({ field }) => field)).toEqual([
      'gender',
      'number',
      'ethnicity',
      'address',
    ])
    const input = { guestId: kid, version: 1, text: residentCard }
    const take = ['gender', 'ethnicity', 'address'] as const
    await t.must('registration.takeDocument', { ...input, take: [...take] })
    const [, , child] = (await persons()).persons
    expect(child?.details).toMatchObject({ ethnicity: '回', address: '北京市朝阳区农展馆南里1号' })
    expect(child?.missing).toEqual(['guardianPhone', 'guardianRelation'])
    expect(await undo('registration.takeDocument')).toMatchObject({ ok: true })
    expect((await persons()).persons[2]?.missing).toContain('address')
  })

  test('says another address than the one on file: it stays until it is taken, and not over one that came since', async () => {
    await t.must('registration.saveDetails', { guestId: kid, version: 0, address: '上海市黄浦区外滩1号' })
    const { compared, registrantVersion } = await read(residentCard, kid)
    expect(compared.find(({ field }) => field === 'address')).toMatchObject({
      onFile: '上海市黄浦区外滩1号',
      state: 'differs',
    })
    const input = { guestId: kid, version: 1, text: residentCard }
    expect(await t.call('registration.takeDocument', { ...input, take: ['address'] })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    await t.must('registration.takeDocument', input)
    expect((await persons()).persons[2]?.details?.address).toBe('上海市黄浦区外滩1号')
    await t.must('registration.takeDocument', { ...input, version: 2, registrantVersion, take: ['address'] })
    expect((await persons()).persons[2]?.details?.address).toBe('北京市朝阳区农展馆南里1号')
  })

  test('of another guest names them', async () => {
    await t.must('registration.takeDocument', { guestId: t.anna, version: 1, text: zone })
    expect((await read(zone, t.li)).owner).toMatchObject({ guestId: t.anna })
    expect(
      await t.call('registration.takeDocument', { guestId: t.li, version: 1, text: zone }),
    ).toMatchObject({
      refusal: { code: 'DOCUMENT_TAKEN', params: { guestId: t.anna } },
    })
  })
})

test('a minor has a sheet with the five musts, and entries on it', async () => {
  const musts = async () => (await t.must('registration.minors', {})).rows[0]?.musts
  expect(await musts()).toEqual({
    identity: 'open',
    guardian: 'open',
    relations: 'open',
    patrols: 'open',
    report: 'none',
  })
  const { id } = await t.must('registration.saveMinor', {
    bookingId,
    guestId: kid,
    version: 0,
    guardianName: '王大明',
    guardianPhone: '13800138000',
    guardianRelation: '父亲',
    relations: [
      { guestId: t.zhang, relation: '姑姑' },
      { guestId: hans, relation: '姑父' },
    ],
    identityChecked: true,
    guardianContacted: true,
  })
  await t.must('registration.noteMinor', { id, version: 1, kind: 'patrol', text: '22:00 走廊正常' })
  expect(await musts()).toEqual({
    identity: 'done',
    guardian: 'done',
    relations: 'done',
    patrols: 'done',
    report: 'none',
  })
  const person = (await persons()).persons[2]
  expect(person?.missing).not.toContain('guardianPhone')
  expect(await undo('registration.noteMinor')).toMatchObject({ ok: true })
  expect((await musts())?.patrols).toBe('open')
})

test('who stays along and has left is neither compared with the police client’s list nor among the minors', async () => {
  // As one that came some days ago
  sql(`update bookings set arrival = '2026-02-27' where id = ${bookingId}`)
  await t.must('registration.record', { bookingId })
  const path = join(dirname(t.file), 'theirs.csv')
  writeFileSync(path, '姓名,证件号码\n李娜,E1234567\n')
  const file = t.app.files.give({ path, name: 'theirs.csv', temporary: false })
  const onlyHere = async () =>
    (await t.must('registration.compare', { file })).onlyHere.map(({ name }) => name)
  const minors = async () => (await t.must('registration.minors', {})).rows.map(({ guestId }) => guestId)
  const leave = async (guestId: GuestId, to: string) =>
    t.must('stay.setPersons', {
      id: bookingId,
      version: await t.version(bookingId),
      persons: [{ guestId, dates: { from: '2026-02-27', to } as never }],
    })
  expect([await onlyHere(), await minors()]).toEqual([['张伟', 'Weber Hans', '王小明'], [kid]])
  await leave(kid, '2026-03-01')
  expect([await onlyHere(), await minors()]).toEqual([['张伟', 'Weber Hans'], []])
  // On the last day one is there until one is registered as gone, which this does
  await leave(hans, '2026-03-02')
  expect(await onlyHere()).toEqual(['张伟'])
})

test('a visitor is in the house until noted as left', async () => {
  const { id } = await t.must('registration.noteVisitor', {
    name: '李四',
    documentKind: 'resident-id',
    documentNumber: '11010519491231002X',
    roomNumber: '201',
    purpose: '朋友',
  })
  const { rows } = await t.must('registration.visitors', {})
  expect(rows).toMatchObject([
    { roomNumber: '201', guestId: t.zhang, maskedNumber: expect.stringContaining('*') },
  ])
  await t.must('registration.visitorLeft', { id, version: 1 })
  expect((await t.must('registration.visitors', {})).rows).toEqual([])
  expect((await t.must('registration.visitors', { show: 'day' })).rows).toHaveLength(1)
  expect(await t.call('registration.visitorLeft', { id, version: 2 })).toMatchObject({
    refusal: { code: 'VISITOR_LEFT' },
  })
})

test('a card is in the language of the one who signs it, else in that of the guest of the booking', async () => {
  const title = async (guestId: GuestId) => {
    const { content } = await t.must('registration.card', { bookingId, guestId, format: 'html' })
    const [, heading = ''] = /<title>([^<]*)</.exec(Buffer.from(content, 'base64').toString()) ?? []
    return heading.split(' ')[0]
  }
  const speaks = async (id: GuestId, language: string) =>
    t.must('guest.update', { id, version: await guestVersion(id), language })
  await speaks(t.zhang, 'zh')
  expect([await title(t.zhang), await title(hans)]).toEqual(['住宿登记单', '住宿登记单'])
  await speaks(hans, 'de')
  expect([await title(t.zhang), await title(hans)]).toEqual(['住宿登记单', 'Registration'])
})

test('the card has what the country asks, and the drawing of the signature', async () => {
  const card = async (language: 'en' | 'zh') => {
    const { content } = await t.must('registration.card', { bookingId, language, format: 'html' })
    return Buffer.from(content, 'base64').toString()
  }
  const html = await card('en')
  expect(html).toContain('Registration card')
  expect(html).toContain('201')
  expect(html).not.toContain('<svg')
  sql(`insert into stays (booking_id, do_not_disturb, incognito, accepted, signature, signed_at, version)
    values (${bookingId}, 0, 0, '[]', '10,20 300,200;400,20 500,90', '2026-03-02T10:00:00.000Z', 1)`)
  expect(await card('zh')).toContain('M10 20L300 200M400 20L500 90')
  sql('delete from stays')
})
