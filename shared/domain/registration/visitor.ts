/** The register of visitors 访客登记: who came, by which document, to whom, when, and when they left. */
import {
  type BookingId,
  type BusinessDate,
  type GuestId,
  ok,
  type Result,
  type RoomId,
  refuse,
} from '../../values/index.ts'
import type { DocumentKind } from '../document/kinds.ts'

export type VisitorImage = {
  documentKind: DocumentKind
  roomId: RoomId
  bookingId: BookingId | null
  guestId: GuestId | null
  cameAt: string
  leftAt: string | null
  businessDate: BusinessDate
  notedBy: string
  name: string
  documentNumber: string
  /** What they are to the guest, or what they come for. */
  purpose: string
}

/** Notes that a visitor left: after they came, and not in the time to come. */
export function leave(
  visitor: VisitorImage,
  at: string,
  now: string,
): Result<VisitorImage, 'VISITOR_LEFT' | 'VISITOR_TIMES'> {
  if (visitor.leftAt !== null) return refuse('VISITOR_LEFT', { at: visitor.leftAt })
  if (at < visitor.cameAt || at > now) return refuse('VISITOR_TIMES', { cameAt: visitor.cameAt, leftAt: at })
  return ok({ ...visitor, leftAt: at })
}
