import { describe, expect, it } from 'vitest'
import {
  atLevel,
  figureOf,
  linesOf,
  raisedBy,
  readTyped,
  typedOf,
} from '#renderer/features/report/plan/budget-form.ts'
import {
  monthFigures,
  readTyped as readSet,
  typedOf as setTyped,
} from '#renderer/features/report/plan/comp-set-form.ts'
import { blockOf, countOf, laidOut, placeByKey } from '#renderer/features/report/plan/grid.ts'
import { basisPointsOf, percentText } from '#renderer/features/report/plan/percent.ts'
import type { BudgetCell } from '#shared/domain/report/budget.ts'
import type { RoomTypeId } from '#shared/values/index.ts'

const type = (id: number) => id as RoomTypeId
const size = { rows: 3, columns: 12 }
const field = (selectionStart: number, selectionEnd = selectionStart, value = '120') => ({
  selectionStart,
  selectionEnd,
  value,
})
const press = (key: string, shiftKey = false) => ({ key, shiftKey })
const at = (row: number, column: number) => ({ row, column })

describe('the grid’s keys', () => {
  it.each([
    ['down', press('ArrowDown'), field(1), at(2, 4)],
    ['Enter goes down', press('Enter'), field(1), at(2, 4)],
    ['Shift+Enter goes up', press('Enter', true), field(1), at(0, 4)],
    ['right with all selected', press('ArrowRight'), field(0, 3), at(1, 5)],
    ['right at the end', press('ArrowRight'), field(3), at(1, 5)],
    ['right within the text stays', press('ArrowRight'), field(1), null],
    ['left at the beginning', press('ArrowLeft'), field(0), at(1, 3)],
    ['left within the text stays', press('ArrowLeft'), field(2), null],
    ['Shift+right extends what is selected', press('ArrowRight', true), field(3), null],
    ['a figure is typed', press('5'), field(0, 3), null],
  ])('%s', (_what, key, text, next) => {
    expect(placeByKey(key, at(1, 4), size, text)).toEqual(next)
  })

  it('stop at the edges', () => {
    expect(placeByKey(press('ArrowUp'), at(0, 0), size, field(0))).toBe(null)
    expect(placeByKey(press('ArrowLeft'), at(0, 0), size, field(0))).toBe(null)
    expect(placeByKey(press('Enter'), at(2, 11), size, field(0))).toBe(null)
    expect(placeByKey(press('ArrowRight'), at(2, 11), size, field(3))).toBe(null)
  })
})

describe('a block from a spreadsheet', () => {
  it.each([
    ['one cell', '120', null],
    ['a row', '1\t2\t3', [['1', '2', '3']]],
    [
      'rows with the line break at their end',
      '1\t2\r\n3\t\r\n',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    ['a column', '1\n2', [['1'], ['2']]],
    ['quoted cells', '"1,200"\t2', [['1,200', '2']]],
  ])('%s', (_what, text, block) => {
    expect(blockOf(text)).toEqual(block)
  })

  it('is laid out from a cell on, and what is beyond is counted', () => {
    const { cells, beyond } = laidOut(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      at(2, 11),
      size,
    )
    expect(cells).toEqual([{ at: at(2, 11), text: '1' }])
    expect(beyond).toBe(3)
  })
})

describe('figures as they are typed', () => {
  it.each([
    ['1,240', 1240],
    ['1 240', 1240],
    ['１２', 12],
    ['', 0],
    ['12.5', null],
    ['1,24', null],
    ['-3', null],
    ['ten', null],
  ])('%s', (text, count) => {
    expect(countOf(text)).toBe(count)
  })

  it('of money are in the hotel’s currency, and never negative', () => {
    expect(figureOf('revenue', '12,345.5', 'CNY')).toBe(1_234_550)
    expect(figureOf('revenue', '12.345', 'CNY')).toBe(null)
    expect(figureOf('revenue', '-1', 'CNY')).toBe(null)
    expect(figureOf('nights', '1000001', 'CNY')).toBe(null)
  })

  it.each([
    ['12.5', 1250],
    ['12,5 %', 1250],
    ['', null],
    ['0', 0],
    ['101', undefined],
    ['1.234', undefined],
    ['ten', undefined],
  ])('shares: %s', (text, points) => {
    expect(basisPointsOf(text)).toBe(points)
    if (typeof points === 'number') expect(basisPointsOf(percentText(points, 'de'))).toBe(points)
  })
})

describe('a budget as it is typed', () => {
  const types = [type(3), type(5)]
  const cells: BudgetCell[] = [
    { month: 1, roomTypeId: type(3), segment: 'direct', nights: 10, revenueMinor: 500_000 },
    { month: 1, roomTypeId: type(5), segment: 'direct', nights: 4, revenueMinor: 400_050 },
    { month: 2, roomTypeId: type(5), segment: 'group', nights: 7, revenueMinor: 0 },
  ]

  it('comes back as it was', () => {
    const { cells: read, wrong } = readTyped(typedOf('both', cells, 'CNY'), types, 'CNY')
    expect(read.toSorted((a, b) => a.month - b.month || a.roomTypeId - b.roomTypeId)).toEqual(cells)
    expect(wrong.size).toBe(0)
  })

  it('names the cells that are no figures, of its own lines only', () => {
    const typed = { ...typedOf('both', cells, 'CNY'), 'nights:3/direct@1': 'ten', 'nights:0/@1': 'old' }
    expect([...readTyped(typed, types, 'CNY').wrong]).toEqual(['nights:3/direct@1'])
  })

  it('is summed up at a coarser level, and empty at a finer one', () => {
    expect(atLevel('type', cells)).toEqual([
      { month: 1, roomTypeId: 3, segment: '', nights: 10, revenueMinor: 500_000 },
      { month: 1, roomTypeId: 5, segment: '', nights: 4, revenueMinor: 400_050 },
      { month: 2, roomTypeId: 5, segment: '', nights: 7, revenueMinor: 0 },
    ])
    expect(atLevel('house', cells).map(({ month, nights }) => [month, nights])).toEqual([
      [1, 14],
      [2, 7],
    ])
    expect(atLevel('both', atLevel('type', cells))).toEqual([])
    expect(linesOf('both', types).length).toBe(2 * linesOf('segment', types).length)
  })

  it('is raised by a share', () => {
    expect(raisedBy(cells, '5')![0]).toMatchObject({ nights: 11, revenueMinor: 525_000 })
    expect(raisedBy(cells, '−2.5 %')![1]).toMatchObject({ nights: 4, revenueMinor: 390_049 })
    expect(raisedBy(cells, 'much')).toBe(null)
    expect(raisedBy(cells, '-101')).toBe(null)
  })
})

describe('a competitor set as it is typed', () => {
  const march = { roomsAvailable: 310, roomsSold: 200, revenueMinor: 9_000_000 }
  const day = { roomsAvailable: 10, roomsSold: 0, revenueMinor: 0 }

  it('comes back as it was', () => {
    const image = { hotels: 'A', cells: { '2026-03': march, '2026-04-01': day, '2026-04-02': day } }
    const typed = setTyped(image, 'CNY')
    expect(typed.hotels).toBe('A')
    expect(readSet(typed, 'CNY')).toEqual({ cells: image.cells, wrong: new Set() })
    expect(monthFigures(image.cells, '2026-04')).toEqual({ ...day, roomsAvailable: 20 })
    expect(monthFigures(image.cells, '2026-05')).toBe(null)
  })

  it('names what is no figure', () => {
    const typed = { hotels: '', 'roomsSold@2026-03': 'many', 'revenueMinor@2026-03': '5' }
    expect([...readSet(typed, 'CNY').wrong]).toEqual(['roomsSold@2026-03'])
  })
})
