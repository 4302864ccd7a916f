import type { Generated } from 'kysely'
import type {
  AttendantId,
  BusinessDate,
  ClosureId,
  DiscrepancyId,
  HousekeepingTaskId,
  RoomId,
  TicketId,
  UserId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type HousekeepingSettingsTable = {
  id: number
  departure_state: string
  stay_over_state: string
  reopened_state: string
  linen_every: number
  inspection_needed: Flag
  check_after_days: number
  departure_credits: number
  stay_over_credits: number
  linen_credits: number
  pickup_credits: number
  day_credits: number
  version: number
}

export type AttendantsTable = {
  id: Generated<AttendantId>
  name: string
  /** The language of sheets. */
  language: string
  /** JSON: floors that are this attendant's, the first first. */
  floors: string
  /** Who signs in as this attendant. */
  user_id: UserId | null
  credits: number
  active: Flag
  version: number
}

export type HousekeepingTasksTable = {
  id: Generated<HousekeepingTaskId>
  on_date: BusinessDate
  room_id: RoomId
  work: string
  linen: Flag
  credits: number
  attendant_id: AttendantId | null
  position: number
  outcome: string | null
  outcome_at: string | null
  outcome_by: string | null
  /** JSON: linen by kind. */
  counts: string
  note: string
  version: number
}

export type DiscrepanciesTable = {
  id: Generated<DiscrepancyId>
  room_id: RoomId
  on_date: BusinessDate
  kind: string
  seen_persons: number
  desk_persons: number
  note: string
  noted_at: string
  noted_by: string
  settlement: string | null
  settled_at: string | null
  settled_by: string | null
  version: number
}

export type PicturesTable = { digest: string; kind: string; content: Uint8Array; made_at: string }

export type TicketsTable = {
  id: Generated<TicketId>
  room_id: RoomId | null
  place: string
  category: string
  priority: string
  text: string
  picture: string | null
  status: string
  opened_at: string
  opened_by: string
  status_at: string
  status_by: string
  resolution: string
  closure_id: ClosureId | null
  version: number
}
