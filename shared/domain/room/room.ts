/** Rooms and room types as they are kept, and the closed lists of both. */
import type { RoomTypeId } from '../../values/index.ts'

export const housekeepingStates = ['clean', 'dirty', 'pickup', 'inspected'] as const
export type Housekeeping = (typeof housekeepingStates)[number]

/** What a room has to offer. Most share their code with the kind of request that asks for them. */
export const roomFeatures = [
  'high-floor',
  'medium-floor',
  'low-floor',
  'accessible',
  'bathtub',
  'shower',
  'king',
  'twin',
  'near-elevator',
  'away-from-elevator',
  'quiet',
  'view',
  'connecting',
  'smoking',
] as const
export type RoomFeature = (typeof roomFeatures)[number]

/** Who a room has on the business date; due in: given to an arrival of today. */
export const occupancies = ['vacant', 'due-in', 'occupied'] as const

export type RoomImage = {
  number: string
  roomTypeId: RoomTypeId
  floor: number
  features: string[]
  housekeeping: Housekeeping
  /** Out of service stays sellable; out of order is a closure with dates and takes room-nights. */
  outOfService: boolean
  active: boolean
}

export type RoomTypeImage = {
  code: string
  nameEn: string
  nameZh: string
  maxPersons: number
  /** Rooms that may be sold beyond the physical ones, per night. */
  overbooking: number
  /** Minor units a night, for a rate plan without a price of its own for this type. */
  baseRateMinor: number
  position: number
  active: boolean
}
