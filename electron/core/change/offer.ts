import type { Reader } from '#db/handles.ts'
import { readBookingsThen } from '#db/queries/booking/view.ts'
import { type ChangeRow, readCommandOf } from '#db/queries/change/changes.ts'
import { allows, isOperationName, operations, type Permission, type Right } from '#shared/contract/index.ts'
import { type BookingThen, pastOf, wishPastOf } from '#shared/domain/booking/undo-rules.ts'
import { type Difference, fieldsOf } from '#shared/domain/change/change.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'

type OnPage = {
  row: ChangeRow
  thing: string
  state: 'whole' | 'erased' | 'unreadable'
  before: unknown
  after: unknown
}

/**
 * The commands of a page of the log, newest first, whose undo is worth offering: the user who asks may do it, nothing on
 * this page depends on it, and it is not history. What only the store knows (a room given away since) is answered
 * when it is tried.
 */
export async function offeredUndo(
  db: Reader,
  ctx: Context,
  page: readonly OnPage[],
  undoerOf: ReadonlyMap<number, number>,
): Promise<Set<number>> {
  const bookings = await readBookingsThen(db, bookingsOn(page))
  const barred = new Set(undoerOf.keys())
  const undoers = new Set(undoerOf.values())
  const later = new Map<string, Set<string>>()
  for (const { row, thing, state, before, after } of page) {
    if (state !== 'whole') barred.add(row.command)
    const change = { before, after } as Difference
    const fields = fieldsOf(change) ?? [whole]
    const since = later.get(thing) ?? new Set()
    const booking = row.booking_id === null ? undefined : bookings.get(row.booking_id)
    const isStoodOn = since.size > 0 && fields.some((field) => field === whole || since.has(field))
    if (isStoodOn || (booking && isHistory(row, change, booking, ctx.businessDate))) barred.add(row.command)
    // A change and its undo leave nothing in effect
    if (undoerOf.has(row.command) || undoers.has(row.command)) continue
    for (const field of fields) since.add(field)
    later.set(thing, since)
  }
  const offered = new Set<number>()
  for (const { row } of page) {
    if (barred.has(row.command) || !canBeUndone(row.operation)) continue
    if ((await lackingFor(db, ctx, row)) === null) offered.add(row.command)
  }
  return offered
}

/** Stands for every field of a thing: it was made or taken away. */
const whole = '*'

function isHistory(row: ChangeRow, change: Difference, booking: BookingThen, today: BusinessDate): boolean {
  if (row.entity === 'booking') return pastOf(change, booking, row.business_date, today) !== null
  return row.entity === 'request' && wishPastOf(booking, row.business_date, today) !== null
}

function bookingsOn(page: readonly OnPage[]): BookingId[] {
  return [...new Set(page.flatMap(({ row }) => (row.booking_id === null ? [] : [row.booking_id])))]
}

/** Undo of an undo is a redo: it is offered like any other. */
export function canBeUndone(operation: string): boolean {
  if (!isOperationName(operation)) return false
  const known = operations[operation]
  return known.kind === 'command' && known.undoable
}

/** The right that the asker lacks for the act itself, or for the one that an undo took back; null: they may. */
export async function lackingFor(db: Reader, ctx: Context, row: ChangeRow): Promise<Right | null> {
  const needed = await permissionOf(db, row)
  if (needed === 'public' || needed === 'signed-in') return null
  return ctx.user !== null && allows(ctx.user.rights, needed) ? null : needed
}

async function permissionOf(db: Reader, row: ChangeRow): Promise<Permission> {
  if (row.undoes !== null) {
    const [undone] = await readCommandOf(db, row.undoes)
    if (undone) return permissionOf(db, undone)
  }
  return isOperationName(row.operation) ? operations[row.operation].permission : 'users'
}
