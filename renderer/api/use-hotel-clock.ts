import { minuteMs, useMinute } from '#renderer/base/minute.ts'
import type { HotelClock } from '#shared/domain/booking/hold.ts'
import { useHotel } from './use-hotel.ts'

/** What the hotel’s clock says, to the minute; drawn again when it is another. */
export function useHotelClock(): HotelClock {
  const { timeZone } = useHotel()
  const now = new Date(useMinute() * minuteMs)
  // Swedish writes both as ISO does
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = format.format(now).split(' ')
  return { date, time }
}
