import { sql } from 'kysely'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { isJudged } from './is-judged.ts'

/** Value and guest: the order of the list. */
export type FutureKey = [number, number]

const figures = [
  'f.guest_id as guestId',
  'f.grp as group',
  'f.way',
  'f.stays',
  'f.last_departure as lastDeparture',
  'f.p_alive as pAlive',
  'f.expected12',
  'f.expected36',
  'f.stay_value_minor as stayValueMinor',
  'f.value12_minor as value12Minor',
  'f.value36_minor as value36Minor',
] as const

/** Guests by expected value, the greatest first, with their names. */
export async function readFutureGuests(
  db: Reader,
  { after, limit }: { after: FutureKey | null; limit: number },
) {
  let query = readWith(db)
    .selectFrom('insight.guest_future as f')
    .innerJoin('guests as g', 'g.id', 'f.guest_id')
    .select(figures)
    .select(['g.native_name as nativeName', 'g.family_name as familyName', 'g.given_name as givenName'])
    .where('f.value36_minor', 'is not', null)
    .where(isJudged('f.guest_id'))
    .orderBy('f.value36_minor', 'desc')
    .orderBy('f.guest_id')
    .limit(limit)
  if (after) {
    const [value, guest] = after
    query = query.where(sql<boolean>`(-f.value36_minor, f.guest_id) > (${-value}, ${guest})`)
    query = query.where('f.value36_minor', '<=', value)
  }
  return query.execute()
}

/** One guest's figures; undefined where nothing was computed or may be. */
export async function readGuestFuture(db: Reader, guestId: GuestId) {
  return readWith(db)
    .selectFrom('insight.guest_future as f')
    .select(figures)
    .where('f.guest_id', '=', guestId)
    .where(isJudged('f.guest_id'))
    .executeTakeFirst()
}

export async function readGuestName(db: Reader, guestId: GuestId) {
  return readWith(db)
    .selectFrom('guests')
    .select(['native_name as nativeName', 'family_name as familyName', 'given_name as givenName'])
    .where('id', '=', guestId)
    .executeTakeFirst()
}

export type FutureRow = Omit<Awaited<ReturnType<typeof readFutureGuests>>[number], 'lastDeparture'> & {
  lastDeparture: BusinessDate
}
