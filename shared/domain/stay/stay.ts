/** A stay: what a booking became when its guest came. Its booking has the nights; here is who came when, and where they are. */
import type { BusinessDate, RoomId } from '../../values/index.ts'

/** What the desk is asked before it goes on; the answer is kept with the stay. */
export const checkInQuestions = [
  'small-hours',
  'room-not-ready',
  'guest-elsewhere',
  'not-registered',
] as const
export const checkOutQuestions = ['early-departure', 'day-use', 'owing', 'held'] as const
export type CheckInQuestion = (typeof checkInQuestions)[number]
export type CheckOutQuestion = (typeof checkOutQuestions)[number]

/** The departments that a room move may leave a trace for: what is in the room, and the luggage. */
export const moveDepartments = ['housekeeping', 'concierge'] as const

export type StayImage = {
  /** Where the guest is, while in house; the last room after it. */
  roomId: RoomId | null
  /** The moment since which the guest stands at the desk and waits for a room. */
  arrivedAt: string | null
  checkedInAt: string | null
  /** The business date of it. */
  checkedInOn: BusinessDate | null
  checkedInBy: string | null
  checkedOutAt: string | null
  checkedOutOn: BusinessDate | null
  checkedOutBy: string | null
  doNotDisturb: boolean
  /** Nobody is told that this guest is here. */
  incognito: boolean
  /** The questions that the desk answered with yes. */
  accepted: string[]
  /** The drawing of the signature on the registration card, and its moment. */
  signature: string | null
  signedAt: string | null
  /** What the guest said of the stay: a mark from 1 to 5, words, by whom and when it was noted. */
  feedbackMark: number | null
  feedbackText: string | null
  feedbackAt: string | null
  feedbackBy: string | null
  /** By guest id: who stays for a part only, [from, to). */
  persons: { [guestId: string]: { from: BusinessDate; to: BusinessDate } }
}

/** A stay of which the guest said nothing. */
export const noFeedback = { feedbackMark: null, feedbackText: null, feedbackAt: null, feedbackBy: null }

/** Of a booking whose guest has not come. */
export const noStay: StayImage = {
  roomId: null,
  arrivedAt: null,
  checkedInAt: null,
  checkedInOn: null,
  checkedInBy: null,
  checkedOutAt: null,
  checkedOutOn: null,
  checkedOutBy: null,
  doNotDisturb: false,
  incognito: false,
  accepted: [],
  signature: null,
  signedAt: null,
  ...noFeedback,
  persons: {},
}

/** Whether the guest is in the house by this record. */
export function isIn(stay: Pick<StayImage, 'checkedInAt' | 'checkedOutAt'>): boolean {
  return stay.checkedInAt !== null && stay.checkedOutAt === null
}

/** What a guest said of a stay, noted by somebody; neither a mark nor words take it off again. */
export function withFeedback(
  stay: StayImage,
  { mark, text }: { mark: number | null; text: string },
  { moment, actor }: { moment: string; actor: string },
): StayImage {
  if (mark === null && text === '') return { ...stay, ...noFeedback }
  if (mark === stay.feedbackMark && text === (stay.feedbackText ?? '')) return stay
  return { ...stay, feedbackMark: mark, feedbackText: text || null, feedbackAt: moment, feedbackBy: actor }
}
