import type { Reader } from '#db/handles.ts'
import { readAccounts, readTypes } from '#db/queries/booking/facts.ts'
import { isPlanUsed } from '#db/queries/room/rooms.ts'
import {
  findRatePlanByCode,
  loadRatePlan,
  ratePlanImage,
  readRatePlans,
  saveRatePlan,
} from '#db/repositories/rate/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { AccountKind } from '#shared/domain/account/account.ts'
import { noTerms, type RatePlanImage } from '#shared/domain/rate/rate-plan.ts'
import { type AccountId, type RatePlanId, type RoomTypeId, refuse } from '#shared/values/index.ts'
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
  settle: (image) => ({ ...noTerms, ...image }),
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return (await isPlanUsed(tx, id)) ? dependentExists('booking') : null
    const owner = await findRatePlanByCode(tx, after.code)
    if (owner !== null && owner !== id) return refuse('CODE_TAKEN', { code: after.code })
    // Of a plan that is put back as it was: its account may have gone meanwhile
    if (after.accountId !== null && (await kindOf(tx, after.accountId)) !== after.accountKind) {
      return dependentExists('account', 'gone')
    }
    const priced = Object.keys(after.prices)
    const known = await readTypes(
      tx,
      priced.map((type) => Number(type) as RoomTypeId),
    )
    const missing = priced.find((type) => !known.has(Number(type) as RoomTypeId))
    return missing ? refuse('ROOM_TYPE_UNKNOWN', { id: Number(missing) }) : null
  },
}

async function kindOf(db: Reader, id: AccountId): Promise<AccountKind | undefined> {
  return (await readAccounts(db, [id])).get(id)?.kind
}

export const saveRate = writes('rate.save', async (tx, ctx, { id, version, prices, ...fields }) => {
  const { accountId, accountKind } = fields
  const account = accountId === null ? undefined : (await readAccounts(tx, [accountId])).get(accountId)
  if (accountId !== null && !(account?.active && account.kind === accountKind)) {
    return refuse('ACCOUNT_UNKNOWN', { id: accountId, kind: accountKind ?? '' })
  }
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
      accountName: row.account_name ?? '',
      version: row.version,
    })) as OutputOf<'rate.list'>,
)
