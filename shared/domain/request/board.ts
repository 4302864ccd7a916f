/** The board of requests and traces: what departments are to see to, which of it is shown, and in which order. */
import type { BusinessDate } from '../../values/index.ts'
import { departments } from './request.ts'

export const boardThings = ['request', 'trace'] as const
export type BoardThing = (typeof boardThings)[number]

/**
 * `open`: everything that is to be seen to still, acknowledged or not; `new`: what nobody has acknowledged; `left`: requests that
 * stays which are over left open. Nobody can meet those any more: they are closed there, and overdue nowhere.
 */
export const boardStates = ['open', 'new', 'acknowledged', 'left', 'closed'] as const
/** `due`: up to the business date, what is overdue with it. */
export const boardDays = ['due', 'overdue', 'today', 'later', 'all'] as const
export const boardSorts = ['due', 'room', 'guest', 'state'] as const
/** What may be done with several at once; those that are declined have one reason. */
export const boardActions = ['acknowledge', 'done', 'decline', 'reopen'] as const

export type BoardState = (typeof boardStates)[number]
export type BoardDay = (typeof boardDays)[number]
export type BoardSort = (typeof boardSorts)[number]
export type BoardAction = (typeof boardActions)[number]

/** Departments as a board offers them: all, then each. */
export const boardDepartments = ['all', ...departments] as const

/** The hotel's own day and time. */
type Clock = { date: BusinessDate; time: string }
type Due = { dueOn: BusinessDate; dueTime: string | null }

/**
 * Whether the day or the time by which it was to be done is over. What has no time is due until its day is closed, what has
 * one until the hotel's clock is past it.
 */
export function isOverdue({ dueOn, dueTime }: Due, businessDate: BusinessDate, clock: Clock): boolean {
  if (dueOn < businessDate) return true
  if (dueTime === null) return false
  return dueOn < clock.date || (dueOn === clock.date && dueTime < clock.time)
}
