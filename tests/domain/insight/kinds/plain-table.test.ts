import { describe, expect, test } from 'vitest'
import { buildTable, isIdentifier, targetOf } from '#shared/domain/insight/kinds/plain-table.ts'
import { NO_WORD } from '#shared/domain/insight/learn/columns.ts'

function columnOf(cells: readonly string[]) {
  const builder = buildTable(['c'])
  for (const cell of cells) builder.add([cell])
  const [column] = builder.end().columns
  return column!
}

const usable = (cells: readonly string[]) => {
  const found = columnOf(cells)
  if (!found.usable) throw new Error(found.why)
  return found.column
}

describe('columns of a plain file', () => {
  test('numbers, with what is not known', () => {
    expect(usable(['1', ' 2.5', '', 'NA', '-3e2', '?'])).toMatchObject({
      kind: 'number',
      values: Float64Array.from([1, 2.5, Number.NaN, Number.NaN, -300, Number.NaN]),
    })
  })

  test('words, as soon as one cell is no number', () => {
    expect(usable(['1', 'two', 'NULL', '1'])).toMatchObject({
      kind: 'category',
      words: ['1', 'two'],
      codes: Uint16Array.from([0, 1, NO_WORD, 0]),
    })
  })

  test('short rows and long columns', () => {
    const builder = buildTable(['a', 'b'])
    for (let row = 0; row < 5000; row++) builder.add([String(row)])
    const { rows, columns } = builder.end()
    expect(rows).toBe(5000)
    expect(columns[0]).toMatchObject({ usable: true, column: { kind: 'number' } })
    expect(columns[1]).toMatchObject({ usable: true, column: { kind: 'category', words: [] } })
  })

  test('more numbers than words have codes stay numbers; more words can’t be learnt from', () => {
    const many = Array.from({ length: 70_000 }, (_, row) => String(row))
    expect(usable(many).kind).toBe('number')
    expect(columnOf(many.map((cell) => `x${cell}`))).toMatchObject({ usable: false, why: 'manyWords' })
    expect(columnOf([...many, 'word'])).toMatchObject({ usable: false, why: 'manyWords' })
  })

  test('a name of its own for almost every row is an identifier', () => {
    expect(isIdentifier(usable(Array.from({ length: 100 }, (_, row) => `guest ${row % 60}`)))).toBe(true)
    expect(isIdentifier(usable(Array.from({ length: 200 }, (_, row) => `guest ${row % 60}`)))).toBe(false)
    expect(isIdentifier(usable(Array.from({ length: 100 }, (_, row) => String(row))))).toBe(false)
  })
})

describe('the target of a plain file', () => {
  test.each<[string, string[], string | undefined, unknown]>([
    ['0 and 1', ['0', '1', '1'], undefined, { positive: '1', labels: Uint8Array.from([0, 1, 1]) }],
    [
      'yes and no, one not said',
      ['yes', 'no', ''],
      undefined,
      { positive: 'yes', labels: Uint8Array.from([1, 0, 2]) },
    ],
    ['two other words: the rarer', ['good', 'bad', 'good'], undefined, { positive: 'bad' }],
    ['two other words: the one said', ['good', 'bad', 'good'], 'good', { positive: 'good' }],
    [
      'a number said otherwise',
      ['1.0', '2', '3'],
      '2.0',
      { positive: '2', labels: Uint8Array.from([0, 1, 0]) },
    ],
    ['more than two', ['a', 'b', 'c'], undefined, { problem: 'many', values: ['a', 'b', 'c'] }],
    ['a value that is not there', ['a', 'b'], 'z', { problem: 'noSuch' }],
    ['always the same', ['1', '1', ''], undefined, { problem: 'constant', value: '1' }],
    ['never said', ['', 'NA'], undefined, { problem: 'unknown' }],
  ])('%s', (_what, cells, positive, answer) => {
    expect(targetOf(usable(cells), positive)).toMatchObject(answer as object)
  })
})
