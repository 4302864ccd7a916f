import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { dayUseWords } from '#renderer/parts/booking/day-use-words.ts'
import { AlertBanner } from '#renderer/ui/AlertBanner.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { isCalledOff } from '#shared/domain/booking/booking.ts'
import { isPastHold } from '#shared/domain/booking/hold.ts'
import { alertLines } from '../../parts/guest/alert-lines.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { countryName } from '../../parts/guest/words.ts'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { type ActName, bookingActs, type Doing, leaveActs } from './acts.ts'
import { besideWidth } from './change/ChangeDrawer.tsx'
import { PersonsText } from './PersonsFields.tsx'
import type { House } from './use-house.ts'
import { type Booking, nameOf, roomActOf } from './words.ts'

type Props = {
  booking: Booking
  house: House
  acts: readonly ActName[]
  onAct: (name: Doing) => void
  beside: boolean
  /** The earlier moment on screen: what is so of the hotel now says nothing of it. */
  asOf?: string
}

/** The details are edited beside them: their pane prints the key. */
const isInToolbar = (name: ActName): name is Exclude<ActName, 'details'> => name !== 'details'

/** Who, when, how long, how much, in which state; what may be done, with its keys; what must not be overlooked. */
export function BookingHead({ booking, house, acts, onAct, beside, asOf }: Props) {
  const { t, language, locale } = useWords()
  const { businessDate, currency } = useHotel()
  const clock = useHotelClock()
  const pastHold = asOf === undefined && isPastHold(booking, businessDate, clock)
  const { guest } = booking
  const type = house.typeOf(booking.roomTypeId)
  const count = booking.nights.length
  const { dayUse } = booking
  const length = count > 0 ? t('common.nights', { count }) : dayUseWords(t('common.dayUse'), dayUse)
  const totalMinor = dayUse?.priceMinor ?? booking.totalMinor
  // The nights stay on file as they were booked; nobody holds or owes them any more
  const calledOff = isCalledOff(booking.status)
  return (
    <header className="k-bk-head" style={beside ? { paddingRight: besideWidth } : undefined}>
      <div className="k-bk-line">
        <h1 className="k-code k-bk-number">{booking.confirmationNo}</h1>
        <StatusMark state={booking.status} />
        {booking.derived.map((state) => (
          <StatusMark key={state} state={state} />
        ))}
        {pastHold && <StatusMark state="past-hold" />}
        <span className="k-bk-guest">
          <Link to={href(paths.guest, { id: guest.id }, { asOf })} title={t(leaveActs.guest.label)}>
            <GuestName of={guest} />
          </Link>
          {guest.nationality && <span className="k-quiet">{countryName(guest.nationality, locale)}</span>}
          <TierTag tier={guest.tier} />
        </span>
        <Booker booking={booking} asOf={asOf} />
        {calledOff ? (
          <span className="k-quiet k-bk-was">
            {t('booking.wasBookedFor', {
              stay: length,
              total: formatMoney(totalMinor, currency, locale, true),
            })}
          </span>
        ) : (
          <span className="k-bk-total">
            <span className="k-quiet">{t('booking.total')}</span> <MoneyText minor={totalMinor} sign />
          </span>
        )}
      </div>
      <div className="k-bk-line">
        <span className="k-bk-stay">
          <DateText date={booking.arrival} />
          <span aria-hidden> → </span>
          <DateText date={booking.departure} />
        </span>
        {!calledOff && <span>{length}</span>}
        <span className="k-cut">
          <span className="k-code">{type?.code}</span> {nameOf(type, language)}
        </span>
        <RoomsText booking={booking} />
        <span className="k-quiet k-cut">
          <PersonsText {...booking} />
        </span>
        {!beside && (
          <div className="k-bk-acts" role="toolbar" aria-label={t('booking.actions')}>
            {acts.filter(isInToolbar).map((name) => (
              <button
                key={name}
                type="button"
                className={`k-tool${name === 'cancel' ? ' k-bk-danger' : ''}`}
                title={t(bookingActs[name].label)}
                onClick={() => onAct(name)}
              >
                {t(`booking.act.${name === 'room' ? roomActOf(booking) : name}`)}{' '}
                <KeyHint keys={bookingActs[name].key} />
              </button>
            ))}
          </div>
        )}
      </div>
      {asOf === undefined && <Alerts booking={booking} />}
    </header>
  )
}

/** Who booked for the guest, with their card. */
function Booker({ booking, asOf }: { booking: Booking; asOf: string | undefined }) {
  const { t } = useWords()
  const { guest, booker } = booking
  if (!booker || booker.id === guest.id) return null
  return (
    <span className="k-bk-booker">
      {t('booking.bookedBy')}{' '}
      <Link to={href(paths.guest, { id: booker.id }, { asOf })}>
        <GuestName of={booker} />
      </Link>
    </span>
  )
}

/** The rooms of the stay in the order they are slept in: 801, or 801, 805 after a move. */
function RoomsText({ booking }: { booking: Booking }) {
  const { t } = useWords()
  const ofNights = booking.nights.flatMap((night) => night.roomNumber ?? [])
  const numbers = [
    ...new Set([...ofNights, ...(booking.dayUse?.roomNumber ? [booking.dayUse.roomNumber] : [])]),
  ]
  if (numbers.length === 0) return <span className="k-faint">{t('booking.roomNone')}</span>
  return (
    <span className="k-bk-room">
      <RoomNumber>{numbers}</RoomNumber>
    </span>
  )
}

/** The guest's alerts in their words; their number is known before, so that the profile is read only where there are some. */
function Alerts({ booking }: { booking: Booking }) {
  const { t } = useWords()
  const { guest } = booking
  const { data } = useQuery('guest.profile', { id: guest.id }, { on: guest.alerts > 0 })
  if (guest.alerts === 0 || !data) return null
  return <AlertBanner label={t('field.name.alerts')} alerts={alertLines(data.guest.alerts, t)} />
}
