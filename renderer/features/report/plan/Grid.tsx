import './plan.css'
import { memo, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { gridKey } from './grid.ts'
import { type GridHandlers, useGrid } from './use-grid.ts'

export type GridColumn = { key: string; label: string }

/** `typed`: cells to type in. `shown`: worked out from them, and from nothing that is typed here. `head`: begins a part. */
export type GridRow =
  | { kind: 'head'; key: string; label: string }
  | { kind: 'typed'; key: string; label: string; total: string; show: (text: string) => string }
  | { kind: 'shown'; key: string; label: string; total: string; cells: readonly string[] }

type Props = {
  /** For screen readers. */
  label: string
  corner: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  /** Texts by gridKey; none is an empty cell. */
  typed: Readonly<Record<string, string>>
  onType: (patch: Record<string, string>) => void
  /** Cells that can't be read as what they are. */
  wrong: ReadonlySet<string>
  /** Some of a block that was pasted lies beyond the grid. */
  onBeyond: (cells: number) => void
}

/** Rows of figures by month or day, typed like a spreadsheet: arrows, Enter, and blocks from a spreadsheet pasted. */
export function Grid({ label, corner, columns, rows, typed, onType, wrong, onBeyond }: Props) {
  const lines = rows.filter((row) => row.kind === 'typed').map(({ key }) => key)
  const { table, ...handlers } = useGrid({ lines, columns, onType, onBeyond })
  return (
    <div className="pg-scroll">
      <table ref={table} className="pg" aria-label={label}>
        <Head corner={corner} columns={columns} />
        <tbody>
          {rows.map((row) => {
            if (row.kind === 'head')
              return (
                <tr key={row.key} className="pg-head">
                  <th colSpan={columns.length + 2} scope="rowgroup">
                    {row.label}
                  </th>
                </tr>
              )
            if (row.kind === 'shown') return <ShownRow key={row.key} row={row} columns={columns} />
            return (
              <TypedRow
                key={row.key}
                row={row}
                at={lines.indexOf(row.key)}
                columns={columns}
                texts={columns.map((column) => typed[gridKey(row.key, column.key)] ?? '').join('\n')}
                wrong={columns
                  .filter((column) => wrong.has(gridKey(row.key, column.key)))
                  .map(({ key }) => key)
                  .join('\n')}
                {...handlers}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Head({ corner, columns }: Pick<Props, 'corner' | 'columns'>) {
  const { t } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {columns.map((column) => (
          <th key={column.key} scope="col" className="k-num">
            {column.label}
          </th>
        ))}
        <th scope="col" className="k-num">
          {t('budget.total')}
        </th>
      </tr>
    </thead>
  )
}

function ShownRow({
  row,
  columns,
}: {
  row: Extract<GridRow, { kind: 'shown' }>
  columns: readonly GridColumn[]
}) {
  return (
    <tr className="pg-shown">
      <th scope="row">{row.label}</th>
      {columns.map((column, index) => (
        <td key={column.key} className="k-num">
          {row.cells[index]}
        </td>
      ))}
      <td className="k-num">{row.total}</td>
    </tr>
  )
}

type TypedProps = GridHandlers & {
  row: Extract<GridRow, { kind: 'typed' }>
  at: number
  columns: readonly GridColumn[]
  /** Of its cells, a line each: compared as one, so that typing draws one row and not a thousand fields. */
  texts: string
  wrong: string
}

const TypedRow = memo(
  function TypedRow({ row, at, columns, texts, wrong, onChange, onKeyDown, onPaste }: TypedProps) {
    const [here, setHere] = useState<number | null>(null)
    const field = useRef<HTMLInputElement>(null)
    // Once it shows what was typed, and before the next key: selected a frame later, the first digit would be typed over
    useLayoutEffect(() => {
      if (here !== null) field.current?.select()
    }, [here])
    const cells = texts.split('\n')
    const bad = new Set(wrong.split('\n'))
    return (
      <tr>
        <th scope="row">{row.label}</th>
        {columns.map((column, index) => (
          <td key={column.key}>
            <input
              className="pg-cell"
              data-at={`${at},${index}`}
              inputMode="decimal"
              autoComplete="off"
              aria-label={`${row.label} ${column.label}`}
              aria-invalid={bad.has(column.key) || undefined}
              value={here === index ? (cells[index] ?? '') : row.show(cells[index] ?? '')}
              onChange={(event) => onChange(gridKey(row.key, column.key), event.target.value)}
              onFocus={(event) => {
                field.current = event.target
                setHere(index)
              }}
              onBlur={() => setHere(null)}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
          </td>
        ))}
        <td className="k-num">{row.total}</td>
      </tr>
    )
  },
  (a, b) =>
    a.texts === b.texts &&
    a.wrong === b.wrong &&
    a.at === b.at &&
    a.columns === b.columns &&
    a.row.total === b.row.total &&
    a.row.label === b.row.label &&
    a.row.key === b.row.key,
)
