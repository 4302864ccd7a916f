/**
 * Traces: what a department is to see to on a day, for a booking or for the house; open until somebody ticks it off. Over a
 * range of dates there is one for each day.
 */
import {
  addDays,
  type BookingId,
  type BusinessDate,
  nightsOf,
  ok,
  type Result,
  refuse,
} from '../../values/index.ts'
import type { Department } from '../request/request.ts'

export const traceStatuses = ['open', 'done'] as const
export const traceActions = ['done', 'reopen'] as const
export type TraceStatus = (typeof traceStatuses)[number]
export type TraceAction = (typeof traceActions)[number]

/** A range longer than this is a standing order, and none of a trace. */
export const maxTraceDays = 92

export type TraceImage = {
  /** Null: of the house. */
  bookingId: BookingId | null
  department: Department
  dueOn: BusinessDate
  /** HH:MM in the hotel; null: any time of the day. */
  dueTime: string | null
  status: TraceStatus
  createdAt: string
  createdBy: string
  statusAt: string
  statusBy: string
  text: string
}

export type TraceTask = Pick<TraceImage, 'bookingId' | 'department' | 'dueTime' | 'text'>
/** When and by whom, as commands know it. */
export type Author = { moment: string; actor: string; businessDate: BusinessDate }

/** One open trace for each day from the first to the last. */
export function planTraces(
  task: TraceTask,
  from: BusinessDate,
  to: BusinessDate,
  { moment, actor, businessDate }: Author,
): Result<TraceImage[], 'TRACE_PAST' | 'TRACE_DATES'> {
  if (from < businessDate) return refuse('TRACE_PAST', { date: from, businessDate })
  const days = to < from ? [] : nightsOf(from, addDays(to, 1))
  if (days.length === 0 || days.length > maxTraceDays)
    return refuse('TRACE_DATES', { from, to, max: maxTraceDays })
  return ok(
    days.map((dueOn) => ({
      bookingId: task.bookingId,
      department: task.department,
      dueOn,
      dueTime: task.dueTime,
      status: 'open',
      createdAt: moment,
      createdBy: actor,
      statusAt: moment,
      statusBy: actor,
      text: task.text,
    })),
  )
}

/** A trace ticked off, or opened again: who and when is kept. */
export function markTrace(
  image: TraceImage,
  action: TraceAction,
  { moment, actor }: Author,
): Result<TraceImage, 'STATUS_NOT_POSSIBLE'> {
  const status = action === 'done' ? 'done' : 'open'
  if (image.status === status) return refuse('STATUS_NOT_POSSIBLE', { status: image.status, action })
  return ok({ ...image, status, statusAt: moment, statusBy: actor })
}

/** What a trace is about, by when and by whom; one that was done stays as it was done. */
export function changeTrace(
  image: TraceImage,
  fields: Partial<Pick<TraceImage, 'department' | 'dueOn' | 'dueTime' | 'text'>>,
  { businessDate }: Author,
): Result<TraceImage, 'STATUS_NOT_POSSIBLE' | 'TRACE_PAST'> {
  if (image.status === 'done')
    return refuse('STATUS_NOT_POSSIBLE', { status: image.status, action: 'change' })
  const dueOn = fields.dueOn ?? image.dueOn
  if (dueOn !== image.dueOn && dueOn < businessDate)
    return refuse('TRACE_PAST', { date: dueOn, businessDate })
  return ok({ ...image, ...fields })
}
