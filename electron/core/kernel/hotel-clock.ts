import { type BusinessDate, businessDateOf, type Moment, momentOf } from '#shared/values/index.ts'
import type { Context } from './context.ts'

type HotelZone = Pick<Context['hotel'], 'timeZone'>

/** The hotel's own day and time, HH:MM, at the moment of the call. */
export function hotelClock(ctx: { moment: string; hotel: HotelZone }): { date: BusinessDate; time: string } {
  const [date = '', time = ''] = formatOf(ctx.hotel.timeZone).format(Date.parse(ctx.moment)).split(' ')
  return { date: businessDateOf(date), time }
}

/** The moment at which the hotel's clock shows a day and time; in an hour that it passes over, or has twice, one beside it. */
export function momentAtClock(hotel: HotelZone, at: { date: string; time: string }): Moment {
  const wanted = wallMs(at)
  let moment = wanted
  // The offset at the first guess may be that of the other side of a change of the clocks
  for (let turn = 0; turn < 2; turn++)
    moment += wanted - wallMs(hotelClock({ moment: momentOf(moment), hotel }))
  return momentOf(moment)
}

/** The first of some moments that is still to come. */
export function firstAfter(now: string, moments: readonly Moment[]): Moment | null {
  return moments.filter((moment) => moment > now).sort()[0] ?? null
}

function wallMs({ date, time }: { date: string; time: string }): number {
  return Date.parse(`${date}T${time}Z`)
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
