import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { CloseView } from './block.ts'

/** The closes of before: which date, when, by whom, and what they came to. */
export function History() {
  const { t } = useWords()
  const found = useQuery('audit.history', { limit: 100 })
  const columns = useHistoryColumns()
  return (
    <Pane title={t('auditScreen.history')} scroll={false}>
      {found.failed && !found.data && (
        <Trouble failed={found.failed} operation="audit.history" onRetry={found.retry} />
      )}
      {!found.data && !found.failed && <RowSkeleton rows={4} />}
      {found.data && (
        <DataList
          label={t('auditScreen.history')}
          memory="history"
          rows={found.data.rows}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState>{t('auditScreen.historyNone')}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function useHistoryColumns(): Column<CloseView>[] {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return useMemo(
    () => [
      {
        key: 'date',
        head: t('auditScreen.column.date'),
        width: '150px',
        cell: ({ businessDate }) => <DateText date={businessDate} />,
      },
      {
        key: 'by',
        head: t('auditScreen.column.by'),
        width: 'minmax(96px, 1fr)',
        cell: ({ startedBy }) => startedBy,
      },
      {
        key: 'when',
        head: t('auditScreen.column.when'),
        width: '150px',
        from: 620,
        cell: ({ finishedAt }) => finishedAt && <DateTimeText moment={finishedAt} />,
      },
      {
        key: 'nights',
        head: t('auditScreen.column.posted'),
        width: '72px',
        figures: true,
        cell: ({ counts }) => formatNumber(counts.nights, locale),
      },
      {
        key: 'amount',
        head: t('auditScreen.column.amount'),
        width: '130px',
        figures: true,
        cell: ({ counts }) => formatMoney(counts.roomMinor, currency as never, locale, true),
      },
      {
        key: 'released',
        head: t('auditScreen.column.released'),
        width: '80px',
        from: 760,
        figures: true,
        cell: ({ counts }) => formatNumber(counts.released + counts.enquiries, locale),
      },
      {
        key: 'files',
        head: t('auditScreen.column.files'),
        width: '100px',
        from: 860,
        cell: ({ files }) =>
          files?.some(({ failure }) => failure)
            ? t('auditScreen.filesFailed')
            : files?.length
              ? t('auditScreen.filesDone')
              : null,
      },
    ],
    [t, locale, currency],
  )
}
