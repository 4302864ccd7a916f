import { useEffect, useState } from 'react'

/**
 * What lies over the screen gives the focus back when it goes: to the field that had it, or to the screen where that is
 * removed. On no field at all the next Esc would leave the guest. Read while rendering: a moment later `autoFocus` has it.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => giveBack(before), [before])
}

/** Somebody who took the focus already keeps it: a screen just opened, the next drawer. */
function giveBack(before: Element | null): void {
  if (document.activeElement !== document.body) return
  const held = before instanceof HTMLElement && before.isConnected && before !== document.body
  ;(held ? before : document.getElementById('main'))?.focus({ preventScroll: true })
}
