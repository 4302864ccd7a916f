import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { importActs } from './acts.ts'

export type Batch = OutputOf<'import.batches'>[number]

/** Imports that were made; Enter or a click shows one's report. */
export function Earlier({ chosen, onBatch }: { chosen: number | null; onBatch: (batch: number) => void }) {
  const { t } = useWords()
  const batches = useQuery('import.batches', {})
  return (
    <Pane
      title={
        <>
          {t('import.earlier.title')} <KeyHint keys={importActs.earlier.key} />
        </>
      }
      scroll={false}
    >
      {batches.failed && !batches.data && (
        <Trouble failed={batches.failed} operation="import.batches" onRetry={batches.retry} />
      )}
      {batches.loading && <RowSkeleton rows={3} />}
      {batches.data && (
        <DataList
          plain
          label={t('import.earlier.title')}
          memory="batches"
          rows={batches.data}
          rowKey={(row) => row.id}
          rowHeight={46}
          columns={columnsOf(chosen)}
          onSelect={(row) => onBatch(row.id)}
          onOpen={(row) => onBatch(row.id)}
          empty={<EmptyState>{t('import.earlier.none')}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function columnsOf(chosen: number | null): Column<Batch>[] {
  return [
    {
      key: 'batch',
      head: null,
      width: 'minmax(0, 1fr)',
      cell: (row) => <Line batch={row} chosen={row.id === chosen} />,
    },
  ]
}

function Line({ batch, chosen }: { batch: Batch; chosen: boolean }) {
  const { t, locale } = useWords()
  const { summary } = batch
  return (
    <span className={chosen ? 'im-batch im-batch-chosen' : 'im-batch'}>
      <span className="im-batch-line">
        <b className="k-cut">{summary.file}</b>
        {summary.where && <span className="k-quiet k-cut">{summary.where}</span>}
      </span>
      <span className="im-batch-line k-quiet">
        <DateTimeText moment={batch.at} />
        <span>{t('import.earlier.by', { who: batch.by })}</span>
        <span className="im-batch-rows">
          {batch.takenBack
            ? t('import.back.was')
            : t('import.earlier.rows', {
                imported: formatNumber(summary.imported, locale),
                rows: formatNumber(summary.rows, locale),
              })}
        </span>
      </span>
    </span>
  )
}
