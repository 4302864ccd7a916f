import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { AskList } from '../asks/AskList.tsx'

const days = ['due', 'all'] as const

/** What guests and other departments ask of housekeeping, by when it is due; ticked off here. */
export function Requests() {
  const { t } = useWords()
  const [day, setDay] = useState<(typeof days)[number]>('due')
  const { data, failed, retry } = useQuery('housekeeping.asks', { day }, { keep: true })
  return (
    <Pane
      title={t('housekeeping.notes.requests')}
      tools={days.map((one) => (
        <button
          key={one}
          type="button"
          className="k-chip hk-view"
          aria-pressed={one === day}
          onClick={() => setDay(one)}
        >
          {t(`request.day.${one}`)}
        </button>
      ))}
    >
      {failed && <Trouble failed={failed} operation="housekeeping.asks" onRetry={retry} />}
      {!data && !failed && <RowSkeleton rows={4} />}
      {data?.length === 0 && <EmptyState>{t('housekeeping.notes.noRequests')}</EmptyState>}
      <AskList asks={data ?? []} rooms />
    </Pane>
  )
}
