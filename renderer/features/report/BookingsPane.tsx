import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type QueryState, useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { bookingsActs } from './acts.ts'
import type { Asked, Drill } from './drill.ts'

type Props = { asked: Asked; drill: Drill; onClose: () => void }

/** The bookings that a row of a report counts; each opens. */
export function BookingsPane({ asked, drill, onClose }: Props) {
  const found = useQuery('report.bookings', { ...asked, row: drill.row })
  return (
    <BehindPane
      found={found}
      operation="report.bookings"
      what={drill.title}
      about={JSON.stringify(drill.row)}
      onClose={onClose}
    />
  )
}

type BehindProps = {
  found: QueryState<OutputOf<'report.bookings'>>
  operation: 'report.bookings' | 'explore.drill'
  /** What they are behind, in words. */
  what: string
  /** What the list is about: its selection is kept as long. */
  about: string
  onClose: () => void
}

/** Bookings behind a figure. */
export function BehindPane({ found, operation, what, about, onClose }: BehindProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  useActs(bookingsActs, { close: onClose })
  const columns = useMemo(() => columnsOf(t, locale, currency), [t, locale, currency])
  const { data } = found
  const count = data ? formatNumber(data.rows.length, locale) : ''
  const title = t('reportScreen.bookings.title', { what })
  return (
    <Pane
      title={title}
      note={
        data &&
        t(data.more ? 'reportScreen.bookings.first' : 'reportScreen.bookings.count', {
          count: data.rows.length,
          number: count,
        })
      }
      tools={
        <button type="button" className="k-tool" onClick={onClose}>
          {t('common.close')} <KeyHint keys={bookingsActs.close.key} />
        </button>
      }
      scroll={false}
    >
      {found.failed && <Trouble failed={found.failed} operation={operation} onRetry={found.retry} />}
      {found.loading && <RowSkeleton />}
      {data && (
        <DataList
          label={title}
          memory="bookings"
          about={about}
          rows={data.rows}
          columns={columns}
          rowKey={(row) => row.id}
          autoFocus
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={<EmptyState>{t('reportScreen.bookings.none')}</EmptyState>}
        />
      )}
    </Pane>
  )
}

type BookingRow = OutputOf<'report.bookings'>['rows'][number]

function columnsOf(t: T, locale: string, currency: string): Column<BookingRow>[] {
  return [
    {
      key: 'guest',
      head: t('reportScreen.bookings.guest'),
      width: 'minmax(120px, 2fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'no',
      head: t('reportScreen.bookings.number'),
      width: '84px',
      cell: (row) => <span className="k-code">{row.confirmationNo}</span>,
    },
    {
      key: 'status',
      head: t('reportScreen.bookings.status'),
      width: '104px',
      cell: (row) => <StatusMark state={row.status} />,
    },
    {
      key: 'arrival',
      head: t('reportScreen.bookings.arrival'),
      width: '124px',
      cell: (row) => <DateText date={row.arrival} />,
    },
    {
      key: 'departure',
      head: t('reportScreen.bookings.departure'),
      width: '124px',
      from: 640,
      cell: (row) => <DateText date={row.departure} />,
    },
    {
      key: 'nights',
      head: t('reportScreen.bookings.nights'),
      width: '48px',
      figures: true,
      cell: (row) => formatNumber(row.nights, locale),
    },
    {
      key: 'type',
      head: t('reportColumn.roomType'),
      width: '72px',
      from: 760,
      cell: (row) => <span className="k-code">{row.roomTypeCode}</span>,
    },
    {
      key: 'room',
      head: t('reportScreen.bookings.room'),
      width: '52px',
      from: 560,
      cell: (row) => row.roomNumber && <RoomNumber>{row.roomNumber}</RoomNumber>,
    },
    {
      key: 'channel',
      head: t('reportColumn.channel'),
      width: '104px',
      from: 860,
      cell: (row) => codeWords('booking.channel', row.channel, t),
    },
    {
      key: 'revenue',
      head: t('reportScreen.bookings.revenue'),
      width: '92px',
      figures: true,
      from: 700,
      cell: (row) => formatMoney(row.roomRevenueMinor, currency, locale),
    },
  ]
}
