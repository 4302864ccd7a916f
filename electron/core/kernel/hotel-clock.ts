import { type BusinessDate, businessDateOf } from '#shared/values/index.ts'
import type { Context } from './context.ts'

/** The hotel's own day and time, HH:MM, at the moment of the call. */
export function hotelClock(ctx: Pick<Context, 'moment' | 'hotel'>): { date: BusinessDate; time: string } {
  const [date = '', time = ''] = formatOf(ctx.hotel.timeZone).format(Date.parse(ctx.moment)).split(' ')
  return { date: businessDateOf(date), time }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Day and time by one format, in the order of ISO 8601 as Sweden writes them: 2026-03-02 09:05. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  return format
}
