/** What is done in a room on a day, and who does it. */
import type { AttendantId, BusinessDate, RoomId, UserId } from '../../values/index.ts'
import type { LinenCounts, Outcome, Work } from './work.ts'

export type TaskImage = {
  onDate: BusinessDate
  roomId: RoomId
  work: Work
  linen: boolean
  credits: number
  attendantId: AttendantId | null
  /** The place on the attendant's sheet. */
  position: number
  outcome: Outcome | null
  outcomeAt: string | null
  outcomeBy: string | null
  counts: LinenCounts
  note: string
}

export type AttendantImage = {
  name: string
  language: string
  floors: number[]
  userId: UserId | null
  /** What the attendant does in a day. */
  credits: number
  active: boolean
}
