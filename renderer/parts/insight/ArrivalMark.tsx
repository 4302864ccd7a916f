import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

/** What there is to notice about an arrival. */
export type NotedArrival = OutputOf<'insight.arrivals'>[number]

/** The weightiest thing to notice about an arrival, as one mark; its tip says all of them. Nothing where there is none. */
export function ArrivalMark({ of }: { of: NotedArrival | undefined }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [first] = of?.marks ?? []
  if (!of || !first) return null
  const words = arrivalText(of, t, locale, currency)
  return (
    <span className="k-state" title={words}>
      <Mark of={first} />
      <span className="k-hidden">{words}</span>
    </span>
  )
}

/** The head of their column. */
export function ArrivalMarkHead() {
  const { t } = useWords()
  return (
    <span className="k-state" title={t('offer.mark.about')}>
      <Mark of="key-guest" /> <span className="k-hidden">{t('offer.mark.head')}</span>
    </span>
  )
}

/** Each mark of an arrival in a sentence. */
export function arrivalText(of: NotedArrival, t: T, locale: string, currency: string): string {
  const { takenBy, risk, stays, daysSince, revenueMinor } = of
  const sentences = {
    keep: () => (takenBy ? t('suggestion.know.leavingBy', { by: takenBy }) : t('suggestion.know.leaving')),
    unsure: () =>
      risk &&
      t('suggestion.know.risk', {
        percent: formatNumber(Math.round(risk.probability * 100), locale),
        what: t(`suggestion.risk.${risk.what}`),
      }),
    'key-guest': () => {
      if (daysSince === null) return t('offer.mark.key')
      const reason = t('offer.reason', {
        count: stays,
        days: formatNumber(daysSince, locale),
        revenue: formatMoney(revenueMinor, currency, locale, true),
      })
      return t('offer.mark.keyBecause', { reason })
    },
  }
  return of.marks
    .map((mark) => sentences[mark]())
    .filter(Boolean)
    .join(' ')
}
