import { describe, expect, it } from 'vitest'
import {
  type BudgetRules,
  columnsIn,
  missingColumns,
  readBudgetRows,
} from '#shared/domain/report/budget-file.ts'
import type { RoomTypeId } from '#shared/values/index.ts'

const rules: BudgetRules = {
  year: 2026,
  types: [
    { id: 3 as RoomTypeId, words: ['DLX', 'Deluxe', '豪华间'] },
    { id: 5 as RoomTypeId, words: ['STE', 'Suite', '套房'] },
  ],
  minorDigits: 2,
}
const read = (headings: string, ...lines: string[]) =>
  readBudgetRows(
    columnsIn(headings.split('|')),
    lines.map((line, at) => ({ line: at + 2, cells: line.split('|') })),
    rules,
  )

describe('the columns of a budget', () => {
  it.each([
    ['Month|Room nights|Revenue', ['month', 'nights', 'revenue']],
    ['月份|房型|间夜|客房收入（元）', ['month', 'type', 'nights', 'revenue']],
    ['Market Segment|Period|RN|ADR|Room Revenue (CNY)', ['segment', 'month', 'nights', null, 'revenue']],
    ['Month|Month|Nights|Revenue', ['month', null, 'nights', 'revenue']],
  ])('%s', (headings, columns) => {
    expect(columnsIn(headings.split('|'))).toEqual(columns)
  })

  it('that are missing are named', () => {
    expect(missingColumns(columnsIn(['Type', 'Nights']))).toEqual(['month', 'revenue'])
  })
})

describe('the lines of a budget', () => {
  it.each([
    ['3', 3],
    ['03', 3],
    ['3月', 3],
    ['三月', 3],
    ['Mar', 3],
    ['March', 3],
    ['Mar-26', 3],
    ['March 2026', 3],
    ['2026-03', 3],
    ['2026-03-01', 3],
    ['2026/12/1', 12],
    ['2026年11月', 11],
    ['03/2026', 3],
  ])('month %s', (month, number) => {
    const { cells, wrong } = read('month|nights|revenue', `${month}|10|1000`)
    expect(wrong).toEqual([])
    expect(cells[0]!.month).toBe(number)
  })

  it.each([
    ['12,345.50', 1_234_550],
    ['12345.678901', 1_234_568],
    ['￥1,200', 120_000],
    ['1200 元', 120_000],
    ['CNY 1200.5', 120_050],
    ['0', 0],
  ])('revenue %s', (revenue, minor) => {
    expect(read('month|nights|revenue', `3|10|${revenue}`).cells[0]!.revenueMinor).toBe(minor)
  })

  it('read commas for decimals where the column leaves no doubt', () => {
    const { cells } = read('month|nights|revenue', '1|10|12.345', '2|10|1.234,50')
    expect(cells.map(({ revenueMinor }) => revenueMinor)).toEqual([1_234_500, 123_450])
  })

  it('name types and segments by code or words in both languages', () => {
    const { level, cells, wrong } = read(
      '月份|房型|市场|间夜|收入',
      '1|dlx|corporate|5|500',
      '1|套房|商务|6|600',
    )
    expect([level, wrong]).toEqual(['both', []])
    expect(cells.map(({ roomTypeId, segment }) => [roomTypeId, segment])).toEqual([
      [3, 'corporate'],
      [5, 'corporate'],
    ])
  })

  it.each([
    ['no month', '|10|5', 'month', 'empty'],
    ['a month that there is not', '13|10|5', 'month', 'notMonth'],
    ['a total', 'Total|10|5', 'month', 'notMonth'],
    ['another year', '2025-03|10|5', 'month', 'otherYear'],
    ['words for a number', '3|ten|5', 'nights', 'notNumber'],
    ['a half night', '3|10.5|5', 'nights', 'notNumber'],
    ['no revenue', '3|10|', 'revenue', 'empty'],
    ['less than nothing', '3|10|-5', 'revenue', 'notNumber'],
    ['more nights than a month has', '3|99999999|5', 'nights', 'tooLarge'],
  ])('%s is wrong, and named', (_what, line, column, why) => {
    const { cells, wrong } = read('month|nights|revenue', line, '4|10|5')
    expect(wrong).toEqual([expect.objectContaining({ line: 2, column, why })])
    expect(cells.length).toBe(1)
  })

  it.each([
    [
      'an unknown type',
      'type',
      '1|Penthouse|5|5',
      { line: 2, column: 'type', why: 'unknown', text: 'Penthouse' },
    ],
    [
      'an unknown segment',
      'segment',
      '1|Martians|5|5',
      { line: 2, column: 'segment', why: 'unknown', text: 'Martians' },
    ],
  ])('%s is wrong, and named', (_what, column, line, fault) => {
    expect(read(`month|${column}|nights|revenue`, line).wrong).toEqual([fault])
  })

  it('a month twice and a line of another level are wrong', () => {
    const twice = read('month|nights|revenue', '1|5|5', '2|5|5', '1|6|6')
    expect(twice.wrong).toEqual([{ line: 4, column: 'month', why: 'twice', text: '1' }])
    const mixed = read('month|type|nights|revenue', '1|DLX|5|5', '1||5|5', '1|all|5|5')
    expect(mixed.wrong.map(({ line, column, why }) => [line, column, why])).toEqual([
      [3, 'type', 'level'],
      [4, 'type', 'level'],
    ])
  })
})
