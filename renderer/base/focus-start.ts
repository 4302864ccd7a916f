/** Where one goes on: a place that says so, a list, a field; never a button that would act on the next Enter. */
const STARTS = [
  '[data-start]',
  '.k-list, [role=grid]',
  'textarea, input:not([type=hidden])',
  'button.k-inline',
]

/** Puts the focus where one goes on within a part of a screen, else on the part itself; nothing scrolls by it. */
export function focusStart(part: HTMLElement): void {
  const first = STARTS.map((start) => part.querySelector<HTMLElement>(start)).find(Boolean)
  ;(first ?? part).focus({ preventScroll: true })
}
