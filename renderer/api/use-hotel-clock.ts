import { useMemo } from 'react'
import { minuteMs, useMinute } from '#renderer/base/minute.ts'
import type { HotelClock } from '#shared/domain/booking/hold.ts'
import { useHotel } from './use-hotel.ts'

/** What the hotel’s clock says, to the minute; drawn again when it is another. */
export function useHotelClock(): HotelClock {
  const { timeZone } = useHotel()
  const minute = useMinute()
  return useMemo(() => {
    // Swedish writes both as ISO does
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    const [date = '', time = ''] = format.format(new Date(minute * minuteMs)).split(' ')
    return { date, time }
  }, [timeZone, minute])
}
