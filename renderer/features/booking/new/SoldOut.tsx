import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateText, StayText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { datesAround, otherDates, otherTypes, soldOutNights } from '#shared/domain/booking/ways.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { planPrice, useHouse } from '../use-house.ts'
import { nameOf } from '../words.ts'
import type { NewBooking } from './use-new-booking.ts'

/** So many other dates are offered. */
const datesShown = 4

/** Where the type chosen is sold out: other types, other dates and the waiting list, each with what it would cost. */
export function SoldOut({ booking }: { booking: NewBooking }) {
  const { t } = useWords()
  const ways = useWays(booking)
  if (!ways) return null
  return (
    <div className="k-bk-out" role="status">
      <p className="k-bk-out-what">
        <Mark of="warning" /> {t('newBooking.out.nights', { type: ways.code })}{' '}
        {ways.nights.map((night, at) => (
          <span key={night}>
            {at > 0 && ', '}
            <DateText date={night} style="day" />
          </span>
        ))}
      </p>
      <dl className="k-bk-out-ways">
        <dt>{t('newBooking.out.types')}</dt>
        <dd>
          <OtherTypes booking={booking} ways={ways} />
        </dd>
        <dt>{t('newBooking.out.dates')}</dt>
        <dd>
          <OtherDates booking={booking} ways={ways} />
        </dd>
        <dt>{t('shell.mark.waitlisted')}</dt>
        <dd>
          <button type="button" className="k-chip" onClick={() => booking.set({ status: 'waitlisted' })}>
            {t('booking.new.waitlist')}
          </button>{' '}
          <span className="k-quiet">
            {t('newBooking.out.waiting')} <MoneyText minor={ways.price} sign />
          </span>
        </dd>
      </dl>
    </div>
  )
}

type Ways = NonNullable<ReturnType<typeof useWays>>
type WayProps = { booking: NewBooking; ways: Ways }

/** What else there is; null while the type chosen is left, or nothing is to be taken of it. */
function useWays({ form, offer, dates, dayUse, left, types, plan }: NewBooking) {
  const { businessDate } = useHotel()
  const house = useHouse()
  const typeId = offer.roomTypeId
  const free = typeId === null ? undefined : left.get(typeId)
  const isOut = free !== undefined && free < 1 && dates !== null && !dayUse
  const on = isOut && form.status === 'confirmed'
  const stay = dates ?? { arrival: businessDate, departure: businessDate }
  const { data, previous } = useQuery('room.availability', datesAround(stay, businessDate), {
    on,
    keep: true,
  })
  if (!on || !data || previous || typeId === null) return null
  const nights = nightsBetween(stay.arrival, stay.departure)
  const priceOf = (id: number) => (planPrice(plan, house.typeOf(id)) ?? 0) * nights
  const persons = form.persons.adults + form.persons.children
  const takes = (id: number) => (types.find((type) => type.id === id)?.maxPersons ?? 0) >= persons
  const row = data.find((one) => one.roomTypeId === typeId)
  return {
    code: house.typeOf(typeId)?.code ?? '',
    nights: row ? soldOutNights(row, stay) : [],
    price: priceOf(typeId),
    types: otherTypes(data, stay, typeId)
      .filter(({ roomTypeId }) => takes(roomTypeId))
      .map((one) => ({ ...one, type: house.typeOf(one.roomTypeId), price: priceOf(one.roomTypeId) })),
    dates: otherDates(data, stay, typeId, businessDate).slice(0, datesShown),
  }
}

function OtherTypes({ booking, ways }: WayProps) {
  const { t, language } = useWords()
  if (ways.types.length === 0) return <span className="k-quiet">{t('newBooking.out.noTypes')}</span>
  return ways.types.map(({ roomTypeId, type, left, price }) => (
    <button
      key={roomTypeId}
      type="button"
      className="k-chip"
      onClick={() => booking.set({ roomTypeId, roomId: null })}
    >
      <span className="k-code">{type?.code}</span> {nameOf(type, language)}{' '}
      <span className="k-quiet">{t('newBooking.out.left', { count: left })}</span>{' '}
      <Difference minor={price - ways.price} />
    </button>
  ))
}

function OtherDates({ booking, ways }: WayProps) {
  const { t } = useWords()
  if (ways.dates.length === 0) return <span className="k-quiet">{t('newBooking.out.noDates')}</span>
  return ways.dates.map(({ arrival, departure, left }) => (
    <button
      key={arrival}
      type="button"
      className="k-chip"
      onClick={() => booking.set({ stay: { arrival, departure } })}
    >
      <StayText arrival={arrival} departure={departure} />{' '}
      <span className="k-quiet">{t('newBooking.out.left', { count: left })}</span>
    </button>
  ))
}

/** How much more or less the whole stay costs. */
function Difference({ minor }: { minor: number }) {
  const { t } = useWords()
  if (minor === 0) return <span className="k-quiet">{t('newBooking.out.same')}</span>
  return (
    <span>
      {minor > 0 ? '+' : '−'}
      <MoneyText minor={Math.abs(minor)} sign />
    </span>
  )
}
