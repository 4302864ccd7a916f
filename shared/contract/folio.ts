import { z } from 'zod'
import { revenueGroups } from '../domain/folio/chart.ts'
import { folioKinds, folioStatuses } from '../domain/folio/folio.ts'
import type { AccountId, BookingId, FolioId, GuestId, PostingId, TransactionCodeId } from '../values/index.ts'
import { changeView } from './change.ts'
import {
  amountMinor,
  businessDate,
  code,
  id,
  nameText,
  nextPage,
  pageBy,
  reason,
  saved,
  sortedKey,
  typedLine,
  version,
} from './fields.ts'
import {
  closedRefusals,
  depositView,
  folioNameRefusals,
  folioRow,
  holdView,
  lineView,
  payeeFields,
  paymentFields,
  payRefusals,
  postedOn,
  windowNo,
  windowView,
} from './folio-fields.ts'
import { command, query } from './operation.ts'

const minor = z.number().int()
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
        latinTitle: z.string(),
        guestId: id<GuestId>().nullable(),
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
  permission: 'folio-read',
  reads: [...readsFolio, 'booking', 'guest', 'account'],
})

export const changes = query({
  name: 'folio.changes',
  about: 'Every change of a folio, newest first: what was posted on it, who pays, what is held for it.',
  input: z.strictObject({ id: id<FolioId>(), ...pageBy(sortedKey('number')) }),
  output: z.strictObject({ rows: z.array(changeView), next: nextPage }),
  permission: 'folio-read',
  reads: ['folio', 'posting', 'deposit', 'hold', 'user'],
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
  permission: 'folio-read',
  reads: ['folio', 'posting', 'deposit', 'hold'],
})

export const ofGuest = query({
  name: 'folio.ofGuest',
  about: 'What a guest owes on open folios, has deposited, and has brought over all stays.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({
    /** Open folios, the newest first. */
    folios: z.array(z.strictObject({ id: id<FolioId>(), title: z.string(), balanceMinor: minor })),
    openMinor: minor,
    depositsHeldMinor: minor,
    /** Net of tax, by group, of what was posted for the guest's bookings. */
    revenue: z.strictObject({ room: minor, food: minor, other: minor }),
  }),
  permission: 'folio-read',
  reads: ['folio', 'posting', 'deposit', 'booking'],
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
  output: z.strictObject({ rows: z.array(folioRow), totalMinor: minor, count: minor, next: nextPage }),
  permission: 'folio-read',
  reads: ['folio', 'posting', 'deposit', 'booking', 'guest'],
})

export const openForBooking = command({
  name: 'folio.openForBooking',
  about: 'The open folio of a booking’s guest, or of a sharer who pays apart: made when there is none.',
  input: z.strictObject({ bookingId: id<BookingId>(), guestId: id<GuestId>().optional() }),
  output: z.strictObject({ id: id<FolioId>(), opened: z.boolean() }),
  refusals: ['BOOKING_UNKNOWN', ...folioNameRefusals],
  permission: 'folio-post',
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
  refusals: folioNameRefusals,
  permission: 'folio-post',
  undoable: true,
})

const versioned = { id: id<FolioId>(), version }

export const setPayee = command({
  name: 'folio.setPayee',
  about: 'Names who pays a window, and what stands on the paper.',
  input: z.strictObject({ ...versioned, window: windowNo, payee: z.strictObject(payeeFields) }),
  output: saved<FolioId>(),
  refusals: folioNameRefusals,
  permission: 'folio-post',
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
  refusals: [...folioNameRefusals, 'DATES_REVERSED'],
  permission: 'folio-terms',
  undoable: true,
})

export const setRouting = command({
  name: 'folio.setRouting',
  about: 'Sends charges of a folio to another folio or window, from date to date.',
  input: z.strictObject({ ...versioned, n: z.number().int().positive().optional(), routing }),
  output: saved<FolioId>(),
  refusals: [...folioNameRefusals, 'FOLIO_CLOSED', 'ROUTING_CIRCLE', 'ROUTING_WINDOW', 'ROUTING_DATES'],
  permission: 'folio-post',
  undoable: true,
})

export const routeBookings = command({
  name: 'folio.routeBookings',
  about: 'Sends charges of several bookings to one folio, the master account of their party; all or nothing.',
  input: z.strictObject({
    bookingIds: z
      .array(id<BookingId>())
      .min(1, 'invalid.required')
      .max(200, 'invalid.tooMany')
      .refine((ids) => new Set(ids).size === ids.length, 'invalid.twice'),
    routing,
  }),
  output: z.strictObject({ bookings: z.number().int() }),
  refusals: [
    'BOOKING_UNKNOWN',
    ...folioNameRefusals,
    'FOLIO_CLOSED',
    'ROUTING_CIRCLE',
    'ROUTING_WINDOW',
    'ROUTING_DATES',
  ],
  permission: 'folio-post',
  undoable: true,
})

export const removeRouting = command({
  name: 'folio.removeRouting',
  about: 'Takes a routing away; what it has sent stays where it is.',
  input: z.strictObject({ ...versioned, n: z.number().int().positive() }),
  output: saved<FolioId>(),
  refusals: [...folioNameRefusals, 'ROUTING_UNKNOWN'],
  permission: 'folio-post',
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
  permission: 'folio-pay',
  undoable: true,
})

export const close = command({
  name: 'folio.close',
  about: 'Closes a folio that owes nothing and holds nothing.',
  input: z.strictObject(versioned),
  output: saved<FolioId>(),
  refusals: ['FOLIO_UNKNOWN', 'FOLIO_CLOSED', ...openRefusals],
  permission: 'folio-post',
  undoable: true,
})

export const reopen = command({
  name: 'folio.reopen',
  about: 'Opens a closed folio again: a late charge, a refund after departure.',
  input: z.strictObject({ ...versioned, reason }),
  output: saved<FolioId>(),
  refusals: [...folioNameRefusals, 'FOLIO_IS_OPEN'],
  permission: 'folio-post',
  undoable: true,
})

export const markSkipped = command({
  name: 'folio.markSkipped',
  about: 'Notes that the guest is gone without paying, or that this is settled.',
  input: z.strictObject({ ...versioned, skipped: z.boolean(), reason }),
  output: saved<FolioId>(),
  refusals: [...folioNameRefusals, 'FOLIO_CLOSED'],
  permission: 'folio-post',
  undoable: true,
})
