import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { yearOf } from '#shared/values/index.ts'

const first = 1902
const last = 2198

/** The year in the address; the business date's where there is none. */
export function useYear(): [number, (year: number) => void] {
  const { businessDate } = useHotel()
  const given = Number(useLocation(({ query }) => query.year))
  const year = Number.isInteger(given) && given >= first && given <= last ? given : yearOf(businessDate)
  return [year, (next) => setQuery({ year: String(Math.min(last, Math.max(first, next))) })]
}

export function YearChoice({ year, onChoose }: { year: number; onChoose: (year: number) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="pg-year" aria-label={t('field.name.year')}>
      <Button size="small" aria-label={t('budget.yearBefore')} onClick={() => onChoose(year - 1)}>
        ‹
      </Button>
      <b className="k-num">{year}</b>
      <Button size="small" aria-label={t('budget.yearAfter')} onClick={() => onChoose(year + 1)}>
        ›
      </Button>
    </fieldset>
  )
}
