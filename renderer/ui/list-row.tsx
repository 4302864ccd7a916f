import { memo, type ReactNode } from 'react'

export type Column<R> = {
  key: string
  head: ReactNode
  /** A CSS grid track: `'80px'`, `'minmax(120px, 2fr)'`. */
  width: string
  cell: (row: R, index: number) => ReactNode
  /** Figures: right-aligned. */
  figures?: boolean
  /** Left out of a list that is narrower: names keep their room. */
  from?: number
  /** Only in a list that is narrower: what several columns say, in one. */
  below?: number
  /** The rows are sorted by it, from the least up; `down`: from the greatest. */
  sorted?: boolean | 'down'
  /** A click on the head: to sort by it. There is a key for it elsewhere. */
  onHead?: () => void
}

/** What a row calls; the list keeps one such object for all of its rows. */
export type RowActs = {
  focus: () => void
  select: (index: number) => void
  open: (index: number) => void
}

type Props<R> = {
  id: string
  row: R
  index: number
  top: number
  height: number
  active: boolean
  columns: readonly Column<R>[]
  tracks: string
  roles: typeof gridRoles | typeof listboxRoles
  acts: RowActs
}

/** A row of DataList. It is drawn again only when something of its own changed. */
export const Row = memo(RowOnce) as typeof RowOnce

function RowOnce<R>({ id, row, index, top, height, active, columns, tracks, roles, acts }: Props<R>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the list, which has the focus
    <div
      id={id}
      {...roles.row(index, active)}
      tabIndex={-1}
      className="k-list-row"
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${top}px)` }}
      onFocus={(event) => event.target === event.currentTarget && acts.focus()}
      onClick={() => acts.select(index)}
      onDoubleClick={() => acts.open(index)}
    >
      {columns.map((column) => (
        <div key={column.key} role={roles.cell} className={cellClass(column)}>
          {column.cell(row, index)}
        </div>
      ))}
    </div>
  )
}

/** The head of a column; where one can sort by it, its mark says so. */
export function Head<R>({ column }: { column: Column<R> }) {
  const { head, sorted = false, onHead } = column
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the screen has a key for it, which works from the rows
    <div
      role="columnheader"
      tabIndex={-1}
      className={`${cellClass(column)}${onHead ? ' k-sortable' : ''}`}
      aria-sort={sorted ? (sorted === 'down' ? 'descending' : 'ascending') : undefined}
      onClick={onHead}
    >
      {head}
      {sorted && <span aria-hidden> {sorted === 'down' ? '↓' : '↑'}</span>}
    </div>
  )
}

export const gridRoles = {
  list: (label: string, rows: number, active: string | undefined) => ({
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rows,
    'aria-activedescendant': active,
  }),
  row: (index: number, selected: boolean) => ({
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': selected,
  }),
  cell: 'gridcell',
} as const

export const listboxRoles = {
  list: (label: string, _rows: number, active: string | undefined) => ({
    role: 'listbox',
    tabIndex: 0,
    'aria-label': label,
    'aria-activedescendant': active,
  }),
  row: (_index: number, selected: boolean) => ({ role: 'option', 'aria-selected': selected }),
  cell: 'presentation',
} as const

export function cellClass<R>(column: Column<R>): string {
  return column.figures ? 'k-cut k-num' : 'k-cut'
}
