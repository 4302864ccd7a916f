import type { Reader } from '#db/handles.ts'
import { readBookingRows } from '#db/queries/booking/list.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type BookingId, nightsBetween } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'

/** At most so many bookings are listed behind a figure. */
export const maxBookings = 500

type Rows = OutputOf<'report.bookings'>

/** Bookings as rows in the order of their ids, and whether there are more; without money for whom the hotel shows none. */
export async function bookingRows(
  db: Reader,
  { businessDate }: Pick<Context, 'businessDate'>,
  ids: readonly BookingId[],
  withoutRevenue: boolean,
): Promise<Rows> {
  const found = await readBookingRows(db, ids.slice(0, maxBookings), businessDate)
  const rowOf = new Map(found.map((one) => [one.id, one]))
  return {
    rows: ids.flatMap((id): Rows['rows'] => {
      const one = rowOf.get(id)
      if (!one) return []
      const { nativeName, familyName, givenName, status, ...rest } = one
      const {
        guarantee: _g,
        expectedTime: _e,
        holdUntil: _h,
        openRequests: _o,
        alerts: _a,
        tier: _t,
        ...same
      } = rest
      return [
        {
          ...same,
          roomRevenueMinor: withoutRevenue ? 0 : same.roomRevenueMinor,
          status: status as Rows['rows'][number]['status'],
          role: 'guest',
          ...bothNames({ nativeName, familyName, givenName }),
          nights: nightsBetween(one.arrival, one.departure),
        },
      ]
    }),
    more: ids.length > maxBookings,
  }
}
