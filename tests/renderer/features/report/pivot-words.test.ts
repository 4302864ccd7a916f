import { describe, expect, test } from 'vitest'
import { nextCell } from '#renderer/features/report/explore/next-cell.ts'
import { wordPivot } from '#renderer/features/report/explore/pivot-words.ts'
import { usualExplore } from '#shared/domain/report/explore/ask.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import { businessDateOf } from '#shared/values/index.ts'

const result = {
  ask: usualExplore,
  period: { from: businessDateOf('2026-01-01'), to: businessDateOf('2026-03-01') },
  heads: {
    rows: [{ key: 'roomType', kind: 'name', of: 'room-type' }],
    columns: [
      { key: 'year', kind: 'year' },
      { key: 'channel', kind: 'code', list: 'booking.channel' },
    ],
    measures: [
      { key: 'roomsSold', kind: 'count', definition: 'roomsSold' },
      { key: 'occupancy', kind: 'share', definition: 'occupancy' },
    ],
  },
  pivot: {
    rows: [{ keys: [3] }, { keys: [] }],
    columns: [{ keys: ['2026', 'gds'] }, { keys: ['2026', 'direct'] }, { keys: ['2026'] }, { keys: [] }],
    cells: [
      [
        [1, null],
        [2, null],
        [3, 0.25],
        [3, 0.25],
      ],
      [
        [1, null],
        [2, null],
        [3, 0.5],
        [3, 0.5],
      ],
    ],
    shown: 1,
    groups: 1,
  },
  names: { 'room-type:3': { en: 'Suite', zh: '套房' } },
  notes: [],
  withoutRevenue: false,
} as unknown as ExploreResult

const context = {
  language: 'en',
  locale: 'en-GB',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  names: result.names,
} as const

describe('a worded pivot', () => {
  const worded = wordPivot(result, context)

  test('has a line of heads for each column dimension, whose spans come to all figures', () => {
    const [years, channels, figures] = worded.lines
    expect(years?.map(({ text, span, lines }) => [text, span, lines])).toEqual([
      ['2026', 6, 1],
      ['Total', 2, 2],
    ])
    expect(channels?.map(({ text, span, lines }) => [text, span, lines])).toEqual([
      ['GDS', 2, 1],
      ['Direct', 2, 1],
      ['Total', 2, 1],
    ])
    expect(figures).toHaveLength(8)
    expect(worded.figures.map(({ title }) => title)).toEqual([
      '2026, GDS',
      '2026, GDS',
      '2026, Direct',
      '2026, Direct',
      '2026',
      '2026',
      'Total',
      'Total',
    ])
  })

  test('names rows, and says — for what does not exist', () => {
    expect(worded.rows.map(({ texts, isTotal }) => [texts, isTotal])).toEqual([
      [['Suite'], false],
      [['Total'], true],
    ])
    expect(worded.cells[0]).toEqual(['1', '—', '2', '—', '3', '25.0 %', '3', '25.0 %'])
  })
})

test.each([
  ['ArrowDown', { row: 1, column: 1 }],
  ['ArrowUp', { row: 0, column: 1 }],
  ['ArrowRight', { row: 0, column: 2 }],
  ['Home', { row: 0, column: 0 }],
  ['End', { row: 0, column: 4 }],
  ['PageDown', { row: 8, column: 1 }],
  ['a', null],
])('%s goes to %j', (key, expected) => {
  expect(nextCell(key, { row: 0, column: 1 }, 9, 5)).toEqual(expected)
})
