import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { surveyFile } from '#core/import/source/survey.ts'
import { openTable } from '#core/import/source/table.ts'
import { tempFolder } from '#tests/support/app.ts'
import { workbookParts, zipOf } from '#tests/support/zip.ts'
import { read as readTable } from './read-file.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())
let files = 0

function given(content: Buffer | string): string {
  files += 1
  const path = join(folder.path, `file-${files}`)
  writeFileSync(path, content)
  return path
}

/** A file's table, or the code it is refused with. */
async function read(content: Buffer | string, sheet?: string) {
  const found = await readTable(content, sheet)
  return 'code' in found ? found.code : found
}

async function tableOf(content: Buffer | string, sheet?: string) {
  const found = await read(content, sheet)
  if (typeof found === 'string') throw new Error(found)
  return found
}
const cellsOf = async (content: Buffer | string, sheet?: string) =>
  (await tableOf(content, sheet)).rows.map((row) => row.cells)

const small = 'Arrival,Departure,Room type\n2026-03-05,2026-03-06,KING\n'
const chinese = '到店日期;离店日期;房型\n2026-03-05;2026-03-06;豪华大床房\n'

describe('text', () => {
  test.each<[string, Buffer | string]>([
    ['plain', small],
    ['packed', gzipSync(small)],
    ['packed in two members', Buffer.concat([gzipSync(small.slice(0, 30)), gzipSync(small.slice(30))])],
  ])('%s: the same table and the same sum', async (_name, content) => {
    const { survey, headings, rows } = await tableOf(content)
    expect(survey.sha256).toBe(createHash('sha256').update(small).digest('hex'))
    expect(headings).toEqual(['Arrival', 'Departure', 'Room type'])
    expect(rows).toEqual([
      { line: 2, cells: ['2026-03-05', '2026-03-06', 'KING'], text: '2026-03-05,2026-03-06,KING' },
    ])
  })

  test.each(['utf8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'])('Chinese in %s', async (encoding) => {
    const content = iconv.encode(chinese, encoding, { addBOM: encoding !== 'gbk' && encoding !== 'gb18030' })
    const { headings, rows } = await tableOf(content)
    expect(headings).toEqual(['到店日期', '离店日期', '房型'])
    expect(rows[0]?.cells).toEqual(['2026-03-05', '2026-03-06', '豪华大床房'])
  })

  test('a title above the headings and empty lines below the table are passed over', async () => {
    const { headings, rows } = await tableOf(`Reservations of March\n\n${small},,\n`)
    expect(headings[0]).toBe('Arrival')
    expect(rows.map(({ line }) => line)).toEqual([4])
  })

  test('headings that are empty or stand twice get names of their own', async () => {
    expect((await tableOf('Arrival,,Note,Note,\n1,2,3,4,5\n')).headings).toEqual([
      'Arrival',
      '#2',
      'Note',
      'Note (2)',
    ])
  })

  test.each<[string, Buffer | string, string]>([
    ['empty', '', 'FILE_EMPTY'],
    ['packed nothing', gzipSync(''), 'FILE_EMPTY'],
    ['headings alone', 'Arrival,Departure\n', 'FILE_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'FILE_BINARY'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'FILE_BINARY'],
    ['a packed picture', gzipSync(Buffer.alloc(5000, 1)), 'FILE_BINARY'],
    ['packed twice', gzipSync(gzipSync(small)), 'FILE_BINARY'],
    ['another ZIP', zipOf([{ name: 'a.txt', content: 'hello' }]), 'FILE_BINARY'],
    ['Cyrillic', iconv.encode('Arrival,Имя\n1,Иван Петров\n', 'windows-1251'), 'FILE_ENCODING'],
    ['cut short', gzipSync(small.repeat(500)).subarray(0, 60), 'FILE_DAMAGED'],
    ['changed on the way', changed(gzipSync(small.repeat(500))), 'FILE_DAMAGED'],
    ['JSON', '[{"arrival": "2026-03-05"}]', 'FILE_NOT_TABLE'],
    ['a page', '<html><body>Arrival, Departure</body></html>', 'FILE_NOT_TABLE'],
    ['prose', 'Dear guest\nplease come\nsoon\n', 'FILE_NOT_TABLE'],
    ['an open quote', `${small}"2026-03-05,2026-03-06,KING\n${small}`, 'FILE_NOT_TABLE'],
  ])('%s is refused', async (_name, content, code) => {
    expect(await read(content)).toBe(code)
  })

  test('a bomb is not unpacked to its end', async () => {
    const bomb = gzipSync(Buffer.alloc(120_000_000, 'a,b,c\n'), { level: 9 })
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    expect(await read(bomb)).toBe('FILE_BOMB')
    expect(await read(gzipSync(Buffer.alloc(110_000_000), { level: 9 }))).toBe('FILE_BOMB')
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  test('a file that went away', async () => {
    expect(await surveyFile(join(folder.path, 'gone'))).toEqual({ code: 'FILE_UNKNOWN', params: {} })
  })
})

function changed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0xff, 20, 40)
  return copy
}

describe('workbooks', () => {
  async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook()
    fill(book)
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  test('sheets by name, dates as dates, numbers as typed, formulas by their result', async () => {
    const content = await workbook((book) => {
      book.addWorksheet('Notes').addRow(['Arrival', 'nothing here'])
      const sheet = book.addWorksheet('预订 2026')
      sheet.addRow(['Arrival', 'Phone', 'Rate', 'Name', 'VIP', 'Total', 'Gap'])
      const row = sheet.addRow([
        new Date('2026-03-05'),
        13800138000,
        9.95,
        '张伟',
        true,
        { formula: 'C2*2', result: 19.9 },
      ])
      row.getCell(1).numFmt = 'yyyy"年"m"月"d"日"'
      row.getCell(8).value = 'far'
      sheet.addRow([])
      sheet.addRow([{ richText: [{ text: 'a' }, { text: 'b', font: { bold: true } }] }, 'x, "y"'])
    })
    const found = await tableOf(content, '预订 2026')
    expect(found.sheets).toEqual(['Notes', '预订 2026'])
    expect(found.headings).toEqual(['Arrival', 'Phone', 'Rate', 'Name', 'VIP', 'Total', 'Gap'])
    expect(found.rows).toEqual([
      {
        line: 2,
        cells: ['2026-03-05', '13800138000', '9.95', '张伟', 'TRUE', '19.9', '', 'far'],
        text: '2026-03-05,13800138000,9.95,张伟,TRUE,19.9,,far',
      },
      { line: 4, cells: ['ab', 'x, "y"'], text: 'ab,"x, ""y"""' },
    ])
  })

  test('parts in any order, other prefixes, inline texts, cells without references', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>Arrival</t></is></c><c t="inlineStr"><is><t>Name</t><rPh><t>ミョウ</t></rPh></is></c></row>' +
      '<row r="5"><c r="B5" t="str"><v>Li &amp; Co</v></c></row>'
    const found = await tableOf(zipOf(workbookParts(rows)))
    expect(found.sheets).toEqual(['预订'])
    expect(found.headings).toEqual(['Arrival', 'Name'])
    expect(found.rows).toEqual([{ line: 5, cells: ['', 'Li & Co'], text: ',Li & Co' }])
  })

  test('one that states its sizes in 64 bits is read the same', async () => {
    const rows = '<row><c t="inlineStr"><is><t>Arrival</t></is></c></row><row><c><v>46086</v></c></row>'
    const [usual, large] = [zipOf(workbookParts(rows)), zipOf(workbookParts(rows), { zip64: true })]
    expect(large.length).toBeGreaterThan(usual.length)
    expect(await cellsOf(large)).toEqual(await cellsOf(usual))
  })

  test.runIf(process.platform === 'linux')('no file is left open, read to its end or not', async () => {
    const open = () => readdirSync('/proc/self/fd').length
    const rows = '<row><c t="inlineStr"><is><t>Arrival</t></is></c></row>'.repeat(5000)
    const content = zipOf(workbookParts(rows))
    const path = given(content)
    const survey = await surveyFile(path)
    if ('code' in survey) throw new Error(survey.code)
    await cellsOf(content)
    const before = open()
    await cellsOf(content)
    const left = await openTable(path, survey)
    if ('code' in left) throw new Error(left.code)
    await left.rows.next()
    await left.rows.return(undefined)
    await read(content.subarray(0, 300))
    await vi.waitFor(() => expect(open()).toBe(before))
  })

  test('both date systems, and times', async () => {
    const { excelDate, isDateFormat } = await import('#core/import/source/xlsx-dates.ts')
    expect(excelDate(46086, false)).toBe('2026-03-05')
    expect(excelDate(46086 - 1462, true)).toBe('2026-03-05')
    expect(excelDate(46086.604166667, false)).toBe('2026-03-05 14:30')
    expect(excelDate(1, false)).toBe('1900-01-01')
    expect(excelDate(61, false)).toBe('1900-03-01')
    expect(
      ['0.00', '#,##0;[Red]-#,##0', 'General', '"day" 0'].map((format) => isDateFormat(164, format)),
    ).toEqual([false, false, false, false])
    expect(['dd/mm/yyyy', 'yyyy"年"m"月"d"日"', 'h:mm'].map((format) => isDateFormat(164, format))).toEqual([
      true,
      true,
      true,
    ])
  })

  const bigRows = '<row><c><v>1</v></c></row>'.repeat(10)
  test.each<[string, () => Buffer, string]>([
    ['cut short', () => zipOf(workbookParts(bigRows)).subarray(0, 300), 'FILE_DAMAGED'],
    [
      'encrypted',
      () => zipOf(workbookParts(bigRows).map((part) => ({ ...part, encrypted: true }))),
      'FILE_DAMAGED',
    ],
    [
      'a part smaller than it states',
      () =>
        zipOf(
          workbookParts(bigRows).map((part, index) => (index === 0 ? { ...part, statedSize: 9999 } : part)),
        ),
      'FILE_DAMAGED',
    ],
    [
      'packed bytes that are none',
      () => {
        const content = zipOf(workbookParts(bigRows.repeat(50)))
        return content.fill(0xff, 60, 90)
      },
      'FILE_DAMAGED',
    ],
    [
      'more entries than a workbook has',
      () =>
        zipOf([
          ...workbookParts(bigRows),
          ...Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' })),
        ]),
      'FILE_DAMAGED',
    ],
    ['no sheet', () => zipOf(workbookParts(bigRows).slice(1)), 'FILE_DAMAGED'],
    ['broken XML', () => zipOf(workbookParts('<row><c></row>')), 'FILE_DAMAGED'],
    [
      'entities of its own',
      () =>
        zipOf([
          {
            name: 'xl/worksheets/sheet1.xml',
            content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
          },
          ...workbookParts('').slice(1),
        ]),
      'FILE_DAMAGED',
    ],
    ['an empty sheet', () => zipOf(workbookParts('')), 'FILE_EMPTY'],
    [
      'a bomb that says so',
      () =>
        zipOf([
          ...workbookParts(bigRows),
          { name: 'xl/media/image1.xml', content: Buffer.alloc(101_000_000) },
        ]),
      'FILE_BOMB',
    ],
    [
      'a bomb that lies',
      () =>
        zipOf(
          workbookParts(' '.repeat(1_000_000)).map((part, index) =>
            index === 0 ? { ...part, statedSize: 1000 } : part,
          ),
        ),
      'FILE_BOMB',
    ],
  ])('%s is refused', async (_name, content, code) => {
    expect(await read(content())).toBe(code)
  })

  test('cells are read the same however the parts are cut', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>住客 ${index}</t></is></c><c r="B${index + 1}"><v>${index}</v></c></row>`,
    )
    const cells = await cellsOf(zipOf(workbookParts(rows.join(''))))
    expect(cells).toHaveLength(2999)
    expect(cells.at(-1)).toEqual(['住客 2999', '2999'])
  })
})
