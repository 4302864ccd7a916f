import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Pane, Rows } from '#renderer/ui/Pane.tsx'
import { PaneKey } from '#renderer/ui/Panes.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { isCalledOff } from '#shared/domain/booking/booking.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { countryName } from '../../parts/guest/words.ts'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { bookingActs } from './acts.ts'
import type { House } from './use-house.ts'
import type { Booking, Party } from './words.ts'

type Props = {
  booking: Booking
  house: House
  /** The business date before which nights are slept: today's, or that of the earlier moment on screen. */
  on: BusinessDate
  /** Absent where the booking takes no such change. */
  onRate: ((night: BusinessDate) => void) | undefined
  onRoom: ((night: BusinessDate) => void) | undefined
  /** Of day use. */
  onHours?: (() => void) | undefined
  onGuests: (() => void) | undefined
  /** The earlier moment on screen: people are shown as of then, too. */
  asOf?: string | undefined
}

/** The nights with type, room and rate, each to be changed from its cell; below them who stays. */
export function NightsPane({ booking, house, on, onRate, onRoom, onHours, onGuests, asOf }: Props) {
  const { t } = useWords()
  const { currency } = useHotel()
  const count = booking.nights.length
  const calledOff = isCalledOff(booking.status)
  const total = <MoneyText minor={booking.totalMinor} />
  return (
    <Rows heights="minmax(0, 1fr) auto">
      <Pane
        title={t('booking.nights.title')}
        note={count === 0 ? t('common.dayUse') : t('common.nights', { count })}
        tools={<span className="k-quiet">{currency}</span>}
      >
        {count === 0 ? (
          <HoursFacts booking={booking} onHours={onHours} />
        ) : (
          <table className="k-table k-bk-nights">
            <thead>
              <tr>
                <th scope="col">{t('booking.nights.night')}</th>
                <th scope="col">{t('booking.nights.type')}</th>
                <th scope="col">{t('booking.nights.room')}</th>
                <th scope="col" className="k-num">
                  {t('booking.nights.rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {booking.nights.map((night) => (
                <Night
                  key={night.night}
                  night={night}
                  house={house}
                  on={on}
                  onRate={onRate}
                  onRoom={onRoom}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {calledOff
                    ? t('booking.wasBooked', { stay: t('common.nights', { count }) })
                    : t('booking.nights.sum', { nights: t('common.nights', { count }) })}
                </th>
                <td className="k-num">{calledOff ? total : <b>{total}</b>}</td>
              </tr>
            </tfoot>
          </table>
        )}
      </Pane>
      <PaneKey value={null}>
        <PeoplePane booking={booking} onGuests={onGuests} asOf={asOf} />
      </PaneKey>
    </Rows>
  )
}

/** Day use: from when to when which room is had, and what it costs. */
function HoursFacts({ booking: { dayUse }, onHours }: Pick<Props, 'booking' | 'onHours'>) {
  const { t } = useWords()
  return (
    <div className="k-padded">
      <p className="k-quiet">{t(dayUse ? 'booking.nights.dayUse' : 'stay.hours.none')}</p>
      {dayUse && (
        <Facts>
          <Fact name={t('stay.hours.title')}>
            <b>
              {dayUse.from}–{dayUse.to}
            </b>
          </Fact>
          <Fact name={t('booking.nights.room')}>
            {dayUse.roomNumber === null ? (
              <span className="k-faint">{t('booking.roomNone')}</span>
            ) : (
              <RoomNumber>{dayUse.roomNumber}</RoomNumber>
            )}
          </Fact>
          <Fact name={t('stay.hours.price')}>
            <MoneyText minor={dayUse.priceMinor} />
          </Fact>
          <Fact name={t('stay.hours.overtime')}>
            <MoneyText minor={dayUse.overtimeMinor} />
          </Fact>
        </Facts>
      )}
      {onHours && (
        <button type="button" className="k-tool" onClick={onHours}>
          {t('booking.change.hours')} <KeyHint keys={bookingActs.hours.key} />
        </button>
      )}
    </div>
  )
}

type NightProps = Pick<Props, 'house' | 'on' | 'onRate' | 'onRoom'> & { night: Booking['nights'][number] }

function Night({ night, house, on, onRate, onRoom }: NightProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const past = night.night < on
  const type = house.typeOf(night.roomTypeId)
  const words = { night: formatDate(night.night, locale) }
  const rate = <MoneyText minor={night.rateMinor} />
  const room = night.roomNumber ?? '—'
  return (
    <tr className={past ? 'k-bk-past' : ''}>
      <th scope="row">
        <DateText date={night.night} />
      </th>
      <td>
        <span className="k-code" title={type?.nameEn}>
          {type?.code ?? '—'}
        </span>
      </td>
      <td>
        {onRoom && !past ? (
          <button
            type="button"
            className="k-inline k-code k-room"
            aria-label={t('booking.nights.changeRoom', { ...words, room })}
            onClick={() => onRoom(night.night)}
          >
            {room}
          </button>
        ) : (
          <RoomNumber>{room}</RoomNumber>
        )}
      </td>
      <td className="k-num">
        {onRate && !past ? (
          <button
            type="button"
            className="k-inline k-num"
            aria-label={t('booking.nights.changeRate', {
              ...words,
              rate: formatMoney(night.rateMinor, currency, locale),
            })}
            onClick={() => onRate(night.night)}
          >
            {rate}
          </button>
        ) : (
          rate
        )}
      </td>
    </tr>
  )
}

function PeoplePane({ booking, onGuests, asOf }: Pick<Props, 'booking' | 'onGuests' | 'asOf'>) {
  const { t } = useWords()
  const { guest, booker, companions } = booking
  return (
    <Pane
      title={t('booking.people.title')}
      padded
      tools={
        onGuests && (
          <button type="button" className="k-tool" onClick={onGuests}>
            {t('booking.change.guests')} <KeyHint keys={bookingActs.guests.key} />
          </button>
        )
      }
    >
      <Facts>
        <Fact name={t('booking.people.guest')}>
          <PartyLink party={guest} asOf={asOf} />
        </Fact>
        <Fact name={t('booking.people.booker')}>
          {booker && booker.id !== guest.id ? (
            <PartyLink party={booker} asOf={asOf} />
          ) : (
            <span className="k-faint">{t('booking.people.sameBooker')}</span>
          )}
        </Fact>
        <Fact name={t('booking.people.companions')}>
          {companions.length === 0 && <span className="k-faint">{t('booking.people.alone')}</span>}
          {companions.map((party) => (
            <div key={party.id}>
              <PartyLink party={party} asOf={asOf} />
            </div>
          ))}
        </Fact>
      </Facts>
    </Pane>
  )
}

/** A person of the booking, with tier and alerts; leads to the profile. */
function PartyLink({ party, asOf }: { party: Party; asOf: string | undefined }) {
  const { t, locale } = useWords()
  return (
    <span className="k-bk-party">
      <Link to={href(paths.guest, { id: party.id }, { asOf })}>
        <GuestName of={party} />
      </Link>
      {party.nationality && <span className="k-quiet">{countryName(party.nationality, locale)}</span>}
      <TierTag tier={party.tier} />
      {party.alerts > 0 && (
        <span className="k-state">
          <Mark of="warning" /> {t('booking.people.alerts', { count: party.alerts })}
        </span>
      )}
    </span>
  )
}
