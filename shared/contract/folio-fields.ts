import { z } from 'zod'
import { cardBrands } from '../domain/folio/card.ts'
import { codeKinds, paymentMethods, revenueGroups } from '../domain/folio/chart.ts'
import { depositKinds, holdStatuses } from '../domain/folio/deposit.ts'
import { folioKinds, folioStatuses, maxWindows } from '../domain/folio/folio.ts'
import { postingKinds } from '../domain/folio/posting.ts'
import {
  type AccountId,
  type BookingId,
  type DepositId,
  type FolioId,
  type FolioLineId,
  type GuestId,
  type HoldId,
  maxMinor,
  type PostingId,
  type TaxId,
  type TransactionCodeId,
} from '../values/index.ts'
import { bookingStatus } from './booking-row.ts'
import { businessDate, id, moment, optionalLine, version } from './fields.ts'

/** Minor units above zero. */
export const paidMinor = z
  .number({ error: 'invalid.amount' })
  .int('invalid.amount')
  .positive('invalid.amountNotPositive')
  .max(maxMinor, 'invalid.amountTooLarge')

/** Minor units of either sign: a discount is a charge below zero. */
export const signedMinor = z
  .number({ error: 'invalid.amount' })
  .int('invalid.amount')
  .min(-maxMinor, 'invalid.amountTooLarge')
  .max(maxMinor, 'invalid.amountTooLarge')

export const windowNo = z
  .number({ error: 'invalid.window' })
  .int('invalid.window')
  .min(1, 'invalid.window')
  .max(maxWindows, 'invalid.window')

/** Thousandths of a unit. */
export const quantity = z
  .number({ error: 'invalid.quantity' })
  .int('invalid.quantity')
  .min(1, 'invalid.quantity')
  .max(1_000_000_000, 'invalid.quantity')

export const lineIds = z
  .array(id<FolioLineId>())
  .min(1, 'invalid.required')
  .max(200, 'invalid.tooMany')
  .refine((ids) => new Set(ids).size === ids.length, 'invalid.twice')

/** The date that the page believes is open: another is refused, and nothing is posted on a day that somebody closed. */
export const postedOn = { businessDate: businessDate.optional() }

export const payeeFields = {
  guestId: id<GuestId>().nullable().default(null),
  accountId: id<AccountId>().nullable().default(null),
  name: optionalLine(120).default(''),
  address: optionalLine(300).default(''),
  taxNo: optionalLine(40).default(''),
  email: optionalLine(120).default(''),
}

/** How a payment is given. `amountMinor` is what comes in; with `currency` and `foreignMinor` it is worked out by the day's rate. */
export const paymentFields = {
  codeId: id<TransactionCodeId>(),
  amountMinor: paidMinor,
  currency: z.string().length(3, 'invalid.currency').optional(),
  foreignMinor: paidMinor.optional(),
  /** Cash handed over, in the currency of the payment: what is above the amount is given back. */
  tenderedMinor: paidMinor.optional(),
  brand: z.enum(['', ...cardBrands], { error: 'invalid.choice' }).default(''),
  lastFour: z
    .string()
    .regex(/^(\d{4})?$/, 'invalid.lastFour')
    .default(''),
  reference: optionalLine(60).default(''),
  voucherNo: optionalLine(40).default(''),
  accountId: id<AccountId>().optional(),
  text: optionalLine(120).default(''),
}

export const payRefusals = [
  'CODE_UNKNOWN',
  'CODE_NOT_PAYMENT',
  'SHIFT_NEEDED',
  'CASH_NOT_TAKEN',
  'RATE_MISSING',
  'AMOUNT_ZERO',
  'TENDERED_SHORT',
  'ACCOUNT_NEEDED',
  'ACCOUNT_UNKNOWN',
  'VOUCHER_UNKNOWN',
  'VOUCHER_SHORT',
  'WINDOW_UNKNOWN',
] as const

/** A folio that nothing is posted on, or a day. */
export const closedRefusals = ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', 'BUSINESS_DATE_CLOSED'] as const
export const chargeRefusals = [
  'CODE_UNKNOWN',
  'CODE_NOT_CHARGED',
  'CODE_WITHOUT_TAX_RULE',
  'AMOUNT_ZERO',
  'AMOUNT_TOO_LARGE',
  'ROUTE_CLOSED',
] as const
export const lineRefusals = ['LINE_UNKNOWN', 'LINE_GONE', 'LINE_INVOICED', 'LINE_ON_FAPIAO'] as const
export const folioNameRefusals = [
  'FOLIO_UNKNOWN',
  'CODE_TAKEN',
  'GUEST_UNKNOWN',
  'ACCOUNT_UNKNOWN',
  'WINDOW_UNKNOWN',
] as const
/** A fee of a booking by its policy. */
export const feeRefusals = [
  'BOOKING_UNKNOWN',
  'FEE_NOT_DUE',
  'FEE_POSTED',
  'REASON_NEEDED',
  ...closedRefusals,
  ...chargeRefusals,
  ...folioNameRefusals,
] as const

const minor = z.number().int()

export const lineView = z.strictObject({
  id: id<FolioLineId>(),
  postingId: id<PostingId>(),
  postingKind: z.enum(postingKinds),
  window: z.number().int(),
  codeId: id<TransactionCodeId>(),
  code: z.string(),
  codeKind: z.enum(codeKinds),
  group: z.enum(revenueGroups),
  nameEn: z.string(),
  nameZh: z.string(),
  businessDate,
  serviceDate: businessDate,
  text: z.string(),
  quantity: z.number().int(),
  unitMinor: minor,
  netMinor: minor,
  taxMinor: minor,
  grossMinor: minor,
  taxes: z.array(z.strictObject({ taxId: id<TaxId>(), rate: z.string(), baseMinor: minor, taxMinor: minor })),
  roomNo: z.string(),
  /** Neither taken off nor what took another off: what stands on the bill. */
  live: z.boolean(),
  about: id<FolioLineId>().nullable(),
  at: moment,
  by: z.string(),
  reason: z.string(),
  /** The invoice that it is on. */
  invoice: z.string().nullable(),
  /** The state of the 发票 request that it is on. */
  fapiao: z.string().nullable(),
  payment: z
    .strictObject({
      method: z.enum(paymentMethods),
      currency: z.string(),
      foreignMinor: minor.nullable(),
      rate: z.string().nullable(),
      tenderedMinor: minor.nullable(),
      changeMinor: minor.nullable(),
      brand: z.string(),
      lastFour: z.string(),
      reference: z.string(),
    })
    .nullable(),
})

export const depositView = z.strictObject({
  id: id<DepositId>(),
  version,
  kind: z.enum(depositKinds),
  slipNo: z.string(),
  takenOn: businessDate,
  codeId: id<TransactionCodeId>(),
  amountMinor: minor,
  heldMinor: minor,
  slipLost: z.boolean(),
  note: z.string(),
})

export const holdView = z.strictObject({
  id: id<HoldId>(),
  version,
  amountMinor: minor,
  brand: z.string(),
  lastFour: z.string(),
  approval: z.string(),
  takenOn: businessDate,
  expiresOn: businessDate,
  status: z.enum(holdStatuses),
  /** Held, and its time is over. */
  expired: z.boolean(),
  capturedMinor: minor.nullable(),
  endedOn: businessDate.nullable(),
})

export const windowView = z.strictObject({
  window: z.number().int(),
  /** As printed. */
  payeeName: z.string(),
  /** Of a guest, beside the name in another script. */
  payeeLatinName: z.string(),
  /** The guest who pays; null where a company does. */
  payeeGuestId: id<GuestId>().nullable(),
  guestId: id<GuestId>().nullable(),
  accountId: id<AccountId>().nullable(),
  name: z.string(),
  address: z.string(),
  taxNo: z.string(),
  email: z.string(),
  balanceMinor: minor,
})

/** A folio in a list. */
export const folioRow = z.strictObject({
  id: id<FolioId>(),
  kind: z.enum(folioKinds),
  code: z.string(),
  /** What a list calls it: the guest, or the account's name. */
  title: z.string(),
  latinTitle: z.string(),
  guestId: id<GuestId>().nullable(),
  status: z.enum(folioStatuses),
  bookingId: id<BookingId>().nullable(),
  confirmationNo: z.string(),
  bookingStatus: bookingStatus.nullable(),
  roomNo: z.string(),
  arrival: businessDate.nullable(),
  departure: businessDate.nullable(),
  openedOn: businessDate,
  closedOn: businessDate.nullable(),
  skippedOn: businessDate.nullable(),
  balanceMinor: minor,
  heldMinor: minor,
})
