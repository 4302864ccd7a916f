import { score } from '#renderer/base/find/match.ts'
import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import {
  type BoardDay,
  type BoardSort,
  type BoardState,
  boardDays,
  boardDepartments,
  boardSorts,
  boardStates,
} from '#shared/domain/request/board.ts'

export type BoardRow = OutputOf<'request.board'>['rows'][number]
export type BoardDepartment = (typeof boardDepartments)[number]

/** What the board is narrowed to and sorted by, as its address has it. */
export type BoardFilters = {
  department: BoardDepartment
  state: BoardState
  day: BoardDay
  sort: BoardSort
}

function oneOf<C extends string>(choices: readonly C[], value: string | undefined): C {
  return choices.find((one) => one === value) ?? (choices[0] as C)
}

/** The filters of an address; the first of each where it has none. */
export function filtersOf(query: Readonly<Record<string, string | undefined>>): BoardFilters {
  return {
    department: oneOf(boardDepartments, query.department),
    state: oneOf(boardStates, query.state),
    day: oneOf(boardDays, query.day),
    sort: oneOf(boardSorts, query.sort),
  }
}

/** What the core is asked for. */
export function inputOf({ department, ...rest }: BoardFilters) {
  return { ...rest, ...(department === 'all' ? {} : { department }) }
}

/** Shows the board so, at its own address: Back leads to what was shown before. */
export function show(patch: Partial<BoardFilters>): void {
  setQuery(patch)
}

/** The choice after one, the first after the last. */
export function nextOf<C>(choices: readonly C[], now: C): C {
  return choices[(choices.indexOf(now) + 1) % choices.length] as C
}

/** What a row is known by on the board. */
export function keyOfRow({ of, id }: Pick<BoardRow, 'of' | 'id'>): string {
  return `${of} ${id}`
}

/** Rows with every word that is typed: what is asked, names in either script or pinyin, the room's or the confirmation number. */
export function rowsWith(
  rows: readonly BoardRow[],
  text: string,
  wordsOf: (row: BoardRow) => string,
): readonly BoardRow[] {
  const typed = text.trim().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return rows
  return rows.filter((row) => {
    const names = [row.guestName, row.guestLatinName, ...pinyinWords(row.guestName)]
    const what = wordsOf(row)
    const entry = {
      id: '',
      words: [row.roomNumber ?? '', row.confirmationNo ?? '', what, ...what.split(/\s+/), ...names],
    }
    return typed.every((word) => score(entry, word) > 0)
  })
}
