import { sql } from 'kysely'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { isJudged } from './is-judged.ts'

/** A confirmed booking with its risk; of guests who are left out now there is none, whatever was computed before. */
function risks(db: Reader) {
  return readWith(db)
    .selectFrom('insight.booking_risk as r')
    .innerJoin('bookings as b', 'b.id', 'r.booking_id')
    .where('b.status', '=', 'confirmed')
    .where(isJudged('b.guest_id'))
    .select([
      'b.id',
      'r.cancel',
      'r.no_show as noShow',
      'r.away',
      'r.away_made as awayWhenMade',
      'r.drivers',
      'r.bad_debt as badDebt',
      'r.bad_debt_reason as badDebtReason',
      'r.bad_debt_minor as badDebtMinor',
    ])
}

export type StoredRisk = Awaited<ReturnType<typeof readDayRisks>>[number]

/** What may become of one booking; null where nothing is on file of it. */
export async function readBookingRisk(db: Reader, id: BookingId): Promise<StoredRisk | null> {
  return (await risks(db).where('r.booking_id', '=', id).executeTakeFirst()) ?? null
}

/** Those of the bookings that arrive on a day as they are on file now, the least sure first. */
export async function readDayRisks(db: Reader, day: BusinessDate) {
  return await risks(db).where('b.arrival', '=', day).orderBy('r.away', 'desc').orderBy('b.id').execute()
}

/** A booking's arrival and id. */
export type RiskKey = readonly [arrival: string, id: number]

/** Those whose chance on the day they were made is within bounds, from a day on, the next arrival first. */
export async function readRisksBetween(
  db: Reader,
  { from, to, since }: { from: number; to: number | undefined; since: BusinessDate },
  after: RiskKey | null,
  limit: number,
) {
  let wanted = risks(db)
    .select('b.arrival')
    .where('b.arrival', '>=', since)
    .where('r.away_made', '>=', from)
    .orderBy('b.arrival')
    .orderBy('b.id')
    .limit(limit)
  if (to !== undefined) wanted = wanted.where('r.away_made', '<', to)
  if (after) wanted = wanted.where(sql<boolean>`(b.arrival, b.id) > (${after[0]}, ${after[1]})`)
  return await wanted.execute()
}

/** How many confirmed bookings arrive on a day. */
export async function countArrivals(db: Reader, day: BusinessDate): Promise<number> {
  const { count } = await readWith(db)
    .selectFrom('bookings')
    .select(sql<number>`count(*)`.as('count'))
    .where('arrival', '=', day)
    .where('status', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  return count
}

/** Names of accounts by id. */
export async function readAccountNames(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readWith(db)
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)] as never)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
