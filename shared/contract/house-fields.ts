/** What the operations of the house have in common. */
import { z } from 'zod'
import type { BookingId, GuestId } from '../values/index.ts'
import { id, moment, typedLine, version } from './fields.ts'
import type { EntityKind } from './operation.ts'

/** Whose a thing in the house is, as its lists name it; all null where it belongs to no booking. */
export const whose = {
  bookingId: id<BookingId>().nullable(),
  guestId: id<GuestId>().nullable(),
  guestName: z.string(),
  guestLatinName: z.string(),
  confirmationNo: z.string().nullable(),
  /** The room on the business date: the last it had by then, else the first it will have. */
  roomNumber: z.string().nullable(),
}

/** Who made it and who moved it last. */
export const signedBy = {
  createdAt: moment,
  /** What the users are called. */
  createdBy: z.string(),
  statusAt: moment,
  statusBy: z.string(),
  version,
}

/** What a list of the house is narrowed to. */
export const houseList = {
  /** Open: all that is open, the earliest first. Closed: the newest first. */
  view: z.enum(['open', 'closed'], { error: 'invalid.choice' }).default('open'),
  bookingId: id<BookingId>().optional(),
  /** Found in its texts, a guest's name, a room or a confirmation number. */
  text: typedLine(60).default(''),
}

/** A list of the house: who wants more than it holds types what to find. */
export function listOf<V extends z.ZodType>(view: V) {
  return z.strictObject({ rows: z.array(view), more: z.boolean() })
}

export const readsOfHouse = ['booking', 'guest', 'room', 'user'] as const satisfies readonly EntityKind[]

/** Absent or null: of no booking. */
export const ofBooking = id<BookingId>().nullable().default(null)
export const pieces = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(1, 'invalid.tooSmall')
  .max(99, 'invalid.tooLarge')
