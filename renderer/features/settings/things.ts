import type { OutputOf } from '#shared/contract/index.ts'
import type { RoomFeature } from '#shared/domain/room/room.ts'

/** What the settings hold, as the contract's lists answer it. */
export type RoomType = OutputOf<'room.listTypes'>[number]
export type Room = OutputOf<'room.list'>[number]
export type Feature = RoomFeature
export type RatePlan = OutputOf<'rate.list'>[number]
export type User = OutputOf<'access.listUsers'>[number]
export type Role = OutputOf<'access.listRoles'>[number]

/** What every section is given. */
export type SectionProps = { editable: boolean }
