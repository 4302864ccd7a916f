import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { type FirstVisit, firstVisitOf } from '#shared/domain/report/visits.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { givenSql, type Key } from './cube.ts'
import { cutOf } from './cuts.ts'
import { andKeyIs, findByNights } from './night-bookings.ts'
import { rowsWithin } from './rows-within.ts'
import { nightsSql, type Source } from './source.ts'
import { tablesSql } from './then.ts'

/** Nights in [from, to) of a completed stay of a guest with a name. */
export type StayNights = {
  key: Key
  guestId: GuestId
  arrival: BusinessDate
  nights: number
  revenueMinor: number
}

const slept = `nights n
  join guests person on person.id = n.guest_id and person.unnamed = 0
  left join rate_plans plan on plan.id = n.rate_plan_id`

/** Nights of completed stays by booking and a dimension of the night. */
export function readStayNights(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  by: DimensionName,
): StayNights[] {
  const cut = cutOf(by, 'n', 'night')
  const rows = rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select ${cut.sql} as key, n.guest_id as guestId, n.arrival, count(*) as nights,
         sum(iif(${givenSql('n')} = 0, n.rate_minor, 0)) as revenueMinor
       from ${slept} ${cut.join ?? ''} where n.status = 'checked-out' group by key, n.booking_id`,
    )
    .iterate({ from, to }) as Iterable<StayNights>
  return rowsWithin(rows)
}

/** The first visits of these guests by their completed stays that began before a day. */
export function readFirstVisits(
  store: LongReader,
  source: Source,
  guests: Iterable<GuestId>,
  before: BusinessDate,
): Map<GuestId, FirstVisit> {
  const raw = rawOf(store)
  const stays = (columns: string, guest: string, which: string) =>
    `select ${columns} from bookings b
     where b.guest_id = ${guest} and b.status = 'checked-out' and b.arrival < @before ${which}`
  // Of most guests the first stay is the whole first visit: only where another one goes on beyond it all are looked at
  const rows = raw
    .prepare(
      `with ${tablesSql(source)}, g as materialized (
         select j.value as id, (${stays('b.departure', 'j.value', 'order by b.arrival limit 1')}) as ended
         from json_each(@guests) j
       )
       select g.id, g.ended, exists (${stays('1', 'g.id', 'and b.arrival <= g.ended and b.departure > g.ended')}) as goesOn,
         exists (${stays('1', 'g.id', 'and b.arrival > g.ended')}) as again
       from g`,
    )
    .raw()
    .iterate({ guests: JSON.stringify([...guests]), before }) as Iterable<
    [id: GuestId, ended: BusinessDate | null, goesOn: number, again: number]
  >
  const found = new Map<GuestId, FirstVisit>()
  const longer: GuestId[] = []
  for (const [id, end, goesOn, again] of rows) {
    if (goesOn === 1) longer.push(id)
    else if (end !== null) found.set(id, { end, again: again === 1 })
  }
  const all = raw.prepare(
    `with ${tablesSql(source)} ${stays('b.arrival, b.departure', '@guest', 'order by b.arrival')}`,
  )
  for (const guest of longer) {
    const visit = firstVisitOf(
      all.iterate({ guest, before }) as Iterable<{ arrival: BusinessDate; departure: BusinessDate }>,
    )
    if (visit) found.set(guest, visit)
  }
  return found
}

/** The bookings behind a row, or behind the total without a key, in the order of arrival; at most `limit`. */
export function findRepeat(
  store: LongReader,
  source: Source,
  period: Period,
  { by, key }: { by: DimensionName; key: Key | undefined },
  limit: number,
): BookingId[] {
  const cut = cutOf(by, 'n', 'night')
  const from = `${slept} ${cut.join ?? ''} where n.status = 'checked-out' ${andKeyIs(cut.sql, key)}`
  return findByNights(store, source, period, { from, values: { key: key ?? null } }, limit)
}

export type UnnamedStays = {
  stays: number
  /** Of them those that the source of the import calls a repeated guest's. */
  repeated: number
}

/** Completed stays with a night in [from, to) of guests whom an import did not name. */
export function readUnnamedStays(store: LongReader, source: Source, { from, to }: Period): UnnamedStays {
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select count(*) as stays, count(nullif(coalesce(i.source ->> '$.repeatedGuest', 0), 0)) as repeated
       from (
         select distinct n.booking_id from nights n join guests person on person.id = n.guest_id
         where n.status = 'checked-out' and person.unnamed = 1
       ) slept join main.bookings i on i.id = slept.booking_id`,
    )
    .get({ from, to }) as UnnamedStays
}
