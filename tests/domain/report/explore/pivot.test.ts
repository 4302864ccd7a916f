import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DimensionName, hasInventory } from '#shared/domain/report/dimensions.ts'
import { type ExploreAsk, exploreMeasures, usualExplore } from '#shared/domain/report/explore/ask.ts'
import { emptySums, figureOf, type PivotSums } from '#shared/domain/report/explore/figures.ts'
import {
  makePivot,
  maxAcross,
  maxCells,
  type Pivot,
  type PivotRow,
} from '#shared/domain/report/explore/pivot.ts'
import { type PivotSource, type RoomGroup, sumsOf } from '#shared/domain/report/explore/sums.ts'
import type { Cell } from '#shared/domain/report/result.ts'

type Night = {
  month: string
  roomType: number
  channel: string
  rate: number
  given: boolean
  segments: number[]
}

const nightArbitrary: fc.Arbitrary<Night> = fc.record({
  month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
  roomType: fc.constantFrom(1, 2),
  channel: fc.constantFrom('direct', 'gds', 'website'),
  rate: fc.integer({ min: 0, max: 90_000 }),
  given: fc.boolean(),
  segments: fc.uniqueArray(fc.constantFrom(7, 8, 9)),
})

/** Rooms of every month and type: 30 of type 1, 10 of type 2. */
const rooms: RoomGroup[] = ['2026-01', '2026-02', '2026-03'].flatMap((month) => [
  { keys: [month, 1], roomsAvailable: 30, outOfOrder: 1 },
  { keys: [month, 2], roomsAvailable: 10, outOfOrder: 0 },
])

function sumsOfNight({ rate, given }: Night): PivotSums {
  const sold = given ? 0 : 1
  return {
    ...emptySums,
    nightsOccupied: 1,
    roomsSold: sold,
    complimentary: 1 - sold,
    roomRevenue: sold * rate,
    guestNights: 2,
  }
}

const add = (a: PivotSums, b: PivotSums): PivotSums =>
  Object.fromEntries(
    Object.entries(a).map(([name, value]) => [
      name,
      value === null ? null : value + (b[name as keyof PivotSums] ?? 0),
    ]),
  ) as PivotSums

function keysOf(night: Night, by: readonly DimensionName[]): Cell[][] {
  let keys: Cell[][] = [[]]
  for (const name of by) {
    const values: Cell[] =
      name === 'guestSegment'
        ? night.segments.length > 0
          ? night.segments
          : [null]
        : [night[name as 'month']]
    keys = keys.flatMap((key) => values.map((value) => [...key, value]))
  }
  return keys
}

function sourceOf(nights: readonly Night[], dimensions: readonly DimensionName[]): PivotSource {
  const by = dimensions.filter(hasInventory)
  return {
    dimensions,
    nightsBy: (asked) => {
      const groups = new Map<string, PivotRow>()
      for (const night of nights)
        for (const keys of keysOf(night, asked)) {
          const id = JSON.stringify(keys)
          groups.set(id, { ...add(groups.get(id) ?? emptySums, sumsOfNight(night)), keys })
        }
      return [...groups.values()]
    },
    rooms: {
      by: ['month', 'roomType'].filter((name) => by.includes(name as DimensionName)) as DimensionName[],
      groups: rooms.map((room) => ({
        ...room,
        keys: room.keys.filter((_, at) => by.includes(at === 0 ? 'month' : 'roomType')),
      })),
    },
  }
}

const ask = (more: Partial<ExploreAsk>): ExploreAsk => ({
  ...usualExplore,
  measures: ['roomsSold', 'roomRevenue', 'adr', 'occupancy', 'roomsAvailable', 'nightsOccupied'],
  ...more,
})

function pivotOf(nights: readonly Night[], more: Partial<ExploreAsk>): Pivot {
  const asked = ask(more)
  const made = makePivot(asked, sumsOf(sourceOf(nights, [...asked.rows, ...asked.columns])))
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

/** The cell of a row and a column, by their keys. */
function cellOf({ rows, columns, cells }: Pivot, row: readonly Cell[], column: readonly Cell[] = []) {
  const at = (heads: Pivot['rows'], keys: readonly Cell[]) =>
    heads.findIndex((head) => JSON.stringify(head.keys) === JSON.stringify(keys))
  return cells[at(rows, row)]?.[at(columns, column)]
}

const dimensionNames = ['month', 'roomType', 'channel'] as const
/** Some of the dimensions, each on one side. */
const shapes = fc
  .tuple(fc.shuffledSubarray([...dimensionNames], { minLength: 1 }), fc.integer({ min: 0, max: 3 }))
  .map(([all, cut]) => ({ rows: all.slice(0, cut), columns: all.slice(cut) }))
const nights = fc.array(nightArbitrary, { maxLength: 40 })

describe('a pivot', () => {
  it('has the house in its corner, whatever it is cut by', () => {
    fc.assert(
      fc.property(nights, shapes, fc.boolean(), (all, shape, totals) => {
        const corner = cellOf(pivotOf(all, { ...shape, totals }), [], [])
        expect(corner).toEqual(cellOf(pivotOf(all, { rows: [], columns: [] }), []))
      }),
    )
  })

  it('adds up: each total is the sum of what it is the total of, and its ratios are of those sums', () => {
    fc.assert(
      fc.property(nights, shapes, (all, shape) => {
        const pivot = pivotOf(all, shape)
        for (const [at, { keys }] of pivot.rows.entries())
          for (const [across, column] of pivot.columns.entries()) {
            if (keys.length === shape.rows.length) continue
            const parts = pivot.rows.flatMap((row, place) =>
              row.keys.length === keys.length + 1 && keys.every((key, index) => row.keys[index] === key)
                ? [pivot.cells[place]?.[across] ?? []]
                : [],
            )
            const [sold, revenue, adr] = pivot.cells[at]?.[across] ?? []
            expect([column, sold]).toEqual([column, parts.reduce((sum, part) => sum + (part[0] ?? 0), 0)])
            expect(revenue).toBe(parts.reduce((sum, part) => sum + (part[1] ?? 0), 0))
            expect(adr).toBe(sold ? Math.round(Number(revenue) / sold) : null)
          }
      }),
    )
  })

  it('is the same table turned round when rows and columns change places', () => {
    fc.assert(
      fc.property(nights, shapes, (all, { rows, columns }) => {
        const one = pivotOf(all, { rows, columns })
        const other = pivotOf(all, { rows: columns, columns: rows })
        for (const row of one.rows)
          for (const column of one.columns)
            expect(cellOf(one, row.keys, column.keys)).toEqual(cellOf(other, column.keys, row.keys))
      }),
    )
  })

  it('knows rooms by months and types alone: other groups have no occupancy, their totals have', () => {
    const all: Night[] = [
      { month: '2026-01', roomType: 1, channel: 'gds', rate: 100, given: false, segments: [] },
      { month: '2026-01', roomType: 2, channel: 'direct', rate: 300, given: false, segments: [] },
    ]
    const pivot = pivotOf(all, { rows: ['month'], columns: ['channel'] })
    expect(cellOf(pivot, ['2026-01'], ['gds'])).toEqual([1, 100, 100, null, null, 1])
    expect(cellOf(pivot, ['2026-01'], [])).toEqual([2, 400, 200, 2 / 40, 40, 2])
    expect(cellOf(pivot, ['2026-02'], [])).toEqual([0, 0, null, 0, 40, 0])
    expect(cellOf(pivot, ['2026-02'], ['gds'])).toEqual([0, 0, null, null, null, 0])
    expect(cellOf(pivot, [], [])).toEqual([2, 400, 200, 2 / 120, 120, 2])
  })

  it('counts a guest of two segments once in the total', () => {
    const all: Night[] = [
      { month: '2026-01', roomType: 1, channel: 'gds', rate: 100, given: false, segments: [7, 8] },
    ]
    const pivot = pivotOf(all, { rows: ['guestSegment'], columns: ['month'] })
    expect(pivot.rows.map(({ keys }) => keys)).toEqual([[7], [8], []])
    expect(cellOf(pivot, [7], [])?.[0]).toBe(1)
    expect(cellOf(pivot, [], [])?.[0]).toBe(1)
    expect(cellOf(pivot, [], ['2026-01'])?.[0]).toBe(1)
  })

  const some = ['gds', 'direct', 'direct', 'website', 'website', 'website'].map(
    (channel): Night => ({
      month: '2026-02',
      roomType: 1,
      channel,
      rate: channel === 'gds' ? 900 : 100,
      given: false,
      segments: [],
    }),
  )
  const heads = (more: Partial<ExploreAsk>) => pivotOf(some, more).rows.map(({ keys }) => keys.join(' '))

  it('puts time in its order and everything else by the first figure, or by the one that is asked for', () => {
    expect(heads({ rows: ['channel'] })).toEqual(['website', 'direct', 'gds', ''])
    expect(heads({ rows: ['month'] })).toEqual(['2026-01', '2026-02', '2026-03', ''])
    expect(heads({ rows: ['channel'], order: { column: 'adr', direction: 'most', rows: null } })).toEqual([
      'gds',
      'direct',
      'website',
      '',
    ])
    expect(heads({ rows: ['month'], order: { column: 'roomsSold', direction: 'most', rows: null } })[0]).toBe(
      '2026-02',
    )
  })

  it('keeps as many groups as asked for, its totals of all', () => {
    const pivot = pivotOf(some, {
      rows: ['channel'],
      order: { column: 'roomsSold', direction: 'most', rows: 1 },
    })
    expect(pivot.rows.map(({ keys }) => keys)).toEqual([['website'], []])
    expect(cellOf(pivot, [])?.[0]).toBe(6)
    expect([pivot.shown, pivot.groups]).toEqual([1, 3])
  })

  it('has totals of groups only where they are asked for', () => {
    expect(heads({ rows: ['month', 'channel'] })).toContain('2026-02')
    expect(heads({ rows: ['month', 'channel'], totals: false })).not.toContain('2026-02')
    expect(heads({ rows: ['month', 'channel'], totals: false }).at(-1)).toBe('')
  })

  const wide = (count: number, at: number): PivotRow[] =>
    Array.from({ length: count }, (_, key) => ({ ...emptySums, keys: [at + key], nightsOccupied: 1 }))
  const sized = (companies: number, days: number) =>
    makePivot(ask({ rows: ['company'], columns: ['day'] }), (by) =>
      by[0] === 'company' ? wide(companies, 0) : wide(days, 5000),
    )

  it('of too many cells is refused, with their number and what has the most values', () => {
    expect(sized(2000, 90)).toMatchObject({
      refusal: {
        code: 'EXPLORE_TOO_LARGE',
        params: { cells: 2000 * 90 * 6, max: maxCells, dimension: 'company', values: 2000 },
      },
    })
  })

  it('of too many columns is refused, with what makes them', () => {
    expect(sized(10, 101)).toMatchObject({
      refusal: {
        code: 'EXPLORE_TOO_WIDE',
        params: { columns: 606, max: maxAcross, dimension: 'day', values: 101 },
      },
    })
    expect(sized(10, 100).ok).toBe(true)
  })

  it('has every figure that is offered', () => {
    for (const measure of exploreMeasures)
      expect(figureOf({ ...emptySums, roomsAvailable: 0, outOfOrder: 0 }, measure)).toBe(
        ['adr', 'occupancy', 'revpar'].includes(measure) ? null : 0,
      )
  })
})
