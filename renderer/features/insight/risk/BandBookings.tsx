import { type RefObject, useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { percentText } from '#renderer/parts/insight/risk-words.ts'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { riskActs } from './acts.ts'
import type { Band } from './band.ts'
import { riskColumns, riskFile } from './risk-rows.tsx'

type Props = { band: Band; listRef: RefObject<HTMLDivElement | null> }

/** The bookings to come whose chance, when they were booked, was that of a group of the chart. */
export function BandBookings({ band, listRef }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const list = useList('insight.riskBookings', { ...band, limit: 100 }, { long: true, keep: false })
  const file = useListFile('insight.riskBookings')
  const columns = useMemo(() => riskColumns({ t, locale, currency }, true), [t, locale, currency])
  const range = {
    from: percentText(band.from, locale, 1),
    to: percentText(band.to ?? 1, locale, 1),
  }
  const title = t('insightRisk.arrivals.band', range)
  const save = () => file.run({ name: title, input: band, ...riskFile({ t, locale, currency }) })
  useActs(riskActs, { csv: save })
  return (
    <Pane
      title={title}
      note={file.note}
      tools={<CsvButton run={save} disabled={file.running || list.rows.length === 0} />}
      scroll={false}
    >
      {list.failed && list.rows.length === 0 && (
        <Trouble failed={list.failed} operation="insight.riskBookings" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton />}
      {!list.loading && !list.failed && (
        <DataList
          label={title}
          memory="risk-band"
          about={title}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={listRef}
          more={list.more}
          loadMore={list.loadMore}
          onSeen={list.seen}
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={<EmptyState>{t('insightRisk.arrivals.noneInBand')}</EmptyState>}
        />
      )}
    </Pane>
  )
}
