/** Whether a key acts where it is pressed: in a field only keys that can't be text do. */
export function actsAt(target: EventTarget | null, key: string): boolean {
  return !isTyping(target) || worksInText(key, takesUndo(target))
}

/** Keys that can't be text. Ctrl+Z is the field's own undo while it has one. */
function worksInText(key: string, ownUndo: boolean): boolean {
  if (key === 'Ctrl+Z' && ownUndo) return false
  return /^((Shift\+)?F\d+|Esc|PgUp|PgDn|(Ctrl|Alt)\+.+)$/.test(key)
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

/** Whether text goes into it. */
export function isTyping(target: EventTarget | null): boolean {
  if (typeof Element === 'undefined' || !(target instanceof Element)) return false
  if (target instanceof HTMLElement && target.isContentEditable) return true
  return target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])')
}
