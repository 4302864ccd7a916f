import type { T } from '#renderer/base/language.ts'
import type { ClassKind } from '#shared/domain/insight/value/classes.ts'
import { isKey } from '#shared/i18n/index.ts'

/** What a class of guests is called; an empty one prints —: not known. */
export function classWord(t: T, kind: ClassKind, name: string): string {
  const key = `insightValue.class.${kind}.${name}`
  return name !== '' && isKey(key) ? t(key) : '—'
}

/** What is usually done for a class, where no manager wrote anything. */
export function usualAction(t: T, kind: ClassKind, name: string): string {
  const key = `insightValue.playbook.${kind}.${name}`
  return isKey(key) ? t(key) : ''
}

/** What a way to divide guests is called. */
export function classKindWord(t: T, kind: ClassKind): string {
  return t(`insightValue.kind.${kind}`)
}
