/** Why a guest is on the list, in words. */

import type { RowOf } from '#renderer/api/use-list.ts'
import type { T } from '#renderer/base/language.ts'
import { type LastStay, lastStayWords } from '#renderer/parts/insight/last-stay-words.ts'
import { formatNumber } from '#renderer/ui/format.ts'

export type LeavingRow = RowOf<'leaving.list'>
export type Warning = NonNullable<LeavingRow['warning']>

/** “Every 41 days for two years, away 130 days. At the last stay: high floor declined”. */
export function reasonWords(
  { warning, lastStay }: { warning: Warning | null; lastStay?: LastStay },
  t: T,
  locale: string,
): string {
  if (!warning) return t('leaving.reason.none')
  const { ownInterval, intervalFrom, daysSince, stays, tenureYears } = warning
  const days = formatNumber(Math.round(ownInterval), locale)
  const since = formatNumber(daysSince, locale)
  const rhythm =
    stays === 1
      ? t('leaving.reason.once', { days, since })
      : intervalFrom === 'hotel'
        ? t('leaving.reason.twice', { days, since })
        : t('leaving.reason.own', { days, since, span: spanWords(tenureYears, t, locale) })
  const wrong = lastStay ? lastStayWords(lastStay, t) : ''
  return wrong === '' ? rhythm : `${rhythm}${t('leaving.reason.lastStay', { what: wrong })}`
}

/** “two years”, “7 months”: whole years from eighteen months on. */
function spanWords(years: number, t: T, locale: string): string {
  if (years >= 1.5) {
    const count = Math.round(years)
    return t('leaving.reason.years', { count, number: formatNumber(count, locale) })
  }
  const count = Math.max(1, Math.round(years * 12))
  return t('leaving.reason.months', { count, number: formatNumber(count, locale) })
}
