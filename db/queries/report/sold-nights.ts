import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import { givenSql, type Key } from './cube.ts'
import { cutOf } from './cuts.ts'
import { nightsSql, type Source } from './source.ts'

/** A night that is sold: its booking, the day, what the report cuts by, the rate in minor units. */
export type SoldNight = [bookingId: BookingId, night: BusinessDate, key: Key, rateMinor: number]

/** Every night of [from, to) that is sold or on the books, one by one: what two moments are compared by. */
export function readSoldNights(
  store: LongReader,
  source: Source,
  { by, ...period }: Period & { by: DimensionName },
): Iterable<SoldNight> {
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select n.booking_id, n.night, ${cutOf(by, 'n', 'night').sql}, n.rate_minor
       from nights n left join rate_plans plan on plan.id = n.rate_plan_id
       where ${countedSql('n')} and ${givenSql('n')} = 0`,
    )
    .raw()
    .iterate({ ...period, today: source.today }) as Iterable<SoldNight>
}
