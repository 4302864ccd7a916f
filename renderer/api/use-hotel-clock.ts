import { useMemo } from 'react'
import { minuteMs, useMinute } from '#renderer/base/minute.ts'
import type { HotelClock } from '#shared/domain/booking/hold.ts'
import { useHotel } from './use-hotel.ts'

/** What the hotel’s clock says, to the minute; drawn again when it is another. */
export function useHotelClock(): HotelClock {
  const { timeZone } = useHotel()
  const minute = useMinute()
  return useMemo(() => {
    const [date = '', time = ''] = formatIn(timeZone)
      .format(new Date(minute * minuteMs))
      .split(' ')
    return { date, time }
  }, [timeZone, minute])
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once: making one takes as long as drawing some rows, and each list of a screen asks for it. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    // Swedish writes both as ISO does
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format
}
