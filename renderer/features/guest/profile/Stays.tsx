import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import { nameText } from '../../../parts/guest/names.ts'
import { codeWords } from '../../../parts/guest/words.ts'
import { guestActs } from '../acts.ts'
import type { Profile } from './editing.tsx'
import { newBooking } from './Header.tsx'
import { alongTime, chosenStay, type Divider, dividersAbove, hasBegun, revenueKind } from './stay-timeline.ts'

type Booking = Profile['bookings'][number]

/**
 * All bookings along time, the latest arrival first; it begins at the business date with the next arrival chosen. What the
 * profile did not bring is read as one goes down. Enter opens the booking.
 */
export function Stays({ profile }: { profile: Profile }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const [older, setOlder] = useState(false)
  const { id } = profile.guest
  const all = useList('guest.bookings', { id }, { on: older })
  const read = older && all.rows.length > 0 ? all.rows : profile.bookings
  const rows = useMemo(() => alongTime(read, businessDate), [read, businessDate])
  const more = older ? all.more : profile.nextBookings !== null
  const loadMore = older ? all.loadMore : () => setOlder(true)
  // Somebody books for a whole company: the line of the business date is further down than the first page
  const isShort = more && !all.refreshing && !hasBegun(rows, businessDate)
  useEffect(() => {
    if (isShort) loadMore()
  })
  return (
    <StayList
      rows={rows}
      on={businessDate}
      onOpen={(row) => go(href(paths.booking, { id: row.id }))}
      more={more}
      loadMore={loadMore}
      empty={
        <EmptyState
          action={{
            label: t('guest.act.newBooking'),
            run: () => newBooking(id),
            keys: guestActs.newBooking.key,
          }}
        >
          {t('guest.stay.none')}
        </EmptyState>
      }
    />
  )
}

type ListProps = {
  /** Along time. */
  rows: readonly Booking[]
  /** The business date that the list is of. */
  on: BusinessDate
  onOpen: (row: Booking) => void
  more?: boolean
  loadMore?: () => void
  empty: ReactNode
}

/** Bookings along time with a line where the business date is. */
export function StayList({ rows, on, onOpen, more = false, loadMore = nothing, empty }: ListProps) {
  const { t } = useWords()
  const columns = useMemo(() => stayColumns(t), [t])
  const above = useCallback(
    (row: Booking, before: Booking | undefined) =>
      dividersAbove(row, before, on).map((one) => dividerText(one, on, t)),
    [on, t],
  )
  return (
    <DataList
      label={t('guest.section.stays')}
      memory="stays"
      rows={rows}
      columns={columns}
      rowHeight={44}
      above={above}
      end={
        rows.length > 0 && !hasBegun(rows, on) ? dividerText({ kind: 'today', upcoming: true }, on, t) : null
      }
      rowKey={(row) => row.id}
      onOpen={onOpen}
      start={chosenStay(rows, on)?.id}
      more={more}
      loadMore={loadMore}
      empty={empty}
    />
  )
}

const nothing = () => undefined

function dividerText(divider: Divider, businessDate: string, t: T): ReactNode {
  if (divider.kind === 'year') return <b>{divider.year}</b>
  return (
    <span className="g-today">
      {t('common.businessDate')} <DateText date={businessDate} />
      {!divider.upcoming && <> · {t('guest.noStayAhead')}</>}
    </span>
  )
}

function stayColumns(t: T): Column<Booking>[] {
  return [
    {
      key: 'state',
      head: t('guest.column.state'),
      width: '100px',
      cell: (row) => (
        <Two
          first={<StatusMark state={row.status} />}
          second={<span className="k-code">{row.confirmationNo}</span>}
        />
      ),
    },
    {
      key: 'stay',
      head: t('guest.column.stay'),
      width: 'minmax(190px, 1fr)',
      cell: (row) => <Two first={<Span booking={row} />} second={<Circumstances booking={row} />} />,
    },
    {
      key: 'nights',
      head: t('guest.column.nights'),
      width: '30px',
      from: 575,
      figures: true,
      cell: (row) => <Two first={row.nights} />,
    },
    {
      key: 'room',
      head: t('guest.column.room'),
      width: '84px',
      cell: (row) => (
        <Two
          first={
            <>
              {row.roomNumber && <RoomNumber>{row.roomNumber}</RoomNumber>}
              <span className="k-quiet">{row.roomTypeCode}</span>
            </>
          }
          second={row.ratePlanCode}
        />
      ),
    },
    {
      key: 'revenue',
      head: t('guest.column.revenue'),
      width: '88px',
      from: 530,
      figures: true,
      cell: (row) => <Revenue booking={row} t={t} />,
    },
  ]
}

/** A cell of two lines: what is looked for, and what goes with it. */
function Two({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <>
      <span className="g-two">{first}</span>
      <span className="g-two g-two-second">{second}</span>
    </>
  )
}

/** The year is above the rows; a stay over New Year says the other one. */
function Span({ booking: { arrival, departure } }: { booking: Booking }) {
  const sameYear = arrival.slice(0, 4) === departure.slice(0, 4)
  return (
    <>
      <DateText date={arrival} style="day" /> →{' '}
      <DateText date={departure} style={sameYear ? 'day' : 'short'} />
    </>
  )
}

/** For whom, how much was changed and asked for, by which way. */
function Circumstances({ booking }: { booking: Booking }) {
  const { t, language } = useWords()
  const { role, channel, changes, requests } = booking
  const rest = [
    ...(changes > 0 ? [t('guest.stay.changes', { count: changes })] : []),
    ...(requests > 0 ? [t('guest.stay.requests', { count: requests })] : []),
    codeWords('booking.channel', channel, t),
  ].join(' · ')
  const name = nameText(booking, language, t)
  const who =
    role === 'guest' ? '' : t(role === 'booker' ? 'guest.stay.forGuest' : 'guest.stay.withGuest', { name })
  return (
    <span title={[who, rest].filter((part) => part !== '').join(' · ')}>
      {who !== '' && <span className="g-for">{who} · </span>}
      {rest}
    </span>
  )
}

/** Only what was sold counts in the figures above: what is booked says so, what fell through shows nothing. */
function Revenue({ booking, t }: { booking: Booking; t: T }) {
  const kind = revenueKind(booking.status)
  if (kind === 'none') return <Two first={<span className="k-faint">—</span>} />
  if (kind === 'sold') return <Two first={<MoneyText minor={booking.roomRevenueMinor} />} />
  return (
    <Two
      first={
        <span className="k-quiet">
          <MoneyText minor={booking.roomRevenueMinor} />
        </span>
      }
      second={t('guest.stay.booked')}
    />
  )
}
