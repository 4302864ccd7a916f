import { type RawBuilder, sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BoardDay, BoardSort, BoardState, BoardThing } from '#shared/domain/request/board.ts'
import type { Department, RequestKind, RequestStatus } from '#shared/domain/request/request.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import type { Flag } from '../../schema/flag.ts'
import { roomOn } from '../booking/list.ts'

export type BoardRow = { [K in keyof GuestNames]: string | null } & {
  of: BoardThing
  id: number
  version: number
  bookingId: BookingId | null
  guestId: GuestId | null
  confirmationNo: string | null
  roomNumber: string | null
  kind: RequestKind | null
  text: string
  fromPreference: Flag
  department: Department
  dueOn: BusinessDate
  dueTime: string | null
  status: RequestStatus
  reason: string | null
  alternative: string | null
  createdAt: string
  createdBy: string
  statusAt: string
  statusBy: string
}

/** The business date, and the hotel's own day and time. */
export type BoardClock = { businessDate: BusinessDate; date: BusinessDate; time: string }
export type BoardFilter = BoardClock & {
  department: Department | undefined
  state: BoardState
  day: BoardDay
  sort: BoardSort
  limit: number
}

// Literal, so that the partial indexes over what is open and what is closed serve
const requestStates: Record<BoardState, RawBuilder<boolean>> = {
  open: sql`q.status in ('open', 'acknowledged')`,
  new: sql`q.status in ('open', 'acknowledged') and q.status = 'open'`,
  acknowledged: sql`q.status in ('open', 'acknowledged') and q.status = 'acknowledged'`,
  left: sql`q.status in ('open', 'acknowledged')`,
  closed: sql`q.status in ('done', 'declined')`,
}
const traceStates: Record<BoardState, RawBuilder<boolean>> = {
  open: sql`q.status = 'open'`,
  new: sql`q.status = 'open'`,
  acknowledged: sql`0`,
  // A trace is the department's own work, whoever has left
  left: sql`0`,
  closed: sql`q.status <> 'open'`,
}

/** By the rule of isOverdue (shared/domain/request/board.ts). */
function overdue({ businessDate, date, time }: BoardClock): RawBuilder<boolean> {
  return sql`(q.due_on < ${businessDate} or (q.due_time is not null
    and (q.due_on < ${date} or (q.due_on = ${date} and q.due_time < ${time}))))`
}

function dayOf(day: BoardDay, clock: BoardClock): RawBuilder<boolean> {
  const { businessDate } = clock
  if (day === 'due') return sql`q.due_on <= ${businessDate}`
  if (day === 'overdue') return sql`q.due_on <= ${businessDate} and ${overdue(clock)}`
  if (day === 'today') return sql`q.due_on = ${businessDate}`
  return day === 'later' ? sql`q.due_on > ${businessDate}` : sql`1`
}

// Nobody comes, or nobody is there any more: the wish is nobody's work
const live = sql`b.status in ('enquiry', 'waitlisted', 'confirmed', 'in-house')`
const stays: Record<BoardState, RawBuilder<boolean>> = {
  open: sql<boolean>`${live}`,
  new: sql<boolean>`${live}`,
  acknowledged: sql<boolean>`${live}`,
  left: sql`b.status = 'checked-out'`,
  closed: sql`b.status not in ('cancelled', 'no-show')`,
}

const byDue = sql`dueOn, dueTime is null, dueTime, department, "of", id`
const orders: Record<BoardSort, RawBuilder<unknown>> = {
  due: byDue,
  room: sql`roomNumber is null, length(roomNumber), roomNumber, ${byDue}`,
  guest: sql`sortKey is null, sortKey, ${byDue}`,
  state: sql`status = 'acknowledged', ${byDue}`,
}

/** Requests and traces that a board shows: by what is due first, or the closed ones, the newest first. */
export async function readBoard(db: Reader, filter: BoardFilter): Promise<BoardRow[]> {
  const { department, state, day, sort, limit } = filter
  // What was left open has no day any more, and the newest stands first
  const narrow = sql`${dayOf(state === 'left' ? 'due' : day, filter)} ${department === undefined ? sql`` : sql`and q.department = ${department}`}`
  const latest = sql`order by q.status_at desc, q.id desc limit ${limit}`
  const parts = { requests: requestPart(state, narrow), traces: tracePart(state, narrow) }
  const { rows } = await sql<BoardRow>`
    select * from (${
      state === 'closed'
        ? sql`select * from (${parts.requests} ${latest}) union all select * from (${parts.traces} ${latest})`
        : sql`${parts.requests} union all ${parts.traces}`
    }) order by ${orderOf(state, sort)} limit ${limit}`.execute(readWith(db))
  return rows
}

function orderOf(state: BoardState, sort: BoardSort): RawBuilder<unknown> {
  if (state === 'closed') return sql`statusAt desc, "of", id desc`
  return state === 'left' ? sql`dueOn desc, department, id desc` : orders[sort]
}

const named = sql`b.guest_id as guestId, b.confirmation_no as confirmationNo, g.native_name as nativeName,
  g.family_name as familyName, g.given_name as givenName, g.sort_key as sortKey, ${roomOn(sql`q.due_on`)} as roomNumber,
  q.department, q.due_on as dueOn, q.due_time as dueTime, q.status, q.created_at as createdAt, q.created_by as createdBy,
  q.status_at as statusAt, q.status_by as statusBy`

function requestPart(state: BoardState, narrow: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select 'request' as "of", q.id, q.version, q.booking_id as bookingId, q.kind, q.text,
      q.from_preference as fromPreference, q.reason, q.alternative, ${named}
    from requests q join bookings b on b.id = q.booking_id join guests g on g.id = b.guest_id
    where ${requestStates[state]} and ${stays[state]} and ${narrow}`
}

function tracePart(state: BoardState, narrow: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select 'trace' as "of", q.id, q.version, q.booking_id as bookingId, null as kind, q.text,
      0 as fromPreference, null as reason, null as alternative, ${named}
    from traces q left join bookings b on b.id = q.booking_id left join guests g on g.id = b.guest_id
    where ${traceStates[state]} and ${narrow}`
}

/** `nextDue`: day and time by which the next of it is to be done; null where none of it has a time. */
export type WorkDue = {
  department: Department
  overdue: number
  today: number
  nextDue: string | null
}

/**
 * How much each department has that is due: overdue, and to be done today still; the most overdue first. Two indexes answer
 * it: what past stays left open over the years is passed over without being read.
 */
export async function readWorkDue(db: Reader, clock: BoardClock): Promise<WorkDue[]> {
  const due = sql`q.due_on <= ${clock.businessDate}`
  const { rows } = await sql<WorkDue>`
    select department, sum(isOver) as overdue, sum(1 - isOver) as today, min(iif(isOver, null, due)) as nextDue from (
      select q.department, ${overdue(clock)} as isOver, q.due_on || ' ' || q.due_time as due from requests q indexed by requests_open
        where ${requestStates.open} and ${due} and exists (select 1 from bookings b indexed by bookings_live
          where b.id = q.booking_id and ${live})
      union all select q.department, ${overdue(clock)} as isOver, q.due_on || ' ' || q.due_time as due from traces q where ${traceStates.open} and ${due})
    group by department order by overdue desc, department`.execute(readWith(db))
  return rows
}

/** How many requests stays that are over have left open. */
export async function countLeftOpen(db: Reader, clock: BoardClock): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from requests q join bookings b on b.id = q.booking_id
    where ${requestStates.left} and ${stays.left} and ${dayOf('due', clock)}`.execute(readWith(db))
  return rows[0]?.count ?? 0
}
