import { useMemo, useState } from 'react'
import { useList } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/app/language.ts'
import { href, paths } from '#renderer/app/route/paths.ts'
import { go } from '#renderer/app/route/route.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { codeWords } from '../words.ts'
import type { Profile } from './editing.tsx'
import { newBooking } from './Header.tsx'

type Booking = Profile['bookings'][number]

/** All bookings, latest arrival first; what the profile did not bring is read as one goes down. Enter opens the booking. */
export function Stays({ profile, wide }: { profile: Profile; wide: boolean }) {
  const { t } = useWords()
  const [older, setOlder] = useState(false)
  const { id } = profile.guest
  const all = useList('guest.bookings', { id }, { on: older })
  const rows = older && all.rows.length > 0 ? all.rows : profile.bookings
  const columns = useMemo(() => stayColumns(t, wide), [t, wide])
  return (
    <DataList
      label={t('guest.section.stays')}
      memory="stays"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => go(href(paths.booking, { id: row.id }))}
      more={older ? all.more : profile.nextBookings !== null}
      loadMore={older ? all.loadMore : () => setOlder(true)}
      empty={
        <EmptyState action={{ label: t('guest.act.newBooking'), run: () => newBooking(id), keys: 'F7' }}>
          {t('guest.stay.none')}
        </EmptyState>
      }
    />
  )
}

function stayColumns(t: T, wide: boolean): Column<Booking>[] {
  const columns: Column<Booking>[] = [
    {
      key: 'state',
      head: t('guest.column.state'),
      width: '104px',
      cell: (row) => (
        <>
          <StatusMark state={row.status} />
          {row.role !== 'guest' && <span className="k-hidden">, {t(`guest.stay.role.${row.role}`)}</span>}
        </>
      ),
    },
    {
      key: 'arrival',
      head: t('guest.column.arrival'),
      width: '116px',
      cell: (row) => <DateText date={row.arrival} />,
    },
    {
      key: 'nights',
      head: t('guest.column.nights'),
      width: '30px',
      figures: true,
      cell: (row) => row.nights,
    },
    {
      key: 'room',
      head: t('guest.column.room'),
      width: 'minmax(64px, 1fr)',
      cell: (row) => (
        <>
          {row.roomNumber && <span className="k-code">{row.roomNumber} </span>}
          <span className="k-quiet">{row.roomTypeCode}</span>
          {row.role !== 'guest' && (
            <span className="k-faint" aria-hidden>
              {' '}
              {t(`guest.stay.role.${row.role}`)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'rate',
      head: t('guest.column.rate'),
      width: '52px',
      cell: (row) => row.ratePlanCode && <span className="k-quiet">{row.ratePlanCode}</span>,
    },
    {
      key: 'revenue',
      head: t('guest.column.revenue'),
      width: '88px',
      figures: true,
      cell: (row) => <MoneyText minor={row.roomRevenueMinor} />,
    },
    {
      key: 'counts',
      head: <span title={t('guest.column.sourceFull')}>{t('guest.column.source')}</span>,
      width: '56px',
      figures: true,
      cell: (row) => (row.changes || row.requests ? `${row.changes || '·'} / ${row.requests || '·'}` : ''),
    },
  ]
  if (!wide) return columns
  return [
    ...columns,
    {
      key: 'channel',
      head: t('guest.column.channel'),
      width: '96px',
      cell: (row) => <span className="k-quiet">{codeWords('booking.channel', row.channel, t)}</span>,
    },
    {
      key: 'number',
      head: t('guest.column.confirmation'),
      width: '84px',
      cell: (row) => <span className="k-code">{row.confirmationNo}</span>,
    },
  ]
}
