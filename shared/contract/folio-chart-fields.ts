/** The fields of a chart's things: what the save commands take and `chart.get` answers. */
import { z } from 'zod'
import {
  accountClasses,
  accountRoles,
  codeKinds,
  codeRoles,
  paymentMethods,
  revenueGroups,
} from '../domain/folio/chart.ts'
import {
  areRatesAscending,
  areTiersDescending,
  isPercent,
  settingBounds,
  wholeBasisPoints,
} from '../domain/folio/chart-rules.ts'
import { packagePers } from '../domain/folio/package.ts'
import { paperKinds } from '../domain/folio/paper.ts'
import { paperSizes } from '../domain/folio/paper-size.ts'
import { shiftRules, taxRoundings } from '../domain/folio/settings.ts'
import { meals } from '../domain/rate/rate-plan.ts'
import type { LedgerAccountId, RatePlanId, TaxId, TaxRuleId, TransactionCodeId } from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  clockTime,
  code,
  id,
  line,
  nameText,
  optionalLine,
  prose,
} from './fields.ts'
import { currency } from './setup.ts'

const choice = <const T extends readonly string[]>(list: T) => z.enum(list, { error: 'invalid.choice' })

const whole = ({ least, most }: { least: number; most: number }) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(least, 'invalid.tooSmall')
    .max(most, 'invalid.tooLarge')

const named = { code: code(16), nameEn: nameText(60), nameZh: nameText(60), active: z.boolean() }

export const accountFields = {
  ...named,
  class: choice(accountClasses),
  /** The purpose that the program posts to this account for; one account each. */
  role: choice(accountRoles).nullable(),
}

const percent = z.string({ error: 'invalid.percent' }).refine(isPercent, 'invalid.percent')

const basis = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('percent'),
      percent,
      /** Per cent of the net price that are free first. */
      baseReduction: percent.optional(),
    }),
    z.strictObject({ kind: z.literal('per-unit'), amountMinor }),
    z.strictObject({ kind: z.literal('per-night'), amountMinor }),
    z.strictObject({ kind: z.literal('per-person'), amountMinor }),
    z.strictObject({
      kind: z.literal('percent-per-person'),
      percent,
      /** Never more than this for one person. */
      maxMinor: amountMinor.optional(),
    }),
    z.strictObject({
      kind: z.literal('steps'),
      steps: z
        .array(z.strictObject({ upToMinor: amountMinor, amountMinor }))
        .min(1, 'invalid.required')
        .max(20)
        .refine(
          (steps) => steps.every((step, at) => at === 0 || step.upToMinor > (steps[at - 1]?.upToMinor ?? 0)),
          'invalid.notAscending',
        ),
      /** Where the edge of a step belongs to the next one (“less than”). */
      edge: z.literal('upper', { error: 'invalid.choice' }).optional(),
    }),
  ],
  { error: 'invalid.choice' },
)

export const taxFields = {
  ...named,
  accountId: id<LedgerAccountId>(),
  terms: z.strictObject({
    included: z.boolean(),
    addsToBase: z.boolean(),
    ignoresEarlier: z.boolean(),
    exemptUnderAge: whole({ least: 1, most: 99 }).nullable(),
    exemptBusiness: z.boolean(),
    exemptFromNight: whole({ least: 2, most: 999 }).nullable(),
    exemptBackToFirst: z.boolean(),
    vatCategory: choice(['', 'S', 'Z', 'E', 'AE', 'O', 'K', 'G']),
    rates: z
      .array(z.strictObject({ from: businessDate.nullable(), basis }))
      .min(1, 'invalid.required')
      .max(60)
      .refine(areRatesAscending, 'invalid.notAscending'),
  }),
}

export const ruleFields = {
  ...named,
  taxes: z
    .array(id<TaxId>())
    .max(12)
    .refine((all) => new Set(all).size === all.length, 'invalid.twice'),
}

const basisPoints = whole({ least: 1, most: wholeBasisPoints })

export const codeFields = {
  ...named,
  kind: choice(codeKinds),
  group: choice(revenueGroups),
  accountId: id<LedgerAccountId>().nullable(),
  taxRuleId: id<TaxRuleId>().nullable(),
  method: choice(paymentMethods).nullable(),
  role: choice(codeRoles).nullable(),
  priceMinor: amountMinor.nullable(),
  /** Of a package: hundredths of a per cent that add up to 10000. */
  parts: z
    .array(z.strictObject({ codeId: id<TransactionCodeId>(), basisPoints }))
    .max(20)
    .refine((all) => new Set(all.map(({ codeId }) => codeId)).size === all.length, 'invalid.twice'),
  invoiceItem: optionalLine(40),
}

export const packageFields = {
  ...named,
  terms: z.strictObject({
    ratePlanIds: z.array(id<RatePlanId>()).max(200),
    meals: z.array(choice(meals)).max(20),
    elements: z
      .array(
        z
          .strictObject({
            codeId: id<TransactionCodeId>(),
            per: choice(packagePers),
            amountMinor: amountMinor.nullable(),
            basisPoints: basisPoints.nullable(),
          })
          // An amount or a part of the rate: one of them
          .refine((one) => (one.amountMinor === null) !== (one.basisPoints === null), 'invalid.required'),
      )
      .min(1, 'invalid.required')
      .max(20),
  }),
}

const charge = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('flat'), amountMinor }),
    z.strictObject({ kind: z.literal('percent'), basisPoints }),
    z.strictObject({ kind: z.literal('nights'), nights: whole({ least: 1, most: 99 }) }),
  ],
  { error: 'invalid.choice' },
)

export const policyFields = {
  ...named,
  terms: z.strictObject({
    ratePlanIds: z.array(id<RatePlanId>()).max(200),
    cancellation: z
      .array(
        z.strictObject({ daysBefore: whole({ least: 0, most: 730 }).nullable(), time: clockTime, charge }),
      )
      .max(12)
      .refine(areTiersDescending, 'invalid.notDescending'),
    noShow: charge,
    earlyDeparture: charge,
  }),
}

export const rateFields = {
  currency,
  validFrom: businessDate,
  /** One unit of the foreign currency in the hotel's, as a decimal text. */
  rate: z.string({ error: 'invalid.rate' }).regex(/^\d{1,8}(\.\d{1,10})?$/, 'invalid.rate'),
}

export const seriesFields = {
  code: code(16),
  kind: choice(paperKinds),
  /** What stands before year and number. */
  prefix: optionalLine(16),
  digits: whole({ least: 1, most: 10 }),
  active: z.boolean(),
}

export const settingFields = {
  taxRounding: choice(taxRoundings),
  cashStepMinor: whole(settingBounds.cashStepMinor),
  cashAllowed: z.boolean(),
  shiftRule: choice(shiftRules),
  shiftExempt: z.array(line(60)).max(50, 'invalid.tooMany'),
  creditLimitMinor: amountMinor.nullable(),
  warnPercent: whole(settingBounds.warnPercent),
  keyDepositMinor: amountMinor,
  holdDays: whole(settingBounds.holdDays),
  paperSize: choice(paperSizes),
  eInvoice: z.boolean(),
  sellerName: optionalLine(120),
  sellerAddress: optionalLine(200),
  sellerTaxNo: optionalLine(40),
  sellerRegistration: optionalLine(120),
  sellerBank: optionalLine(200),
  footer: z.union([z.literal(''), prose(500)]),
}
