/**
 * Traces: what a department is to see to on a day, for a booking or for the house; open until somebody ticks it off. Over a
 * range of dates there is one for each day.
 */
import { addDays, type BusinessDate, nightsOf, ok, type Result, refuse } from '../../values/index.ts'
import type { Department } from '../request/request.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const traceStatuses = ['open', 'done'] as const
export const traceActions = ['done', 'reopen'] as const
export type TraceStatus = (typeof traceStatuses)[number]
export type TraceAction = (typeof traceActions)[number]

/** A range longer than this is a standing order, and none of a trace. */
export const maxTraceDays = 92

/** Of no booking: of the house. */
export type TraceImage = HouseRecord<TraceStatus> & {
  department: Department
  dueOn: BusinessDate
  /** HH:MM in the hotel; null: any time of the day. */
  dueTime: string | null
  text: string
}

export type TraceTask = Pick<TraceImage, 'bookingId' | 'department' | 'dueTime' | 'text'>
/** One open trace for each day from the first to the last. */
export function planTraces(
  task: TraceTask,
  from: BusinessDate,
  to: BusinessDate,
  author: Author,
): Result<TraceImage[], 'TRACE_PAST' | 'TRACE_DATES'> {
  const { businessDate } = author
  if (from < businessDate) return refuse('TRACE_PAST', { date: from, businessDate })
  const days = to < from ? [] : nightsOf(from, addDays(to, 1))
  if (days.length === 0 || days.length > maxTraceDays)
    return refuse('TRACE_DATES', { from, to, max: maxTraceDays })
  const { bookingId, department, dueTime, text } = task
  return ok(days.map((dueOn) => ({ ...newRecord(bookingId, author), department, dueOn, dueTime, text })))
}

/** A trace ticked off, or opened again: who and when is kept. */
export function markTrace(
  image: TraceImage,
  action: TraceAction,
  author: Author,
): Result<TraceImage, 'STATUS_NOT_POSSIBLE'> {
  return moveRecord(image, action === 'done' ? 'done' : 'open', author)
}

/** What a trace is about, by when and by whom; one that was done stays as it was done. */
export function changeTrace(
  image: TraceImage,
  fields: Partial<Pick<TraceImage, 'department' | 'dueOn' | 'dueTime' | 'text'>>,
  { businessDate }: Author,
): Result<TraceImage, 'STATUS_NOT_POSSIBLE' | 'TRACE_PAST'> {
  const closed = refusalOfEdit(image)
  if (closed) return closed
  const dueOn = fields.dueOn ?? image.dueOn
  if (dueOn !== image.dueOn && dueOn < businessDate)
    return refuse('TRACE_PAST', { date: dueOn, businessDate })
  return ok({ ...image, ...fields })
}
