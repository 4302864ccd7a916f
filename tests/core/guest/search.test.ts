import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { GuestId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

type Contacts = InputOf<'guest.create'>['contacts']

let t: BookingHotel
const ids: Record<string, GuestId> = {}

async function guest(
  key: string,
  names: [string, string, string],
  nationality = '',
  contacts: Contacts = [],
) {
  const [nativeName, familyName, givenName] = names
  const saved = await t.must('guest.create', { nativeName, familyName, givenName, nationality, contacts })
  ids[key] = saved.id
  return saved.id
}

async function found(text: string, more: Partial<InputOf<'guest.search'>> = {}): Promise<string[]> {
  const { rows } = await t.must('guest.search', { text, ...more })
  return rows.map((row) => Object.entries(ids).find(([, id]) => id === row.id)?.[0] ?? String(row.id))
}

beforeAll(async () => {
  t = await openBookingHotel()
  Object.assign(ids, { zhangwei: t.zhang, anna: t.anna, lina: t.li })
  await guest('zhangweiming', ['张伟明', '', ''], 'CHN', [{ kind: 'mobile', value: '138 0013 8000' }])
  await guest('shanxiong', ['单雄信', '', ''], 'CHN')
  await guest('zengguofan', ['曾国藩', '', ''], 'CHN')
  await guest('ouyang', ['欧阳娜娜', '', ''], 'CHN')
  await guest('lvbu', ['吕布', '', ''], 'CHN')
  await guest('smith', ['', 'Smith', 'John Paul'], 'GBR', [
    { kind: 'email', value: 'john.smith@Acme.co.uk' },
    { kind: 'phone', value: '+44 20 7946 0018' },
  ])
  await guest('obrien', ['', "O'Brien", 'Séan'], 'IRL')
  await guest('tanaka', ['田中花子', 'Tanaka', 'Hanako'], 'JPN')
  await guest('ahmad', ['أحمد', 'Ahmad', ''], 'SAU')
  const { version } = (await t.must('guest.profile', { id: ids.smith as GuestId })).guest
  await t.must('guest.saveDocument', {
    guestId: ids.smith as GuestId,
    version,
    kind: 'passport',
    number: 'E1234 5678',
    country: 'GBR',
  })
})
afterAll(() => t.close())

test.each([
  ['characters', '张伟', ['zhangwei', 'zhangweiming']],
  ['one character', '娜', ['ouyang', 'lina']],
  ['the given name alone', '国藩', ['zengguofan']],
  ['a two-character name', '李娜', ['lina']],
  ['traditional for simplified', '張偉明', ['zhangweiming']],
  ['a compound surname', '欧阳', ['ouyang']],
  ['pinyin', 'zhangwei', ['zhangweiming', 'zhangwei']],
  ['pinyin apart', 'zhang wei', ['zhangwei', 'zhangweiming']],
  ['pinyin in the other order', 'wei zhang', ['zhangwei', 'zhangweiming']],
  ['initials', 'zwm', ['zhangweiming']],
  ['the surname reading of 单', 'shan', ['shanxiong']],
  ['the surname reading of 曾', 'zeng', ['zengguofan']],
  ['ü as v', 'lvbu', ['lvbu']],
  ['ü as u', 'lubu', ['lvbu']],
  ['Latin family name', 'müller', ['anna']],
  ['Latin without marks', 'muller', ['anna']],
  ['Latin as a passport has it', 'mueller', ['anna']],
  ['Latin, given first', 'john smith', ['smith']],
  ['Latin, family first', 'smith john', ['smith']],
  ['capitals', 'SMITH', ['smith']],
  ['an apostrophe', "o'brien", ['obrien']],
  ['no apostrophe', 'obrien', ['obrien']],
  ['a Japanese name', '田中', ['tanaka']],
  ['a name right to left', 'أحمد', ['ahmad']],
  ['a telephone from the front', '1380013', ['zhangweiming']],
  ['a telephone from the back', '8000', ['zhangweiming']],
  ['a telephone with its country', '+86 138 0013 8000', ['zhangweiming']],
  ['a foreign telephone', '+442079460018', ['smith']],
  ['an e-mail', 'john.smith@acme.co.uk', ['smith']],
  ['the company of an e-mail', 'acme', ['smith']],
  ['a domain', '@acme', ['smith']],
  ['a document', 'E1234', ['smith']],
  ['full-width letters', 'Ｓｍｉｔｈ', ['smith']],
  ['spaces around', '   smith   ', ['smith']],
])('%s: %s', async (_what, text, expected) => {
  expect((await found(text)).sort()).toEqual([...expected].sort())
})

test.each([
  ['quotes and operators', '" OR *'],
  ['NOT', 'NOT zhang'],
  ['NEAR', 'NEAR(zhang wei)'],
  ['a column', 'tokens:zhang'],
  ['SQL', "'; drop table guests; --"],
  ['like', '%'],
  ['stars', '***'],
  ['a minus', '-'],
  ['brackets', '((('],
  ['an emoji', '😀'],
  ['a caret', '^smith^^'],
  ['the mark of a tail', 'þ'],
  ['the mark of an e-mail', 'ð'],
  ['a hundred characters', '张'.repeat(100)],
  ['a hundred letters', 'ab '.repeat(33)],
])('typed syntax is text: %s', async (_what, text) => {
  const reply = await t.call('guest.search', { text })
  expect(reply).toMatchObject({ ok: true })
  expect(t.defects).toEqual([])
})

test('more than a hundred characters are refused by name of the field', async () => {
  expect(await t.call('guest.search', { text: 'x'.repeat(101) })).toMatchObject({
    fault: { code: 'INVALID_INPUT', issues: [{ path: ['text'], code: 'invalid.tooLong' }] },
  })
})

test('a row has the guest’s telephone, and none where there is none', async () => {
  const phone = async (text: string) => (await t.must('guest.search', { text })).rows[0]?.phone
  expect([await phone('张伟明'), await phone('单雄信')]).toEqual(['+8613800138000', ''])
})

test('what matched is shown and marked; a document stays masked', async () => {
  const match = async (text: string) => (await t.must('guest.search', { text })).rows[0]?.match
  expect(await match('张伟明')).toMatchObject({ field: 'nativeName', text: '张伟明', ranges: [[0, 3]] })
  expect(await match('8000')).toMatchObject({ field: 'phone', text: '+8613800138000', ranges: [[10, 4]] })
  expect(await match('E1234')).toMatchObject({ field: 'document', text: expect.stringMatching(/^E\*+678$/) })
  expect(await match('acme')).toMatchObject({ field: 'email' })
})

describe('numbers and order', () => {
  test('a confirmation number, a membership number and a room find their guest first', async () => {
    const [, stay] = writeStays(t.file, [
      { guestId: ids.zengguofan as number, arrival: '2025-01-01', departure: '2025-01-02' },
      {
        guestId: ids.lvbu as number,
        arrival: '2026-03-01',
        departure: '2026-03-03',
        status: 'in-house',
        roomId: t.rooms['101'],
      },
    ])
    expect((await found('10000001'))[0]).toBe('zengguofan')
    expect(
      (await t.must('guest.search', { text: String(10_000_000 + (stay as number)) })).rows,
    ).toMatchObject([
      { id: ids.lvbu, match: { field: 'confirmation' }, inHouse: true, inHouseRoom: '101', stays: 0 },
    ])
    expect((await t.must('guest.search', { text: '101' })).rows[0]).toMatchObject({
      id: ids.lvbu,
      match: { field: 'room', text: '101', ranges: [[0, 3]] },
    })
  })

  test('three to six digits are the end of a telephone before anything else, a 0 before them its own', async () => {
    const tails = async (key: string, phone: string) =>
      await guest(key, ['', key, ''], '', [{ kind: 'mobile', value: phone }])
    await tails('tail', '13900040238')
    await tails('front', '+34 612 238 555')
    const member = await guest('document', ['', 'Document', ''])
    const { version } = (await t.must('guest.profile', { id: member })).guest
    const passport = { kind: 'passport', number: '0238777', country: 'GBR' } as const
    await t.must('guest.saveDocument', { guestId: member, version, ...passport })
    expect(await found('0238')).toEqual(['tail', 'document'])
    expect(await found('238')).toEqual(['tail'])
    expect(await found('40238')).toEqual(['tail'])
    expect(await found('040238')).toEqual(['tail'])
    expect(await found('34612')).toEqual(['front'])
    expect((await t.must('guest.search', { text: '0238' })).rows[0]?.match).toMatchObject({
      field: 'phone',
      ranges: [[10, 4]],
    })
    expect((await t.must('search.palette', { text: '0238' })).guests).toMatchObject([
      { id: ids.tail, hint: '+8613900040238', similar: false },
      { id: member },
    ])
  })

  test('a similar name comes after the exact ones, is marked and is not counted', async () => {
    await guest('chenli', ['陈丽', '', ''])
    await guest('chengli', ['程力', '', ''])
    const { rows, total } = await t.must('guest.search', { text: 'cheng li' })
    expect(rows.map(({ id, similar }) => [id, similar])).toEqual([
      [ids.chengli, false],
      [ids.chenli, true],
    ])
    expect(total).toBe(1)
    expect(await found('程莉')).toEqual(['chengli', 'chenli'])
    expect(await found('jonh smith')).toEqual(['smith'])
    expect(await found('cheng li', { nationality: 'JPN' })).toEqual([])
  })

  test('a number is found while it is being typed, with or without what stands before it', async () => {
    const member = await guest('member', ['', 'Kartal', 'Ece'], 'TUR')
    const [stay] = writeStays(t.file, [{ guestId: member, arrival: '2025-02-01', departure: '2025-02-02' }])
    const number = String(10_000_000 + (stay as number))
    for (const text of [number.slice(0, -1), `#${number}`]) {
      const { rows } = await t.must('guest.search', { text })
      expect(rows.find(({ id }) => id === member)?.match).toMatchObject({
        field: 'confirmation',
        text: number,
      })
    }
    writeStays(t.file, [
      {
        guestId: member,
        arrival: '2025-03-01',
        departure: '2025-03-02',
        source: { confirmationNo: 'OLD-0815' },
      },
    ])
    expect((await t.must('guest.search', { text: 'OLD-0815' })).rows).toMatchObject([
      { id: member, match: { field: 'confirmation', text: 'OLD-0815' } },
    ])
    expect((await t.must('search.palette', { text: 'OLD-0815' })).bookings).toHaveLength(1)
    const programme = await t.must('loyalty.saveProgramme', {
      code: 'CLUB',
      nameEn: 'Club',
      nameZh: '会员',
      parameters: exampleProgrammes[0]?.parameters as never,
    })
    await t.must('loyalty.enrol', { guestId: member, programmeId: programme.id, number: 'KR80000172' })
    expect(await found('8000017')).toEqual(['member'])
    expect(await found('kr8000')).toEqual(['member'])
  })

  test('who is in the house or arrives these days comes before all others, and is found again when that changes', async () => {
    const extra = []
    for (let i = 0; i < 5; i++) extra.push(await guest(`zhao${i}`, [`赵${'一二三四五'[i]}`, '', ''], 'CHN'))
    expect(await found('赵')).toEqual(['zhao4', 'zhao3', 'zhao2', 'zhao1', 'zhao0'])
    writeStays(t.file, [
      { guestId: extra[1] as number, arrival: '2026-03-03', departure: '2026-03-05', status: 'confirmed' },
      { guestId: extra[0] as number, arrival: '2026-03-01', departure: '2026-03-05', status: 'in-house' },
    ])
    expect(await found('赵')).toEqual(['zhao0', 'zhao1', 'zhao4', 'zhao3', 'zhao2'])
    expect(await found('zhao')).toEqual(['zhao0', 'zhao1', 'zhao4', 'zhao3', 'zhao2'])
    // Renamed while in the house: found by the new name at once, by the old one no more.
    const { guest: before } = await t.must('guest.profile', { id: extra[0] as GuestId })
    await t.must('guest.update', { id: before.id, version: before.version, nativeName: '钱一' })
    expect(await found('赵')).not.toContain('zhao0')
    expect((await found('钱'))[0]).toBe('zhao0')
  })

  test('exactly that name comes before names that hold it', async () => {
    await guest('weimin', ['张伟民', '', ''], 'CHN')
    expect((await found('张伟'))[0]).toBe('zhangwei')
    // As forms write it; as it is typed in one word; somebody in the house whose name only begins so
    await guest('xubinwei', ['徐斌伟', '', ''], 'CHN')
    await guest('xubin', ['许斌', '', ''], 'CHN')
    writeStays(t.file, [
      { guestId: ids.xubinwei as number, arrival: '2026-03-01', departure: '2026-03-05', status: 'in-house' },
    ])
    expect((await found('张 伟'))[0]).toBe('zhangwei')
    expect(await found('xubin')).toEqual(['xubin', 'xubinwei'])
    expect(await found('xubi')).toEqual(['xubinwei', 'xubin'])
    await guest('smithson', ['', 'Smithson', 'John Paul'], 'GBR')
    expect(await found('smith john paul')).toEqual(['smith', 'smithson'])
  })
})

describe('pages and filters', () => {
  const many: GuestId[] = []
  beforeAll(async () => {
    for (let i = 0; i < 23; i++) many.push(await guest(`sun${i}`, ['', 'Sunderland', `Guest ${i}`], 'FIN'))
    for (const [i, id] of many.entries()) {
      if (i % 4 === 0) await t.must('guest.setTags', { guestId: id, version: 1, tags: ['vip', '回头客'] })
    }
    writeStays(
      t.file,
      many.slice(0, 3).map((guestId) => ({
        guestId,
        arrival: '2026-03-01',
        departure: '2026-03-04',
        status: 'in-house',
      })),
    )
  })

  async function paged(input: InputOf<'guest.search'>) {
    const seen: number[] = []
    let after: string | undefined
    let total = 0
    do {
      const page = await t.must('guest.search', { ...input, limit: 5, after })
      expect(page.rows.length).toBeLessThanOrEqual(5)
      seen.push(...page.rows.map(({ id }) => id))
      total = page.total
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(total).toBe(seen.length)
    return seen
  }

  test('a search goes on page by page, each guest once', async () => {
    const seen = await paged({ text: 'sunderland' })
    expect(seen).toHaveLength(23)
    expect(seen.slice(0, 3).sort()).toEqual(many.slice(0, 3).sort())
  })

  test('a page that ends among those who come first goes on there', async () => {
    const first = await t.must('guest.search', { text: 'sunderland', limit: 2 })
    const next = await t.must('guest.search', { text: 'sunderland', limit: 2, after: first.next ?? '' })
    const seen = [...first.rows, ...next.rows].map(({ id }) => id)
    expect(new Set(seen).size).toBe(4)
    expect(seen.slice(0, 3).sort()).toEqual(many.slice(0, 3).sort())
  })

  test('the whole list goes on page by page in the order of names', async () => {
    const seen = await paged({})
    const rows = (await t.must('guest.search', { limit: 200 })).rows
    expect(rows.map(({ id }) => id)).toEqual(seen)
    expect(rows[0]?.name).toBe('أحمد')
    expect(rows.findIndex(({ name }) => name === '李娜')).toBeLessThan(
      rows.findIndex(({ name }) => name === 'Anna Müller'),
    )
  })

  test.each<[string, Partial<InputOf<'guest.search'>>, number]>([
    ['tag', { tag: 'vip' }, 6],
    ['nationality', { nationality: 'FIN' }, 23],
    ['in house', { inHouse: true, nationality: 'FIN' }, 3],
    ['tag and text', { tag: '回头客', text: 'sunderland' }, 6],
    ['tag, in house and text', { tag: 'vip', inHouse: true, text: 'sunder' }, 1],
    ['none', { tag: 'nobody' }, 0],
    ['none with text', { tag: 'nobody', text: 'sunderland' }, 0],
    ['open requests', { openRequests: true }, 0],
  ])('filter by %s', async (_what, input, count) => {
    expect(await paged(input)).toHaveLength(count)
  })

  test('open requests and tiers narrow the list too', async () => {
    const bookingId = await t.book({ guestId: many[7] as GuestId })
    await t.must('request.create', { bookingId, kind: 'quiet' })
    expect(await t.must('guest.search', { openRequests: true })).toMatchObject({
      rows: [{ id: many[7], openRequests: 1, nextArrival: '2026-03-10' }],
      total: 1,
      capped: false,
    })
    expect(await found('sunderland', { openRequests: true })).toEqual(['sun7'])
    expect((await t.must('guest.search', { tier: 'gold' })).total).toBe(0)
  })

  test('the choices of the filters are those in use', async () => {
    expect(await t.must('guest.filters', {})).toMatchObject({
      tags: ['vip', '回头客'],
      nationalities: ['CHN', 'FIN', 'GBR', 'IRL', 'JPN', 'SAU', 'TUR'],
    })
  })

  test.each(['', 'x', '-1', 'first:abc', '99999999999999999999'])(
    'a key of no page (%s) is told apart from an empty page',
    async (after) => {
      const wrong = {
        fault: { code: 'INVALID_INPUT', issues: [{ path: ['after'], code: 'invalid.pageKey' }] },
      }
      expect(await t.call('guest.search', { after })).toMatchObject(wrong)
      expect(await t.call('guest.search', { text: 'sunderland', after })).toMatchObject(wrong)
    },
  )
})
