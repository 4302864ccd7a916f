import type { RatePlanFacts } from '#shared/domain/booking/facts.ts'
import type { RatePlanKind } from '#shared/domain/rate/rate-plan.ts'
import type { GuestId, RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { prepared, preparedOverList } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { nextIdExpression } from '../../next-id-expression.ts'
import { termsOf } from '../../schema/rate.ts'
import { physicalRooms, type TypeStock } from './facts.ts'

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
      'p.kind',
      'p.active as plan_active',
      'p.segment',
      'p.channel',
      'p.guarantee',
      'p.account_kind',
      'p.account_id',
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
    kind: string | null
    plan_active: number | null
    amount_minor: number | null
  } & Parameters<typeof termsOf>[0],
  roomTypeId: RoomTypeId,
  id: RatePlanId,
): RatePlanFacts {
  return {
    id,
    code: row.plan_code ?? '',
    meal: row.meal ?? '',
    kind: (row.kind ?? 'sold') as RatePlanKind,
    active: row.plan_active === 1,
    prices: row.amount_minor === null ? {} : { [roomTypeId]: row.amount_minor },
    terms: termsOf(row),
  }
}
