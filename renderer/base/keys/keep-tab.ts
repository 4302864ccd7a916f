import type { KeyboardEvent } from 'react'

const stops =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex]'

/** Tab from the last stop of the box goes to its first, Shift+Tab from the first to its last. */
export function keepTabInside(event: KeyboardEvent, box: Element | null): void {
  if (event.key !== 'Tab' || event.defaultPrevented || !box) return
  const all = [...box.querySelectorAll<HTMLElement>(stops)].filter(isStop)
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
  if (document.activeElement !== from || !to) return
  event.preventDefault()
  to.focus()
}

function isStop(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.getClientRects().length > 0
}
