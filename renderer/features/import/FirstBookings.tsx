import { useWords } from '#renderer/base/language.ts'
import { StayText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { FirstBooking, ImportSummary } from '#shared/contract/import.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { fieldWords, reasonWords } from '../../parts/import/summary.ts'
import { KindMark } from './reason.tsx'

/** The first bookings of a dry run as they would be, each beside its row. */
export function FirstBookings({ summary }: { summary: ImportSummary | null }) {
  const { t } = useWords()
  const { first, columns = {} } = summary ?? {}
  if (!first) return <EmptyState>{t('import.first.none')}</EmptyState>
  const { headings, bookings } = first
  if (bookings.length === 0) return <EmptyState>{t('import.first.empty')}</EmptyState>
  return (
    <ScrollArea className="im-scroll" label={t('import.tab.bookings')}>
      <table className="k-table im-first">
        <thead>
          <tr>
            <th scope="col" className="k-num">
              {t('import.report.line')}
            </th>
            <th scope="col">{t('import.first.row')}</th>
            <th scope="col">{t('import.first.booking')}</th>
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => (
            <tr key={booking.line}>
              <th scope="row" className="k-num">
                {booking.line}
              </th>
              <td>
                <Cells cells={booking.cells} headings={headings} columns={columns} />
              </td>
              <td>
                <Booking booking={booking} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

type CellsProps = { cells: string[]; headings: string[]; columns: Record<string, string> }

/** The cells that hold something, under their headings; those that are not read are quiet. */
function Cells({ cells, headings, columns }: CellsProps) {
  return (
    <dl className="im-cells">
      {headings.map((heading, index) => {
        const cell = cells[index]?.trim()
        if (!cell) return null
        return (
          <div key={heading} className={heading in columns ? undefined : 'im-left-out'}>
            <dt>{heading}</dt>
            <dd>{cell}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function Booking({ booking }: { booking: FirstBooking }) {
  const { t } = useWords()
  const { guest, guestLatinName, arrival, departure, nights, rooms, roomType, room, outcome, notes } = booking
  return (
    <div className="im-booking">
      <p>
        {outcome && <KindMark kind={outcome} />}{' '}
        {guest ? (
          <GuestName of={{ guestId: null, name: guest, latinName: guestLatinName }} />
        ) : (
          <b>{t('import.first.unnamed')}</b>
        )}{' '}
        <StatusMark state={booking.status} />
      </p>
      <p>
        <StayText arrival={arrival} departure={departure} /> {t('common.nights', { count: nights })} ·{' '}
        <span className="k-code">{roomType}</span>
        {room && ` · ${room}`}
        {rooms > 1 && ` · ${t('import.first.rooms', { count: rooms })}`}
      </p>
      <p>
        {booking.rateMinor !== null && nights > 1 && (
          <>
            {t('import.field.rate')} <MoneyText minor={booking.rateMinor} /> ·{' '}
          </>
        )}
        {t('import.field.total')} <MoneyText minor={booking.totalMinor} />
      </p>
      {booking.changes.length > 0 && (
        <ul className="im-list">
          {booking.changes.map(({ field, from, to }) => (
            <li key={field}>
              {fieldWords(field, t)}: {from || '—'} → {to || '—'}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="im-list">
          {notes.map((note) => (
            <li key={note}>{reasonWords(note, t)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
