import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BookingId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import type { Key, Where } from './cube.ts'
import { cutOf } from './cuts.ts'
import { findByNights } from './night-bookings.ts'
import { nightsSql, type Source } from './source.ts'

/** Persons who stayed; children are those of any age below adult, infants too. */
export type PersonSums = {
  arrivals: number
  arrivedAdults: number
  arrivedChildren: number
  guestNights: number
  adultNights: number
  childNights: number
}
export type PersonRow = { keys: readonly Key[] } & PersonSums

/** What official statistics count: nights that were slept, the one of the business date by who is in house. */
const slept = `nights n where n.status in ('in-house', 'checked-out') and n.night <= @today`

/** Persons of [from, to) by one dimension. A person arrives with the first night, so that a month's end does not make two arrivals. */
export function readPersons(
  store: LongReader,
  source: Source,
  { by, ...period }: Period & { by: DimensionName },
): PersonRow[] {
  const rows = rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select ${cutOf(by, 'n', 'night').sql} as k0, sum(iif(n.night = n.arrival, n.adults, 0)) as arrivedAdults,
         sum(iif(n.night = n.arrival, n.children + n.infants, 0)) as arrivedChildren, sum(n.adults) as adultNights,
         sum(n.children + n.infants) as childNights
       from ${slept} group by k0 order by k0`,
    )
    .all({ ...period, today: source.today }) as ({ k0: Key } & Omit<PersonSums, 'arrivals' | 'guestNights'>)[]
  return rows.map(({ k0, ...sums }) => ({
    keys: [k0],
    ...sums,
    arrivals: sums.arrivedAdults + sums.arrivedChildren,
    guestNights: sums.adultNights + sums.childNights,
  }))
}

/** The bookings whose persons are counted, in the order of arrival; at most `limit`. */
export function findPersonBookings(
  store: LongReader,
  source: Source,
  { where, ...period }: Period & { where: readonly Where[] },
  limit: number,
): BookingId[] {
  const filters = where.map(({ dimension }, at) => `and ${cutOf(dimension, 'n', 'night').sql} is @w${at}`)
  const values = Object.fromEntries(where.map(({ value }, at) => [`w${at}`, value]))
  return findByNights(store, source, period, { from: `${slept} ${filters.join(' ')}`, values }, limit)
}
