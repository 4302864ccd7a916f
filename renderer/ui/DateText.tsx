import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { type DateStyle, formatDate, formatMoment } from './format.ts'
import { signs } from './marks.ts'

/** A business date as the hotel’s language writes it, with its weekday unless `style="plain"`; `style="day"` leaves out the year. */
export function DateText({ date, style = 'short' }: { date: BusinessDate | string; style?: DateStyle }) {
  const { locale } = useWords()
  return (
    <time dateTime={date} className="k-date">
      {formatDate(date, locale, style)}
    </time>
  )
}

/** Arrival → departure; the arrow as between all that was and will be. */
export function StayText({
  arrival,
  departure,
  style = 'short',
}: {
  arrival: string
  departure: string
  style?: DateStyle
}) {
  return (
    <span className="k-date">
      <DateText date={arrival} style={style} /> {signs.becomes} <DateText date={departure} style={style} />
    </span>
  )
}

/** A moment on the hotel's clock. */
export function DateTimeText({ moment, seconds = false }: { moment: string; seconds?: boolean }) {
  const { locale } = useWords()
  const timeZone = useHotelMaybe()?.timeZone ?? 'UTC'
  return (
    <time dateTime={moment} className="k-date" title={moment}>
      {formatMoment(moment, locale, timeZone, seconds)}
    </time>
  )
}
