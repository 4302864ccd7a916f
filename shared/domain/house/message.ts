/** Messages for guests: taken at the desk, printed as a slip, ticked when given. */
import { ok, type Result } from '../../values/index.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const messageStatuses = ['open', 'given'] as const
export const messageActions = ['given', 'reopen'] as const
export type MessageStatus = (typeof messageStatuses)[number]
export type MessageAction = (typeof messageActions)[number]

export type MessageFields = {
  /** Whom it is for where that is not the booking's guest. */
  forName: string
  fromName: string
  /** Where the sender can be called back. */
  phone: string
  text: string
}
export type MessageImage = HouseRecord<MessageStatus> & { printedAt: string | null } & MessageFields

export function newMessage(
  bookingId: HouseRecord['bookingId'],
  { forName, fromName, phone, text }: MessageFields,
  author: Author,
): MessageImage {
  return { ...newRecord(bookingId, author), printedAt: null, forName, fromName, phone, text }
}

/** A message given to the guest, or not yet given after all. */
export function markMessage(
  image: MessageImage,
  action: MessageAction,
  author: Author,
): Result<MessageImage, 'STATUS_NOT_POSSIBLE'> {
  return moveRecord(image, action === 'given' ? 'given' : 'open', author)
}

/** What a message says, while it is not given. */
export function changeMessage(
  image: MessageImage,
  fields: Partial<MessageFields>,
): Result<MessageImage, 'STATUS_NOT_POSSIBLE'> {
  return refusalOfEdit(image) ?? ok({ ...image, ...fields, printedAt: null })
}
