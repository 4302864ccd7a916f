import type { Cell, Column } from '#shared/domain/report/result.ts'
import { type HouseSums, houseCells } from './house.ts'
import { measureColumn } from './table.ts'

/** What figures of occupancy are held against, as headings say it. */
export type AgainstWord = 'LastYear' | 'Other' | 'Budget'

const measures = ['roomsSold', 'occupancy', 'adr', 'revpar', 'roomRevenue'] as const

/** Beside each figure the one that it is held against, and the difference: of shares in points of a hundred. */
export function comparedColumns(word: AgainstWord): Column[] {
  return measures.flatMap((name) => {
    const { kind, revenue } = measureColumn(name)
    const more = { kind, ...(revenue ? { revenue } : {}) }
    const change = { ...more, kind: kind === 'share' ? ('points' as const) : kind }
    return [
      { key: `${name}${word}`, ...more, definition: `against${word}` },
      { key: `${name}Change`, ...change, definition: 'againstChange' },
    ]
  })
}

/** The cells of those columns; a difference to what does not exist is none. */
export function comparedCells(
  own: HouseSums,
  against: HouseSums | null,
  word: AgainstWord,
): { [column: string]: Cell } {
  const now = houseCells(own)
  // Rooms are not budgeted: a budget's occupancy is of those that there are
  const then = against
    ? houseCells(word === 'Budget' ? { ...against, roomsAvailable: own.roomsAvailable } : against)
    : {}
  return Object.fromEntries(
    measures.flatMap((name) => [
      [`${name}${word}`, then[name] ?? null],
      [`${name}Change`, differenceOf(now[name] ?? null, then[name] ?? null)],
    ]),
  )
}

export function differenceOf(now: Cell, then: Cell): number | null {
  return typeof now === 'number' && typeof then === 'number' ? now - then : null
}
