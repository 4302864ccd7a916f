import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { guessDelimiter } from '#core/import/source/csv.ts'
import { workbookParts, zipOf } from '#tests/support/zip.ts'
import { read } from './read-file.ts'

test.each([
  ['a;b,c\n1;2,3\n4;5\n6;7\n', ';'],
  ['a,b;c\n1,2;3\n', ','],
  ['a;b;c,d\n1;2;3,4\n', ';'],
  ['x\n', ','],
  ['', ','],
  // The widest first line is not the most even one.
  ['a|b|c|d\n1,2\n', '|'],
  ['a,b,c,d\nx;y\nx;y\n', ','],
  ['"open;\n', ','],
  ['a;b', ';'],
  // A title above the table, with a comma of its own or without.
  ['Report\na;b;c\n1,5;2;3\n', ';'],
  ['Reservations of March, 2026\n\na|b|c\n1|2|3\n4|5|6\n', '|'],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})

describe('what a file is', () => {
  const small = 'Arrival,Departure,Room type\n2026-03-05,2026-03-06,KING\n'

  test('is told whole', async () => {
    const found = await read(small)
    expect(found).toMatchObject({
      delimiter: ',',
      sheets: [],
      twice: [],
      survey: {
        bytes: small.length,
        format: 'csv',
        compressed: false,
        encoding: 'utf-8',
        bom: 0,
        sha256: createHash('sha256').update(small).digest('hex'),
        lines: 2,
      },
    })
    const packed = gzipSync(small)
    expect(await read(packed)).toMatchObject({ survey: { bytes: packed.length, compressed: true, lines: 2 } })
    const book = zipOf(workbookParts('<row><c t="str"><v>Arrival</v></c></row><row><c><v>1</v></c></row>'))
    expect(await read(book)).toMatchObject({
      delimiter: '',
      sheets: ['预订'],
      survey: {
        bytes: book.length,
        format: 'xlsx',
        compressed: false,
        encoding: 'utf-8',
        bom: 0,
        sha256: createHash('sha256').update(book).digest('hex'),
        lines: 0,
      },
    })
  })

  test('lines are counted over all pieces, from the first byte to the last', async () => {
    const rows = 'a,b\n'.repeat(60_000)
    expect(await read(`\n${rows}c`)).toMatchObject({ survey: { lines: 60_001 } })
  })

  test('trouble says where', async () => {
    expect(await read(Buffer.from([0x61, 0x62, 0]))).toEqual({ code: 'FILE_BINARY', params: { at: 2 } })
    expect(await read(Buffer.from([0x61, 0xff, 0x61]))).toMatchObject({
      code: 'FILE_ENCODING',
      params: { why: 'choices', at: 1 },
    })
    expect(await read('')).toEqual({ code: 'FILE_EMPTY', params: {} })
    expect(await read('a')).toEqual({ code: 'FILE_NOT_TABLE', params: { line: 1 } })
    expect(await read('\n\n\nprose alone\nmore of it\n')).toEqual({
      code: 'FILE_NOT_TABLE',
      params: { line: 4 },
    })
    expect(await read(`${small}${small}2026-03-05,"2026-03-06,KING\n`)).toEqual({
      code: 'FILE_NOT_TABLE',
      params: { line: 5 },
    })
    for (const start of ['{"a": 1, "b": 2}', ' \n[1, 2]', '<a>b, c</a>'])
      expect(await read(`${start}\n${small}`)).toEqual({ code: 'FILE_NOT_TABLE', params: { line: 1 } })
    expect(await read(`a{,b\n${small}`)).toMatchObject({ headings: ['Arrival', 'Departure', 'Room type'] })
    // Two bytes of gzip's mark are needed.
    expect(await read(Buffer.from([0x1f, 0x61, 0x62, 0x63]))).toMatchObject({ code: 'FILE_NOT_TABLE' })
  })

  test('an unpacked end is no bomb, and a long text comes whole', async () => {
    const line = '2026-03-05,2026-03-06,KING\n'
    const long = `${small}${line.repeat(9000)}`
    for (const content of [long, gzipSync(long)]) {
      const found = await read(content)
      if ('code' in found) throw new Error(found.code)
      expect(found.rows).toHaveLength(9001)
      expect(found.rows.at(-1)?.line).toBe(9002)
    }
    // The open quote is behind what was read for the delimiter.
    expect(await read(`${long}"x,y\n`)).toEqual({ code: 'FILE_NOT_TABLE', params: { line: 9003 } })
  })

  test('a Ctrl-Z ends a text of DOS, and stands for itself before the end', async () => {
    for (const end of ['\u001a', '\u001a\u001a\r\n', '\r\n\u001a\n\u001a'])
      expect(await read(small + end)).toMatchObject({ cells: [['2026-03-05', '2026-03-06', 'KING']] })
    const found = await read(`${small}a\u001a,b,c\n`)
    expect(found).toMatchObject({ cells: [expect.anything(), ['a\u001a', 'b', 'c']] })
  })

  test('the headings are the row of the first twenty that names the most known columns', async () => {
    const title = (rows: number) => 'Report,of March\n'.repeat(rows)
    expect(await read(`${title(19)}${small}`)).toMatchObject({
      headings: ['Arrival', 'Departure', 'Room type'],
    })
    expect(await read(`${title(20)}${small}`)).toMatchObject({ headings: ['Report', 'of March'] })
    expect(await read(`Arrival,x\n${small}`)).toMatchObject({
      headings: ['Arrival', 'Departure', 'Room type'],
    })
    // Of two rows that name as many it is the first.
    expect(await read(`Arrival,Phone\nDeparture,Rate\n1,2\n`)).toMatchObject({
      headings: ['Arrival', 'Phone'],
    })
    expect(await read('one\ntwo, \nx,y\n1,2\n')).toMatchObject({ headings: ['x', 'y'], cells: [['1', '2']] })
    expect(await read('Arrival\n2026-03-05\n')).toMatchObject({ headings: ['Arrival'] })
  })

  test('empty headings at the end are none, rows of delimiters are none, few rows or many', async () => {
    expect(await read('Arrival,Rate, ,\n1,2,3,4\n , ,,\n5,,,\n')).toMatchObject({
      headings: ['Arrival', 'Rate'],
      cells: [
        ['1', '2', '3', '4'],
        ['5', '', '', ''],
      ],
    })
    const many = `Arrival,Rate\n${'1,2\n'.repeat(40)} ,\n3,4\n`
    const found = await read(many)
    if ('code' in found) throw new Error(found.code)
    expect(found.rows).toHaveLength(41)
    expect(await read('Arrival,Rate')).toEqual({ code: 'FILE_EMPTY', params: {} })
    expect(await read(`${'x,y\n'.repeat(19)}Arrival,Rate\n`)).toEqual({ code: 'FILE_EMPTY', params: {} })
  })

  test('headings over two columns are told in each of their forms', async () => {
    expect(await read('Arrival,Note,Rate, Note ,,\n1,2,3,4,5,6\n')).toMatchObject({
      headings: ['Arrival', 'Note', 'Rate', 'Note (2)'],
      twice: ['Note', 'Note (2)'],
    })
    expect(await read('Arrival,,,Room  type,Room type\n1,2,3,4,5\n')).toMatchObject({
      headings: ['Arrival', '#2', '#3', 'Room type', 'Room type (2)'],
      twice: ['Room type', 'Room type (2)'],
    })
  })

  test('five hundred columns are a table, one more is not', async () => {
    const wide = (columns: number) =>
      `Arrival,${Array.from({ length: columns - 1 }, (_, index) => `c${index}`).join(',')}\n${'1,'.repeat(columns - 1)}1\n`
    expect(await read(wide(500))).toMatchObject({ rows: [{ line: 2 }] })
    expect(await read(wide(501))).toEqual({ code: 'FILE_NOT_TABLE', params: { line: 1 } })
  })
})
