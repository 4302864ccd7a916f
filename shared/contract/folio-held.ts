/** Money that is held and not earned: deposits and 押金, pre-authorisations, vouchers sold. */
import { z } from 'zod'
import { cardBrands } from '../domain/folio/card.ts'
import { depositKinds } from '../domain/folio/deposit.ts'
import type {
  BookingId,
  DepositId,
  FolioId,
  GuestId,
  HoldId,
  PostingId,
  TransactionCodeId,
  VoucherId,
} from '../values/index.ts'
import {
  businessDate,
  code,
  id,
  nextPage,
  optionalLine,
  pageBy,
  placeKey,
  reason,
  saved,
  typedLine,
  version,
} from './fields.ts'
import {
  chargeRefusals,
  closedRefusals,
  depositView,
  folioNameRefusals,
  holdView,
  paidMinor,
  paymentFields,
  payRefusals,
  postedOn,
  windowNo,
} from './folio-fields.ts'
import { command, query } from './operation.ts'

const minor = z.number().int()

/** Of a booking, whose folio is opened where there is none, or of a folio. */
const whose = {
  bookingId: id<BookingId>().optional(),
  folioId: id<FolioId>().optional(),
}
const isOneOf = ({ bookingId, folioId }: { bookingId?: unknown; folioId?: unknown }) =>
  (bookingId === undefined) !== (folioId === undefined)
const needsOne = { error: 'invalid.required', path: ['bookingId'] }
const whoseRefusals = ['BOOKING_UNKNOWN', ...folioNameRefusals] as const

/** Whose money or card it is. */
const holder = z.strictObject({
  folioId: id<FolioId>(),
  title: z.string(),
  latinTitle: z.string(),
  guestId: id<GuestId>().nullable(),
  bookingId: id<BookingId>().nullable(),
  confirmationNo: z.string(),
  roomNo: z.string(),
  arrival: businessDate.nullable(),
  departure: businessDate.nullable(),
})

export const takeDeposit = command({
  name: 'deposit.take',
  about: 'Takes a deposit before arrival or a 押金 at check-in, under the next slip number of its series.',
  input: z
    .strictObject({
      ...whose,
      kind: z.enum(depositKinds, { error: 'invalid.choice' }),
      codeId: id<TransactionCodeId>(),
      amountMinor: paidMinor,
      currency: paymentFields.currency,
      foreignMinor: paymentFields.foreignMinor,
      tenderedMinor: paymentFields.tenderedMinor,
      brand: paymentFields.brand,
      lastFour: paymentFields.lastFour,
      reference: paymentFields.reference,
      note: optionalLine(200).default(''),
      ...postedOn,
    })
    .refine(isOneOf, needsOne),
  output: z.strictObject({
    id: id<DepositId>(),
    version,
    slipNo: z.string(),
    folioId: id<FolioId>(),
    postingId: id<PostingId>(),
    amountMinor: minor,
    changeMinor: minor.nullable(),
  }),
  refusals: [...closedRefusals, ...payRefusals, ...whoseRefusals, 'DEPOSIT_METHOD', 'SERIES_MISSING'],
  permission: 'folio-pay',
  undoable: true,
})

const ofDeposit = { id: id<DepositId>(), version, amountMinor: paidMinor }
const heldRefusals = ['DEPOSIT_UNKNOWN', 'DEPOSIT_SHORT', ...closedRefusals] as const

export const applyDeposit = command({
  name: 'deposit.apply',
  about: 'Pays a window of the deposit’s folio out of it.',
  input: z.strictObject({ ...ofDeposit, window: windowNo.default(1), ...postedOn }),
  output: z.strictObject({ id: id<DepositId>(), version, postingId: id<PostingId>(), balanceMinor: minor }),
  refusals: [...heldRefusals, 'WINDOW_UNKNOWN'],
  permission: 'folio-pay',
  undoable: true,
})

export const refundDeposit = command({
  name: 'deposit.refund',
  about:
    'Gives a deposit back by the method it was taken by; by another one a manager does, with a reason, as for a slip that is lost.',
  input: z.strictObject({
    ...ofDeposit,
    codeId: id<TransactionCodeId>().optional(),
    brand: paymentFields.brand,
    lastFour: paymentFields.lastFour,
    reference: paymentFields.reference,
    reason: reason.optional(),
    ...postedOn,
  }),
  output: z.strictObject({ id: id<DepositId>(), version, postingId: id<PostingId>(), heldMinor: minor }),
  refusals: [
    ...heldRefusals,
    'CODE_UNKNOWN',
    'DEPOSIT_METHOD',
    'DEPOSIT_OTHER_METHOD',
    'REASON_NEEDED',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
  ],
  permission: 'folio-refund',
  undoable: true,
})

export const forfeitDeposit = command({
  name: 'deposit.forfeit',
  about:
    'Keeps a deposit as a charge with its tax (a cancellation fee, damage): on the folio both come to nothing.',
  input: z.strictObject({
    ...ofDeposit,
    window: windowNo.default(1),
    codeId: id<TransactionCodeId>(),
    reason,
    ...postedOn,
  }),
  output: z.strictObject({ id: id<DepositId>(), version, postingId: id<PostingId>(), heldMinor: minor }),
  refusals: [...heldRefusals, ...chargeRefusals, 'WINDOW_UNKNOWN'],
  permission: 'deposit-forfeit',
  undoable: true,
})

export const reportLostSlip = command({
  name: 'deposit.reportLost',
  about: 'Notes that a slip is lost, or found again: without it money is given back with a reason.',
  input: z.strictObject({
    id: id<DepositId>(),
    version,
    lost: z.boolean().default(true),
    note: optionalLine(200).optional(),
  }),
  output: saved<DepositId>(),
  refusals: ['DEPOSIT_UNKNOWN'],
  permission: 'folio-pay',
  undoable: true,
})

const sums = z.strictObject({ count: minor, heldMinor: minor, ledgerMinor: minor })

export const listDeposits = query({
  name: 'deposit.list',
  about:
    'Deposits and 押金 that are held, the oldest first, with what is held of each kind and what the ledger has for it.',
  input: z.strictObject({
    kind: z.enum(depositKinds, { error: 'invalid.choice' }).optional(),
    show: z.enum(['held', 'all'], { error: 'invalid.choice' }).default('held'),
    text: typedLine(100).default(''),
    ...pageBy(placeKey),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...depositView.shape,
        code: z.string(),
        codeNameEn: z.string(),
        codeNameZh: z.string(),
        folio: holder,
      }),
    ),
    totals: z.strictObject({ deposit: sums, key: sums }),
    next: nextPage,
  }),
  permission: 'folio-read',
  reads: ['deposit', 'posting', 'folio', 'booking', 'guest'],
})

export const takeHold = command({
  name: 'hold.take',
  about: 'Notes a card’s pre-authorisation: no payment, and nothing in the ledger.',
  input: z
    .strictObject({
      ...whose,
      amountMinor: paidMinor,
      brand: z.enum(['', ...cardBrands], { error: 'invalid.choice' }).default(''),
      lastFour: paymentFields.lastFour,
      approval: optionalLine(40).default(''),
      /** Without it, as many days from today as the hotel’s settings say. */
      expiresOn: businessDate.optional(),
    })
    .refine(isOneOf, needsOne),
  output: z.strictObject({ id: id<HoldId>(), version, folioId: id<FolioId>(), expiresOn: businessDate }),
  refusals: ['FOLIO_CLOSED', ...whoseRefusals, 'HOLD_ENDS_BEFORE'],
  permission: 'folio-pay',
  undoable: true,
})

const holdRefusals = ['HOLD_UNKNOWN', 'HOLD_CAPTURED', 'HOLD_RELEASED'] as const

export const captureHold = command({
  name: 'hold.capture',
  about: 'Takes a payment by card out of a pre-authorisation, once; what is left of it is free.',
  input: z.strictObject({
    id: id<HoldId>(),
    version,
    amountMinor: paidMinor,
    window: windowNo.default(1),
    /** The card code; without it the first one of the chart. */
    codeId: id<TransactionCodeId>().optional(),
    reference: paymentFields.reference,
    ...postedOn,
  }),
  output: z.strictObject({ id: id<HoldId>(), version, postingId: id<PostingId>(), balanceMinor: minor }),
  refusals: [
    ...holdRefusals,
    'HOLD_EXPIRED',
    'HOLD_ABOVE',
    'HOLD_NOT_CARD',
    ...closedRefusals,
    ...payRefusals,
  ],
  permission: 'folio-pay',
  undoable: true,
})

export const releaseHold = command({
  name: 'hold.release',
  about: 'Notes that a pre-authorisation was given up at the terminal.',
  input: z.strictObject({ id: id<HoldId>(), version }),
  output: saved<HoldId>(),
  refusals: holdRefusals,
  permission: 'folio-pay',
  undoable: true,
})

export const listHolds = query({
  name: 'hold.list',
  about: 'Pre-authorisations, those that expire first at the top.',
  input: z.strictObject({
    show: z.enum(['held', 'all'], { error: 'invalid.choice' }).default('held'),
    text: typedLine(100).default(''),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ ...holdView.shape, folio: holder })),
    /** Of all that are held and in force, also beyond the limit of rows. */
    heldMinor: minor,
    more: z.boolean(),
  }),
  permission: 'folio-read',
  reads: ['hold', 'folio', 'booking', 'guest'],
})

export const sellVoucher = command({
  name: 'voucher.sell',
  about: 'Sells a voucher on a folio: a debt of the hotel and no revenue until it pays.',
  input: z.strictObject({
    folioId: id<FolioId>(),
    window: windowNo.default(1),
    codeId: id<TransactionCodeId>(),
    number: code(40),
    amountMinor: paidMinor,
    expiresOn: businessDate.nullable().default(null),
    ...postedOn,
  }),
  output: z.strictObject({ id: id<VoucherId>(), version, postingId: id<PostingId>(), balanceMinor: minor }),
  refusals: [
    ...closedRefusals,
    'WINDOW_UNKNOWN',
    'CODE_UNKNOWN',
    'CODE_NOT_VOUCHER',
    'VOUCHER_TAKEN',
    'VOUCHER_ENDS_BEFORE',
    'NO_POST',
    'CREDIT_LIMIT',
    'RIGHT_NEEDED',
  ],
  permission: 'folio-pay',
  undoable: true,
})

export const listVouchers = query({
  name: 'voucher.list',
  about: 'Vouchers sold and what they are worth still, with what the ledger has for them.',
  input: z.strictObject({
    show: z.enum(['left', 'expired', 'all'], { error: 'invalid.choice' }).default('left'),
    text: typedLine(100).default(''),
    ...pageBy(placeKey),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id<VoucherId>(),
        version,
        number: z.string(),
        soldOn: businessDate,
        expiresOn: businessDate.nullable(),
        expired: z.boolean(),
        amountMinor: minor,
        leftMinor: minor,
      }),
    ),
    leftMinor: minor,
    ledgerMinor: minor,
    next: nextPage,
  }),
  permission: 'folio-read',
  reads: ['voucher', 'posting'],
})
