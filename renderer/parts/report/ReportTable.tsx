import './report-table.css'
import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { type RowWindow, useRowWindow } from '#renderer/ui/use-row-window.ts'
import type { WordedCell, WordedColumn, WordedTable } from '#shared/i18n/report-text.ts'
import { columnEdges, columnWidths, type Sorted } from './table-order.ts'
import { type TableMoves, useTableMoves } from './use-table-moves.ts'

const ROW_PX = 26

/** A row by its place in a table; the total is of all of them. */
export type TablePlace = number | 'total'

type Props = {
  table: WordedTable
  /** Of the table, for screen readers; above it where it is not the only one. */
  label: string
  /** What scrolls around it, once it is there. */
  scroller: HTMLElement | null
  /** Texts of definitions by their keys. */
  definitions: ReadonlyMap<string, string>
  /** Enter or a double click: the place of the row in the table, whatever the order on screen. */
  onOpen?: ((row: TablePlace) => void) | undefined
  /** The total opens as a row does. */
  totalOpens?: boolean
  /** The row that `onOpen` opened last. */
  opened?: TablePlace | null
  /** Right of the line above the table: what its keys do. */
  hints?: ReactNode
  memory?: string
  tableRef?: RefObject<HTMLTableElement | null>
}

/**
 * Figures by row: head and total stay while the rows scroll, any column sorts, — stands for what does not exist. Up and down
 * choose a row, left and right a column, whose definition is said above; Space sorts by it.
 */
export function ReportTable(props: Props) {
  const { table, label, scroller, definitions, onOpen, opened = null, hints, memory = table.key } = props
  const { t, locale } = useWords()
  const id = useId()
  const body = useRef<HTMLTableSectionElement>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const { columns, rows, total } = table
  const shown = useRowWindow(scroller, body, rows.length, ROW_PX)
  const hasLast = onOpen !== undefined && total !== null && props.totalOpens === true
  const foot = useRef<HTMLTableRowElement>(null)
  const scrollTo = (index: number) =>
    index < rows.length ? shown.scrollTo(index) : foot.current?.scrollIntoView({ block: 'nearest' })
  const moves = useTableMoves(table, memory, locale, scrollTo, hasLast)
  const { places, active, marked, sorted } = moves
  const open = onOpen && ((index: number) => onOpen(places[index] ?? 'total'))
  const openedAt = opened === 'total' ? places.length : opened === null ? -1 : places.indexOf(opened)
  useInSight(openedAt, scrollTo)
  const widths = useWidths(table)
  const said = columns[pointed ?? marked]
  const isDrawn = active === places.length || (active >= shown.first && active < shown.end)
  return (
    <section className="rp-table" aria-label={label}>
      <Line table={table} said={said} definitions={definitions} hints={hints} />
      <table
        ref={props.tableRef}
        className="rp-figures"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen and opened by keys
        role="grid"
        tabIndex={0}
        data-start
        aria-label={label}
        aria-rowcount={places.length + (total ? 2 : 1)}
        aria-activedescendant={isDrawn ? `${id}-${active}` : undefined}
        onKeyDown={(event) => moves.press(event, open)}
        style={widths.style}
      >
        <colgroup>
          {columns.map(({ key }, at) => (
            <col key={key} style={{ width: widths.columns[at] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((one, at) => (
              <Head
                key={one.key}
                column={one}
                sorted={sorted?.column === one.key ? sorted : null}
                marked={at === marked}
                definition={one.definition ? definitions.get(one.definition) : undefined}
                onSort={() => moves.sortBy(at)}
                onPoint={(on) => setPointed(on ? at : null)}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Rows id={id} table={table} moves={moves} shown={shown} open={open} opened={opened} />
        </tbody>
        {total && (
          <tfoot>
            <Total
              id={id}
              table={table}
              moves={moves}
              cells={total}
              open={hasLast ? open : undefined}
              isOpened={opened === 'total'}
              footRef={foot}
            />
          </tfoot>
        )}
      </table>
      {places.length === 0 && <p className="rp-none">{t('reportScreen.noRows')}</p>}
    </section>
  )
}

/** Brings a row into sight when it becomes the one that is opened: what shows it takes room from the table. */
function useInSight(index: number, scrollTo: (index: number) => void): void {
  const latest = useRef(scrollTo)
  latest.current = scrollTo
  useEffect(() => {
    if (index >= 0) latest.current(index)
  }, [index])
}

/** Columns as wide as what stands in them; a wide screen spreads them no further than the eye follows a row. */
function useWidths(table: WordedTable) {
  return useMemo(() => {
    const widths = columnWidths(table)
    const sum = widths.reduce((all, width) => all + width, 0)
    const edges = columnEdges(widths.length)
    const edgesSum = edges.reduce((all, edge) => all + edge, 0)
    return {
      columns: widths.map((width, at) => `calc(${width}ch + ${edges[at]}px)`),
      style: {
        minWidth: `calc(${sum}ch + ${edgesSum}px)`,
        maxWidth: `calc(${sum * 1.5}ch + ${edgesSum}px)`,
      },
    }
  }, [table])
}

type LineProps = Pick<Props, 'table' | 'definitions' | 'hints'> & { said: WordedColumn | undefined }

/** Above a table: how the figure of a column is defined, else what the table is; what its keys do. */
function Line({ table, said, definitions, hints }: LineProps) {
  const definition = said?.definition ? definitions.get(said.definition) : undefined
  return (
    <p className="rp-table-line">
      <span className="k-cut" aria-live="polite">
        {definition ? (
          <>
            <b>{said?.heading}</b> {definition}
          </>
        ) : (
          <b>{table.heading}</b>
        )}
      </span>
      {hints && <span className="rp-table-hints k-quiet">{hints}</span>}
    </p>
  )
}

type HeadProps = {
  column: WordedColumn
  sorted: Sorted
  marked: boolean
  definition: string | undefined
  onSort: () => void
  onPoint: (on: boolean) => void
}

function Head({ column, sorted, marked, definition, onSort, onPoint }: HeadProps) {
  return (
    <th
      scope="col"
      className={`${column.isFigure ? 'rp-num' : ''}${marked ? ' rp-marked' : ''}`}
      aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
      title={definition}
      onClick={onSort}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
    >
      {column.heading}
      {sorted && <span aria-hidden> {sorted.down ? '↓' : '↑'}</span>}
    </th>
  )
}

type RowsProps = {
  id: string
  table: WordedTable
  moves: TableMoves
  shown: RowWindow
  open: ((index: number) => void) | undefined
  opened: TablePlace | null
}

function Rows({ id, table, moves, shown, open, opened }: RowsProps) {
  const { columns, rows } = table
  const { places, active, select } = moves
  return (
    <>
      {shown.above > 0 && <Gap height={shown.above} columns={columns.length} />}
      {places.slice(shown.first, shown.end).map((place, offset) => {
        const index = shown.first + offset
        return (
          <tr
            key={place}
            id={`${id}-${index}`}
            data-row
            aria-rowindex={index + 2}
            aria-selected={index === active}
            aria-current={place === opened ? 'true' : undefined}
            className={open ? 'rp-opens' : undefined}
            onClick={() => select(index)}
            onDoubleClick={() => open?.(index)}
          >
            <Cells columns={columns} cells={rows[place]} />
          </tr>
        )
      })}
      {shown.below > 0 && <Gap height={shown.below} columns={columns.length} />}
    </>
  )
}

type TotalProps = {
  id: string
  table: WordedTable
  moves: TableMoves
  cells: readonly WordedCell[]
  /** It opens as a row does. */
  open: ((index: number) => void) | undefined
  isOpened: boolean
  footRef: RefObject<HTMLTableRowElement | null>
}

/** The total; after the last row where it opens. */
function Total({ id, table, moves, cells, open, isOpened, footRef }: TotalProps) {
  const at = moves.places.length
  return (
    <tr
      ref={footRef}
      id={`${id}-${at}`}
      aria-rowindex={at + 2}
      {...(open
        ? {
            'aria-selected': moves.active === at,
            'aria-current': isOpened ? 'true' : undefined,
            className: 'rp-opens',
            onClick: () => moves.select(at),
            onDoubleClick: () => open(at),
          }
        : {})}
    >
      <Cells columns={table.columns} cells={cells} />
    </tr>
  )
}

type CellsProps = { columns: readonly WordedColumn[]; cells: readonly WordedCell[] | undefined }

/** The cells of a row; the first names it. */
function Cells({ columns, cells }: CellsProps) {
  return columns.map(({ key, isFigure }, at) => {
    const kind = isFigure ? 'rp-num' : undefined
    const text = cells?.[at]?.text
    if (at > 0)
      return (
        <td key={key} className={kind}>
          {text}
        </td>
      )
    return (
      <th key={key} scope="row" className={kind}>
        {text}
      </th>
    )
  })
}

/** Stands for the rows that are not in sight. */
export function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} className="rp-gap" style={{ height }} />
    </tr>
  )
}
