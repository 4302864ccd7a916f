import { type ReactNode, useEffect, useId, useRef } from 'react'

export type ChoiceColumn<R> = { key: string; head: ReactNode; cell: (row: R) => ReactNode; figures?: boolean }

type Props<R> = {
  label: string
  rows: readonly R[]
  columns: readonly ChoiceColumn<R>[]
  rowKey: (row: R) => string | number
  /** How a row is called, for screen readers. */
  rowLabel: (row: R) => string
  chosen: string | number | null
  onChoose: (row: R) => void
  autoFocus?: boolean
}

/** One of few, as a table: arrow keys choose, what is chosen is seen at once. */
export function ChoiceTable<R>({
  label,
  rows,
  columns,
  rowKey,
  rowLabel,
  chosen,
  onChoose,
  autoFocus = false,
}: Props<R>) {
  const name = useId()
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (!autoFocus) return
    const radios = table.current?.querySelectorAll<HTMLInputElement>('input[type=radio]')
    const now = [...(radios ?? [])].find((radio) => radio.checked) ?? radios?.[0]
    now?.focus({ preventScroll: true })
  }, [autoFocus])
  return (
    <table ref={table} className="k-table k-choice" aria-label={label}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.figures ? 'k-num' : ''}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row)
          return (
            <tr key={key} className={key === chosen ? 'k-chosen' : ''} onClick={() => onChoose(row)}>
              <td>
                <input
                  type="radio"
                  name={name}
                  aria-label={rowLabel(row)}
                  checked={key === chosen}
                  onChange={() => onChoose(row)}
                />
              </td>
              {columns.map((column) => (
                <td key={column.key} className={column.figures ? 'k-num' : ''}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
