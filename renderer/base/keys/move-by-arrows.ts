import type { KeyboardEvent } from 'react'

export type Box = { left: number; right: number; top: number; bottom: number }

/**
 * Which of the boxes an arrow key leads to from one of them: up and down to the nearest row, there to what is nearest in
 * the column; left and right along the row. Null where there is none.
 */
export function boxByArrow(key: string, from: Box, boxes: readonly Box[]): number | null {
  const beside = (box: Box) => box.top < from.bottom && box.bottom > from.top
  const off = (box: Box) => Math.abs(box.left + box.right - from.left - from.right)
  const ways: Record<string, { there: (box: Box) => boolean; far: (box: Box) => number }> = {
    ArrowDown: { there: (box) => box.top >= from.bottom, far: (box) => box.top },
    ArrowUp: { there: (box) => box.bottom <= from.top, far: (box) => -box.bottom },
    ArrowRight: { there: (box) => beside(box) && box.left >= from.right, far: (box) => box.left },
    ArrowLeft: { there: (box) => beside(box) && box.right <= from.left, far: (box) => -box.right },
  }
  const way = ways[key]
  if (!way) return null
  const [nearest] = [...boxes.entries()]
    .filter(([, box]) => way.there(box))
    .toSorted(([, a], [, b]) => way.far(a) - way.far(b) || off(a) - off(b))
  return nearest?.[0] ?? null
}

/** For `onKeyDown` around tables of buttons: arrows lead from one to the next, so that Tab need not pass them all. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('td button, th button')]
  const at = buttons.indexOf(event.target as HTMLElement)
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const boxes = buttons.map((button) => button.getBoundingClientRect())
  const next = boxByArrow(event.key, boxes[at] as Box, boxes)
  if (next === null) return
  event.preventDefault()
  buttons[next]?.focus()
}
