import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

type Environment = Record<string, string | undefined>

/** The language of the machine's user, by the variables that POSIX names in this order; English when they say nothing. */
export function systemLanguage(env: Environment = process.env): Language {
  const tag = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return tag === '' || tag === 'C' || tag.startsWith('C.') || tag === 'POSIX'
    ? languageOf(Intl.DateTimeFormat().resolvedOptions().locale)
    : languageOf(tag)
}
