import { z } from 'zod'
import { revenueGroups } from '../domain/folio/chart.ts'
import { feeKinds } from '../domain/folio/fee-policy.ts'
import { folioKinds, folioStatuses } from '../domain/folio/folio.ts'
import type {
  AccountId,
  BookingId,
  FolioId,
  FolioLineId,
  GuestId,
  PostingId,
  TransactionCodeId,
} from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  code,
  id,
  nameText,
  nextPage,
  optionalLine,
  pageBy,
  reason,
  saved,
  sortedKey,
  typedLine,
  version,
} from './fields.ts'
import {
  depositView,
  folioRow,
  holdView,
  lineIds,
  lineView,
  paidMinor,
  payeeFields,
  paymentFields,
  payRefusals,
  postedOn,
  quantity,
  signedMinor,
  windowNo,
  windowView,
} from './folio-fields.ts'
import { command, query } from './operation.ts'

const minor = z.number().int()
const closedRefusals = ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', 'BUSINESS_DATE_CLOSED'] as const
const chargeRefusals = [
  'CODE_UNKNOWN',
  'CODE_NOT_CHARGED',
  'CODE_WITHOUT_TAX_RULE',
  'AMOUNT_ZERO',
  'AMOUNT_TOO_LARGE',
  'ROUTE_CLOSED',
] as const
const lineRefusals = ['LINE_UNKNOWN', 'LINE_GONE', 'LINE_INVOICED', 'LINE_ON_FAPIAO'] as const
const nameRefusals = [
  'FOLIO_UNKNOWN',
  'CODE_TAKEN',
  'GUEST_UNKNOWN',
  'ACCOUNT_UNKNOWN',
  'WINDOW_UNKNOWN',
] as const
/** What a posting by any of these changes. */
const readsFolio = ['folio', 'posting', 'deposit', 'hold', 'paper', 'fapiao', 'transaction-code'] as const

const routing = z.strictObject({
  toFolioId: id<FolioId>(),
  toWindow: windowNo,
  codeIds: z.array(id<TransactionCodeId>()).max(200).default([]),
  groups: z
    .array(z.enum(revenueGroups, { error: 'invalid.choice' }))
    .max(4)
    .default([]),
  from: businessDate.nullable().default(null),
  to: businessDate.nullable().default(null),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
})

export const get = query({
  name: 'folio.get',
  about: 'A folio with its windows, lines, routings, deposits and what is still to be posted.',
  input: z.strictObject({ id: id<FolioId>() }),
  output: z.strictObject({
    ...folioRow.shape,
    version,
    guestId: id<GuestId>().nullable(),
    creditLimitMinor: minor.nullable(),
    noPost: z.boolean(),
    share: z.number().int(),
    shareFrom: businessDate.nullable(),
    shareTo: businessDate.nullable(),
    windows: z.array(windowView),
    lines: z.array(lineView),
    routings: z.array(z.strictObject({ n: z.number().int(), ...routing.shape, toTitle: z.string() })),
    deposits: z.array(depositView),
    holds: z.array(holdView),
    /** Folios of the same booking: sharers, and those that were closed before. */
    others: z.array(
      z.strictObject({
        id: id<FolioId>(),
        title: z.string(),
        status: z.enum(folioStatuses),
        balanceMinor: minor,
      }),
    ),
    /** The limit that holds for it and how it stands; null: none. */
    limit: z
      .strictObject({ limitMinor: minor, securedMinor: minor, state: z.enum(['within', 'warn', 'over']) })
      .nullable(),
    /** Nights that have begun and are not posted. */
    dueNights: z.array(z.strictObject({ night: businessDate, rateMinor: minor })),
    chargedMinor: minor,
    taxMinor: minor,
    paidMinor: minor,
  }),
  refusals: ['FOLIO_UNKNOWN'],
  permission: 'clerk',
  reads: [...readsFolio, 'booking', 'guest', 'account'],
})

export const ofBooking = query({
  name: 'folio.ofBooking',
  about: 'What a booking owes, has paid and has deposited, over all of its folios; and its revenue.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.strictObject({
    folios: z.array(
      z.strictObject({
        id: id<FolioId>(),
        title: z.string(),
        status: z.enum(folioStatuses),
        balanceMinor: minor,
      }),
    ),
    balanceMinor: minor,
    depositsHeldMinor: minor,
    holdsMinor: minor,
    /** Net of tax, by group, of what was posted for the booking wherever it was routed. */
    revenue: z.strictObject({ room: minor, food: minor, other: minor }),
  }),
  permission: 'clerk',
  reads: ['folio', 'posting', 'deposit', 'hold'],
})

export const list = query({
  name: 'folio.list',
  about: 'Folios by kind and state: guests who owe, house and master accounts, skippers.',
  input: z.strictObject({
    kind: z.enum(folioKinds, { error: 'invalid.choice' }).optional(),
    status: z.enum(folioStatuses, { error: 'invalid.choice' }).optional(),
    /** open: a balance that is not zero; skipped: gone without paying. */
    show: z.enum(['all', 'owing', 'in-credit', 'skipped'], { error: 'invalid.choice' }).default('all'),
    text: typedLine(100).default(''),
    ...pageBy(sortedKey('number')),
  }),
  output: z.strictObject({ rows: z.array(folioRow), totalMinor: minor, next: nextPage }),
  permission: 'clerk',
  reads: ['folio', 'posting', 'deposit', 'booking', 'guest'],
})

export const openForBooking = command({
  name: 'folio.openForBooking',
  about: 'The open folio of a booking’s guest, or of a sharer who pays apart: made when there is none.',
  input: z.strictObject({ bookingId: id<BookingId>(), guestId: id<GuestId>().optional() }),
  output: z.strictObject({ id: id<FolioId>(), opened: z.boolean() }),
  refusals: ['BOOKING_UNKNOWN', ...nameRefusals],
  permission: 'clerk',
  undoable: true,
})

export const openAccount = command({
  name: 'folio.openAccount',
  about: 'Opens a party’s master account or a house account.',
  input: z.strictObject({
    kind: z.enum(['master', 'house'], { error: 'invalid.choice' }),
    code: code(16),
    name: nameText(80),
    guestId: id<GuestId>().nullable().default(null),
    accountId: id<AccountId>().nullable().default(null),
  }),
  output: saved<FolioId>(),
  refusals: nameRefusals,
  permission: 'clerk',
  undoable: true,
})

const versioned = { id: id<FolioId>(), version }

export const setPayee = command({
  name: 'folio.setPayee',
  about: 'Names who pays a window, and what stands on the paper.',
  input: z.strictObject({ ...versioned, window: windowNo, payee: z.strictObject(payeeFields) }),
  output: saved<FolioId>(),
  refusals: nameRefusals,
  permission: 'clerk',
  undoable: true,
})

export const setTerms = command({
  name: 'folio.setTerms',
  about: 'Sets a folio’s limit, whether it takes charges, and its part of the room’s rate.',
  input: z.strictObject({
    ...versioned,
    creditLimitMinor: amountMinor.nullable(),
    noPost: z.boolean(),
    share: z.number().int('invalid.number').min(0, 'invalid.tooSmall').max(1000, 'invalid.tooLarge'),
    shareFrom: businessDate.nullable(),
    shareTo: businessDate.nullable(),
  }),
  output: saved<FolioId>(),
  refusals: [...nameRefusals, 'DATES_REVERSED'],
  permission: 'clerk',
  undoable: true,
})

export const setRouting = command({
  name: 'folio.setRouting',
  about: 'Sends charges of a folio to another folio or window, from date to date.',
  input: z.strictObject({ ...versioned, n: z.number().int().positive().optional(), routing }),
  output: saved<FolioId>(),
  refusals: [...nameRefusals, 'FOLIO_CLOSED', 'ROUTING_CIRCLE', 'ROUTING_WINDOW', 'ROUTING_DATES'],
  permission: 'clerk',
  undoable: true,
})

export const removeRouting = command({
  name: 'folio.removeRouting',
  about: 'Takes a routing away; what it has sent stays where it is.',
  input: z.strictObject({ ...versioned, n: z.number().int().positive() }),
  output: saved<FolioId>(),
  refusals: [...nameRefusals, 'ROUTING_UNKNOWN'],
  permission: 'clerk',
  undoable: true,
})

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
  permission: 'clerk',
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
    ...nameRefusals,
  ],
  permission: 'clerk',
  undoable: true,
})

const fee = z.enum(feeKinds, { error: 'invalid.choice' })

export const previewFee = query({
  name: 'folio.previewFee',
  about: 'What a cancellation, a no-show or an early departure costs by the hotel’s policy now.',
  input: z.strictObject({ bookingId: id<BookingId>(), fee }),
  output: z.strictObject({ feeMinor: minor, policy: z.string() }),
  refusals: ['BOOKING_UNKNOWN', 'FEE_NOT_DUE'],
  permission: 'clerk',
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
  refusals: [
    'BOOKING_UNKNOWN',
    'FEE_NOT_DUE',
    'FEE_POSTED',
    'REASON_NEEDED',
    ...closedRefusals,
    ...chargeRefusals,
    ...nameRefusals,
  ],
  permission: 'clerk',
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
  permission: 'clerk',
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
  ],
  permission: 'clerk',
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
  permission: 'clerk',
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
    'POSTING_AUDITED',
    'SHIFT_NEEDED',
    'CASH_NOT_TAKEN',
  ],
  permission: 'clerk',
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
  permission: 'manager',
  undoable: true,
})

export const transfer = command({
  name: 'folio.transfer',
  about: 'Moves lines to another window or folio, as they are.',
  input: z.strictObject({ lineIds, toFolioId: id<FolioId>(), toWindow: windowNo }),
  output: z.strictObject({ postingId: id<PostingId>(), lineIds: z.array(id<FolioLineId>()) }),
  refusals: ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', ...lineRefusals, 'ROUTING_CIRCLE', 'LINE_ALLOWED'],
  permission: 'clerk',
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
  permission: 'clerk',
  undoable: true,
})

const openRefusals = ['FOLIO_OPEN', 'DEPOSIT_HELD', 'HOLD_OPEN'] as const

export const settle = command({
  name: 'folio.settle',
  about: 'Takes the payments of the windows and closes the folio, all or nothing.',
  input: z.strictObject({
    ...versioned,
    payments: z.array(z.strictObject({ window: windowNo, ...paymentFields })).max(20, 'invalid.tooMany'),
    ...postedOn,
  }),
  output: z.strictObject({ id: id<FolioId>(), version, postingIds: z.array(id<PostingId>()) }),
  refusals: [...closedRefusals, ...payRefusals, ...openRefusals],
  permission: 'clerk',
  undoable: true,
})

export const close = command({
  name: 'folio.close',
  about: 'Closes a folio that owes nothing and holds nothing.',
  input: z.strictObject(versioned),
  output: saved<FolioId>(),
  refusals: ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', ...openRefusals],
  permission: 'clerk',
  undoable: true,
})

export const reopen = command({
  name: 'folio.reopen',
  about: 'Opens a closed folio again: a late charge, a refund after departure.',
  input: z.strictObject({ ...versioned, reason }),
  output: saved<FolioId>(),
  refusals: [...nameRefusals, 'FOLIO_IS_OPEN'],
  permission: 'clerk',
  undoable: true,
})

export const markSkipped = command({
  name: 'folio.markSkipped',
  about: 'Notes that the guest is gone without paying, or that this is settled.',
  input: z.strictObject({ ...versioned, skipped: z.boolean(), reason }),
  output: saved<FolioId>(),
  refusals: [...nameRefusals, 'FOLIO_CLOSED'],
  permission: 'clerk',
  undoable: true,
})
