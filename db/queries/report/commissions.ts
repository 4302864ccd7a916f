import { maxNights } from '#shared/domain/booking/booking.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { type AccountId, addDays, type BookingId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { givenSql } from './cube.ts'
import { bookingsSql, type Source } from './source.ts'

export type CommissionRow = {
  agencyId: AccountId
  /** YYYY-MM, of the departures. */
  month: string
  stays: number
  nights: number
  /** Room revenue of the stays, minor units; what was given free has none. */
  base: number
  /** Hundredths of a per cent; null where none is on file for the agency. */
  basisPoints: number | null
  /** Each stay's to the nearest minor unit, half up; null as basisPoints. */
  commission: number | null
}

const owed = (source: Source) => `with ${bookingsSql(source)},
  owed as (
    select b.booking_id, b.agency_id, b.arrival, substr(b.departure, 1, 7) as month, b.stay_nights,
      iif(${givenSql('b')} = 0, b.total_minor, 0) as base, agreed.basis_points
    from booked b
    left join rate_plans plan on plan.id = b.rate_plan_id
    left join commissions agreed on agreed.id = b.agency_id
    where b.departure >= @from and b.departure < @to and b.arrival >= @least and b.arrival < @to
      and b.status = 'checked-out' and b.agency_id is not null
  )`

const boundsOf = ({ from, to }: Period) => ({ from, to, least: addDays(from, -maxNights) })

/** What agencies are owed of the stays that ended in [from, to), by agency and month. */
export function readCommissions(store: LongReader, source: Source, period: Period): CommissionRow[] {
  return rawOf(store)
    .prepare(
      `${owed(source)}
       select agency_id as agencyId, month, count(*) as stays, sum(stay_nights) as nights, sum(base) as base,
         basis_points as basisPoints, sum((base * basis_points + 5000) / 10000) as commission
       from owed group by agency_id, month order by agency_id, month`,
    )
    .all(boundsOf(period)) as CommissionRow[]
}

/** The stays of a period that something is owed of, of one agency or of all, in the order of arrival. */
export function findCommissionStays(
  store: LongReader,
  source: Source,
  { agencyId, ...period }: Period & { agencyId: AccountId | null },
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `${owed(source)} select booking_id from owed where @agency is null or agency_id = @agency
       order by arrival, booking_id limit @limit`,
    )
    .pluck()
    .all({ ...boundsOf(period), agency: agencyId, limit }) as BookingId[]
}
