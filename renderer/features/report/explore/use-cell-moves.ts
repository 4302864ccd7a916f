import { type KeyboardEvent, useRef } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { nextCell } from './next-cell.ts'

/** What cells call; one such object for all of them, as long as the table is there. */
export type CellActs = {
  select: (row: number, column: number) => void
  open: (row: number, column: number) => void
}

export type CellMoves = {
  row: number
  column: number
  acts: CellActs
  press: (event: KeyboardEvent<HTMLElement>) => void
}

/** The cell of a table that keys act on, kept while one is away: arrows, PgUp, PgDn, Home and End move, Enter opens. */
export function useCellMoves(
  rows: number,
  columns: number,
  open: (row: number, column: number) => void,
): CellMoves {
  const [at, setAt] = useMemory('pivot-cell', { row: 0, column: 0 })
  const row = Math.max(0, Math.min(at.row, rows - 1))
  const column = Math.max(0, Math.min(at.column, columns - 1))
  const select = (nextRow: number, nextColumn: number) => setAt({ row: nextRow, column: nextColumn })
  const acts = useRef<CellActs>({ select, open }).current
  Object.assign(acts, { select, open })
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const next = nextCell(event.key, { row, column }, rows, columns)
    if (next) select(next.row, next.column)
    else if (event.key === 'Enter') open(row, column)
    else return
    event.preventDefault()
  }
  return { row, column, acts, press }
}
