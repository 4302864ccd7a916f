import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import { useValueRun } from './use-value-run.ts'

/** Another day to look at: what was known at its end is computed, and shown in the place of today's figures. */
export function AsOf({ asOf }: { asOf: string | null }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const [date, setDate] = useState(asOf ?? '')
  const run = useValueRun(() => setQuery({ asOf: date }))
  if (run.running) {
    return (
      <WorkProgress
        label={t('insight.status.running')}
        done={run.job?.done ?? 0}
        total={run.job?.total ?? 0}
        share
        onCancel={run.cancel}
      />
    )
  }
  const isEarlier = /^\d{4}-\d\d-\d\d$/.test(date) && date < businessDate
  return (
    <span className="val-asof">
      {run.failed && <Trouble failed={run.failed} operation="insight.run" line />}
      <DateField
        value={date}
        onChange={setDate}
        kind="past"
        aria-label={t('insightValue.page.asOf')}
        placeholder={t('insightValue.page.asOf')}
      />
      <Button
        disabled={!isEarlier}
        onClick={() => void run.start({ kind: 'value', asOf: date as BusinessDate, params: {} })}
      >
        {t('insightValue.page.computeThen')}
      </Button>
      {asOf !== null && (
        <Button
          onClick={() => {
            setDate('')
            setQuery({ asOf: '' })
          }}
        >
          {t('insightValue.page.toNow')}
        </Button>
      )}
    </span>
  )
}
