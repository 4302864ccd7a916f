import { type CSSProperties, memo, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { useScroller } from '#renderer/base/route/memory.ts'
import { Gap } from '#renderer/parts/report/ReportTable.tsx'
import { widthOf } from '#renderer/parts/report/table-order.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { type RowWindow, useRowWindow } from '#renderer/ui/use-row-window.ts'
import type { HeadCell, WordedHead, WordedPivot } from './pivot-words.ts'
import { type CellActs, type CellMoves, useCellMoves } from './use-cell-moves.ts'

const ROW_PX = 26

type Props = {
  worded: WordedPivot
  /** It answers what was asked before; the next answer is on its way. */
  isStale: boolean
  /** The cell whose bookings are shown. */
  opened: { row: number; column: number } | null
  onOpen: (row: number, column: number) => void
  tableRef: RefObject<HTMLTableElement | null>
}

/**
 * A pivot's figures: heads and the grand total stay while the rest scrolls. Arrows choose a cell, whose figure's definition is said
 * above; Enter shows the bookings behind it.
 */
export function PivotTable({ worded, isStale, opened, onOpen, tableRef }: Props) {
  const { t } = useWords()
  const id = useId()
  const [scroller, setScroller] = useScroller('pivot')
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, figures } = worded
  // The last row is the grand total, at the foot
  const shown = useRowWindow(scroller, body, rows.length - 1, ROW_PX)
  const moves = useCellMoves(rows.length, figures.length, onOpen)
  useInSight(`${id}-${moves.row}-${moves.column}`, moves.row, shown)
  const said = figures[moves.column]
  const widths = useMemo(() => headWidths(worded), [worded])
  return (
    <>
      <p className="rp-table-line">
        <span className="k-cut" aria-live="polite">
          {said && (
            <>
              <b>{said.heading}</b> {said.definition}
            </>
          )}
        </span>
        <span className="rp-table-hints k-quiet">
          <span>
            <KeyHint keys="←" />
            <KeyHint keys="→" /> {t('explore.hint.move')}
          </span>
          <span>
            <KeyHint keys="Enter" /> {t('explore.hint.open')}
          </span>
        </span>
      </p>
      <div ref={setScroller} className="k-scroll rp-body" aria-busy={isStale}>
        <table
          ref={tableRef}
          className="xp-pivot"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are chosen and opened by keys
          role="grid"
          tabIndex={0}
          data-start
          aria-label={t('explore.table')}
          aria-rowcount={rows.length + worded.lines.length}
          aria-colcount={figures.length + widths.length}
          aria-activedescendant={`${id}-${moves.row}-${moves.column}`}
          onKeyDown={moves.press}
        >
          <PivotHead worded={worded} widths={widths} />
          <tbody ref={body}>
            <PivotRows id={id} worded={worded} widths={widths} moves={moves} shown={shown} opened={opened} />
          </tbody>
          <tfoot>
            <PivotRow
              id={id}
              at={rows.length - 1}
              worded={worded}
              widths={widths}
              acts={moves.acts}
              active={columnIn(rows.length - 1, moves)}
              opened={columnIn(rows.length - 1, opened)}
            />
          </tfoot>
        </table>
        {worded.notes.length > 0 && (
          <ul className="rp-notes xp-notes">
            {worded.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

/** Widths of the columns of row heads, in pixels: of their longest text. */
function headWidths({ rowHeadings, rows }: WordedPivot): number[] {
  const count = Math.max(1, rowHeadings.length)
  return Array.from({ length: count }, (_, at) => {
    const texts = [rowHeadings[at] ?? '', ...rows.map(({ texts }) => texts[at] ?? '')]
    const longest = texts.reduce((most, text) => Math.max(most, widthOf(text)), 0)
    return Math.round(Math.min(240, Math.max(84, longest * 7.4 + 24)))
  })
}

/** Where a column of row heads sticks. */
function stuck(widths: readonly number[], at: number, span = 1): CSSProperties {
  const sum = (list: readonly number[]) => list.reduce((all, width) => all + width, 0)
  const width = sum(widths.slice(at, at + span))
  return { left: sum(widths.slice(0, at)), minWidth: width, maxWidth: width }
}

type HeadProps = { worded: WordedPivot; widths: readonly number[] }

function PivotHead({ worded, widths }: HeadProps) {
  const { lines, rowHeadings } = worded
  return (
    <thead>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <tr key={at} style={{ '--xp-line': at } as CSSProperties}>
          {at === 0 &&
            widths.map((_, place) => (
              <th
                key={rowHeadings[place] ?? 'house'}
                scope="col"
                rowSpan={lines.length}
                className="xp-stuck"
                style={stuck(widths, place)}
              >
                {rowHeadings[place]}
              </th>
            ))}
          {line.map((cell) => (
            <HeadCellView key={cell.key} cell={cell} isLast={at === lines.length - 1} />
          ))}
        </tr>
      ))}
    </thead>
  )
}

function HeadCellView({ cell, isLast }: { cell: HeadCell; isLast: boolean }) {
  const { text, span, lines, isTotal } = cell
  const kind = [isLast ? 'rp-num' : 'xp-group', isTotal ? 'xp-total' : ''].join(' ')
  return (
    <th scope={span > 1 ? 'colgroup' : 'col'} colSpan={span} rowSpan={lines} className={kind}>
      <span>{text}</span>
    </th>
  )
}

type RowsProps = HeadProps & {
  id: string
  moves: CellMoves
  shown: RowWindow
  opened: Props['opened']
}

function PivotRows({ id, worded, widths, moves, shown, opened }: RowsProps) {
  const columns = worded.figures.length + widths.length
  const count = worded.rows.length - 1
  return (
    <>
      {shown.above > 0 && <Gap height={shown.above} columns={columns} />}
      {worded.rows.slice(shown.first, Math.min(shown.end, count)).map((_, offset) => {
        const at = shown.first + offset
        return (
          <PivotRow
            key={at}
            id={id}
            at={at}
            worded={worded}
            widths={widths}
            acts={moves.acts}
            active={columnIn(at, moves)}
            opened={columnIn(at, opened)}
          />
        )
      })}
      {shown.below > 0 && <Gap height={shown.below} columns={columns} />}
    </>
  )
}

/** The column of a cell that is in a row; null where it is in another one. */
function columnIn(row: number, cell: { row: number; column: number } | null): number | null {
  return cell?.row === row ? cell.column : null
}

type RowProps = HeadProps & {
  id: string
  at: number
  acts: CellActs
  /** Columns of its cells that keys act on, and whose bookings are shown. */
  active: number | null
  opened: number | null
}

/** A row of figures. It is drawn again only when something of its own changed: a move draws two rows, not thousands of cells. */
const PivotRow = memo(function PivotRow({ id, at, worded, widths, acts, active, opened }: RowProps) {
  const head = worded.rows[at]
  if (!head) return null
  return (
    <tr
      data-row
      aria-rowindex={at + worded.lines.length + 1}
      className={head.isTotal ? 'xp-total' : undefined}
    >
      <RowHeads head={head} above={worded.rows[at - 1]} widths={widths} />
      {worded.cells[at]?.map((text, column) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the table hears the keys
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={column}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is chosen and opened
          role="gridcell"
          id={`${id}-${at}-${column}`}
          aria-colindex={column + widths.length + 1}
          aria-selected={active === column}
          aria-current={opened === column ? 'true' : undefined}
          className={worded.figures[column]?.isTotal ? 'rp-num xp-total' : 'rp-num'}
          onClick={() => acts.select(at, column)}
          onDoubleClick={() => acts.open(at, column)}
        >
          {text}
        </td>
      ))}
    </tr>
  )
})

type RowHeadsProps = { head: WordedHead; above: WordedHead | undefined; widths: readonly number[] }

/** The heads of a row; what the row above has too is quiet. A total's reaches to the figures. */
function RowHeads({ head, above, widths }: RowHeadsProps) {
  const { keys, texts, isTotal } = head
  return texts.map((text, at) => {
    const isLast = at === texts.length - 1
    const span = isLast ? widths.length - at : 1
    const isSame = !isLast && keys.slice(0, at + 1).every((one, place) => above?.keys[place] === one)
    return (
      <th
        // biome-ignore lint/suspicious/noArrayIndexKey: a head is its place
        key={at}
        scope="row"
        colSpan={span}
        className={`xp-stuck${isSame || (isTotal && !isLast) ? ' xp-same' : ''}`}
        style={stuck(widths, at, span)}
        title={text}
      >
        {text}
      </th>
    )
  })
}

/** Brings the cell that the keys came to into sight: its row where it is not drawn, then its column. */
function useInSight(cell: string, row: number, shown: RowWindow): void {
  const latest = useRef(shown)
  latest.current = shown
  const isFirst = useRef(true)
  useEffect(() => {
    // Coming back, the table is where it was left
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const isDrawn = row >= latest.current.first && row < latest.current.end
    if (!isDrawn) latest.current.scrollTo(row)
    document.getElementById(cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cell, row])
}
