import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import type { BusinessDate, Refusal } from '#shared/values/index.ts'
import type { Booking } from '../words.ts'
import { departureBefore } from './sold-out-ways.ts'

type Props = { booking: Booking; refusal: Refusal; onDepart: (day: BusinessDate) => void }

/** What can be done where a longer stay meets a night that is sold out. */
export function SoldOutWays({ booking, refusal, onDepart }: Props) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const may = useMay()
  const isSoldOut = refusal.code === 'NOT_AVAILABLE'
  const mayRaise = may('settings-rooms')
  const { data: who = [] } = useQuery(
    'access.whoMay',
    { right: 'settings-rooms' },
    { on: isSoldOut && !mayRaise },
  )
  if (!isSoldOut) return null
  const { night, roomType } = refusal.params as { night: BusinessDate; roomType: string }
  const day = departureBefore(night, booking, businessDate)
  return (
    <ul className="k-bk-ways">
      {day && (
        <li>
          <button type="button" className="k-chip" onClick={() => onDepart(day)}>
            {t('booking.change.departOn', { date: formatDate(day, locale) })}
          </button>
        </li>
      )}
      <li>
        {mayRaise ? (
          <Link to={href(paths.settingsSection, { section: 'room-types' })}>
            {t('booking.change.raiseOverbooking', { roomType })}
          </Link>
        ) : (
          who.length > 0 && (
            <span className="k-quiet">{t('booking.change.askOverbooking', { roomType, who })}</span>
          )
        )}
      </li>
    </ul>
  )
}
