import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Finding, findingsInFile, keepable, readFindingsFile } from '#core/import/findings.ts'
import { type ReadingInput, readingOf } from '#core/import/rules.ts'
import { createTally } from '#core/import/tally.ts'
import { createFiles } from '#core/kernel/given-files.ts'
import { bookingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import { demandRow } from '#tests/support/booking-demand.ts'

const finding: Finding = {
  line: 3,
  kind: 'rejected',
  reason: 'dateForm',
  field: 'Arrival',
  value: 'x',
  row: 'a,b',
}
const card = '4111 1111 1111 1111'

describe('a finding', () => {
  test('is kept without card numbers, however many, and with the rest as it was', () => {
    expect(withoutCards(`pay ${card} or 5500-0000-0000-0004!`)).toBe(
      'pay [visa …1111] or [mastercard …0004]!',
    )
    expect(withoutCards('no card 1234')).toBe('no card 1234')
    expect(keepable({ ...finding, value: card, row: `a,${card},b` })).toEqual({
      ...finding,
      value: '[visa …1111]',
      row: 'a,[visa …1111],b',
    })
  })

  test('is not without end', () => {
    const kept = keepable({ ...finding, value: 'v'.repeat(201), row: 'r'.repeat(2001) })
    expect([kept.value.length, kept.row.length]).toEqual([200, 2000])
    // A card is taken out before the text is cut, so that no half of it is left.
    const cut = keepable({ ...finding, value: `${'v'.repeat(190)}${card}` })
    expect(cut.value).toBe(`${'v'.repeat(190)}[visa …111`)
  })

  test('shows control characters as their pictures', () => {
    const kept = keepable({ ...finding, value: 'a\u0000b\u0007\u001f', row: 'x\u000b\ty\u000c\n' })
    expect([kept.value, kept.row]).toEqual(['a␀b␇␟', 'x␋\ty\f\n'])
  })
})

describe('findings of a dry run', () => {
  const everything = { after: 0, limit: 1000, kind: undefined, reason: undefined }

  test('are in a file for this user alone, of which the program knows that it goes away', async () => {
    const files = createFiles()
    const sink = findingsInFile(files)
    expect(files.all()).toEqual([{ path: sink.path, name: 'findings', temporary: true }])
    if (process.platform !== 'win32') expect(statSync(sink.path).mode & 0o777).toBe(0o600)
    sink.add(finding)
    // Nothing is written for one finding alone.
    expect(readFileSync(sink.path, 'utf8')).toBe('')
    sink.add({ ...finding, value: card, kind: 'noted' })
    sink.end()
    expect(await readFindingsFile(sink.path, everything)).toEqual({
      rows: [finding, { ...finding, value: '[visa …1111]', kind: 'noted' }],
      next: null,
    })
  })

  test('are written as they come when there are many', async () => {
    const sink = findingsInFile(createFiles())
    for (let line = 0; line < 300; line++) sink.add({ ...finding, line, row: 'r'.repeat(1000) })
    const before = statSync(sink.path).size
    expect(before).toBeGreaterThan(262_144)
    expect(before).toBeLessThan(270_000)
    sink.end()
    const { rows } = await readFindingsFile(sink.path, everything)
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 300 }, (_, line) => line))
  })

  test('are read by page, by kind and by reason, whatever their characters', async () => {
    const sink = findingsInFile(createFiles())
    for (let line = 0; line < 7; line++)
      sink.add({
        ...finding,
        line,
        value: '张伟 é',
        kind: line % 2 === 0 ? 'rejected' : 'noted',
        reason: line < 4 ? 'dateForm' : 'phone',
      })
    sink.end()
    const pages: number[][] = []
    for (let after: number | null = 0; after !== null; ) {
      const { rows, next } = await readFindingsFile(sink.path, { ...everything, after, limit: 3 })
      pages.push(rows.map(({ line }) => line))
      after = next
    }
    expect(pages).toEqual([[0, 1, 2], [3, 4, 5], [6]])
    const lines = async (page: { kind?: 'noted'; reason?: string; limit?: number }) =>
      (await readFindingsFile(sink.path, { ...everything, ...page })).rows.map(({ line }) => line)
    expect(await lines({ kind: 'noted' })).toEqual([1, 3, 5])
    expect(await lines({ reason: 'phone' })).toEqual([4, 5, 6])
    expect(await lines({ kind: 'noted', reason: 'phone' })).toEqual([5])
    expect(await lines({ limit: 7 })).toHaveLength(7)
    expect((await readFindingsFile(sink.path, { ...everything, limit: 7 })).next).toBeNull()
  })
})

describe('the tally', () => {
  const row = { line: 5, cells: ['a'], text: 'a,b' }
  function counting() {
    const found: Finding[] = []
    const tally = createTally({ add: (one) => found.push(one), end: () => undefined }, new Map())
    return { tally, found }
  }

  test('begins with nothing', () => {
    expect(counting().tally.counts).toEqual({
      rows: 0,
      filteredOut: 0,
      imported: 0,
      rejected: {},
      notes: {},
      byStatus: {},
      byStatusRead: {},
      compared: { new: 0, changed: 0, same: 0, gone: 0 },
    })
  })

  test('counts rows by what became of them, and hands on what was found', () => {
    const { tally, found } = counting()
    tally.skip()
    for (const status of ['confirmed', 'confirmed', null]) tally.read(status)
    tally.imported(row, 'confirmed', [
      { reason: 'duplicateRow', field: '', value: '2' },
      { reason: 'roomUnknown', field: 'room', value: '9' },
    ])
    tally.imported(row, 'confirmed', [])
    tally.rejected(row, [
      { reason: 'dateForm', field: 'Arrival', value: 'x' },
      { reason: 'dateForm', field: 'Departure', value: 'y' },
      { reason: 'rateForm', field: 'Rate', value: 'z' },
    ])
    tally.noted({ reason: 'overbooked', field: 'roomType', value: 'KING' })
    expect(tally.counts).toEqual({
      rows: 3,
      filteredOut: 1,
      imported: 2,
      rejected: { dateForm: 1, rateForm: 1 },
      notes: { duplicateRow: 1, roomUnknown: 1, overbooked: 1 },
      byStatus: { confirmed: 2 },
      byStatusRead: { confirmed: 2, unknown: 1 },
      compared: { new: 0, changed: 0, same: 0, gone: 0 },
    })
    expect(found).toEqual([
      { line: 5, kind: 'noted', reason: 'duplicateRow', field: '', value: '2', row: 'a,b' },
      { line: 5, kind: 'noted', reason: 'roomUnknown', field: 'room', value: '9', row: 'a,b' },
      { line: 5, kind: 'rejected', reason: 'dateForm', field: 'Arrival', value: 'x', row: 'a,b' },
      { line: 5, kind: 'rejected', reason: 'dateForm', field: 'Departure', value: 'y', row: 'a,b' },
      { line: 5, kind: 'rejected', reason: 'rateForm', field: 'Rate', value: 'z', row: 'a,b' },
      { line: 0, kind: 'noted', reason: 'overbooked', field: 'roomType', value: 'KING', row: '' },
    ])
  })
})

describe('how the rows of a table are read', () => {
  const hotel = {
    hotelName: 'Test Hotel',
    language: 'en',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    country: 'CHN',
    businessDate: '2026-03-02',
  } as never
  const reading = (
    headings: readonly string[],
    input: Partial<ReadingInput>,
    more: { twice?: string[]; format?: 'csv' | 'xlsx'; sign?: 'point' | 'comma' } = {},
  ) =>
    readingOf(
      { headings: [...headings], twice: more.twice ?? [], date1904: false },
      { profile: 'generic', where: '', ...input },
      hotel,
      more.format ?? 'csv',
      { decimalSign: more.sign ?? null, keys: {}, dates: {}, orderNumbers: false },
    )
  const headings = ['Arrival', 'Nights', 'Type', 'Rate', 'Who']
  const columns = { Arrival: 'arrival', Nights: 'nights', Type: 'roomType', Rate: 'rate' } as const
  const mapping = { columns, dateOrder: 'ymd' as const }
  const demand = { profile: 'hotel-booking-demand' as const }

  test('by a mapping: its columns, the filter’s place, no single hotel', () => {
    const found = reading(headings, { mapping, where: 'Who = me' })
    expect(found).toMatchObject({ where: { at: 4, column: 'Who', value: 'me' }, single: null })
    if ('code' in found) throw new Error(found.code)
    expect([...found.fields]).toEqual(Object.entries(columns))
    expect(reading(headings, { mapping })).toMatchObject({ where: null })
  })

  test.each<[string, object, object]>([
    [
      'no mapping',
      {},
      { code: 'MAPPING_INCOMPLETE', params: { fields: 'arrival, departure, roomType', twice: '' } },
    ],
    [
      'a field twice',
      { mapping: { columns: { ...columns, Who: 'rate' }, dateOrder: 'ymd' } },
      { code: 'MAPPING_INCOMPLETE', params: { fields: '', twice: 'rate' } },
    ],
    [
      'columns that are not there',
      { mapping: { columns: { ...columns, Size: 'adults', Colour: 'note' }, dateOrder: 'ymd' } },
      { code: 'FILE_COLUMNS_MISSING', params: { columns: 'Size, Colour' } },
    ],
    [
      'a filter of a column that is near one',
      { mapping, where: 'Whoo=me' },
      {
        code: 'WHERE_UNKNOWN',
        params: {
          why: 'columnNear',
          where: 'Whoo=me',
          column: 'Whoo',
          meant: 'Who',
          choices: 'Arrival, Nights, Type, Rate, Who',
        },
      },
    ],
    [
      'a filter of no column',
      { mapping, where: `${'z'.repeat(90)}=me` },
      {
        code: 'WHERE_UNKNOWN',
        params: {
          why: 'column',
          where: `${'z'.repeat(90)}=me`,
          column: 'z'.repeat(80),
          meant: '',
          choices: 'Arrival, Nights, Type, Rate, Who',
        },
      },
    ],
    [
      'what is no filter',
      { mapping, where: '12345' },
      { code: 'WHERE_UNKNOWN', params: { column: '12345' } },
    ],
  ])('%s', (_name, input, expected) => {
    expect(reading(headings, input)).toMatchObject(expected)
  })

  test('of many columns forty are named', () => {
    const many = Array.from({ length: 60 }, (_, index) => `Column ${index}`)
    const found = reading(many, { where: 'zzz=1' })
    if (!('code' in found)) throw new Error('read')
    expect(String(found.params.choices).split(', ')).toEqual(many.slice(0, 40))
  })

  test('a heading twice is refused where it is read', () => {
    const found = (twice: string[]) => reading(headings, { mapping }, { twice })
    expect(found(['Rate', 'Rate (2)'])).toEqual({ code: 'COLUMN_TWICE', params: { column: 'Rate' } })
    expect(found(['Who', 'Who (2)'])).not.toHaveProperty('code')
    expect(reading(bookingDemandColumns, demand, { twice: ['adr', 'adr (2)'] })).toEqual({
      code: 'COLUMN_TWICE',
      params: { column: 'adr' },
    })
  })

  test('the data set: every column, and one hotel unless a filter names it', () => {
    const found = reading(['Ours', ...bookingDemandColumns], demand)
    expect(found).toMatchObject({ where: null, single: { at: 1, column: 'hotel' } })
    if ('code' in found) throw new Error(found.code)
    expect([...found.fields.keys()].sort()).toEqual([...bookingDemandColumns].sort())
    expect([found.fields.get('adr'), found.fields.get('days_in_waiting_list')]).toEqual(['rate', ''])
    expect(reading(bookingDemandColumns, { ...demand, where: 'hotel=City Hotel' })).toMatchObject({
      single: null,
      where: { at: 0, column: 'hotel', value: 'City Hotel' },
    })
    expect(reading(bookingDemandColumns, { ...demand, where: 'meal=BB' })).toMatchObject({
      single: { at: 0, column: 'hotel' },
    })
    expect(reading(bookingDemandColumns.slice(2), demand)).toEqual({
      code: 'FILE_COLUMNS_MISSING',
      params: { columns: bookingDemandColumns.slice(0, 2).join(', ') },
    })
    const answer = reading(bookingDemandColumns, demand)
    if ('code' in answer) throw new Error(answer.code)
    expect(answer.rule(demandRow())).toMatchObject({ booking: { rates: [9855, 9855, 9855] } })
  })

  test('a workbook’s numbers may be dates, a text’s may not; the sign of decimals is what it is told', () => {
    const rate = (more: Parameters<typeof reading>[2], cells: string[]) => {
      const found = reading(headings, { mapping }, more)
      if ('code' in found) throw new Error(found.code)
      return found.rule(cells)
    }
    const cells = ['46086', '1', 'KING', '88', '']
    expect(rate({ format: 'xlsx' }, cells)).toMatchObject({ booking: { arrival: '2026-03-05' } })
    expect(rate({ format: 'csv' }, cells)).toHaveProperty('rejected')
    const amount = ['2026-03-05', '1', 'KING', '1.234', '']
    expect(rate({ sign: 'comma' }, amount)).toMatchObject({ booking: { rates: [123_400] } })
    expect(rate({}, amount)).toHaveProperty('rejected')
  })
})
