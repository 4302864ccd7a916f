import type { KeyboardEvent } from 'react'
import { isComposing } from './ime.ts'

/** Set on a field of one line that is drawn as a text area, so that a long reason can be read whole. */
export const oneLine = { 'data-lines': 'one' } as const

/**
 * Whether this Enter saves: in a field of one line, a tick or a choice. Never the Enter of an input method, of a list that is
 * open, of a button, or of a text of several lines.
 */
export function isSavingEnter(event: KeyboardEvent): boolean {
  const field = event.target
  if (!isPlainEnter(event)) return false
  if (field instanceof HTMLTextAreaElement) return field.dataset.lines === 'one'
  if (!(field instanceof HTMLInputElement)) return false
  if (field.getAttribute('role') !== 'combobox') return true
  // What is typed to find somebody has its own Enter, also while the answer is on its way
  return field.getAttribute('aria-expanded') !== 'true' && field.value === ''
}

function isPlainEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event)) return false
  return !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
}

/** The same, of a closed list of choices that would open on Enter: heard before the list itself. */
export function isSavingEnterOnChoice(event: KeyboardEvent): boolean {
  const field = event.target
  return field instanceof HTMLInputElement && field.closest('.ant-select') !== null && isSavingEnter(event)
}

/** Ctrl+Enter: what it saves is not the list's that would open on it, and so it is heard before. */
export function isCtrlEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)
}

/** The handlers of a form that is saved by Enter and Ctrl+Enter; `more` names places beside its fields where it is as well. */
export function savingByEnter(save: () => unknown, more?: (target: Element) => boolean) {
  const act = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  const isMore = (event: KeyboardEvent) =>
    isPlainEnter(event) && event.target instanceof Element && more?.(event.target) === true
  return {
    onKeyDownCapture: (event: KeyboardEvent) =>
      void ((isCtrlEnter(event) || isSavingEnterOnChoice(event)) && act(event)),
    onKeyDown: (event: KeyboardEvent) => void ((isSavingEnter(event) || isMore(event)) && act(event)),
  }
}
