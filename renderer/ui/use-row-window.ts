import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** From so many rows on only those in sight are drawn. */
const FEW = 120
const AROUND = 12

export type RowWindow = {
  first: number
  /** After the last one. */
  end: number
  /** Heights of what is left out above and below, in pixels. */
  above: number
  below: number
  scrollTo: (index: number) => void
}

/** The rows of a table that are in sight of what scrolls around it; short tables are drawn whole. */
export function useRowWindow(
  scroller: HTMLElement | null,
  body: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const inner = body.current
    if (!scroller || !inner || count <= FEW) return
    const measure = () =>
      setMargin(inner.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop)
    // What stands above grows when its drawings are there
    const watch = new ResizeObserver(measure)
    for (const part of scroller.children) watch.observe(part)
    return () => watch.disconnect()
  }, [scroller, body, count])
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: AROUND,
    scrollMargin: margin,
    // The head and the total stick to the edges
    scrollPaddingStart: 2 * rowHeight,
    scrollPaddingEnd: 2 * rowHeight,
    enabled: count > FEW,
  })
  if (count <= FEW)
    return {
      first: 0,
      end: count,
      above: 0,
      below: 0,
      scrollTo: (index) => rowsOf(body.current)[index]?.scrollIntoView({ block: 'nearest' }),
    }
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const end = (items.at(-1)?.index ?? -1) + 1
  return {
    first,
    end,
    above: first * rowHeight,
    below: (count - end) * rowHeight,
    scrollTo: (index) => virtual.scrollToIndex(index),
  }
}

function rowsOf(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
}
