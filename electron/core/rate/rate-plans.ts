import { readTypes } from '#db/queries/booking/facts.ts'
import { isUsed } from '#db/queries/room/rooms.ts'
import {
  findRatePlanByCode,
  loadRatePlan,
  ratePlanImage,
  readRatePlans,
  saveRatePlan,
} from '#db/repositories/rate/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RatePlanImage } from '#shared/domain/rate/rate-plan.ts'
import { type RatePlanId, type RoomTypeId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { saveWhole } from '../kernel/save.ts'

/** A rate plan with its prices; a price is for a type that is on file. */
export const ratePlanAggregate: Aggregate<RatePlanImage> = {
  entity: 'rate-plan',
  unknown: 'RATE_PLAN_UNKNOWN',
  load: (tx, id) => loadRatePlan(tx, id as RatePlanId),
  save: (tx, id, before, after) => saveRatePlan(tx, id as RatePlanId, before, after),
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return (await isUsed(tx, { ratePlanId: id })) ? dependentExists('booking') : null
    const owner = await findRatePlanByCode(tx, after.code)
    if (owner !== null && owner !== id) return refuse('CODE_TAKEN', { code: after.code })
    const priced = Object.keys(after.prices)
    const known = await readTypes(
      tx,
      priced.map((type) => Number(type) as RoomTypeId),
    )
    const missing = priced.find((type) => !known.has(Number(type) as RoomTypeId))
    return missing ? refuse('ROOM_TYPE_UNKNOWN', { id: Number(missing) }) : null
  },
}

export const saveRate = writes('rate.save', (tx, ctx, { id, version, prices, ...fields }) => {
  const byType = Object.fromEntries(prices.map((price) => [price.roomTypeId, price.amountMinor]))
  return saveWhole(tx, ctx, ratePlanAggregate, 'rate_plans', { id, version }, { ...fields, prices: byType })
})

export const listRates = reads(
  'rate.list',
  async (db) =>
    (await readRatePlans(db)).map(({ prices, ...row }) => ({
      id: row.id,
      ...ratePlanImage(row, {}),
      prices: prices.map((price) => ({ roomTypeId: price.room_type_id, amountMinor: price.amount_minor })),
      version: row.version,
    })) as OutputOf<'rate.list'>,
)
