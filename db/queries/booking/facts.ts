import { sql } from 'kysely'
import type { AccountKind } from '#shared/domain/account/account.ts'
import type { AccountFacts, RatePlanFacts, RoomFacts, RoomTypeFacts } from '#shared/domain/booking/facts.ts'
import type { RatePlanKind } from '#shared/domain/rate/rate-plan.ts'
import type { AccountId, GuestId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { preparedOverList } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { termsOf } from '../../schema/rate.ts'

/** A type with what its sell limit is made of, beside the nights. */
export type TypeStock = RoomTypeFacts & { physical: number; overbooking: number }

export const physicalRooms = sql<number>`(select count(*) from rooms where rooms.room_type_id = room_types.id and rooms.active = 1)`

const typesByIds = preparedOverList((db, ids: RoomTypeId[]) =>
  db
    .selectFrom('room_types')
    .select([
      'id',
      'code',
      'max_persons',
      'base_rate_minor',
      'overbooking',
      'active',
      physicalRooms.as('physical'),
    ])
    .where('id', 'in', ids),
)

/** Room types by id, with the number of their rooms in use. */
export async function readTypes(db: Reader, ids: readonly RoomTypeId[]): Promise<Map<RoomTypeId, TypeStock>> {
  if (ids.length === 0) return new Map()
  const rows = await typesByIds.all(db, ids, {})
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        code: row.code,
        maxPersons: row.max_persons,
        baseRateMinor: row.base_rate_minor,
        overbooking: row.overbooking,
        physical: row.physical,
        active: row.active === 1,
      },
    ]),
  )
}

const plansByIds = preparedOverList((db, ids: RatePlanId[]) =>
  db
    .selectFrom('rate_plans as p')
    .leftJoin('rate_prices as r', 'r.rate_plan_id', 'p.id')
    .select(['p.id', 'p.code', 'p.meal', 'p.kind', 'p.active', 'r.room_type_id', 'r.amount_minor'])
    .select(['p.segment', 'p.channel', 'p.guarantee', 'p.account_kind', 'p.account_id'])
    .where('p.id', 'in', ids),
)

/** Rate plans by id, with all their prices. */
export async function readPlans(
  db: Reader,
  ids: readonly RatePlanId[],
): Promise<Map<RatePlanId, RatePlanFacts>> {
  const plans = new Map<RatePlanId, RatePlanFacts>()
  if (ids.length === 0) return plans
  for (const row of await plansByIds.all(db, ids, {})) {
    const plan = plans.get(row.id) ?? {
      id: row.id,
      code: row.code,
      meal: row.meal,
      kind: row.kind as RatePlanKind,
      active: row.active === 1,
      prices: {},
      terms: termsOf(row),
    }
    if (row.room_type_id !== null && row.amount_minor !== null)
      plan.prices[row.room_type_id] = row.amount_minor
    plans.set(row.id, plan)
  }
  return plans
}

const roomsByIds = preparedOverList((db, ids: RoomId[]) =>
  db
    .selectFrom('rooms')
    .select(['id', 'number', 'room_type_id', 'out_of_service', 'active'])
    .select(
      sql<string | null>`(
        select json_group_array(json_object('from', c.from_night, 'to', c.to_night)) from closures c
        where c.room_id = rooms.id and c.kind = 'out-of-service'
      )`.as('stops'),
    )
    .where('id', 'in', ids),
)

/** Rooms by id. */
export async function readRooms(db: Reader, ids: readonly RoomId[]): Promise<Map<RoomId, RoomFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await roomsByIds.all(db, ids, {})
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        roomTypeId: row.room_type_id,
        outOfService: row.out_of_service === 1,
        stops: JSON.parse(row.stops ?? '[]'),
        active: row.active === 1,
      },
    ]),
  )
}

const accountsByIds = preparedOverList((db, ids: AccountId[]) =>
  db.selectFrom('accounts').select(['id', 'kind', 'name', 'active']).where('id', 'in', ids),
)

/** Accounts by id. */
export async function readAccounts(
  db: Reader,
  ids: readonly AccountId[],
): Promise<Map<AccountId, AccountFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await accountsByIds.all(db, ids, {})
  return new Map(
    rows.map((row) => [row.id, { ...row, kind: row.kind as AccountKind, active: row.active === 1 }]),
  )
}

const guestsByIds = preparedOverList((db, ids: GuestId[]) =>
  db.selectFrom('guests').select('id').where('id', 'in', ids),
)

/** Which of these guests are on file. */
export async function readGuestsOnFile(db: Reader, ids: readonly GuestId[]): Promise<Set<GuestId>> {
  if (ids.length === 0) return new Set()
  return new Set((await guestsByIds.all(db, ids, {})).map((row) => row.id))
}
