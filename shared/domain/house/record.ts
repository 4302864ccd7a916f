/** What the house keeps for its guests: made by somebody, open until somebody closes it, each by name. */
import {
  type BookingId,
  type BusinessDate,
  ok,
  type Refused,
  type Result,
  refuse,
} from '../../values/index.ts'

/** When and by whom, as commands know it. */
export type Author = { moment: string; actor: string; businessDate: BusinessDate }

export type HouseRecord<S extends string = string> = {
  bookingId: BookingId | null
  status: S
  createdAt: string
  createdBy: string
  statusAt: string
  statusBy: string
}

/** What every new thing of the house begins with. */
export function newRecord(bookingId: BookingId | null, { moment, actor }: Author): HouseRecord<'open'> {
  const made = { createdAt: moment, createdBy: actor, statusAt: moment, statusBy: actor }
  return { bookingId, status: 'open', ...made }
}

/** A thing closed in some way, or opened again: who and when is kept. What is so already is said. */
export function moveRecord<I extends HouseRecord>(
  image: I,
  status: I['status'],
  { moment, actor }: Author,
): Result<I, 'STATUS_NOT_POSSIBLE'> {
  // From one end to another one opens it first, so that the story stays readable
  if (image.status === status || (image.status !== 'open' && status !== 'open'))
    return refuse('STATUS_NOT_POSSIBLE', { status: image.status, action: status })
  return ok({ ...image, status, statusAt: moment, statusBy: actor })
}

/** What is closed stays as it was closed. */
export function refusalOfEdit({ status }: HouseRecord): Refused<'STATUS_NOT_POSSIBLE'> | null {
  return status === 'open' ? null : refuse('STATUS_NOT_POSSIBLE', { status, action: 'change' })
}
