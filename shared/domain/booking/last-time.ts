/** A new booking as the guest's last stay was, and what of it can't be had. */
import type { BusinessDate, RatePlanId, RoomId, RoomTypeId } from '../../values/index.ts'

/** What the last stay was, as far as another can be like it. After an upgrade the type that was charged: no other was agreed. */
export type LastStay = {
  chargedRoomTypeId: RoomTypeId
  ratePlanId: RatePlanId | null
  /** The room of its last night. */
  roomId: RoomId | null
}

/** What the rule must know of the hotel: the things that the last stay names, where they are still on file. */
export type LastTimeFacts = {
  type: { code: string; active: boolean } | undefined
  /** The first night of the new stay of which nothing is left of the type. */
  soldOutOn: BusinessDate | null
  plan: { code: string; active: boolean } | undefined
  room: { number: string; roomTypeId: RoomTypeId; active: boolean; outOfService: boolean } | undefined
  /** The first night of the new stay on which another has the room. */
  takenOn: BusinessDate | null
}

export const lastTimeLacks = [
  'TYPE_NOT_SOLD',
  'TYPE_SOLD_OUT',
  'PLAN_NONE',
  'PLAN_NOT_SOLD',
  'ROOM_GONE',
  'ROOM_OTHER_TYPE',
  'ROOM_OUT_OF_SERVICE',
  'ROOM_TAKEN',
] as const
export type LastTimeLack = {
  code: (typeof lastTimeLacks)[number]
  params: { [name: string]: string }
}

export type LastTime = {
  roomTypeId: RoomTypeId | null
  ratePlanId: RatePlanId | null
  roomId: RoomId | null
  lacks: LastTimeLack[]
}

/**
 * Type, plan and room of the last stay where they can be had, and why not where they can't. A type that is sold out is kept:
 * what else there is for these dates is asked from it.
 */
export function asLastTime(stay: LastStay, facts: LastTimeFacts): LastTime {
  const { type, plan } = facts
  const typeLack = lackOfType(facts)
  const planLack = lackOfPlan(stay, facts)
  const room = stay.roomId === null ? null : lackOfRoom(stay, facts)
  return {
    roomTypeId: type?.active ? stay.chargedRoomTypeId : null,
    ratePlanId: plan?.active ? stay.ratePlanId : null,
    roomId: room === null && type?.active ? stay.roomId : null,
    lacks: [typeLack, planLack, room].filter((lack) => lack !== null),
  }
}

function lackOfType({ type, soldOutOn }: LastTimeFacts): LastTimeLack | null {
  const roomType = type?.code ?? ''
  if (!type?.active) return { code: 'TYPE_NOT_SOLD', params: { roomType } }
  return soldOutOn === null ? null : { code: 'TYPE_SOLD_OUT', params: { roomType, night: soldOutOn } }
}

function lackOfPlan({ ratePlanId }: LastStay, { plan }: LastTimeFacts): LastTimeLack | null {
  if (ratePlanId === null) return { code: 'PLAN_NONE', params: {} }
  return plan?.active ? null : { code: 'PLAN_NOT_SOLD', params: { plan: plan?.code ?? '' } }
}

function lackOfRoom(stay: LastStay, { room, takenOn }: LastTimeFacts): LastTimeLack | null {
  const params = { room: room?.number ?? '' }
  if (!room?.active) return { code: 'ROOM_GONE', params }
  if (room.roomTypeId !== stay.chargedRoomTypeId) return { code: 'ROOM_OTHER_TYPE', params }
  if (room.outOfService) return { code: 'ROOM_OUT_OF_SERVICE', params }
  return takenOn === null ? null : { code: 'ROOM_TAKEN', params: { ...params, night: takenOn } }
}
