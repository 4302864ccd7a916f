/**
 * Chinese is typed through an input method: Enter then chooses a word, Esc drops one, arrows walk its list.
 * None of these keys may reach the program. Browsers tell it by `isComposing` or key code 229, and some send
 * the deciding Enter just after `compositionend`: hence the short grace.
 */
const GRACE_MS = 60

type KeyLike = { isComposing?: boolean; keyCode?: number; timeStamp?: number; nativeEvent?: KeyLike }

let composing = false
let endedAt = Number.NEGATIVE_INFINITY

/** Follows compositions in the document; called once at start. Answers the function that stops it. */
export function watchComposition(target: EventTarget): () => void {
  const begin = () => {
    composing = true
  }
  const end = (event: Event) => {
    composing = false
    endedAt = event.timeStamp
  }
  target.addEventListener('compositionstart', begin, true)
  target.addEventListener('compositionend', end, true)
  return () => {
    target.removeEventListener('compositionstart', begin, true)
    target.removeEventListener('compositionend', end, true)
  }
}

/** True while a key press belongs to the input method and not to the program. Takes DOM and React events. */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event
  if (composing || native.isComposing === true || native.keyCode === 229) return true
  const since = (native.timeStamp ?? Number.POSITIVE_INFINITY) - endedAt
  return since >= 0 && since < GRACE_MS
}

type EnterEvent = KeyLike & { key: string; shiftKey?: boolean; preventDefault(): void }

/** A keydown handler that acts on Enter, but never on the Enter that ends a composition. Shift+Enter is left to text areas. */
export function onEnter<E extends EnterEvent>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    act(event)
  }
}
