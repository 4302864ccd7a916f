import { z } from 'zod'
import { feeKinds } from '../domain/folio/fee-policy.ts'
import type { BookingId, FolioId, FolioLineId, PostingId, TransactionCodeId } from '../values/index.ts'
import { businessDate, id, optionalLine, reason } from './fields.ts'
import {
  chargeRefusals,
  closedRefusals,
  feeRefusals,
  folioNameRefusals,
  lineIds,
  lineRefusals,
  paidMinor,
  paymentFields,
  payRefusals,
  postedOn,
  quantity,
  signedMinor,
  windowNo,
} from './folio-fields.ts'
import { command, query } from './operation.ts'

const minor = z.number().int()

const limitOutput = z.enum(['within', 'warn', 'over'])

export const charge = command({
  name: 'folio.charge',
  about: 'Charges items to a folio, with their taxes; routings send them where they belong.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    window: windowNo.default(1),
    items: z
      .array(
        z.strictObject({
          codeId: id<TransactionCodeId>(),
          quantity: quantity.default(1000),
          /** The code's own price where it is left out. */
          unitMinor: signedMinor.optional(),
          text: optionalLine(120).default(''),
        }),
      )
      .min(1, 'invalid.required')
      .max(50, 'invalid.tooMany'),
    serviceDate: businessDate.optional(),
    /** A manager charges above the limit, or to a folio that takes no charges. */
    overLimit: z.boolean().default(false),
    ...postedOn,
  }),
  output: z.strictObject({
    postingId: id<PostingId>(),
    lineIds: z.array(id<FolioLineId>()),
    limit: limitOutput,
  }),
  refusals: [
    ...closedRefusals,
    ...chargeRefusals,
    'PRICE_NEEDED',
    'SERVICE_DATE_AHEAD',
    'NO_POST',
    'CREDIT_LIMIT',
    'RIGHT_NEEDED',
    'WINDOW_UNKNOWN',
  ],
  permission: 'folio-post',
  undoable: true,
})

export const postRoom = command({
  name: 'folio.postRoom',
  about: 'Posts room and tax of nights that have begun, each once: packages split, sharers’ parts, routings.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    nights: z.array(businessDate).min(1, 'invalid.required').max(400, 'invalid.tooMany'),
    ...postedOn,
  }),
  output: z.strictObject({ postingIds: z.array(id<PostingId>()) }),
  refusals: [
    'BOOKING_UNKNOWN',
    'BUSINESS_DATE_CLOSED',
    'NIGHT_UNKNOWN',
    'NIGHT_POSTED',
    'SERVICE_DATE_AHEAD',
    'STAY_NOT_ON',
    ...chargeRefusals,
    ...folioNameRefusals,
  ],
  permission: 'folio-post',
  undoable: true,
})

const fee = z.enum(feeKinds, { error: 'invalid.choice' })

export const previewFee = query({
  name: 'folio.previewFee',
  about: 'What a cancellation, a no-show or an early departure costs by the hotel’s policy now.',
  input: z.strictObject({ bookingId: id<BookingId>(), fee }),
  output: z.strictObject({ feeMinor: minor, policy: z.string() }),
  refusals: ['BOOKING_UNKNOWN', 'FEE_NOT_DUE'],
  permission: 'folio-read',
  reads: ['booking', 'fee-policy'],
})

export const postFee = command({
  name: 'folio.postFee',
  about: 'Posts a fee by the policy, or of another amount with a reason; each kind once for a booking.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    fee,
    amountMinor: paidMinor.optional(),
    reason: reason.optional(),
    ...postedOn,
  }),
  output: z.strictObject({ postingId: id<PostingId>(), feeMinor: minor }),
  refusals: feeRefusals,
  permission: 'folio-post',
  undoable: true,
})

export const previewTaxes = query({
  name: 'folio.previewTaxes',
  about: 'What the taxes of a stay change by since they were charged, as the booking is now.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.strictObject({ lines: z.number().int(), grossMinor: minor }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'folio-read',
  reads: ['booking', 'posting', 'tax', 'tax-rule', 'transaction-code'],
})

export const adjustTaxes = command({
  name: 'folio.adjustTaxes',
  about:
    'Posts what the taxes of a stay change by since they were charged: longer, exempt, with other guests.',
  input: z.strictObject({ bookingId: id<BookingId>(), ...postedOn }),
  output: z.strictObject({ postingId: id<PostingId>(), lineIds: z.array(id<FolioLineId>()) }),
  refusals: ['BOOKING_UNKNOWN', 'TAXES_RIGHT', ...closedRefusals],
  permission: 'folio-correct',
  undoable: true,
})

export const pay = command({
  name: 'folio.pay',
  about: 'Takes a payment on a window of a folio.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    window: windowNo.default(1),
    ...paymentFields,
    ...postedOn,
  }),
  output: z.strictObject({ postingId: id<PostingId>(), balanceMinor: minor, changeMinor: minor.nullable() }),
  refusals: [...closedRefusals, ...payRefusals],
  permission: 'folio-pay',
  undoable: true,
})

export const refund = command({
  name: 'folio.refund',
  about: 'Gives money back: never more than was paid on the folio.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    window: windowNo.default(1),
    codeId: id<TransactionCodeId>(),
    amountMinor: paidMinor,
    brand: paymentFields.brand,
    lastFour: paymentFields.lastFour,
    reference: paymentFields.reference,
    accountId: paymentFields.accountId,
    text: paymentFields.text,
    reason,
    ...postedOn,
  }),
  output: z.strictObject({ postingId: id<PostingId>(), balanceMinor: minor }),
  refusals: [
    ...closedRefusals,
    'WINDOW_UNKNOWN',
    'CODE_UNKNOWN',
    'CODE_NOT_PAYMENT',
    'REFUND_ABOVE_PAID',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
    'ACCOUNT_NEEDED',
    'ACCOUNT_UNKNOWN',
  ],
  permission: 'folio-refund',
  undoable: true,
})

export const payOut = command({
  name: 'folio.payOut',
  about: 'Cash given out for a guest (a taxi, flowers), which the folio owes.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    window: windowNo.default(1),
    codeId: id<TransactionCodeId>(),
    amountMinor: paidMinor,
    text: optionalLine(120).default(''),
    reference: paymentFields.reference,
    reason,
    ...postedOn,
  }),
  output: z.strictObject({ postingId: id<PostingId>(), balanceMinor: minor }),
  refusals: [
    ...closedRefusals,
    'WINDOW_UNKNOWN',
    'CODE_UNKNOWN',
    'CODE_NOT_PAID_OUT',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
  ],
  permission: 'folio-refund',
  undoable: true,
})

export const correct = command({
  name: 'folio.correct',
  about: 'Takes lines off that were posted on the open business date, with all that they moved.',
  input: z.strictObject({ lineIds, reason }),
  output: z.strictObject({ postingId: id<PostingId>() }),
  refusals: [
    'FOLIO_UNKNOWN',
    'FOLIO_CLOSED',
    ...lineRefusals,
    'LINE_ALLOWED',
    'POSTING_AUDITED',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
    'VOUCHER_SPENT',
  ],
  permission: 'folio-correct',
  undoable: true,
})

export const allow = command({
  name: 'folio.allow',
  about:
    'Gives a guest something off a charge, with a reason, against the allowance code of its revenue group.',
  input: z.strictObject({ lineId: id<FolioLineId>(), amountMinor: paidMinor, reason }),
  output: z.strictObject({ postingId: id<PostingId>() }),
  refusals: [
    'FOLIO_UNKNOWN',
    'FOLIO_CLOSED',
    'LINE_UNKNOWN',
    'LINE_GONE',
    'LINE_ON_FAPIAO',
    'LINE_NOT_CHARGE',
    'ALLOWANCE_ABOVE_LINE',
    'CODE_UNKNOWN',
  ],
  permission: 'folio-allowance',
  undoable: true,
})

export const transfer = command({
  name: 'folio.transfer',
  about: 'Moves lines to another window or folio, as they are.',
  input: z.strictObject({ lineIds, toFolioId: id<FolioId>(), toWindow: windowNo }),
  output: z.strictObject({ postingId: id<PostingId>(), lineIds: z.array(id<FolioLineId>()) }),
  refusals: ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', ...lineRefusals, 'ROUTING_CIRCLE', 'LINE_ALLOWED'],
  permission: 'folio-correct',
  undoable: true,
})

const parts = z.array(signedMinor).min(2, 'invalid.required').max(20, 'invalid.tooMany')

export const split = command({
  name: 'folio.split',
  about: 'Cuts a charge into parts that are exactly the whole, each on a window.',
  input: z.strictObject({
    lineId: id<FolioLineId>(),
    way: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('amounts'), amounts: parts }),
      z.strictObject({ by: z.literal('percent'), basisPoints: parts }),
      z.strictObject({ by: z.literal('quantity'), quantities: parts }),
      z.strictObject({ by: z.literal('nights'), nights: parts, of: z.number().int().positive() }),
      z.strictObject({ by: z.literal('shares'), shares: parts }),
    ]),
    /** Where each part goes, in the same order. */
    windows: z.array(windowNo).min(2, 'invalid.required').max(20, 'invalid.tooMany'),
  }),
  output: z.strictObject({ postingId: id<PostingId>(), lineIds: z.array(id<FolioLineId>()) }),
  refusals: [
    'FOLIO_UNKNOWN',
    'FOLIO_CLOSED',
    ...lineRefusals,
    'LINE_NOT_CHARGE',
    'LINE_ALLOWED',
    'SPLIT_LEAVES_REST',
    'SPLIT_PART_EMPTY',
  ],
  permission: 'folio-correct',
  undoable: true,
})
