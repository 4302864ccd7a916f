import type { Application, compose } from '#core/compose.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

/** Why a store was not opened, as compose answers it. */
export type StoreTrouble = Exclude<Awaited<ReturnType<typeof compose>>, Application>['trouble']

/** What happened and what to do, in one language. */
export function troubleWords(
  trouble: StoreTrouble,
  language: Language,
): { happened: string; remedy: string } {
  const unknownOwner = trouble.code === 'STORE_LOCKED' && !trouble.params.process
  const code = unknownOwner ? 'STORE_LOCKED_BY_UNKNOWN' : trouble.code
  return {
    happened: words(language, `store.${code}.happened` as Key, trouble.params),
    remedy: words(language, `store.${code}.remedy` as Key, trouble.params),
  }
}
