/** Cashier shifts 班次: opened with a float, counted without seeing what should be there, closed to the safe. */
import { z } from 'zod'
import { paperFormats } from '../domain/device/device.ts'
import { paymentMethods } from '../domain/folio/chart.ts'
import { postingKinds } from '../domain/folio/posting.ts'
import type { PostingId, ShiftId, TransactionCodeId, UserId } from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  empty,
  id,
  moment,
  nextPage,
  optionalLine,
  pageBy,
  placeKey,
  version,
} from './fields.ts'
import { paidMinor } from './folio-fields.ts'
import { command, query } from './operation.ts'
import { paperLanguage, paperRefusals, paperSize } from './paper-fields.ts'
import { file } from './report-file-fields.ts'

const minor = z.number().int()
const currencyCode = z.string().length(3, 'invalid.currency')

/** Pieces by currency and face value, as they are typed: what can't be is refused by the note's name. */
const typedCount = z.record(
  currencyCode,
  z.record(z.string().max(12, 'invalid.number'), z.number({ error: 'invalid.number' })),
)

const shiftRow = z.strictObject({
  id: id<ShiftId>(),
  version,
  userId: id<UserId>(),
  userName: z.string(),
  workstation: z.string(),
  businessDate,
  openedAt: moment,
  floatMinor: minor,
  status: z.enum(['open', 'closed']),
  closedAt: moment.nullable(),
  closedOn: businessDate.nullable(),
  closedBy: z.string(),
  /** Null until it is counted. */
  expectedMinor: minor.nullable(),
  overMinor: minor.nullable(),
  droppedMinor: minor,
})

export const current = query({
  name: 'shift.current',
  about: 'One’s own open shift, and what is counted when it is closed; never what should be in the drawer.',
  input: empty,
  output: z.strictObject({
    shift: z
      .strictObject({
        id: id<ShiftId>(),
        version,
        workstation: z.string(),
        businessDate,
        openedAt: moment,
        floatMinor: minor,
        droppedMinor: minor,
      })
      .nullable(),
    /** Payments of one's own are refused without a shift: all of them, those in cash, or none. */
    needed: z.enum(['none', 'cash', 'payments']),
    /** The hotel's own first; no faces: any may be typed. */
    currencies: z.array(z.strictObject({ currency: z.string(), faces: z.array(minor) })),
  }),
  permission: 'folio-read',
  reads: ['shift', 'posting', 'folio-setting', 'exchange-rate'],
})

export const open = command({
  name: 'shift.open',
  about: 'Opens one’s shift with a float out of the safe; one at a time.',
  input: z.strictObject({ floatMinor: amountMinor }),
  output: z.strictObject({ id: id<ShiftId>(), version }),
  refusals: ['SHIFT_OPEN', 'SHIFT_WITHOUT_USER', 'CHART_NEEDED', 'CASH_NOT_TAKEN'],
  permission: 'cashier',
  undoable: true,
})

export const drop = command({
  name: 'shift.drop',
  about: 'Brings cash from one’s drawer to the safe; `amountMinor` in minor units of the currency.',
  input: z.strictObject({
    amountMinor: paidMinor,
    currency: currencyCode.optional(),
    note: optionalLine(120).default(''),
  }),
  output: z.strictObject({ id: id<ShiftId>(), version, postingId: id<PostingId>() }),
  refusals: ['SHIFT_NEEDED', 'DROP_ABOVE_DRAWER', 'CHART_NEEDED'],
  permission: 'cashier',
  undoable: true,
})

const closedCash = z.strictObject({
  currency: z.string(),
  /** In minor units of the currency. */
  expectedUnits: minor,
  countedUnits: minor,
  overUnits: minor,
  /** In the hotel's currency. */
  overMinor: minor,
})

export const close = command({
  name: 'shift.close',
  about:
    'Counts a drawer, books what is over or short, brings all of it to the safe and closes the shift. Somebody else’s is closed by a manager. Not undone: the difference is known by then, and a second count would not be blind.',
  input: z.strictObject({ id: id<ShiftId>(), version, counted: typedCount }),
  output: z.strictObject({
    id: id<ShiftId>(),
    version,
    expectedMinor: minor,
    overMinor: minor,
    cash: z.array(closedCash),
  }),
  refusals: [
    'SHIFT_UNKNOWN',
    'SHIFT_CLOSED',
    'SHIFT_OTHERS',
    'COUNT_FACE',
    'COUNT_NOT_WHOLE',
    'RATE_MISSING',
    'CHART_NEEDED',
  ],
  permission: 'cashier',
  undoable: false,
})

export const list = query({
  name: 'shift.list',
  about: 'Shifts, the newest first; of an open one nothing of its drawer is said.',
  input: z.strictObject({
    from: businessDate.optional(),
    to: businessDate.optional(),
    userId: id<UserId>().optional(),
    status: z.enum(['open', 'closed'], { error: 'invalid.choice' }).optional(),
    ...pageBy(placeKey),
  }),
  output: z.strictObject({ rows: z.array(shiftRow), next: nextPage }),
  permission: 'cashier',
  reads: ['shift', 'user'],
})

export const report = query({
  name: 'shift.report',
  about: 'A closed shift: what it began with, took, gave out and dropped, what was expected and counted.',
  input: z.strictObject({ id: id<ShiftId>() }),
  output: z.strictObject({
    shift: shiftRow,
    payments: z.array(
      z.strictObject({
        codeId: id<TransactionCodeId>(),
        code: z.string(),
        nameEn: z.string(),
        nameZh: z.string(),
        method: z.enum(paymentMethods),
        currency: z.string(),
        kind: z.enum(postingKinds),
        count: minor,
        /** In the hotel's currency; refunds and paid-outs are negative. */
        amountMinor: minor,
        foreignMinor: minor.nullable(),
      }),
    ),
    drops: z.array(
      z.strictObject({ at: moment, by: z.string(), currency: z.string(), units: minor, amountMinor: minor }),
    ),
    cash: z.array(closedCash),
    counted: z.array(
      z.strictObject({
        currency: z.string(),
        faces: z.array(z.strictObject({ faceMinor: minor, pieces: minor, totalMinor: minor })),
      }),
    ),
    /** What went to the safe at the end, the float with it. */
    toSafeMinor: minor,
  }),
  refusals: ['SHIFT_UNKNOWN', 'SHIFT_NOT_COUNTED'],
  permission: 'cashier',
  reads: ['shift', 'posting', 'user'],
})

export const makeFile = command({
  name: 'shift.file',
  about: 'The report of a closed shift as a page to print, on this desk’s printer, a PDF or a CSV table.',
  input: z.strictObject({
    id: id<ShiftId>(),
    format: z.enum([...paperFormats, 'csv'], { error: 'invalid.choice' }),
    language: paperLanguage,
    /** Of a page; without it, the hotel’s own. */
    size: paperSize.optional(),
  }),
  output: file,
  refusals: ['SHIFT_UNKNOWN', 'SHIFT_NOT_COUNTED', ...paperRefusals],
  permission: 'cashier',
  undoable: false,
  // A file is not kept a second time in the store
  receipt: false,
})
