import { useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Wish as Preference, preferenceWords } from '#renderer/parts/guest/preference-words.ts'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { itemOf } from '#shared/domain/insight/rules/items.ts'
import { isKey } from '#shared/i18n/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import { lastStayWords } from './last-stay-words.ts'

export type Offer = OutputOf<'insight.booking'>['offers'][number]
export type Suggestion = OutputOf<'insight.booking'>['suggestions'][number]

/** Words for what is offered and suggested: room types, plans and extras by their names, everything else by the catalogue. */
export function useNextWords() {
  const { t, language, locale } = useWords()
  const types = useQuery('room.listTypes', {}).data
  const plans = useQuery('rate.list', {}).data
  const codes = useQuery('chart.get', {}).data?.codes
  return useMemo(() => {
    const named = (
      list: readonly { code: string; nameEn: string; nameZh: string }[] | undefined,
      code: string,
    ) => {
      const one = list?.find((each) => each.code === code)
      return one ? (language === 'zh' ? one.nameZh : one.nameEn) : code
    }
    const itemText = (key: string): string => {
      const item = itemOf(key)
      if (!item) return key
      const { group, value } = item
      if (group === 'room-type') return named(types, value)
      if (group === 'plan') return named(plans, value)
      if (group === 'extra') return t('offer.extra', { name: named(codes, value) })
      const word = group === 'meal' ? `booking.meal.${value}` : `offer.item.${group}.${value}`
      return isKey(word) ? t(word) : wishWords(value, language)
    }
    const percent = (share: number) => formatNumber(Math.round(share * 100), locale)
    const becauseText = ({ because }: Offer): string => {
      if (because.kind === 'preference')
        return t('offer.because.preference', { what: preferenceWords(because as Preference, t) })
      if (because.kind === 'habit') return t('offer.because.habit', { times: because.times, of: because.of })
      return t('offer.because.rule', {
        given: because.given.map(itemText).join(' + ') || t('offer.everybody'),
        percent: percent(because.share),
        stays: formatNumber(because.stays, locale),
      })
    }
    const knowText = (one: Suggestion): string => {
      if (one.kind === 'wish') {
        const what =
          one.requestKind === 'other' ? wishWords(one.text, language) : wishWords(one.requestKind, language)
        return t('suggestion.know.wish', { what })
      }
      if (one.kind === 'habit')
        return t('suggestion.know.habit', { what: itemText(one.item), times: one.times, of: one.of })
      if (one.kind === 'late') return t('suggestion.know.late', { times: one.times, of: one.of })
      if (one.kind === 'birthday')
        return t('suggestion.know.birthday', { date: formatDate(one.on, locale, 'day') })
      if (one.kind === 'tier') {
        const needs = one.needs
          .map(({ counter, missing }) => t(`suggestion.need.${counter}`, { count: missing }))
          .join(' + ')
        return t('suggestion.know.tier', { needs, tier: language === 'zh' ? one.tierZh : one.tierEn })
      }
      if (one.kind === 'risk')
        return t('suggestion.know.risk', {
          percent: percent(one.probability),
          what: t(`suggestion.risk.${one.what}`),
        })
      if (one.kind === 'last-stay') return t('suggestion.know.lastStay', { what: lastStayWords(one, t) })
      return one.takenBy === null
        ? t('suggestion.know.leaving')
        : t('suggestion.know.leavingBy', { by: one.takenBy })
    }
    return { itemText, becauseText, knowText, percent }
  }, [t, language, locale, types, plans, codes])
}
