import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import type { RuleNames } from '#shared/i18n/segment-text.ts'
import type { TermsView } from './subjects.ts'

/** What the words of a rule need, with the hotel's own names for tiers, room types and rate plans. */
export function useRuleNames(terms: TermsView | undefined): RuleNames {
  const { language } = useWords()
  const { currency } = useHotel()
  return useMemo(() => {
    const named = new Map<string, string>()
    const put = (of: string, list: TermsView['words'][string]) => {
      for (const one of list)
        if (inLanguage(one, language)) named.set(`${of} ${one.value}`, inLanguage(one, language))
    }
    for (const [fact, list] of Object.entries(terms?.words ?? {})) put(fact, list)
    for (const [name, list] of Object.entries(terms?.classes ?? {})) put(`class:${name}`, list)
    return { language, currency, nameOf: (of, value) => named.get(`${of} ${value}`) }
  }, [terms, language, currency])
}
