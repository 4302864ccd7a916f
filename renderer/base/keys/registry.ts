import type { Key } from '#shared/i18n/index.ts'
import { isComposing } from './ime.ts'

/** `run` may answer false: not mine just now, ask the scope below. */
export type Binding = {
  label: Key
  run: (event: KeyboardEvent) => unknown
  /** Also while typing in a field. Function keys, Esc and combinations with Ctrl or Alt are so by themselves. */
  inText?: boolean
}
export type Bindings = Readonly<Record<string, Binding>>
/**
 * `modal` shuts off the layers below (palette, dialogs, lock) but what is bound `always`; 'screen' (a drawer) shuts off the
 * screen's keys alone: those of the frame act on.
 */
export type Scope = {
  bindings: Bindings
  place: 'everywhere' | 'screen'
  /** How many layers (drawer, palette, lock) it lies above the screen. */
  depth: number
  modal?: boolean | 'screen'
  always?: boolean
}

const scopes: Scope[] = []

/** Puts a scope on top of its layer; answers the function that takes it off. */
export function addScope(scope: Scope): () => void {
  const above = scopes.findIndex((other) => other.depth > scope.depth)
  scopes.splice(above < 0 ? scopes.length : above, 0, scope)
  return () => {
    const at = scopes.indexOf(scope)
    if (at >= 0) scopes.splice(at, 1)
  }
}

export type ActiveKey = { key: string; label: Key; place: Scope['place']; depth: number }

/** Keys that act now, top first, each once: what F1 shows. */
export function activeKeys(): ActiveKey[] {
  const seen = new Map<string, ActiveKey | null>()
  for (const scope of scopes.toReversed()) {
    const shut = isShut(scope, 'screen')
    for (const [key, { label }] of Object.entries(scope.bindings)) {
      const one = shut ? null : { key, label, place: scope.place, depth: scope.depth }
      if (!seen.has(key)) seen.set(key, one)
    }
  }
  return [...seen.values()].filter((one) => one !== null)
}

/** The one key listener's work: finds the top scope that knows the key and runs it. True when somebody acted. */
export function pressKey(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.defaultPrevented) return false
  const key = keyName(event)
  const typing = isTyping(event.target)
  for (const scope of scopes.toReversed()) {
    const binding = scope.bindings[key]
    const allowed =
      binding && (!typing || binding.inText === true || worksInText(key, takesUndo(event.target)))
    if (!binding || !allowed) continue
    if (isShut(scope, true)) continue
    if (isShut(scope, 'screen')) {
      // Nor does it go on to the frame or the browser: F7 of this guest must not become F7 of nobody
      event.preventDefault()
      return false
    }
    if (binding.run(event) === false) continue
    event.preventDefault()
    return true
  }
  return false
}

/** True where a layer above shuts this one off in that way. */
function isShut(scope: Scope, by: true | 'screen'): boolean {
  if (scope.always || (by === 'screen' && scope.place !== 'screen')) return false
  return scopes.some((above) => above.modal === by && above.depth > scope.depth)
}

type Pressed = { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean }

/** `Ctrl+K`, `F9`, `Esc`, `Shift+Down`, `+`: as printed beside what the key does. ⌘ counts as Ctrl. */
export function keyName(event: Pressed): string {
  const base = names[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  const shift = event.shiftKey && (base.length > 1 || /[A-Z0-9]/.test(base))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', base]
    .filter(Boolean)
    .join('+')
}

const names: Record<string, string> = {
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
}

/** Keys that can't be text, so that they act while somebody types. Ctrl+Z is the field's own undo while it has one. */
function worksInText(key: string, ownUndo: boolean): boolean {
  if (key === 'Ctrl+Z' && ownUndo) return false
  return /^(F\d+|Esc|PgUp|PgDn|(Ctrl|Alt)\+.+)$/.test(key)
}

let emptiedByHand: EventTarget | null = null

/** Follows what is typed where: a field that somebody just emptied gives its text back by Ctrl+Z. */
export function watchTyping(target: EventTarget): () => void {
  const typed = (event: Event) => {
    emptiedByHand = isEmpty(event.target) ? event.target : null
  }
  const left = () => {
    emptiedByHand = null
  }
  target.addEventListener('input', typed, true)
  target.addEventListener('focusin', left, true)
  return () => {
    target.removeEventListener('input', typed, true)
    target.removeEventListener('focusin', left, true)
  }
}

/** A field with text, or just emptied by hand, undoes its typing; one emptied by saving (a new note) has nothing to say. */
function takesUndo(field: EventTarget | null): boolean {
  return !isEmpty(field) || field === emptiedByHand
}

function isEmpty(field: EventTarget | null): boolean {
  return field !== null && 'value' in field && field.value === ''
}

function isTyping(target: EventTarget | null): boolean {
  if (typeof Element === 'undefined' || !(target instanceof Element)) return false
  if (target instanceof HTMLElement && target.isContentEditable) return true
  return target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])')
}
