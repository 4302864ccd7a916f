import { type KeyboardEvent, useMemo } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { nextIndex } from '#renderer/ui/list-move.ts'
import type { WordedTable } from '#shared/i18n/report-text.ts'
import { nextSorted, orderOf, type Sorted } from './table-order.ts'

/** Rows that PgUp and PgDn pass. */
const PAGE = 12

export type TableMoves = {
  /** Places of the table's rows, in the order on screen. */
  places: readonly number[]
  /** The row that the keys act on, by its order on screen; after the last one the total, where it can be chosen. */
  active: number
  /** The column that the keys act on. */
  marked: number
  sorted: Sorted
  sortBy: (column: number) => void
  select: (row: number) => void
  press: (event: KeyboardEvent<HTMLElement>, open: ((row: number) => void) | undefined) => void
}

/** Row, column and order of a table, kept while one is away; up and down choose a row, left and right a column, Space sorts by it. */
export function useTableMoves(
  table: WordedTable,
  memory: string,
  locale: string,
  scrollTo: (row: number) => void,
  /** The total can be chosen as a row. */
  hasTotal: boolean,
): TableMoves {
  const [sorted, setSorted] = useMemory<Sorted>(`${memory}:sorted`, null)
  const [row, setRow] = useMemory(`${memory}:row`, 0)
  const [column, setColumn] = useMemory(`${memory}:column`, 0)
  const places = useMemo(() => orderOf(table, sorted, locale), [table, sorted, locale])
  const last = table.columns.length - 1
  const count = places.length + Number(hasTotal)
  const active = Math.min(row, count - 1)
  const marked = Math.min(column, last)
  const sortBy = (at: number) => {
    const one = table.columns[at]
    if (!one) return
    setColumn(at)
    setSorted(nextSorted(sorted, one.key, one.isFigure))
  }
  const select = (next: number) => {
    setRow(next)
    scrollTo(next)
  }
  const press: TableMoves['press'] = (event, open) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const next = nextIndex(event.key, active, count, PAGE)
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (next !== null) select(next)
    else if (aside !== undefined) setColumn(Math.max(0, Math.min(last, marked + aside)))
    else if (event.key === ' ') sortBy(marked)
    else if (event.key === 'Enter' && open) open(active)
    else return
    event.preventDefault()
  }
  return { places, active, marked, sorted, sortBy, select, press }
}
