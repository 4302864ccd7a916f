import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type RowOf, useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { formatDate, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { minorToDecimal } from '#shared/values/index.ts'
import { groupListActs } from './acts.ts'
import type { Kind } from './kind-words.ts'

type Row = RowOf<'kinds.guests'>

/** Who is of a kind, the most typical first; Enter opens the profile. */
export function KindGuests({ kind, name }: { kind: Kind; name: string }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const list = useList('kinds.guests', { number: kind.number, limit: 100 }, { long: true })
  const file = useListFile('kinds.guests')
  const columns = useMemo(() => columnsOf(t, locale, currency), [t, locale, currency])
  const save = () =>
    file.run({
      name,
      input: { number: kind.number },
      heads: [
        t('kinds.csv.id'),
        t('kinds.column.guest'),
        t('kinds.csv.latin'),
        t('insightFact.name.stays'),
        t('insightFact.name.lastDeparture'),
        t('insightFact.name.totalRevenue'),
      ],
      cells: (row) => [
        String(row.id),
        row.name,
        row.latinName,
        String(row.stays),
        row.lastDeparture ?? '',
        minorToDecimal(row.revenueMinor, currency as never),
      ],
    })
  useActs(groupListActs, { csv: save })
  return (
    <Pane
      title={t('kinds.guestsOf', { name })}
      note={file.note ?? t('kinds.typicalFirst')}
      scroll={false}
      tools={<CsvButton run={save} disabled={file.running} />}
    >
      {list.failed && list.rows.length === 0 && (
        <Trouble failed={list.failed} operation="kinds.guests" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton />}
      <DataList
        label={t('kinds.guestsOf', { name })}
        memory="kind-guests"
        about={String(kind.number)}
        rows={list.rows}
        columns={columns}
        rowKey={({ id }) => id}
        more={list.more}
        loadMore={list.loadMore}
        onSeen={list.seen}
        onOpen={({ id }) => go(href(paths.guest, { id }))}
      />
    </Pane>
  )
}

function columnsOf(t: T, locale: string, currency: string): Column<Row>[] {
  return [
    {
      key: 'name',
      head: t('kinds.column.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'stays',
      head: t('insightFact.name.stays'),
      width: '64px',
      figures: true,
      cell: ({ stays }) => formatNumber(stays, locale),
    },
    {
      key: 'last',
      head: t('insightFact.name.lastDeparture'),
      width: '128px',
      from: 420,
      cell: ({ lastDeparture }) => (lastDeparture === null ? '—' : formatDate(lastDeparture, locale)),
    },
    {
      key: 'revenue',
      head: t('insightFact.name.totalRevenue'),
      width: '100px',
      figures: true,
      from: 520,
      cell: ({ revenueMinor }) => formatMoney(revenueMinor, currency, locale),
    },
  ]
}
