import { z } from 'zod'
import { channels, guarantees, segments } from '../domain/booking/choices.ts'
import { meals, ratePlanKinds } from '../domain/rate/rate-plan.ts'
import type { AccountId, RatePlanId, RoomTypeId } from '../values/index.ts'
import { accountKind } from './account.ts'
import { amountMinor, code, empty, id, nameText, saved, version } from './fields.ts'
import { command, query } from './operation.ts'

export const meal = z.enum(meals, { error: 'invalid.choice' })

const fields = {
  code: code(16),
  nameEn: nameText(60),
  nameZh: nameText(60),
  meal,
  kind: z.enum(ratePlanKinds, { error: 'invalid.choice' }),
  /** Prices a night by room type; a type that is absent asks its base rate. */
  prices: z
    .array(z.strictObject({ roomTypeId: id<RoomTypeId>(), amountMinor }))
    .max(200)
    .refine((all) => new Set(all.map(({ roomTypeId }) => roomTypeId)).size === all.length, 'invalid.twice'),
  /** Whether nights on this plan count for loyalty. */
  qualifies: z.boolean(),
  active: z.boolean(),
  /** What a booking on the plan is unless the clerk says otherwise; null: the plan says nothing of it. */
  segment: z.enum(segments, { error: 'invalid.choice' }).nullable(),
  channel: z.enum(channels, { error: 'invalid.choice' }).nullable(),
  guarantee: z.enum(guarantees, { error: 'invalid.choice' }).nullable(),
  /** A booking on the plan names an account of this kind; `accountId` unless another is chosen. */
  accountKind: accountKind.nullable(),
  accountId: id<AccountId>().nullable(),
}

export const list = query({
  name: 'rate.list',
  about: 'Rate plans with their prices by room type.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<RatePlanId>(),
      ...fields,
      code: z.string(),
      nameEn: z.string(),
      nameZh: z.string(),
      /** What the account is called; empty where the plan names none. */
      accountName: z.string(),
      version,
    }),
  ),
  permission: 'booking-read',
  reads: ['rate-plan', 'account'],
})

export const save = command({
  name: 'rate.save',
  about: 'Adds a rate plan, or changes the one named by id and version.',
  input: z.strictObject({
    id: id<RatePlanId>().optional(),
    version: version.optional(),
    ...fields,
    kind: fields.kind.default('sold'),
    prices: fields.prices.default([]),
    qualifies: z.boolean().default(true),
    active: z.boolean().default(true),
    segment: fields.segment.default(null),
    channel: fields.channel.default(null),
    guarantee: fields.guarantee.default(null),
    accountKind: fields.accountKind.default(null),
    accountId: fields.accountId.default(null),
  }),
  output: saved<RatePlanId>(),
  refusals: ['CODE_TAKEN', 'RATE_PLAN_UNKNOWN', 'ROOM_TYPE_UNKNOWN', 'ACCOUNT_UNKNOWN'],
  permission: 'settings-rates',
  undoable: true,
})
