import { test as base } from '@playwright/test'

/** What the page tells of each press of a key. */
const binding = 'keyrackKeyPressed'

/** The keys of a journey so far. `beside` says which text was typed; it is reported apart from then on. */
type Keys = { pressed: () => number; beside: (text: string) => number }

/**
 * Journeys in the browser, with the keys of each counted: presses as the page hears them, modifiers not counted, and a
 * text that is filled in counted as typed. They are in the report as an annotation; `npm test` prints them.
 */
export const test = base.extend<{ keys: Keys }>({
  keys: [
    async ({ context }, use, testInfo) => {
      let keys = 0
      let typed = ''
      await context.exposeBinding(binding, (_source, pressed: number) => {
        keys += pressed
      })
      await context.addInitScript(countKeys, binding)
      const beside = (text: string) => {
        typed = text
        return keys - text.length
      }
      await use({ pressed: () => keys, beside })
      testInfo.annotations.push({ type: 'keys', description: String(keys - typed.length) })
      testInfo.annotations.push({ type: 'text', description: String(typed.length) })
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
