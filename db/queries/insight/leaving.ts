/** The list of guests who may be leaving, with what is done about each, and the stays of one of them. */
import { sql } from 'kysely'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { guestsMatching } from '../../dialect/sqlite/guest-search.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { isJudged } from './is-judged.ts'

/** Value at risk and guest: the order of the list. */
export type LeavingKey = [number, number]

export type LeavingFilter = {
  /** `cases`: open cases, warned of or not; the others are guests with a warning. */
  view: 'due' | 'snoozed' | 'cases' | 'all'
  level: string | null
  /** An RFM segment; null: all. */
  segment: string | null
  /** A login; `''`: taken on by nobody. Null: all. */
  owner: string | null
  /** A full-text match; null: all. */
  match: string | null
  on: BusinessDate
}

const warning = [
  'l.level',
  'l.risk',
  'l.stays',
  'l.first_stay as firstStay',
  'l.last_departure as lastDeparture',
  'l.own_interval as ownInterval',
  'l.interval_from as intervalFrom',
  'l.days_since as daysSince',
  'l.expected_on as expectedOn',
  'l.overdue',
  'l.longer_share as longerShare',
  'l.tenure_years as tenureYears',
  'l.p_alive as pAlive',
  'l.expected_stays as expectedStays',
  'l.expected_minor as expectedMinor',
  'l.at_risk_minor as atRiskMinor',
] as const

const names = [
  'g.native_name as nativeName',
  'g.family_name as familyName',
  'g.given_name as givenName',
] as const

/** A page of the guests by value at risk, the greatest first. */
export async function readLeavingPage(
  db: Reader,
  filter: LeavingFilter,
  after: LeavingKey | null,
  limit: number,
) {
  return filter.view === 'cases' ? casePage(db, filter, after, limit) : warningPage(db, filter, after, limit)
}

function warningPage(db: Reader, filter: LeavingFilter, after: LeavingKey | null, limit: number) {
  const { view, level, segment, owner, match, on } = filter
  let query = readWith(db)
    .selectFrom('insight.guest_leaving as l')
    .innerJoin('guests as g', 'g.id', 'l.guest_id')
    .leftJoin('leaving_cases as c', (join) =>
      join.onRef('c.guest_id', '=', 'l.guest_id').on('c.closed_on', 'is', null),
    )
    .leftJoin('insight.guest_value as v', 'v.guest_id', 'l.guest_id')
    .select(['l.guest_id as guestId', 'v.segment', ...warning, ...names])
    .where(isJudged('l.guest_id'))
    .orderBy('l.at_risk_minor', 'desc')
    .orderBy('l.guest_id')
    .limit(limit)
  if (level !== null) query = query.where('l.level', '=', level as never)
  if (segment !== null) query = query.where('v.segment', '=', segment)
  if (view === 'due') query = query.where(sql<boolean>`coalesce(c.snoozed_until, '') <= ${on}`)
  if (view === 'snoozed') query = query.where('c.snoozed_until', '>', on)
  if (owner !== null) query = query.where('c.owner', 'is', owner === '' ? null : (owner as never))
  if (match !== null) query = query.where(sql<boolean>`l.guest_id in ${guestsMatching(match)}`)
  if (after) {
    const [value, guest] = after
    query = query
      .where('l.at_risk_minor', '<=', value)
      .where(sql<boolean>`(-l.at_risk_minor, l.guest_id) > (${-value}, ${guest})`)
  }
  return query.execute()
}

/** Open cases are few; who came again or has booked has no warning any more and stands last. */
function casePage(db: Reader, filter: LeavingFilter, after: LeavingKey | null, limit: number) {
  const { level, segment, owner, match } = filter
  const value = sql<number>`coalesce(l.at_risk_minor, 0)`
  let query = readWith(db)
    .selectFrom('leaving_cases as c')
    .innerJoin('guests as g', 'g.id', 'c.guest_id')
    .leftJoin('insight.guest_leaving as l', 'l.guest_id', 'c.guest_id')
    .leftJoin('insight.guest_value as v', 'v.guest_id', 'c.guest_id')
    .select(['c.guest_id as guestId', 'v.segment', ...warning, ...names])
    .where('c.closed_on', 'is', null)
    .orderBy(sql`${value} desc, c.guest_id`)
    .limit(limit)
  if (level !== null) query = query.where('l.level', '=', level as never)
  if (segment !== null) query = query.where('v.segment', '=', segment)
  if (owner !== null) query = query.where('c.owner', 'is', owner === '' ? null : (owner as never))
  if (match !== null) query = query.where(sql<boolean>`c.guest_id in ${guestsMatching(match)}`)
  if (after) query = query.where(sql<boolean>`(-${value}, c.guest_id) > (${-after[0]}, ${after[1]})`)
  return query.execute()
}

export type LeavingRow =
  | Awaited<ReturnType<typeof warningPage>>[number]
  | Awaited<ReturnType<typeof casePage>>[number]

/** The warning of one guest; undefined where there is none. */
export async function readWarning(db: Reader, guestId: GuestId) {
  return readWith(db)
    .selectFrom('insight.guest_leaving as l')
    .innerJoin('guests as g', 'g.id', 'l.guest_id')
    .select(warning)
    .where('l.guest_id', '=', guestId)
    .where(isJudged('l.guest_id'))
    .executeTakeFirst()
}

/** Names of one guest. */
export async function readNames(db: Reader, guestId: GuestId) {
  return readWith(db).selectFrom('guests as g').select(names).where('g.id', '=', guestId).executeTakeFirst()
}

/** Open cases of these guests, with the arrival of the first stay since each was opened. */
export const openCasesOf = preparedSql(
  (at: { ids: string }) => sql<{
    id: number
    guestId: GuestId
    version: number
    owner: string | null
    openedOn: BusinessDate
    snoozedUntil: BusinessDate | null
    offer: string | null
    offeredOn: BusinessDate | null
    returnedOn: BusinessDate | null
  }>`
    select c.id, c.guest_id as guestId, c.version, c.owner, c.opened_on as openedOn, c.snoozed_until as snoozedUntil,
      c.offer, c.offered_on as offeredOn, (
        select min(arrival) from bookings b where b.guest_id = c.guest_id and b.arrival >= c.opened_on
          and b.status in ('in-house', 'checked-out')) as returnedOn
    from leaving_cases c where c.closed_on is null and c.guest_id in ${listedIn(at.ids)}`,
)

export type StayRow = { arrival: BusinessDate; departure: BusinessDate; status: string; totalMinor: number }

/** Stays of a guest that began, and bookings to come, the earliest first. */
export const staysOfGuest = preparedSql(
  (at: { guestId: GuestId }) => sql<StayRow>`
    select arrival, departure, status, total_minor as totalMinor from bookings
    where guest_id = ${at.guestId} and status in ('checked-out', 'in-house', 'confirmed')
    order by arrival, departure, id`,
)

/** Who signs in and may be given a guest, by name. */
export async function readActiveUsers(db: Reader): Promise<{ login: string; name: string }[]> {
  return readWith(db)
    .selectFrom('users')
    .select(['login', 'name'])
    .where('active', '=', 1)
    .orderBy('name')
    .orderBy('login')
    .execute()
}
