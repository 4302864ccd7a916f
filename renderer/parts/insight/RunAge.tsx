import './run-age.css'
import { createContext, useContext } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import { ageOf, type Computed, daysBehindOf } from './run-age.ts'

/** The moment of the computation whose age the page says above its sections: theirs is said only where it differs. */
export const SaidAbove = createContext<string | null | undefined>(undefined)

/** How old results are, in a line of their own; nothing where they are of today, or where the page says it above. */
export function RunAge({ asOf, moment }: Computed) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const above = useContext(SaidAbove)
  const age = ageOf({ asOf, moment }, businessDate, above)
  if (!age) return null
  return (
    <p className={age.old ? 'k-run-age k-run-old' : 'k-run-age'} role="status">
      {age.old && <Mark of="warning" />}
      <AsOf asOf={asOf} />
      <span>
        {t('insight.status.computed')} <DateTimeText moment={moment} />
      </span>
      {age.old && age.daysBehind === 0 && <span>{t('insight.age.beforeOthers')}</span>}
    </p>
  )
}

/** “As of Fri 27 Feb 2026, 3 days before the business date”. */
export function AsOf({ asOf }: { asOf: BusinessDate }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  return (
    <span>
      {t('insight.status.asOf')}{' '}
      <b>
        <DateText date={asOf} />
      </b>
      {behindText(asOf, businessDate, t, locale)}
    </span>
  )
}

/** The same in a column of dates: marked where it is behind, its tip says by how much. */
export function AsOfDate({ asOf }: { asOf: BusinessDate }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const behind = behindText(asOf, businessDate, t, locale)
  if (behind === '') return <DateText date={asOf} />
  return (
    <span className="k-run-old" title={`${t('insight.status.asOf')} ${formatDate(asOf, locale)}${behind}`}>
      <Mark of="warning" /> <DateText date={asOf} />
      <span className="k-hidden">{behind}</span>
    </span>
  )
}

function behindText(asOf: BusinessDate, businessDate: BusinessDate, t: T, locale: string): string {
  const count = daysBehindOf(asOf, businessDate)
  return count === 0 ? '' : t('insight.age.behind', { count, number: formatNumber(count, locale) })
}
