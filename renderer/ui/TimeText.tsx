import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoment, formatTime } from './format.ts'

/** The time of a moment on the hotel’s clock, where its day is this one: 14:05. The whole moment is in its tip. */
export function TimeText({ moment }: { moment: string }) {
  const { locale } = useWords()
  const timeZone = useHotelMaybe()?.timeZone ?? 'UTC'
  return (
    <time dateTime={moment} className="k-date" title={formatMoment(moment, locale, timeZone)}>
      {formatTime(moment, locale, timeZone)}
    </time>
  )
}
