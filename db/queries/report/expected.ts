import { NEVER, type PaceBookings } from '#shared/domain/report/forecast/curves.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { lossDateSql } from './counted.ts'
import { givenSql } from './cube.ts'
import { bookingsSql, type Source } from './source.ts'

/** A year and a half of pace, and a year more for the same days of last year. */
const daysRead = 930

const dayOf = (date: string) => `cast(julianday(${date}) - 2440587.5 as integer)`

/**
 * The bookings that a forecast learns from: those that sell a night and arrive from two and a half years back on. A booking whose
 * guest did not come falls away on its arrival, said or not.
 */
export function readPaceBookings(store: LongReader, source: Source): PaceBookings {
  const sql = `with ${bookingsSql(source)}
    select ${dayOf('b.created_on')},
      case when b.status = 'confirmed' and b.arrival < @today then ${dayOf('b.arrival')}
        else coalesce(${dayOf(lossDateSql('b'))}, ${NEVER}) end,
      ${dayOf('b.arrival')}, ${dayOf('b.departure')}
    from booked b left join rate_plans plan on plan.id = b.rate_plan_id
    where b.arrival >= date(@today, '-${daysRead} days') and b.departure > b.arrival
      and b.status not in ('enquiry', 'waitlisted') and ${givenSql('b')} = 0`
  const rows = rawOf(store).prepare(sql).raw().all({ today: source.today }) as [
    number,
    number,
    number,
    number,
  ][]
  const column = (at: 0 | 1 | 2 | 3) => Int32Array.from(rows, (row) => row[at])
  return { count: rows.length, created: column(0), gone: column(1), arrival: column(2), departure: column(3) }
}
