import type { Period } from '#shared/domain/report/period.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import { givenSql, type Key } from './cube.ts'
import { andKeyIs, findByNights } from './night-bookings.ts'
import { nightsSql, type Source } from './source.ts'
import { tablesSql } from './then.ts'

/**
 * Tiers as they were held, from `since` up to `until` (null: still), with the one before: of each guest's first membership, which
 * is the one that other reports cut by.
 */
const heldSql = `held as materialized (
  select m.guest_id, m.id as membership_id, t.position, t.tier, t.since,
    lead(t.since) over moves as until, lag(t.tier) over moves as before
  from memberships m
  join membership_tiers t on t.membership_id = m.id
  where m.id = (select min(id) from memberships first where first.guest_id = m.guest_id)
  window moves as (partition by m.id order by t.position)
)`

/** A tier that a member got: `before` is null for who joined; `until` is null while it is held. */
export type TierHeld = {
  membershipId: number
  tier: string
  before: string | null
  since: BusinessDate
  until: BusinessDate | null
}

/** Tiers that were begun before a day, in the order in which they were held. */
export function readTiersHeld(store: LongReader, source: Source, before: BusinessDate): TierHeld[] {
  return rawOf(store)
    .prepare(
      `with ${tablesSql(source)}, ${heldSql}
       select membership_id as membershipId, tier, before, since, until from held where since < ? order by membership_id, position`,
    )
    .all(before) as TierHeld[]
}

/** The tiers of every programme, the lowest first. */
export function readTierCodes(store: LongReader): string[] {
  return rawOf(store)
    .prepare(
      `select t.value ->> '$.code' from programmes p, json_each(p.parameters, '$.tiers') t order by p.active desc, p.id, t.key`,
    )
    .pluck()
    .all() as string[]
}

/** Nights of a member, by a cut of the night. */
export type MemberNights = { key: Key; guestId: GuestId; nights: number; revenueMinor: number }

/** What member nights are cut by: the tier is the one that was held on the night. */
const keys = { tier: 'held.tier', month: 'substr(n.night, 1, 7)', channel: 'n.channel' } as const
export type MemberCut = keyof typeof keys

/** A stay of a night that was held by a member; a tier begun and ended on one day was held on no night. */
const memberNights = `nights n
  join held on held.guest_id = n.guest_id and held.since <= n.night and (held.until is null or held.until > n.night)
  left join rate_plans plan on plan.id = n.rate_plan_id`

/** Nights of [from, to) of guests who were members on them, by guest and a cut. */
export function readMemberNights(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  by: MemberCut,
): MemberNights[] {
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)}, ${heldSql}
       select ${keys[by]} as key, n.guest_id as guestId, count(*) as nights,
         sum(iif(${givenSql('n')} = 0, n.rate_minor, 0)) as revenueMinor
       from ${memberNights} where ${countedSql('n')} group by 1, 2`,
    )
    .all({ from, to, today: source.today }) as MemberNights[]
}

/** The bookings behind a row, or behind the total without a key, in the order of arrival; at most `limit`. */
export function findMemberNights(
  store: LongReader,
  source: Source,
  period: Period,
  { by, key }: { by: MemberCut; key: Key | undefined },
  limit: number,
): BookingId[] {
  const from = `${memberNights} where ${countedSql('n')} ${andKeyIs(keys[by], key)}`
  return findByNights(store, source, period, { from, table: heldSql, values: { key: key ?? null } }, limit)
}
