import type { Selectable } from 'kysely'
import type { RatePlanImage } from '#shared/domain/rate/rate-plan.ts'
import type { RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import { type RatePlansTable, termsOf } from '../../schema/rate.ts'

export function ratePlanImage(
  row: Selectable<RatePlansTable>,
  prices: RatePlanImage['prices'],
): RatePlanImage {
  return {
    code: row.code,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    meal: row.meal,
    kind: row.kind,
    qualifies: row.qualifies === 1,
    active: row.active === 1,
    prices,
    ...termsOf(row),
  }
}

function columnsOf(image: RatePlanImage) {
  return {
    code: image.code,
    name_en: image.nameEn,
    name_zh: image.nameZh,
    meal: image.meal,
    kind: image.kind,
    qualifies: flag(image.qualifies),
    active: flag(image.active),
    segment: image.segment,
    channel: image.channel,
    guarantee: image.guarantee,
    account_kind: image.accountKind,
    account_id: image.accountId,
  }
}

export async function loadRatePlan(db: Reader, id: RatePlanId) {
  const row = await readWith(db).selectFrom('rate_plans').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const prices = await readWith(db)
    .selectFrom('rate_prices')
    .select(['room_type_id', 'amount_minor'])
    .where('rate_plan_id', '=', id)
    .execute()
  const byType = Object.fromEntries(prices.map((price) => [price.room_type_id, price.amount_minor]))
  return { image: ratePlanImage(row, byType), version: row.version }
}

/** `before` null inserts under that id, `after` null deletes; prices are written as a whole. */
export async function saveRatePlan(
  tx: Writer,
  id: RatePlanId,
  before: RatePlanImage | null,
  after: RatePlanImage | null,
): Promise<void> {
  if (before) await writeWith(tx).deleteFrom('rate_prices').where('rate_plan_id', '=', id).execute()
  if (!after) await writeWith(tx).deleteFrom('rate_plans').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('rate_plans')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('rate_plans')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  const prices = Object.entries(after?.prices ?? {}).map(([type, amount_minor]) => ({
    rate_plan_id: id,
    room_type_id: Number(type) as RoomTypeId,
    amount_minor,
  }))
  if (prices.length > 0) await writeWith(tx).insertInto('rate_prices').values(prices).execute()
}

export async function findRatePlanByCode(db: Reader, code: string): Promise<RatePlanId | null> {
  const row = await readWith(db)
    .selectFrom('rate_plans')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Every plan with its prices and what its account is called, by code. */
export async function readRatePlans(db: Reader) {
  const rows = await readWith(db)
    .selectFrom('rate_plans')
    .leftJoin('accounts', 'accounts.id', 'rate_plans.account_id')
    .selectAll('rate_plans')
    .select('accounts.name as account_name')
    .orderBy('rate_plans.code')
    .execute()
  const prices = await readWith(db)
    .selectFrom('rate_prices')
    .selectAll()
    .orderBy('rate_plan_id')
    .orderBy('room_type_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    prices: prices.filter((price) => price.rate_plan_id === row.id),
  }))
}
