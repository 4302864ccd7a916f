import { sql } from 'kysely'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { roomOn } from '../booking/list.ts'

/** Due date, department, booking, request: the order of the list. */
export type OpenKey = [string, string, number, number]

export type OpenFilter = { department: string | undefined; after: OpenKey | null; limit: number }

/** Literal statuses, so that the partial index over open requests serves, its order with it. */
const isOpen = sql<boolean>`q.status in ('open', 'acknowledged')`

/** Requests not yet done, by due date and department, with whose they are and the room on the day they are due. */
export async function readOpenRequests(db: Reader, filter: OpenFilter) {
  return openRequests(db, filter).execute()
}

export function openRequests(db: Reader, filter: OpenFilter) {
  let query = readWith(db)
    .selectFrom('requests as q')
    .innerJoin('bookings as b', 'b.id', 'q.booking_id')
    .innerJoin('guests as g', 'g.id', 'b.guest_id')
    .selectAll('q')
    .select([
      'b.guest_id',
      'b.confirmation_no',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
      roomOn(sql.ref('q.due_on')).as('room_number'),
    ])
    .where(isOpen)
    // Nobody comes, or is there still: the wish is nobody’s work any more
    .where('b.status', 'not in', ['cancelled', 'no-show', 'checked-out'])
    .orderBy('q.due_on')
    .orderBy('q.department')
    .orderBy('q.booking_id')
    .orderBy('q.id')
    .limit(filter.limit)
  if (filter.department) query = query.where('q.department', '=', filter.department)
  if (filter.after) {
    const [dueOn, department, booking, id] = filter.after
    query = query.where(
      sql<boolean>`(q.due_on, q.department, q.booking_id, q.id) > (${dueOn}, ${department}, ${booking}, ${id})`,
    )
  }
  return query
}
