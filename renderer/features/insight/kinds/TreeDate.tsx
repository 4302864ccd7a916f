import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { type BusinessDate, isBusinessDate } from '#shared/values/index.ts'

/** An earlier day, as of which the tree is shown and computed; none: the business date. */
export function TreeDate({ asOf }: { asOf: BusinessDate | null }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const [date, setDate] = useState<string>(asOf ?? '')
  const change = (typed: string) => {
    setDate(typed)
    if (typed === '') setQuery({ asOf: undefined })
    else if (isBusinessDate(typed) && typed < businessDate) setQuery({ asOf: typed })
  }
  return (
    <span className="kt-date">
      <DateField
        value={date}
        onChange={change}
        kind="past"
        aria-label={t('insightValue.page.asOf')}
        placeholder={t('insightValue.page.asOf')}
      />
      {asOf !== null && <Button onClick={() => change('')}>{t('insightValue.page.toNow')}</Button>}
    </span>
  )
}
