import { z } from 'zod'
import { warningKinds } from '../domain/audit/blocks.ts'
import { closeStatuses, closeSteps } from '../domain/audit/close.ts'
import { morningLists } from '../domain/audit/morning.ts'
import { heldArrivalWays, morningFormats } from '../domain/audit/settings.ts'
import { stayCodes } from '../domain/booking/change.ts'
import { stockCodes } from '../domain/booking/stock.ts'
import type { BookingId, CloseId, GuestId } from '../values/index.ts'
import { bookingStatus } from './booking-row.ts'
import {
  businessDate,
  clockTime,
  empty,
  id,
  moment,
  optionalLine,
  reason,
  saved,
  version,
  versionOrNone,
} from './fields.ts'
import { chargeRefusals, closedRefusals, folioNameRefusals } from './folio-fields.ts'
import { command, query } from './operation.ts'

const count = z.number().int()
const minor = z.number().int()

/** A refusal as it is kept: worded where it is shown. */
const refusal = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** A booking that the close of a day speaks of. */
const stayRow = z.strictObject({
  id: id<BookingId>(),
  version,
  confirmationNo: z.string(),
  status: bookingStatus,
  guestId: id<GuestId>(),
  guestName: z.string(),
  guestLatinName: z.string(),
  arrival: businessDate,
  departure: businessDate,
  roomNumber: z.string().nullable(),
  roomTypeCode: z.string(),
  guarantee: z.string(),
  expectedTime: z.string().nullable(),
  holdUntil: z.string().nullable(),
  totalMinor: minor,
})

const counts = z.strictObject({
  nights: count,
  roomMinor: minor,
  released: count,
  enquiries: count,
  rooms: count,
})

const files = z.array(
  z.strictObject({
    list: z.enum(morningLists),
    file: z.string().nullable(),
    failure: refusal.nullable(),
  }),
)

const closeView = z.strictObject({
  id: id<CloseId>(),
  businessDate,
  status: z.enum(closeStatuses),
  step: z.enum(closeSteps),
  /** The business date is the next one already. */
  rolled: z.boolean(),
  counts,
  startedBy: z.string(),
  startedAt: moment,
  finishedAt: moment.nullable(),
  /** What kept it from going on; the booking where one is in its way. */
  troubles: z.array(refusal.extend({ booking: stayRow.nullable() })),
  /** Null: not written yet. */
  files: files.nullable(),
})

/** What a list shows at most: with more, the rest comes once these were dealt with. */
export const day = query({
  name: 'audit.day',
  about: 'What keeps the business date from being closed, what warns, and how far its close has got.',
  input: empty,
  output: z.strictObject({
    businessDate,
    /** The hotel's own clock, and how many days the books are behind it. */
    clock: z.strictObject({ date: businessDate, time: z.string() }),
    daysBehind: count,
    /** Why it is not yet the time; null: it is. */
    tooEarly: refusal.nullable(),
    arrivals: z.array(stayRow.extend({ feeMinor: minor })),
    arrivalsTotal: count,
    departures: z.array(stayRow.extend({ balanceMinor: minor.nullable() })),
    departuresTotal: count,
    /** What the close will do by itself: release arrivals, close enquiries, post nights. */
    released: count,
    expired: count,
    inHouse: count,
    unposted: count,
    posted: count,
    warnings: z.array(
      z.strictObject({
        kind: z.enum(warningKinds),
        total: count,
        /** What it is about, at most a few: where it leads to, and what it is called. */
        items: z.array(
          z.strictObject({
            to: z.enum(['folio', 'cashier', 'settings', 'registration', 'housekeeping']),
            id: count,
            label: z.string(),
          }),
        ),
      }),
    ),
    /** The close that is at work or stands still. */
    close: closeView.nullable(),
    /** The newest that is done. */
    last: closeView.nullable(),
  }),
  permission: 'booking-read',
  reads: [
    'settings',
    'close',
    'close-setting',
    'booking',
    'posting',
    'folio',
    'shift',
    'fee-policy',
    'room',
    'guest',
    'registration',
    'stay',
    'discrepancy',
  ],
})

export const history = query({
  name: 'audit.history',
  about: 'Closes of business dates with who, when and figures, the newest first.',
  input: z.strictObject({
    before: businessDate.optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({ rows: z.array(closeView), next: businessDate.nullable() }),
  permission: 'audit',
  reads: ['close'],
})

const bookings = z
  .array(z.strictObject({ id: id<BookingId>(), version }))
  .min(1, 'invalid.required')
  .max(200, 'invalid.tooMany')
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'invalid.twice')

/** What was done, and what was not with its reason: it stays as it was. */
const failed = z.array(z.strictObject({ id: id<BookingId>(), refusal }))

const someDone = ['BOOKING_UNKNOWN'] as const

export const noShow = command({
  name: 'audit.noShow',
  about:
    'Guests who did not come: their nights are free, the fee is charged by the policy or waived with a reason.',
  input: z.strictObject({
    bookings,
    fee: z.enum(['policy', 'none'], { error: 'invalid.choice' }).default('policy'),
    reason: reason.optional(),
  }),
  output: z.strictObject({
    done: z.array(z.strictObject({ id: id<BookingId>(), version, feeMinor: minor })),
    failed,
  }),
  refusals: [
    ...someDone,
    'REASON_NEEDED',
    'NOT_AWAITED',
    'NOT_DUE_YET',
    'FEE_POSTED',
    'FEE_NOT_DUE',
    ...closedRefusals,
    ...chargeRefusals,
    ...folioNameRefusals,
  ],
  permission: 'audit',
  undoable: true,
})

export const reviewTakeBack = query({
  name: 'audit.reviewTakeBack',
  about: 'What a no-show who comes after all has again: the nights that are left, the room, the fee.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z.strictObject({
    arrival: businessDate,
    departure: businessDate,
    nights: count,
    /** Nights of closed dates: they are over. */
    nightsGone: count,
    totalMinor: minor,
    /** The room it had; not kept: somebody has it meanwhile. */
    room: z.strictObject({ number: z.string(), kept: z.boolean() }).nullable(),
    /** What was charged; it stands where its date is closed. */
    fee: z.strictObject({ minor, stands: z.boolean() }).nullable(),
    /** Why it can't be; null: it can. */
    refusal: refusal.nullable(),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-read',
  reads: ['booking', 'posting', 'room', 'closure', 'day-use', 'settings'],
})

export const takeBackNoShow = command({
  name: 'audit.takeBackNoShow',
  about: 'A no-show who comes after all: awaited again, while a night is left. A fee of a closed day stands.',
  input: z.strictObject({ id: id<BookingId>(), version, reason: reason.optional() }),
  output: z.strictObject({ id: id<BookingId>(), version, feeStands: z.boolean() }),
  refusals: [
    'BOOKING_UNKNOWN',
    'NOT_NO_SHOW',
    'STAY_OVER',
    ...stockCodes,
    'STANDS_ON',
    'LINE_GONE',
    'LINE_INVOICED',
    'LINE_ON_FAPIAO',
    'FOLIO_CLOSED',
    'FOLIO_UNKNOWN',
    'POSTING_AUDITED',
    'SHIFT_NEEDED',
  ],
  permission: 'stay',
  undoable: true,
})

const datesRefusals = [
  ...someDone,
  ...stayCodes,
  ...stockCodes,
  'BOOKING_ENDED',
  'RIGHT_NEEDED',
  'REASON_NEEDED',
] as const

export const moveArrivals = command({
  name: 'audit.moveArrivals',
  about: 'Arrivals come on the next day: with a night less, or all nights a day later.',
  input: z.strictObject({ bookings, keepNights: z.boolean().default(false), reason: reason.optional() }),
  output: z.strictObject({ done: z.array(saved<BookingId>()), failed }),
  refusals: [...datesRefusals, 'NOT_AWAITED'],
  permission: 'stay',
  undoable: true,
})

export const extendStays = command({
  name: 'audit.extendStays',
  about: 'Guests who were due out stay for a night more.',
  input: z.strictObject({ bookings, reason: reason.optional() }),
  output: z.strictObject({ done: z.array(saved<BookingId>()), failed }),
  refusals: [...datesRefusals, 'NOT_DUE_OUT'],
  permission: 'stay',
  undoable: true,
})

export const begin = command({
  name: 'audit.begin',
  about: 'Begins to close the business date that it names, or goes on with a close that stopped.',
  input: z.strictObject({ from: businessDate }),
  output: z.strictObject({ id: id<CloseId>() }),
  refusals: ['BUSINESS_DATE_CLOSED', 'CLOSE_TOO_EARLY', 'CLOSE_RUNNING', 'DAY_BLOCKED'],
  permission: 'audit',
  undoable: false,
})

export const stop = command({
  name: 'audit.stop',
  about: 'Stops a close before the date is rolled; what it posted stands, and it goes on from there.',
  input: z.strictObject({ id: id<CloseId>(), trouble: refusal.optional() }),
  output: z.strictObject({ id: id<CloseId>() }),
  refusals: ['CLOSE_UNKNOWN', 'CLOSE_NOT_RUNNING', 'CLOSE_ROLLED'],
  permission: 'audit',
  undoable: false,
})

export const advance = command({
  name: 'audit.advance',
  about: 'The next small step of a close; the program asks for one after another until it is done.',
  input: z.strictObject({ id: id<CloseId>() }),
  output: z.strictObject({ status: z.enum(closeStatuses), step: z.enum(closeSteps) }),
  refusals: ['CLOSE_UNKNOWN'],
  permission: 'audit',
  undoable: false,
  receipt: false,
})

export const writeLists = command({
  name: 'audit.writeLists',
  about: 'Writes the lists of the morning of a close to the folder of the settings, again where it failed.',
  input: z.strictObject({ id: id<CloseId>() }),
  output: z.strictObject({ files }),
  refusals: ['CLOSE_UNKNOWN', 'CLOSE_NOT_DONE'],
  permission: 'audit',
  undoable: false,
  receipt: false,
})

const settingsFields = {
  heldArrivals: z.enum(heldArrivalWays, { error: 'invalid.choice' }),
  earliest: clockTime.nullable(),
  folder: optionalLine(400),
  format: z.enum(morningFormats, { error: 'invalid.choice' }),
}

export const settings = query({
  name: 'audit.settings',
  about: 'How the hotel closes its day; version 0 where nobody changed it.',
  input: empty,
  output: z.strictObject({ ...settingsFields, version: versionOrNone }),
  permission: 'booking-read',
  reads: ['close-setting'],
})

export const saveSettings = command({
  name: 'audit.saveSettings',
  about: 'Changes how the hotel closes its day, and where the lists of the morning are written.',
  input: z.strictObject({ ...settingsFields, version: versionOrNone }),
  output: saved<number>(),
  refusals: ['FOLDER_NEEDED', 'FILE_FOLDER_RELATIVE', 'FILE_FOLDER_MISSING', 'FILE_NO_ACCESS'],
  permission: 'settings-stay',
  undoable: true,
})
