import { z } from 'zod'
import { housekeepingStates, roomFeatures } from '../domain/room/room.ts'
import type { BookingId, GuestId, RoomId, RoomTypeId } from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  clockTime,
  code,
  empty,
  id,
  nameText,
  optionalLine,
  saved,
  version,
} from './fields.ts'
import { command, query } from './operation.ts'

export const housekeeping = z.enum(housekeepingStates, { error: 'invalid.choice' })
const typeFields = {
  /** As long as those that imports bring. */
  code: code(16),
  nameEn: nameText(60),
  nameZh: nameText(60),
  maxPersons: z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(1, 'invalid.tooSmall')
    .max(20, 'invalid.tooLarge'),
  /** Rooms that may be sold beyond the physical ones, per night. */
  overbooking: z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(0, 'invalid.tooSmall')
    .max(500, 'invalid.tooLarge'),
  /** A rate plan without a price of its own for this type asks this, minor units a night. */
  baseRateMinor: amountMinor,
  position: z.number().int().min(0).max(10_000),
  active: z.boolean(),
}

export const typeView = z.strictObject({
  id: id<RoomTypeId>(),
  ...typeFields,
  code: z.string(),
  nameEn: z.string(),
  nameZh: z.string(),
  /** Null for who may not read bookings: a housekeeper has no prices. */
  baseRateMinor: amountMinor.nullable(),
  rooms: z.number().int(),
  version,
})

export const listTypes = query({
  name: 'room.listTypes',
  about: 'Room types in their order, with the number of rooms of each.',
  input: empty,
  output: z.array(typeView),
  permission: 'signed-in',
  reads: ['room-type', 'room'],
})

export const saveType = command({
  name: 'room.saveType',
  about: 'Adds a room type, or changes the one named by id and version.',
  input: z.strictObject({
    id: id<RoomTypeId>().optional(),
    version: version.optional(),
    ...typeFields,
    overbooking: typeFields.overbooking.default(0),
    position: typeFields.position.default(0),
    active: z.boolean().default(true),
  }),
  output: saved<RoomTypeId>(),
  refusals: ['CODE_TAKEN', 'ROOM_TYPE_UNKNOWN'],
  permission: 'settings-rooms',
  undoable: true,
})

const roomFields = {
  number: code(8),
  roomTypeId: id<RoomTypeId>(),
  floor: z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(-5, 'invalid.tooSmall')
    .max(200, 'invalid.tooLarge'),
  features: z.array(z.enum(roomFeatures, { error: 'invalid.choice' })).max(roomFeatures.length),
  housekeeping,
  outOfService: z.boolean(),
  active: z.boolean(),
}

export const list = query({
  name: 'room.list',
  about: 'Rooms by number.',
  input: empty,
  output: z.array(z.strictObject({ id: id<RoomId>(), ...roomFields, number: z.string(), version })),
  permission: 'signed-in',
  reads: ['room'],
})

export const save = command({
  name: 'room.save',
  about: 'Adds a room, or changes the one named by id and version.',
  input: z.strictObject({
    id: id<RoomId>().optional(),
    version: version.optional(),
    ...roomFields,
    features: roomFields.features.default([]),
    housekeeping: housekeeping.default('clean'),
    outOfService: z.boolean().default(false),
    active: z.boolean().default(true),
  }),
  output: saved<RoomId>(),
  /** ROOM_IN_USE: bookings are assigned to it on later nights, so it can't be retired. */
  refusals: ['NUMBER_TAKEN', 'ROOM_UNKNOWN', 'ROOM_TYPE_UNKNOWN', 'ROOM_IN_USE'],
  permission: 'settings-rooms',
  undoable: true,
})

/** Sell limit = physical − out of order + overbooking allowance − deducted (waitlisted bookings do not deduct). */
export const availabilityNight = z.strictObject({
  night: businessDate,
  physical: z.number().int(),
  outOfOrder: z.number().int(),
  overbooking: z.number().int(),
  sold: z.number().int(),
  left: z.number().int(),
})

export const availability = query({
  name: 'room.availability',
  about: 'What is left to sell, by room type and night, over [arrival, departure).',
  input: z.strictObject({ arrival: businessDate, departure: businessDate }),
  output: z.array(
    z.strictObject({
      roomTypeId: id<RoomTypeId>(),
      nights: z.array(availabilityNight),
      left: z.number().int(),
    }),
  ),
  refusals: ['DEPARTURE_BEFORE_ARRIVAL', 'STAY_TOO_LONG'],
  permission: 'booking-read',
  reads: ['booking', 'room', 'room-type', 'closure'],
})

export const free = query({
  name: 'room.free',
  about:
    'Rooms free on every night of [arrival, departure), best match for the guest’s wishes and habit first.',
  input: z.strictObject({
    arrival: businessDate,
    departure: businessDate,
    roomTypeId: id<RoomTypeId>().optional(),
    /** Nights of this booking do not count as taken, and its requests are wishes. */
    bookingId: id<BookingId>().optional(),
    /** Whose preferences are wishes: the booking's guest when absent. */
    guestId: id<GuestId>().optional(),
    /** Of day use: only rooms that nobody has in these hours, ready ones first. */
    hours: z.strictObject({ from: clockTime, to: clockTime }).optional(),
    text: optionalLine(20).optional(),
  }),
  output: z.array(
    z.strictObject({
      id: id<RoomId>(),
      number: z.string(),
      floor: z.number().int(),
      roomTypeId: id<RoomTypeId>(),
      housekeeping,
      /** Whether a guest may be given it now, by the rules of housekeeping. */
      ready: z.boolean(),
      outOfService: z.boolean(),
      /** Somebody is in it now, and the stay begins today: it is free once they have left. */
      occupied: z.boolean(),
      features: z.array(z.enum(roomFeatures)),
      /** The guest's requests and preferences that this room meets. */
      meets: z.array(z.string()),
      /** How many of the guest's last stays were in this room, and on its floor. */
      stays: z.number().int(),
      floorStays: z.number().int(),
    }),
  ),
  refusals: ['DEPARTURE_BEFORE_ARRIVAL', 'STAY_TOO_LONG', 'HOURS_REVERSED'],
  permission: 'booking-read',
  reads: ['booking', 'day-use', 'stay', 'room', 'request', 'closure', 'stay-setting', 'housekeeping-setting'],
})
