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
import { formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { type Currency, minorDigits } from '#shared/values/index.ts'
import { bestActs } from './acts.ts'
import { percentText } from './percent.ts'

type GuestLine = RowOf<'future.guests'>

/** Guests by the value expected of them, the greatest first; each leads to the profile, all of them go into a file. */
export function BestGuests() {
  const { t, locale } = useWords()
  const list = useList('future.guests', {})
  const columns = useMemo(() => columnsOf(t, locale), [t, locale])
  const file = useFile()
  useActs(bestActs, { csv: file.save })
  return (
    <Pane
      title={t('insightFuture.best.title')}
      note={file.note ?? undefined}
      tools={<CsvButton run={file.save} disabled={file.running} />}
      scroll={false}
    >
      {list.failed && <Trouble failed={list.failed} operation="future.guests" onRetry={list.retry} />}
      <DataList
        label={t('insightFuture.best.title')}
        memory="lifetime"
        rows={list.rows}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => go(href(paths.guest, { id: row.id }))}
        more={list.more}
        loadMore={list.loadMore}
        onSeen={list.seen}
        empty={list.loading ? undefined : t('insightFuture.best.none')}
        autoFocus
      />
    </Pane>
  )
}

function columnsOf(t: T, locale: string): Column<GuestLine>[] {
  const figures = (
    key: 'stays' | 'alive' | 'expected12' | 'value12' | 'value36',
    cell: Column<GuestLine>['cell'],
    from?: number,
  ): Column<GuestLine> => ({
    key,
    head: t(`insightFuture.best.${key}`),
    width: '96px',
    figures: true,
    cell,
    ...(from === undefined ? {} : { from }),
  })
  return [
    {
      key: 'guest',
      head: t('insightFuture.best.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={{ ...row, guestId: row.id }} />,
    },
    figures('stays', (row) => formatNumber(row.stays, locale), 560),
    figures('alive', (row) => (row.pAlive === null ? '—' : percentText(row.pAlive, locale))),
    figures('expected12', (row) => formatNumber(row.expected12, locale, 1)),
    figures('value12', (row) => <MoneyText minor={row.value12Minor} />, 640),
    figures('value36', (row) => <MoneyText minor={row.value36Minor} />),
  ]
}

/** All guests of the list in a file, amounts as decimal numbers of the hotel's currency. */
function useFile() {
  const { t } = useWords()
  const digits = minorDigits(useHotel().currency as Currency)
  const file = useListFile('future.guests')
  const save = () =>
    file.run({
      name: t('insightFuture.best.file'),
      input: {},
      heads: headsOf(t),
      cells: (row) => cellsOf(row, digits),
    })
  return { ...file, save }
}

function headsOf(t: T): string[] {
  return (['guest', 'stays', 'last', 'alive', 'expected12', 'value12', 'value36'] as const).map((key) =>
    t(`insightFuture.best.${key}`),
  )
}

function cellsOf(row: GuestLine, digits: number): string[] {
  const amount = (minor: number | null) => (minor === null ? '' : (minor / 10 ** digits).toFixed(digits))
  return [
    row.guestName || row.guestLatinName,
    String(row.stays),
    row.lastDeparture,
    String(row.pAlive ?? ''),
    String(row.expected12 ?? ''),
    amount(row.value12Minor),
    amount(row.value36Minor),
  ]
}
