import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvReader, guessDelimiter, NoTable } from '#core/import/source/csv.ts'

const rowsOf = (text: string, delimiter = ',') => {
  const reader = csvReader(delimiter)
  return [...reader.push(text), ...reader.end()]
}
const cellsOf = (text: string, delimiter = ',') => rowsOf(text, delimiter).map((row) => row.cells)

describe('records of a text', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain lines',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line break at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF and CR',
      'a,b\r\n1,2\r3,4',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty lines',
      '\na,b\n\n\r\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quotes', '"a,1","b""2"\n', [['a,1', 'b"2']]],
    [
      'line breaks in a cell',
      '"a\nb",c\n"d\r\ne",f',
      [
        ['a\nb', 'c'],
        ['d\r\ne', 'f'],
      ],
    ],
    ['a quote inside a cell', '5" pipe,b\n', [['5" pipe', 'b']]],
    ['text after a closing quote', '"a"x,b\n', [['"a"x', 'b']]],
    [
      'empty cells',
      ',,\n"",\n',
      [
        ['', '', ''],
        ['', ''],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(cellsOf(text)).toEqual(expected)
  })

  test('line numbers are those of an editor, also behind cells of several lines', () => {
    expect(rowsOf('h\n"a\n\nb"\n\nc\n').map(({ line }) => line)).toEqual([1, 2, 6])
  })

  test('a quote that is never closed is no table, and names its line', () => {
    expect(() => rowsOf('a,b\n1,"2\n3,4\n')).toThrow(new NoTable(2).message)
    const reader = csvReader(',')
    reader.push('a,"')
    expect(() => {
      for (let piece = 0; piece < 20; piece++) reader.push('x'.repeat(100_000))
    }).toThrow(NoTable)
  })

  test('cut anywhere into pieces, the records are the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '中', '1'), maxLength: 6 })
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`)
    const table = fc.array(fc.array(quoted, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(60)), (rows, end, cuts) => {
        const text = rows.map((row) => row.join(',')).join(end) + end
        const expected = parse(text, { relax_column_count: true, record_delimiter: end }) as string[][]
        const whole = rowsOf(text)
        expect(whole.map((row) => row.cells)).toEqual(expected)
        const reader = csvReader(',')
        const pieces = [...cuts].sort((a, b) => a - b)
        const cut = [0, ...pieces, text.length].flatMap((from, index, all) =>
          reader.push(text.slice(from, all[index + 1] ?? text.length)),
        )
        expect([...cut, ...reader.end()]).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n"1,5";"2,5";3\n', ';'],
  ['a\tb\n1,5\t2\n', '\t'],
  ['name|phone\nx|1\n', '|'],
  ['到店日期,离店日期\n2026-01-01,2026-01-02', ','],
  ['only one column\nof words, some with commas\n', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})
