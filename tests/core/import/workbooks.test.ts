import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestBook, type TestSheet, workbookOf } from '#tests/support/workbook.ts'
import { day, headings, importBook, row, sheetOf, start, stays } from './books.ts'
import { closeHotel, column, findingsOf, hotel, openHotel, rowsOf } from './lists.ts'
import { summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

describe('numbers of more digits than a spreadsheet keeps', () => {
  test('identify nobody: they are kept as text of the source and noted', async () => {
    const summary = await importBook([
      {
        name: 'Sheet1',
        rows: [
          ['姓名', '身份证号', '到店日期', '离店日期', '房型', '房价', '订单号', '会员号'],
          ['王一', 1.10105197005125e17, day(46086), day(46088), '大床房', 300, 1260305123456780000, 1e15],
          ['李二', 1.10105197005125e17, day(46086), day(46088), '大床房', 300, 1260305123456780000, 1e15],
          ['赵三', '11010519491231002X', day(46086), day(46088), '大床房', 300, 999999999999999, 12354],
        ],
      },
    ])
    expect(summary).toMatchObject({
      rows: 3,
      imported: 3,
      notes: { numberRounded: 6 },
      created: { guests: 3, bookings: 3 },
    })
    expect(summary.notes).not.toHaveProperty('confirmationTwice')
    expect(column('select number from guest_documents')).toEqual(['11010519491231002X'])
    const [first, , third] = rowsOf<{ source: string }>('select source from bookings order by id').map(
      ({ source }) => JSON.parse(source) as Record<string, unknown>,
    )
    expect(first).toEqual({
      line: 2,
      residentIdRounded: '110105197005125000',
      confirmationNoRounded: '1260305123456780000',
      membershipNoRounded: '1000000000000000',
    })
    expect(third).toEqual({ line: 4, confirmationNo: '999999999999999', membershipNo: '12354' })
    const [finding] = await findingsOf(summary.batchId)
    expect(finding).toMatchObject({ line: 2, kind: 'noted', reason: 'numberRounded' })
  })

  test('digits that are in the file stay, an exponent is written out', async () => {
    const file = hotel.give(
      'book.xlsx',
      workbookOf([
        {
          name: 'Sheet1',
          rows: [
            ['Arrival', 'Order no'],
            [46086, { xml: '<c r="B2"><v>110105197005125013</v></c>' }],
            [46086, { xml: '<c r="B3"><v>-1.5E+22</v></c>' }],
          ],
        },
      ]),
    )
    const { preview } = await hotel.app.must('import.inspect', { file })
    expect(preview.map(([, number]) => number)).toEqual(['110105197005125013', '-15000000000000000000000'])
  })
})

describe('dates of a workbook', () => {
  test('a time never moves the day, to the last second', async () => {
    const at = (hour: number, minute: number, second: number) =>
      day(46088 + (hour * 3600 + minute * 60 + second) / 86_400)
    const times = [at(23, 59, 59), at(23, 59, 59.999), at(12, 0, 0), at(0, 0, 0), at(0, 0, 1)]
    const rows = times.map((departure) => ['Guo', day(46086), departure, 'DBL', 300])
    await importBook([sheetOf('Sheet1', ...rows)])
    expect(stays()).toEqual(times.map(() => '2026-03-05 2026-03-07 DBL'))
  })

  test('every serial number of a book of 1904 counts from 1904, shown as a date or not', async () => {
    const rows = [
      ['Plain', 44624, 44626.5, 'DBL', 300],
      ['Styled', day(44624), day(44626.5), 'DBL', 300],
      ['Text', '44624', '2026-03-07', 'DBL', 300],
    ]
    await importBook([sheetOf('Sheet1', ...rows)], { date1904: true })
    expect(stays()).toEqual(rows.map(() => '2026-03-05 2026-03-07 DBL'))
  })

  test('dates as text, as strict workbooks have them', async () => {
    const cell = (reference: string, value: string) => ({
      xml: `<c r="${reference}" t="d"><v>${value}</v></c>`,
    })
    await importBook(
      [sheetOf('Sheet1', ['A', cell('B2', '2026-03-05'), cell('C2', '2026-03-07T23:59:59.999'), 'DBL', 300])],
      { strict: true },
    )
    expect(stays()).toEqual(['2026-03-05 2026-03-07 DBL'])
  })
})

describe('texts of a workbook', () => {
  test('are as a person sees them: what XML can’t hold is decoded, in shared, inline and formula texts', async () => {
    const note = 'late_x000D_\nneeds a crib_x005F_x000D_ end_x'
    const shared = `<sst><si><t>${note}</t></si><si><r><t>shared</t></r><r><t>_x0041_</t></r></si></sst>`
    const cells = [
      { xml: '<c r="F2" t="s"><v>0</v></c>' },
      { xml: `<c r="F3" t="inlineStr"><is><t>${note}</t></is></c>` },
      { xml: `<c r="F4" t="str"><f>A1</f><v>${note}</v></c>` },
      { xml: '<c r="F5" t="s"><v>1</v></c>' },
      'a _xD83D__xDE00_ face',
    ]
    const rows = [[...headings, 'Notes'], ...cells.map((cell) => row('Anna', [cell]))]
    await importBook([{ name: 'Sheet1', rows }], {
      more: [{ name: 'xl/sharedStrings.xml', content: shared }],
    })
    const clean = 'late\nneeds a crib_x000D_ end_x'
    expect(column('select comment from bookings order by id')).toEqual([
      clean,
      clean,
      clean,
      'sharedA',
      'a 😀 face',
    ])
  })
})

describe('parts of a workbook', () => {
  const renamed = (from: string, to: string, target: string): TestBook => ({
    change: (part) => ({
      ...part,
      name: part.name === from ? to : part.name,
      content: part.name.endsWith('.rels')
        ? String(part.content).replace(/Target="[^"]*sheet1\.xml"/, `Target="${target}"`)
        : part.content,
    }),
  })
  const sheet1 = 'xl/worksheets/sheet1.xml'

  test.each<[string, TestBook]>([
    ['another folder and name', renamed(sheet1, 'data/Blatt.xml', '/data/Blatt.xml')],
    ['up and down again', renamed(sheet1, 'data/Blatt.xml', '../data/./Blatt.xml')],
    ['another case', renamed(sheet1, 'xl/Worksheets/Sheet1.XML', 'worksheets/sheet1.xml')],
    ['backslashes', renamed(sheet1, 'xl\\worksheets\\sheet1.xml', 'worksheets\\sheet1.xml')],
    ['a slash before its name', renamed(sheet1, '/xl/worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml')],
    ['a blank in its name', renamed(sheet1, 'xl/worksheets/my sheet1.xml', 'worksheets/my%20sheet1.xml')],
    ['64-bit sizes', { zip64: true }],
    ['strict namespaces', { strict: true }],
  ])('%s: found by its relationship', async (_name, book) => {
    expect(await importBook([sheetOf('Sheet1', row('Anna'))], book)).toMatchObject({ imported: 1 })
  })

  test('the workbook itself is where the package says, by relationship or by content', async () => {
    const moved = (names: readonly string[]) => (part: { name: string; content: Buffer | string }) =>
      names.includes(part.name)
        ? null
        : {
            name: part.name.replace(/^xl\//, 'Book/').replace('workbook.xml', 'Main.xml'),
            content: String(part.content)
              .replaceAll('/xl/workbook.xml', '/Book/Main.xml')
              .replaceAll('"xl/workbook.xml"', '"Book/Main.xml"')
              .replaceAll('/xl/worksheets', '/Book/worksheets'),
          }
    for (const missing of [[], ['_rels/.rels'], ['[Content_Types].xml']])
      expect(
        await importBook([sheetOf('Sheet1', row('Anna'))], { change: moved(missing) }, { dryRun: true }),
      ).toMatchObject({ imported: 1 })
  })

  test('shared texts and styles are found by their relationship too', async () => {
    const strings = headings.map((heading) => `<si><t>${heading}</t></si>`).join('')
    const shared = headings.map((_, index) => ({
      xml: `<c r="${'ABCDE'[index]}1" t="s"><v>${index}</v></c>`,
    }))
    const summary = await importBook([{ name: 'Sheet1', rows: [shared, row('Anna')] }], {
      more: [{ name: 'xl/Texte.xml', content: `<sst>${strings}</sst>` }],
      change: (part) => ({
        ...part,
        name: part.name === 'xl/styles.xml' ? 'xl/Formate.xml' : part.name,
        content: String(part.content)
          .replace('"styles.xml"', '"formate.XML"')
          .replace(
            /<Relationship Id="rId90" Type="([^"]*)styles"/,
            '<Relationship Id="rId91" Type="$1sharedStrings" Target="texte.xml"/>$&',
          ),
      }),
    })
    expect(summary).toMatchObject({ imported: 1 })
    expect(stays()).toEqual(['2026-03-05 2026-03-07 DBL'])
  })
})

describe('sheets of a workbook', () => {
  const cover: TestSheet = { name: 'Cover', rows: [['Reservations'], ['Hotel', 'Rose'], ['Period', 'March']] }
  const guests: TestSheet = {
    name: 'Guests',
    rows: [
      ['Guest name', 'Phone'],
      ['Anna', '13800138000'],
    ],
  }
  const empty: TestSheet = { name: 'Empty', rows: [] }
  const german: TestSheet = {
    name: 'Liste',
    rows: [
      ['Anreise', 'Abreise', 'Kategorie', 'Gast'],
      ['2026-03-05', '2026-03-06', 'EZ', 'Anna'],
    ],
  }
  const data = sheetOf('Data', row('Anna'))
  const hidden = (sheet: TestSheet, state: 'hidden' | 'veryHidden' = 'hidden'): TestSheet => ({
    ...sheet,
    state,
  })
  const read = async (sheets: readonly TestSheet[], sheet?: string) =>
    hotel.app.call('import.inspect', {
      file: hotel.give('book.xlsx', workbookOf(sheets)),
      ...(sheet ? { sheet } : {}),
    })

  test.each<[string, TestSheet[], string, { name: string; hidden: boolean }[]]>([
    ['empty first', [empty, data], 'Data', []],
    ['a cover first', [cover, data], 'Data', [{ name: 'Cover', hidden: false }]],
    ['headings alone first', [sheetOf('Form'), data], 'Data', [{ name: 'Form', hidden: false }]],
    ['other figures first', [guests, data], 'Data', [{ name: 'Guests', hidden: false }]],
    [
      'a cover before headings that nobody knows',
      [cover, german],
      'Liste',
      [{ name: 'Cover', hidden: false }],
    ],
    [
      'two of them: the first',
      [data, sheetOf('April', row('Li'))],
      'Data',
      [{ name: 'April', hidden: false }],
    ],
    [
      'hidden ones are not read',
      [hidden(data), sheetOf('April', row('Li'))],
      'April',
      [{ name: 'Data', hidden: true }],
    ],
    [
      'very hidden ones neither, however much better',
      [hidden(data, 'veryHidden'), cover],
      'Cover',
      [{ name: 'Data', hidden: true }],
    ],
  ])('%s', async (_name, sheets, sheet, otherSheets) => {
    expect(await read(sheets)).toMatchObject({ output: { sheet, otherSheets } })
  })

  test('the one that was read is named in the summary, with the others that hold rows', async () => {
    const summary = await importBook([empty, cover, data, hidden(sheetOf('Old', row('Li')))])
    expect(summary).toMatchObject({
      imported: 1,
      sheet: 'Data',
      otherSheets: [
        { name: 'Cover', hidden: false },
        { name: 'Old', hidden: true },
      ],
    })
  })

  test('another is read where it is named, in any case, hidden or not; each of them comes in once', async () => {
    const file = hotel.give('book.xlsx', workbookOf([data, hidden(sheetOf('April', row('Li')))]))
    expect(summaryOf(await start(file))).toMatchObject({ sheet: 'Data', imported: 1 })
    expect(summaryOf(await start(file, { sheet: ' april' }))).toMatchObject({ sheet: 'April', imported: 1 })
    for (const sheet of ['Data', 'April'])
      expect(await start(file, { sheet })).toMatchObject({ refusal: { code: 'ALREADY_IMPORTED' } })
  })

  test('an empty sheet names the others that hold rows; where all are hidden, those', async () => {
    expect(await read([data, empty, german], 'Empty')).toMatchObject({
      refusal: {
        code: 'SHEET_EMPTY',
        params: { file: 'book.xlsx', why: 'others', sheet: 'Empty', sheets: 'Data / Liste' },
      },
    })
    expect(await read([empty, hidden(data), hidden(german, 'veryHidden')])).toMatchObject({
      refusal: { code: 'SHEET_EMPTY', params: { why: 'hidden', sheet: 'Empty', sheets: 'Data / Liste' } },
    })
    expect(await read([hidden(data)])).toMatchObject({
      refusal: { code: 'SHEET_EMPTY', params: { why: 'hidden', sheets: 'Data' } },
    })
    expect(await read([empty, hidden(empty)])).toMatchObject({ refusal: { code: 'FILE_EMPTY' } })
    expect(await read([data, sheetOf('Form')], 'Form')).toMatchObject({
      refusal: { code: 'SHEET_EMPTY', params: { sheet: 'Form', sheets: 'Data' } },
    })
  })
})
