import { isComposing, watchComposition } from './ime.ts'
import { pressKey } from './registry.ts'
import { watchScans } from './scan.ts'
import { watchTyping } from './typing.ts'

/** Lists and pickers of antd that are open: their Esc closes them and nothing else. One that is fading away is closed. */
const OPEN_POPUPS = ['ant-select-dropdown', 'ant-picker-dropdown', 'ant-dropdown', 'ant-popover']
  .map((name) => `.${name}:not(.${name}-hidden, [class*='-leave'])`)
  .join(',')

/** The program's one key listener. Answers the function that stops it. */
export function listenToKeys(target: Window): () => void {
  let popupOpen = false
  const before = (event: KeyboardEvent) => {
    popupOpen = event.key === 'Escape' && target.document.querySelector(OPEN_POPUPS) !== null
  }
  const press = (event: KeyboardEvent) => {
    if (popupOpen) return
    if (event.key === 'Escape' && leftField(event)) return
    pressKey(event)
  }
  // First of all: a key of a scan is nobody's
  const unscanned = watchScans(target)
  const unwatch = watchComposition(target.document)
  const untyped = watchTyping(target.document)
  target.addEventListener('keydown', before, true)
  target.addEventListener('keydown', press)
  return () => {
    unscanned()
    unwatch()
    untyped()
    target.removeEventListener('keydown', before, true)
    target.removeEventListener('keydown', press)
  }
}

/** The first Esc in a text field of the screen leaves the field (its text stays); only the next one goes back. */
function leftField(event: KeyboardEvent): boolean {
  const field = event.target
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!isField || event.defaultPrevented || isComposing(event)) return false
  if (field.closest('[data-esc="pass"]')) return false
  const main = field.closest<HTMLElement>('main')
  if (!main) return false
  field.blur()
  main.focus({ preventScroll: true })
  return true
}
