import type { Key } from '#shared/i18n/index.ts'
import { isComposing } from './ime.ts'
import { keyName } from './key-name.ts'
import { actsAt } from './typing.ts'

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
  const acts = actsAt(event.target, key)
  for (const scope of scopes.toReversed()) {
    const binding = scope.bindings[key]
    if (!binding || !(acts || binding.inText === true)) continue
    if (isShut(scope, true)) continue
    if (isShut(scope, 'screen')) {
      // Nor does it go on to the frame or the browser: F7 of this guest must not become F7 of nobody
      event.preventDefault()
      return false
    }
    if (!isHeld(event) && binding.run(event) === false) continue
    event.preventDefault()
    return true
  }
  return false
}

/** A letter or digit that is held down is one press: the second would answer what only now came first. */
function isHeld({ repeat, key }: KeyboardEvent): boolean {
  return repeat && /^[\p{L}\d]$/u.test(key)
}

/** True where a layer above shuts this one off in that way. */
function isShut(scope: Scope, by: true | 'screen'): boolean {
  if (scope.always || (by === 'screen' && scope.place !== 'screen')) return false
  return scopes.some((above) => above.modal === by && above.depth > scope.depth)
}
