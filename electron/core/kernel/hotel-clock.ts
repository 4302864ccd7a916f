import { type BusinessDate, businessDateInZone } from '#shared/values/index.ts'
import type { Context } from './context.ts'

/** The hotel's own day and time, HH:MM, at the moment of the call. */
export function hotelClock(ctx: Pick<Context, 'moment' | 'hotel'>): { date: BusinessDate; time: string } {
  const at = Date.parse(ctx.moment)
  const time = timeFormat(ctx.hotel.timeZone).format(at)
  return { date: businessDateInZone(at, ctx.hotel.timeZone), time }
}

const timeFormats = new Map<string, Intl.DateTimeFormat>()

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  let format = timeFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    timeFormats.set(timeZone, format)
  }
  return format
}
