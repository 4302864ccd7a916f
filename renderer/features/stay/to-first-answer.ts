/** What is still asked, or stops the act, comes first: the focus goes to its answer, or to the way to where it is put right. */
export function toFirstAnswer(): void {
  document
    .querySelector<HTMLElement>('.k-obstacles :is(button[aria-pressed="false"], a.k-tool, button.k-tool)')
    ?.focus()
}
