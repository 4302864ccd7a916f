import { type ClipboardEvent, type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { blockOf, gridKey, laidOut, type Place, placeByKey } from './grid.ts'

type Asked = {
  /** Keys of the rows that are typed in, from the top. */
  lines: readonly string[]
  columns: readonly { key: string }[]
  onType: (patch: Record<string, string>) => void
  onBeyond: (cells: number) => void
}

/** What a cell's field calls; always the same functions, so that a row is drawn again only when it changes. */
export type GridHandlers = {
  onChange: (key: string, text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

/** Keys and pasting in a grid whose fields name their place in `data-at`. */
export function useGrid(asked: Asked): GridHandlers & { table: RefObject<HTMLTableElement | null> } {
  const table = useRef<HTMLTableElement>(null)
  const latest = useRef(asked)
  latest.current = asked
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const field = event.currentTarget
    const next = placeByKey(event, placeOf(field), sizeOf(latest.current), field)
    if (next || event.key === 'Enter') event.preventDefault()
    if (!next) return
    table.current?.querySelector<HTMLInputElement>(`input[data-at="${next.row},${next.column}"]`)?.focus()
  }, [])
  const onPaste = useCallback((event: ClipboardEvent<HTMLInputElement>) => {
    const block = blockOf(event.clipboardData.getData('text/plain'))
    if (!block) return
    event.preventDefault()
    const { lines, columns, onType, onBeyond } = latest.current
    const { cells, beyond } = laidOut(block, placeOf(event.currentTarget), sizeOf(latest.current))
    const keyAt = ({ row, column }: Place) => gridKey(lines[row] ?? '', columns[column]?.key ?? '')
    onType(Object.fromEntries(cells.map(({ at, text }) => [keyAt(at), text])))
    onBeyond(beyond)
  }, [])
  const onChange = useCallback((key: string, text: string) => latest.current.onType({ [key]: text }), [])
  return { table, onChange, onKeyDown, onPaste }
}

function sizeOf({ lines, columns }: Asked) {
  return { rows: lines.length, columns: columns.length }
}

function placeOf(field: HTMLInputElement): Place {
  const [row = 0, column = 0] = (field.dataset.at ?? '').split(',').map(Number)
  return { row, column }
}
