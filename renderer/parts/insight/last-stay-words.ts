import type { T } from '#renderer/base/language.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import type { OutputOf } from '#shared/contract/index.ts'

export type LastStay = Pick<
  OutputOf<'leaving.list'>['rows'][number],
  'declined' | 'waited' | 'mark' | 'markText'
>

/** “marked 2 of 5: “noisy”; waited 45 minutes for the room; high floor declined”; empty where nothing went wrong. */
export function lastStayWords({ declined, waited, mark, markText }: LastStay, t: T): string {
  const wishes = declined.map((wish) => requestWords(wish, t)).join(t('suggestion.lastStay.and'))
  return [
    mark === null
      ? ''
      : t(markText === '' ? 'suggestion.lastStay.mark' : 'suggestion.lastStay.markSaid', {
          mark,
          text: markText,
        }),
    waited === null ? '' : t('suggestion.lastStay.waited', { minutes: waited }),
    wishes === '' ? '' : t('suggestion.lastStay.declined', { wishes }),
  ]
    .filter((part) => part !== '')
    .join(t('suggestion.lastStay.also'))
}
