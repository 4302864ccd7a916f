import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { classKindWord, classWord } from '#renderer/parts/insight/class-words.ts'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { signs } from '#renderer/ui/marks.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { mapDays, mapStays } from '#shared/domain/insight/value/summary.ts'
import { type Currency, minorToDecimal } from '#shared/values/money.ts'
import { valueActs } from './acts.ts'
import { type Chosen, chosenText } from './figures.ts'

type Row = OutputOf<'insight.valueGuests'>['rows'][number]
const sorts = ['revenue', 'recency', 'frequency'] as const
type Sort = (typeof sorts)[number]

/** The guests behind the figure that was chosen: to their profiles, or as a file. */
export function GuestsOf({ of, earlier }: { of: Chosen; earlier: boolean }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [sort, setSort] = useMemory<Sort>('value:sort', 'revenue')
  const asked = { of, earlier, sort }
  const list = useList('insight.valueGuests', { ...asked, limit: 100 })
  const columns = useMemo(
    () => columnsOf(t, locale, currency, sort, setSort),
    [t, locale, currency, sort, setSort],
  )
  const file = useListFile('insight.valueGuests')
  const title = titleOf(of, t)
  const exportGuests = () => file.run({ ...fileOf(t, currency), input: asked })
  useActs(valueActs, {
    sort: () => setSort(sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? 'revenue'),
    csv: exportGuests,
  })
  return (
    <Pane
      title={title}
      note={file.note ?? undefined}
      scroll={false}
      tools={<CsvButton run={exportGuests} disabled={file.running} />}
    >
      {list.failed && list.rows.length === 0 && (
        <Trouble failed={list.failed} operation="insight.valueGuests" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton />}
      {!list.loading && !list.failed && (
        <DataList
          label={title}
          memory="value-guests"
          about={`${chosenText(of)}:${sort}:${earlier}`}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          more={list.more}
          loadMore={list.loadMore}
          autoFocus={of.by === 'all'}
          onOpen={(row) => go(href(paths.guest, { id: row.id }))}
          empty={<EmptyState>{t('insightValue.page.nobody')}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function titleOf(of: Chosen, t: T): string {
  if (of.by === 'class') return `${classKindWord(t, of.kind)} · ${classWord(t, of.kind, of.class)}`
  if (of.by === 'move') {
    const name = (segment: string | undefined) =>
      segment ? classWord(t, 'rfm', segment) : t('insightValue.page.noStay')
    return `${name(of.from)} → ${name(of.to)}`
  }
  if (of.by === 'map') {
    const days = mapDays[of.days]
    const stays = mapStays[of.stays]
    return t('insightValue.page.mapTitle', {
      days: days === undefined ? `> ${mapDays.at(-1)}` : `${signs.atMost} ${days}`,
      stays: stays === undefined ? `> ${mapStays.at(-1)}` : `${signs.atMost} ${stays}`,
    })
  }
  return t('insightValue.page.allGuests')
}

function columnsOf(
  t: T,
  locale: string,
  currency: string,
  sort: Sort,
  setSort: (sort: Sort) => void,
): Column<Row>[] {
  return [
    {
      key: 'name',
      head: t('insightValue.page.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'days',
      head: t('insightValue.page.days'),
      width: '64px',
      figures: true,
      sorted: sort === 'recency',
      onHead: () => setSort('recency'),
      cell: (row) => formatNumber(row.recencyDays, locale),
    },
    {
      key: 'stays',
      head: t('field.name.frequency'),
      width: '64px',
      figures: true,
      sorted: sort === 'frequency' && 'down',
      onHead: () => setSort('frequency'),
      cell: (row) => formatNumber(row.frequency, locale),
    },
    {
      key: 'revenue',
      head: t('insightValue.page.revenue'),
      width: '104px',
      figures: true,
      sorted: sort === 'revenue' && 'down',
      onHead: () => setSort('revenue'),
      cell: (row) => (
        <span title={partsOf(t, locale, currency, row)}>
          {formatMoney(row.monetaryMinor, currency, locale)}
        </span>
      ),
    },
    {
      key: 'segment',
      head: t('field.name.class'),
      width: '112px',
      from: 480,
      cell: (row) => (
        <span className="k-cut" title={row.byHand.length > 0 ? t('insightValue.page.byHand') : undefined}>
          {classWord(t, 'rfm', row.rfm)}
          {row.byHand.length > 0 ? ' *' : ''}
        </span>
      ),
    },
  ]
}

/** What of the revenue is of rooms and what is not. */
function partsOf(t: T, locale: string, currency: string, { monetaryMinor, otherMinor }: Row): string {
  return t('insightValue.page.parts', {
    rooms: formatMoney(monetaryMinor - otherMinor, currency, locale, true),
    other: formatMoney(otherMinor, currency, locale, true),
  })
}

const kindsOfFile = ['rfm', 'value', 'matrix', 'need', 'lifecycle', 'behaviour', 'relation'] as const

/** What of the guests goes into a file: a name, the figures, the words of the classes. */
function fileOf(t: T, currency: string) {
  return {
    name: 'guests',
    heads: [
      t('insightValue.page.guest'),
      t('field.name.recencyDays'),
      t('field.name.frequency'),
      t('insight.inCurrency', { name: t('field.name.monetary'), currency }),
      t('insight.inCurrency', { name: t('insightValue.page.other'), currency }),
      ...kindsOfFile.map((kind) => classKindWord(t, kind)),
    ],
    cells: (row: Row) => [
      row.latinName && row.latinName !== row.name ? `${row.name} ${row.latinName}` : row.name,
      String(row.recencyDays ?? ''),
      String(row.frequency),
      minorToDecimal(row.monetaryMinor, currency as Currency),
      minorToDecimal(row.otherMinor, currency as Currency),
      ...kindsOfFile.map((kind) => classWord(t, kind, row[kind])),
    ],
  }
}
