import { test as base } from '@playwright/test'

/** What the page tells of each press of a key. */
const binding = 'keyrackKeyPressed'

/**
 * Journeys in the browser, with the keys of each counted: presses as the page hears them, modifiers not counted, and a
 * text that is filled in counted as typed. They are in the report as an annotation; `npm test` prints them.
 */
export const test = base.extend<{ keys: { pressed: () => number } }>({
  keys: [
    async ({ context }, use, testInfo) => {
      let keys = 0
      await context.exposeBinding(binding, (_source, pressed: number) => {
        keys += pressed
      })
      await context.addInitScript(countKeys, binding)
      await use({ pressed: () => keys })
      testInfo.annotations.push({ type: 'keys', description: String(keys) })
    },
    { auto: true },
  ],
})

/** Runs in the page. */
function countKeys(name: string): void {
  const tell = (pressed: number) =>
    (window as unknown as Record<string, (n: number) => void>)[name]?.(pressed)
  let isDown = false
  const up = () => {
    isDown = false
  }
  window.addEventListener('keyup', up, true)
  window.addEventListener(
    'keydown',
    ({ key }) => {
      isDown = true
      if (!['Control', 'Alt', 'Shift', 'Meta'].includes(key)) tell(1)
    },
    true,
  )
  window.addEventListener(
    'input',
    ({ target }) => {
      const typed = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      if (!isDown && typed) tell(target.value.length)
    },
    true,
  )
}
