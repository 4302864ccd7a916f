import type { T } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { riskNumbers, weekdayOfDay } from '#shared/domain/insight/risk/made.ts'
import { isKey } from '#shared/i18n/index.ts'

export type Risk = NonNullable<OutputOf<'insight.bookingRisk'>>
export type RiskReason = Risk['reasons'][number]
type Hotel = { t: T; locale: string; currency: string }

/** A share as whole per cent; below half a per cent 0 %. */
export function percentText(share: number, locale: string, digits = 0): string {
  return `${formatNumber(share * 100, locale, digits)} %`
}

/** +12, −3: points of probability that a fact moves it by. */
export function pointsText(points: number, locale: string): string {
  const figure = formatNumber(Math.abs(points * 100), locale, Math.abs(points) < 0.01 ? 1 : 0)
  return `${points < 0 ? '−' : '+'}${figure}`
}

/** “Cancellation 23 %, no-show 2 %. Lead time: 120 days (+12 pts), …” */
export function riskText(hotel: Hotel, risk: Pick<Risk, 'cancel' | 'noShow' | 'reasons'>): string {
  const { t, locale } = hotel
  return t('insightRisk.sentence', {
    cancel: percentText(risk.cancel, locale),
    noShow: percentText(risk.noShow, locale),
    reasons: reasonsText(hotel, risk.reasons),
  })
}

/** What moves it most, the strongest first; without a model, what it rests on. */
export function reasonsText(hotel: Hotel, reasons: readonly RiskReason[]): string {
  const { t, locale } = hotel
  if (reasons.length === 0) return t('insightRisk.noReasons')
  return reasons
    .map((reason) =>
      t('insightRisk.reason', {
        fact: t(`insightRisk.fact.${reason.fact}`),
        value: valueText(hotel, reason),
        points: t('insightRisk.points', { points: pointsText(reason.points, locale) }),
      }),
    )
    .join(t('insightRisk.between'))
}

/** What the booking has of a fact, in the hotel's words. */
function valueText({ t, locale, currency }: Hotel, { fact, word, name, value }: RiskReason): string {
  const unit = riskNumbers.find((one) => one.name === fact)?.unit
  if (unit === undefined) return name ?? categoryText(t, fact, word ?? '')
  if (value === null) return t('insightRisk.value.unknown')
  if (unit === 'money') return formatMoney(Math.round(value), currency, locale)
  if (unit === 'weekday') return weekdayText(value, locale)
  if (unit === 'dayOfYear') return dayText(value, locale)
  return t(`insightRisk.value.${unit}`, { count: value, value: formatNumber(value, locale) })
}

function categoryText(t: T, fact: string, word: string): string {
  if (word === '') return t('insightRisk.value.none')
  const key = `booking.${fact}.${word}`
  return isKey(key) ? t(key) : word
}

/** 4 January 1970 was a Sunday. */
function weekdayText(weekday: number, locale: string): string {
  const sunday = 3
  const date = new Date((sunday + weekday - weekdayOfDay(sunday)) * 86_400_000)
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date)
}

/** A day of the year, of a common one. */
function dayText(day: number, locale: string): string {
  const date = new Date(Date.UTC(2026, 0, day))
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)
}

/** “High: the guest missed an arrival before, and nothing is guaranteed” */
export function badDebtText(
  { t, locale, currency }: Hotel,
  { level, reason, amountMinor }: Risk['badDebt'],
): string {
  return t('insightRisk.badDebt.text', {
    level: t(`insightRisk.badDebt.level.${level}`),
    reason: t(`insightRisk.badDebt.reason.${reason}`, {
      amount: amountMinor === null ? '' : formatMoney(amountMinor, currency, locale, true),
    }),
  })
}
