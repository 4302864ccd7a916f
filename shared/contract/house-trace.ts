import { z } from 'zod'
import { traceActions, traceStatuses } from '../domain/house/trace.ts'
import { departments } from '../domain/request/request.ts'
import type { BookingId, TraceId } from '../values/index.ts'
import { businessDate, clockTime, id, line, saved, version } from './fields.ts'
import { houseList, listOf, readsOfHouse, signedBy, whose } from './house-fields.ts'
import { command, query } from './operation.ts'

const department = z.enum(departments, { error: 'invalid.choice' })
const dueTime = clockTime.nullable()

export const traceView = z.strictObject({
  id: id<TraceId>(),
  ...whose,
  department,
  dueOn: businessDate,
  dueTime,
  text: z.string(),
  status: z.enum(traceStatuses),
  ...signedBy,
})

export const addTrace = command({
  name: 'house.addTrace',
  about:
    'Gives a department something to see to on a day, or on each day of a range, for a booking or the house.',
  input: z.strictObject({
    /** Absent: for the house. */
    bookingId: id<BookingId>().nullable().default(null),
    department,
    from: businessDate,
    /** The last day of a range; the same day when absent. */
    to: businessDate.optional(),
    dueTime: dueTime.default(null),
    text: line(300),
  }),
  output: z.strictObject({ ids: z.array(id<TraceId>()) }),
  /** TRACE_PAST: before the business date. TRACE_DATES: the range ends before it begins, or is too long. */
  refusals: ['BOOKING_UNKNOWN', 'TRACE_PAST', 'TRACE_DATES', 'CARD_NUMBER'],
  permission: 'requests',
  undoable: true,
})

export const changeTrace = command({
  name: 'house.changeTrace',
  about: 'Changes what a trace is about, of whom it is asked or when it is due.',
  input: z.strictObject({
    id: id<TraceId>(),
    version,
    department: department.optional(),
    dueOn: businessDate.optional(),
    dueTime: dueTime.optional(),
    text: line(300).optional(),
  }),
  output: saved<TraceId>(),
  refusals: ['TRACE_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'TRACE_PAST', 'CARD_NUMBER'],
  permission: 'requests',
  undoable: true,
})

export const markTrace = command({
  name: 'house.markTrace',
  about: 'Ticks a trace off, or opens it again.',
  input: z.strictObject({
    id: id<TraceId>(),
    version,
    action: z.enum(traceActions, { error: 'invalid.choice' }),
  }),
  output: saved<TraceId>(),
  refusals: ['TRACE_UNKNOWN', 'STATUS_NOT_POSSIBLE'],
  permission: 'requests-tick',
  undoable: true,
})

export const traces = query({
  name: 'house.traces',
  about: 'Traces: those that are open by the day they are due, or those done, the newest first.',
  input: z.strictObject({
    ...houseList,
    department: department.optional(),
    /** Those due up to this day. */
    until: businessDate.optional(),
  }),
  output: listOf(traceView),
  permission: 'requests',
  reads: ['trace', ...readsOfHouse],
})

export const traceCounts = query({
  name: 'house.traceCounts',
  about: 'How many traces each department has open: overdue, due on the business date, and due later.',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      department,
      overdue: z.number().int(),
      today: z.number().int(),
      later: z.number().int(),
    }),
  ),
  permission: 'requests',
  reads: ['trace', 'settings'],
})
