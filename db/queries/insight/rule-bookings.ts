import { sql } from 'kysely'
import type { BusinessDate } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { isJudged } from './is-judged.ts'
import { type ItemRow, itemColumns } from './next.ts'

/** Arrival and booking: the order of both lists. */
export type RuleKey = [BusinessDate, number]

const guestIsJudged = isJudged('b.guest_id')

const toCome = preparedSql(
  (at: { date: string; id: number; adds: string; limit: number }) => sql<ItemRow>`
    select ${itemColumns} where b.status = 'confirmed' and (b.arrival, b.id) > (${at.date}, ${at.id}) and ${guestIsJudged}
      and not exists (select 1 from offers o where o.booking_id = b.id and o.item = ${at.adds})
    order by b.arrival, b.id limit ${at.limit}`,
)
const stays = preparedSql(
  (at: { date: string; id: number; limit: number }) => sql<ItemRow>`
    select ${itemColumns} where b.status = 'checked-out' and (b.arrival, b.id) < (${at.date}, ${at.id}) and ${guestIsJudged}
    order by b.arrival desc, b.id desc limit ${at.limit}`,
)

/** Bookings to come of guests who may be judged and whom nobody has offered `adds` on them, the next arrival first. */
export async function readToCome(
  db: Reader,
  adds: string,
  [date, id]: RuleKey,
  limit: number,
): Promise<ItemRow[]> {
  return toCome.all(db, { date, id, adds, limit })
}

/** Stays that are over, the latest first. */
export async function readStaysBack(db: Reader, [date, id]: RuleKey, limit: number): Promise<ItemRow[]> {
  return stays.all(db, { date, id, limit })
}

const began = preparedSql(
  () => sql<{ date: BusinessDate | null }>`select min(business_date) as date from postings`,
)

/** The date of the first posting; null where nothing was posted. */
export async function readBooksBegan(db: Reader): Promise<BusinessDate | null> {
  return (await began.first(db, {}))?.date ?? null
}
