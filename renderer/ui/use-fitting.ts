import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Column } from './list-row.tsx'

/** The columns that a list has room for, by its own width: of those that say how wide it must be (`from`, `below`). */
export function useFitting<R>(
  columns: readonly Column<R>[],
  list: RefObject<HTMLElement | null>,
  /** There is no list while there are no rows. */
  filled: boolean,
): readonly Column<R>[] {
  const [width, setWidth] = useState<number | null>(null)
  const asks = filled && columns.some(({ from, below }) => from !== undefined || below !== undefined)
  useLayoutEffect(() => {
    const element = list.current
    if (!asks || !element) return
    setWidth(element.clientWidth)
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [asks, list])
  return useMemo(() => fitting(columns, width ?? Number.POSITIVE_INFINITY), [columns, width])
}

/** The columns for a list of that width. */
export function fitting<R>(columns: readonly Column<R>[], width: number): readonly Column<R>[] {
  return columns.filter(({ from, below }) => width >= (from ?? 0) && (below === undefined || width < below))
}
