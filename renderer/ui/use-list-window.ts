import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useLater } from './use-later.ts'

/** The next page is asked for when this many rows are left before the last one that is loaded. */
const AHEAD = 20
/** Rows drawn above and below those in sight, so that a clerk who scrolls sees no gap; added once the first are painted. */
const AROUND = 8

type Options = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly unknown[]
  rowHeight: number
  /** Height of a row with the lines above it. */
  heightOf: (index: number) => number
  /** Decides the lines above a row; where it or the rows change, the heights are measured again. */
  above: unknown
  more: boolean
  loadMore: (() => void) | undefined
  onSeen: ((first: number, last: number) => void) | undefined
  /** About how high the list will be, until it is measured. */
  height: number | undefined
}

/** The rows of a long list that are on screen: only they are drawn; near the end the next page is asked for. */
export function useListWindow(options: Options): Virtualizer<HTMLDivElement, Element> {
  const { scroller, rows, rowHeight, above, more, loadMore, onSeen } = options
  const settled = useLater()
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: options.heightOf,
    overscan: settled ? AROUND : 0,
    initialRect: { width: 0, height: options.height ?? 0 },
    scrollPaddingEnd: rowHeight,
  })
  useLayoutEffect(() => {
    // The same number of rows, but others: the lines between them are elsewhere
    if (above && rows) virtual.measure()
  }, [above, rows, virtual])
  // Ahead of a clerk who scrolls; one who only looks at the first rows asks for no more than fill the list.
  const ahead = (virtual.scrollOffset ?? 0) > 0 ? AHEAD : 0
  const wanted = (virtual.range?.endIndex ?? -1) + ahead
  useEffect(() => {
    if (more && wanted >= rows.length - 1) loadMore?.()
  }, [more, wanted, rows.length, loadMore])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  const seen = useRef(onSeen)
  seen.current = onSeen
  useEffect(() => {
    if (last >= 0) seen.current?.(first, last)
  }, [first, last])
  return virtual
}
