import type { Generated } from 'kysely'
import type { BusinessDate, RoomId, RoomTypeId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type RoomTypesTable = {
  id: Generated<RoomTypeId>
  code: string
  name_en: string
  name_zh: string
  max_persons: number
  overbooking: number
  base_rate_minor: number
  position: number
  active: Flag
  version: number
}

export type RoomsTable = {
  id: Generated<RoomId>
  number: string
  room_type_id: RoomTypeId
  floor: number
  features: string
  housekeeping: string
  out_of_service: Flag
  active: Flag
  version: number
}

export type ClosuresTable = {
  id: Generated<number>
  room_id: RoomId
  from_night: BusinessDate
  to_night: BusinessDate
  reason: string
  /** `out-of-order` takes room-nights, `out-of-service` takes none. */
  kind: Generated<string>
  made_at: Generated<string>
  made_by: Generated<string>
  version: Generated<number>
}
