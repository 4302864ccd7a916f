/** Reads about leaving cases: a guest's own, what came of all, and who came again. */
import { sql } from 'kysely'
import type { EndedCase } from '#shared/domain/insight/leaving/results.ts'
import type { BusinessDate, GuestId, LeavingCaseId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { LeavingCaseRow } from '../../schema/insight-leaving.ts'

/** Every case of a guest, the newest first. */
export async function readCasesOf(db: Reader, guestId: GuestId): Promise<LeavingCaseRow[]> {
  return readWith(db)
    .selectFrom('leaving_cases')
    .selectAll()
    .where('guest_id', '=', guestId)
    .orderBy('id', 'desc')
    .execute()
}

/**
 * The arrival of the guest's first stay from a day on that has begun: who has only booked again has not come yet, and
 * may still cancel.
 */
export const firstReturn = preparedSql(
  (at: { guestId: GuestId; since: BusinessDate }) => sql<{ on: BusinessDate | null }>`
    select min(arrival) as "on" from bookings
    where guest_id = ${at.guestId} and arrival >= ${at.since} and status in ('in-house', 'checked-out')`,
)

/** What the rates are counted from: every closed case. */
export async function readEndedCases(db: Reader): Promise<EndedCase[]> {
  const rows = await readWith(db)
    .selectFrom('leaving_cases')
    .select([
      'offer',
      'offered_on as offeredOn',
      'owner',
      'outcome',
      'returned_on as returnedOn',
      'cost_minor as costMinor',
    ])
    .where('closed_on', 'is not', null)
    .orderBy('id')
    .execute()
  return rows as EndedCase[]
}

export type ReturnedRow = {
  id: LeavingCaseId
  guestId: GuestId
  returnedOn: BusinessDate
}

/** Open cases whose guest has come again since: to be closed as won back. */
export const openCasesWithReturn = preparedSql(
  () => sql<ReturnedRow>`
    select c.id, c.guest_id as guestId, min(b.arrival) as returnedOn
    from leaving_cases c join bookings b on b.guest_id = c.guest_id and b.arrival >= c.opened_on
    where c.closed_on is null and b.status in ('in-house', 'checked-out')
    group by c.id order by returnedOn, c.id`,
)

/** How many cases are open, and how many of these nobody has taken on. */
export const openCaseCounts = preparedSql(
  (at: { on: BusinessDate }) => sql<{ open: number; snoozed: number; withoutOwner: number }>`
    select count(*) as open, coalesce(sum(snoozed_until > ${at.on}), 0) as snoozed,
      coalesce(sum(owner is null), 0) as withoutOwner
    from leaving_cases where closed_on is null`,
)

/** Whether an active user signs in by this login. */
export async function isActiveUser(db: Reader, login: string): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('users')
    .select('id')
    .where('login', '=', login)
    .where('active', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}
