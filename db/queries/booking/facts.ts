import { sql } from 'kysely'
import type { AccountKind } from '#shared/domain/account/account.ts'
import type { AccountFacts, RatePlanFacts, RoomFacts, RoomTypeFacts } from '#shared/domain/booking/facts.ts'
import type { AccountId, GuestId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { prepared, preparedOverList } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { nextIdExpression } from '../../next-id-expression.ts'

/** A type with what its sell limit is made of, beside the nights. */
export type TypeStock = RoomTypeFacts & { physical: number; overbooking: number }

const physicalRooms = sql<number>`(select count(*) from rooms where rooms.room_type_id = room_types.id and rooms.active = 1)`

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
    .select(['p.id', 'p.code', 'p.meal', 'p.active', 'r.room_type_id', 'r.amount_minor'])
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
      active: row.active === 1,
      prices: {},
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

export type Wish = { group: string; value: string }

const partyByIds = preparedOverList((db, ids: GuestId[], at: { guestId: GuestId }) =>
  db
    .selectFrom('guests as g')
    .leftJoin('guest_preferences as p', (join) =>
      join.onRef('p.guest_id', '=', 'g.id').on('p.guest_id', '=', at.guestId),
    )
    .select(['g.id', 'p.category', 'p.value'])
    .where('g.id', 'in', ids)
    .orderBy('p.id'),
)

/** Which of a new booking's guests are on file, and what the guest prefers: one statement. */
export async function readParty(
  db: Reader,
  guestId: GuestId,
  others: readonly GuestId[],
): Promise<{ guests: Set<GuestId>; wishes: Wish[] }> {
  const rows = await partyByIds.all(db, [guestId, ...others], { guestId })
  return {
    guests: new Set(rows.map((row) => row.id)),
    wishes: rows.flatMap(({ category, value }) =>
      category !== null && value !== null ? [{ group: category, value }] : [],
    ),
  }
}

const offer = prepared((db, at: { roomTypeId: RoomTypeId; ratePlanId: RatePlanId }) =>
  db
    .selectFrom('room_types')
    .leftJoin('rate_plans as p', (join) => join.on('p.id', '=', at.ratePlanId))
    .leftJoin('rate_prices as r', (join) =>
      join.onRef('r.rate_plan_id', '=', 'p.id').onRef('r.room_type_id', '=', 'room_types.id'),
    )
    .select([
      'room_types.code',
      'room_types.max_persons',
      'room_types.base_rate_minor',
      'room_types.overbooking',
      'room_types.active',
      physicalRooms.as('physical'),
      'p.code as plan_code',
      'p.meal',
      'p.active as plan_active',
      'r.amount_minor',
      nextIdExpression('bookings').as('booking_id'),
      nextIdExpression('requests').as('request_id'),
    ])
    .where('room_types.id', '=', at.roomTypeId),
)

/** All that a new booking asks of the inventory, and the numbers that it and its requests would get: one statement. */
export type Offer = {
  type: TypeStock | null
  plan: RatePlanFacts | null
  bookingId: number
  requestId: number
}

export async function readOffer(db: Reader, roomTypeId: RoomTypeId, ratePlanId: RatePlanId): Promise<Offer> {
  const row = await offer.first(db, { roomTypeId, ratePlanId })
  if (!row) return { type: null, plan: null, bookingId: 0, requestId: 0 }
  const type = {
    id: roomTypeId,
    code: row.code,
    maxPersons: row.max_persons,
    baseRateMinor: row.base_rate_minor,
    overbooking: row.overbooking,
    physical: row.physical,
    active: row.active === 1,
  }
  const plan = row.plan_code === null || row.meal === null ? null : planOf(row, roomTypeId, ratePlanId)
  return { type, plan, bookingId: row.booking_id, requestId: row.request_id }
}

function planOf(
  row: {
    plan_code: string | null
    meal: string | null
    plan_active: number | null
    amount_minor: number | null
  },
  roomTypeId: RoomTypeId,
  id: RatePlanId,
): RatePlanFacts {
  return {
    id,
    code: row.plan_code ?? '',
    meal: row.meal ?? '',
    active: row.plan_active === 1,
    prices: row.amount_minor === null ? {} : { [roomTypeId]: row.amount_minor },
  }
}
