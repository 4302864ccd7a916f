import type { T } from '#renderer/base/language.ts'
import { preferenceRules } from '#shared/domain/guest/preferences.ts'
import type { requestKinds } from '#shared/domain/request/request.ts'
import { preferenceWords } from '../guest/preference-words.ts'

type Asked = { kind: (typeof requestKinds)[number]; text: string; fromPreference: boolean }

/** What is asked, in words: the kind, and what the guest stated; `other` is the guest’s own words alone. */
export function requestWords({ kind, text, fromPreference }: Asked, t: T): string {
  const said = fromPreference ? preferenceText(text, t) : text
  if (kind === 'other') return said || t('request.kind.other')
  return said ? `${t(`request.kind.${kind}`)} · ${said}` : t(`request.kind.${kind}`)
}

/** A request made from a preference carries the preference's code where no kind says it. */
function preferenceText(text: string, t: T): string {
  for (const [group, rule] of Object.entries(preferenceRules)) {
    if (rule.values.includes(text)) return preferenceWords({ group: group as never, value: text }, t)
  }
  return text
}
