import { type RefObject, useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { useRowsFile } from '#renderer/parts/insight/use-list-file.ts'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import { riskActs } from './acts.ts'
import { riskColumns, riskFile } from './risk-rows.tsx'

type Props = { day: BusinessDate; listRef: RefObject<HTMLDivElement | null> }

/** The arrivals of a day, the least sure first; each opens its booking. */
export function DayArrivals({ day, listRef }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { data, failed, loading, retry } = useQuery('insight.dayRisk', { date: day }, { keep: true })
  const columns = useMemo(() => riskColumns({ t, locale, currency }, false), [t, locale, currency])
  const file = useRowsFile()
  const save = () =>
    data &&
    file.run({
      name: `${t('insightRisk.arrivals.title')} ${day}`,
      rows: data.rows,
      ...riskFile({ t, locale, currency }),
    })
  useActs(riskActs, { csv: save })
  const without = data && data.without > 0 && t('insightRisk.arrivals.without', { count: data.without })
  return (
    <Pane
      title={`${t('insightRisk.arrivals.title')} ${formatDate(day, locale)}`}
      note={file.note ?? without}
      tools={<CsvButton run={save} disabled={!data || data.rows.length === 0} />}
      scroll={false}
    >
      {failed && !data && <Trouble failed={failed} operation="insight.dayRisk" onRetry={retry} />}
      {loading && <RowSkeleton />}
      {data && (
        <DataList
          label={t('insightRisk.arrivals.title')}
          memory="risk-arrivals"
          rows={data.rows}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={listRef}
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={<EmptyState>{t('insightRisk.arrivals.none')}</EmptyState>}
        />
      )}
    </Pane>
  )
}
