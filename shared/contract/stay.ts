import { z } from 'zod'
import { stayCodes } from '../domain/booking/change.ts'
import { stockCodes } from '../domain/booking/stock.ts'
import { preferenceGroups } from '../domain/guest/preferences.ts'
import { housekeepingStates, roomFeatures } from '../domain/room/room.ts'
import { stayActs } from '../domain/stay/acts.ts'
import { checkInCodes } from '../domain/stay/check-in.ts'
import { checkOutCodes } from '../domain/stay/check-out.ts'
import { checkInQuestions, checkOutQuestions, moveDepartments } from '../domain/stay/stay.ts'
import type { BookingId, FolioId, GuestId, RequestId, RoomId, RoomTypeId } from '../values/index.ts'
import { changeRefusals } from './booking.ts'
import { businessDate, id, moment, optionalProse, reason, saved, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'
import { signatures } from './signature-fields.ts'
import { dueCharge, dueDayUse, dueFee } from './stay-charge.ts'

const on = { id: id<BookingId>(), version }
/** Given by hand with the check-in: they go onto the log of keys. */
const keys = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(0, 'invalid.tooSmall')
  .max(20, 'invalid.tooLarge')
  .default(0)
const acceptIn = z
  .array(z.enum(checkInQuestions, { error: 'invalid.choice' }))
  .max(10)
  .default([])
const acceptOut = z
  .array(z.enum(checkOutQuestions, { error: 'invalid.choice' }))
  .max(10)
  .default([])

/** What an act on a stay may be refused with, as it is met and as it is shown before. */
const obstacle = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The answer that lifts it; null where none does. */
  question: z.enum([...checkInQuestions, ...checkOutQuestions]).nullable(),
})

const checkInFields = {
  /** The room, where the booking has none or gets another; of another type it is an upgrade at the same charge. */
  roomId: id<RoomId>().optional(),
  keys,
  /** The questions that the desk answers with yes. */
  accept: acceptIn,
  signatures,
}

const checkInRefusals = [
  'BOOKING_UNKNOWN',
  'BOOKING_ENDED',
  'NOT_IN_BOOKING',
  ...checkInCodes,
  ...stayCodes,
  ...stockCodes,
] as const

const mark = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(1, 'invalid.tooSmall')
  .max(5, 'invalid.tooLarge')

/** What a guest said of a stay. */
const feedback = z.strictObject({
  mark: mark.nullable(),
  text: z.string(),
  at: moment,
  /** What the user is called who noted it. */
  by: z.string(),
})

export const get = query({
  name: 'stay.get',
  about: 'What is on record of a booking’s stay, and what may be done with it now.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z.strictObject({
    id: id<BookingId>(),
    /** Where the guest is, or is to be today. */
    roomNumber: z.string().nullable(),
    /** The room that the night of the business date is of, where that is another: a move is due. */
    moveTo: z.strictObject({ id: id<RoomId>(), number: z.string() }).nullable(),
    /** The next move that is planned for a night to come. */
    plannedMove: z.strictObject({ on: businessDate, roomId: id<RoomId>(), number: z.string() }).nullable(),
    arrivedAt: moment.nullable(),
    checkedInAt: moment.nullable(),
    checkedInOn: businessDate.nullable(),
    checkedInBy: z.string().nullable(),
    checkedOutAt: moment.nullable(),
    checkedOutOn: businessDate.nullable(),
    checkedOutBy: z.string().nullable(),
    /** Keys that were given and are not back, by the log of keys. */
    keysOut: z.number().int(),
    doNotDisturb: z.boolean(),
    incognito: z.boolean(),
    signed: z.boolean(),
    feedback: feedback.nullable(),
    /** Of the record of the stay; 0 while nothing of it is kept. */
    version: versionOrNone,
    persons: z.array(z.strictObject({ guestId: id<GuestId>(), from: businessDate, to: businessDate })),
    allowed: z.array(z.enum(stayActs)),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-read',
  reads: ['booking', 'day-use', 'stay', 'room', 'user', 'key-log'],
})

export const reviewCheckIn = query({
  name: 'stay.reviewCheckIn',
  about: 'What stands against checking a booking in, its persons and its room, before it is done.',
  input: z.strictObject({ id: id<BookingId>(), roomId: id<RoomId>().optional() }),
  output: z.strictObject({
    obstacles: z.array(obstacle),
    persons: z.array(
      z.strictObject({
        id: id<GuestId>(),
        name: z.string(),
        latinName: z.string(),
        alerts: z.array(z.strictObject({ area: z.string(), text: z.string(), blocks: z.boolean() })),
        /** Whether the law wants this guest registered, and the fields that are missing for it. */
        required: z.boolean(),
        missing: z.array(z.string()),
        minor: z.boolean(),
      }),
    ),
    /** Persons whom the booking counts and does not name. */
    unnamed: z.number().int(),
    room: z
      .strictObject({
        id: id<RoomId>(),
        number: z.string(),
        floor: z.number().int(),
        roomTypeId: id<RoomTypeId>(),
        housekeeping: z.enum(housekeepingStates),
        features: z.array(z.enum(roomFeatures)),
      })
      .nullable(),
    /** Since when the guest waits for a room. */
    arrivedAt: moment.nullable(),
    /** What an arrival now costs beside the nights. */
    early: dueCharge,
    dayUse: dueDayUse.nullable(),
    balanceMinor: z.number().int(),
    /** Deposits and 押金 held for the booking, minor units. */
    heldMinor: z.number().int(),
    /** Amounts of open pre-authorisations, minor units. */
    holdsMinor: z.number().int(),
    /** Stays of the guest before this one, and when the guest last came. */
    stays: z.number().int(),
    lastDeparture: businessDate.nullable(),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'stay',
  reads: [
    'booking',
    'day-use',
    'stay',
    'guest',
    'registrant',
    'minor-sheet',
    'registration-setting',
    'room',
    'folio',
    'posting',
    'deposit',
    'hold',
    'stay-setting',
  ],
})

export const checkIn = command({
  name: 'stay.checkIn',
  about: 'Checks a booking in: its guest is in house, in a room, from now.',
  input: z.strictObject({ ...on, ...checkInFields }),
  output: saved<BookingId>(),
  refusals: checkInRefusals,
  permission: 'stay',
  undoable: true,
})

export const checkInTogether = command({
  name: 'stay.checkInTogether',
  about: 'Checks several bookings in as one act; those that can’t be stay due in, each with its reason.',
  input: z.strictObject({
    bookings: z
      .array(z.strictObject(on))
      .min(1, 'invalid.required')
      .max(200, 'invalid.tooLarge')
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'invalid.twice'),
    accept: acceptIn,
    keys,
  }),
  output: z.strictObject({
    done: z.array(saved<BookingId>()),
    failed: z.array(z.strictObject({ id: id<BookingId>(), ...obstacle.shape })),
  }),
  permission: 'stay',
  undoable: true,
})

export const reverseCheckIn = command({
  name: 'stay.reverseCheckIn',
  about: 'Takes a check-in of today back while nothing was posted on it: the booking is due in again.',
  input: z.strictObject({ ...on, reason: reason.optional() }),
  output: saved<BookingId>(),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_HOUSE', 'NOT_TODAY', 'STANDS_ON'],
  permission: 'stay',
  undoable: true,
})

export const noteArrival = command({
  name: 'stay.noteArrival',
  about: 'Puts a guest who has come into the queue for a room, or takes them out of it.',
  input: z.strictObject({ ...on, waits: z.boolean() }),
  output: saved<BookingId>(),
  refusals: ['BOOKING_UNKNOWN', 'NOT_DUE_IN', 'ARRIVAL_AHEAD', 'STAY_OVER'],
  permission: 'stay',
  undoable: true,
})

export const queue = query({
  name: 'stay.queue',
  about:
    'Who stands at the desk and waits for a room, the longest first, and whether the room can be given now.',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      id: id<BookingId>(),
      guestId: id<GuestId>(),
      guestName: z.string(),
      guestLatinName: z.string(),
      confirmationNo: z.string(),
      roomNumber: z.string().nullable(),
      waitingSince: moment,
      /** The room is vacant and made ready: a check-in asks nothing about it. */
      ready: z.boolean(),
      /** What keeps them from it, else how clean it is; null without a room. */
      state: z.enum([...housekeepingStates, 'occupied', 'due-in']).nullable(),
    }),
  ),
  permission: 'stay',
  reads: ['booking', 'day-use', 'stay', 'guest', 'room', 'housekeeping-setting'],
})

const moveFields = {
  roomId: id<RoomId>(),
  /** The charge stays that of the type before. */
  keepCharge: z.boolean().default(true),
  /** The state in which the old room is left. */
  oldRoom: z.enum(housekeepingStates, { error: 'invalid.choice' }).default('dirty'),
  /** Who is told of the move, by a trace of its day each. */
  tell: z
    .array(z.enum(moveDepartments, { error: 'invalid.choice' }))
    .max(moveDepartments.length)
    .default([]),
  reason: reason.optional(),
}

export const moveRoom = command({
  name: 'stay.moveRoom',
  about: 'Moves a guest in house to another room now: what is charged is kept, or follows the new type.',
  input: z.strictObject({
    ...on,
    ...moveFields,
    accept: acceptIn,
  }),
  output: saved<BookingId>(),
  refusals: [...changeRefusals, 'NOT_IN_HOUSE', 'ROOM_SAME', 'ROOM_OCCUPIED', 'ROOM_NOT_READY'],
  permission: 'stay',
  undoable: true,
})

export const planMove = command({
  name: 'stay.planMove',
  about:
    'Plans the move of a guest in house for a night to come: its nights are of the other room from then on, of any type.',
  input: z.strictObject({ ...on, from: businessDate, ...moveFields }),
  output: saved<BookingId>(),
  refusals: [...changeRefusals, 'NOT_IN_HOUSE', 'ROOM_SAME'],
  permission: 'stay',
  undoable: true,
})

export const reviewCheckOut = query({
  name: 'stay.reviewCheckOut',
  about: 'What is open before a departure, and what an early or late one costs.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z.strictObject({
    obstacles: z.array(obstacle),
    folios: z.array(
      z.strictObject({
        id: id<FolioId>(),
        version,
        name: z.string(),
        balanceMinor: z.number().int(),
      }),
    ),
    balanceMinor: z.number().int(),
    heldMinor: z.number().int(),
    holdsMinor: z.number().int(),
    requests: z.array(
      z.strictObject({ id: id<RequestId>(), kind: z.string(), text: z.string(), status: z.string() }),
    ),
    freedNights: z.number().int(),
    /** What the house still has for the guest, or of the guest. */
    open: z.strictObject({
      messages: z.number().int(),
      wakeCalls: z.number().int(),
      parcels: z.number().int(),
      foundItems: z.number().int(),
      keys: z.number().int(),
      luggage: z.number().int(),
      traces: z.number().int(),
    }),
    /** Wishes that were met, each proposed as a preference in which group it is, and what would give way to it. */
    offers: z.array(
      z.strictObject({
        id: id<RequestId>(),
        version,
        group: z.enum(preferenceGroups),
        value: z.string(),
        replaces: z.array(z.string()),
      }),
    ),
    /** The hotel asks how the stay was. */
    askFeedback: z.boolean(),
    /** What the nights that are given up cost by the policy. */
    early: dueFee,
    late: dueCharge,
    dayUse: dueDayUse.nullable(),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'stay',
  reads: [
    'booking',
    'day-use',
    'stay',
    'guest',
    'room',
    'folio',
    'posting',
    'fee-policy',
    'deposit',
    'hold',
    'request',
    'stay-setting',
  ],
})

export const checkOut = command({
  name: 'stay.checkOut',
  about:
    'Checks a guest out: later nights are freed, the room is to be cleaned, folios that owe nothing are closed.',
  input: z.strictObject({ ...on, accept: acceptOut, reason: reason.optional() }),
  output: saved<BookingId>(),
  refusals: ['BOOKING_UNKNOWN', ...checkOutCodes, 'RIGHT_NEEDED'],
  permission: 'stay',
  undoable: true,
})

export const checkOutTogether = command({
  name: 'stay.checkOutTogether',
  about: 'Checks several guests out as one act; those who can’t be stay in house, each with the reason.',
  input: z.strictObject({
    bookings: z
      .array(z.strictObject(on))
      .min(1, 'invalid.required')
      .max(200, 'invalid.tooLarge')
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'invalid.twice'),
    accept: acceptOut,
    reason: reason.optional(),
  }),
  output: z.strictObject({
    done: z.array(saved<BookingId>()),
    failed: z.array(z.strictObject({ id: id<BookingId>(), ...obstacle.shape })),
  }),
  refusals: ['RIGHT_NEEDED'],
  permission: 'stay',
  undoable: true,
})

export const reverseCheckOut = command({
  name: 'stay.reverseCheckOut',
  about:
    'Takes a check-out of the same business date back: the guest is in house again, with the nights freed, and the room is as it was.',
  input: z.strictObject({ ...on, reason: reason.optional() }),
  output: z.strictObject({
    id: id<BookingId>(),
    version,
    /** The room that somebody saw to since: it stays as it is now. */
    roomLeft: z.strictObject({ number: z.string(), housekeeping: z.enum(housekeepingStates) }).nullable(),
  }),
  refusals: [
    'BOOKING_UNKNOWN',
    'NOT_CHECKED_OUT',
    'NOT_TODAY',
    'CHANGED_SINCE',
    'STANDS_ON',
    'ROOM_OCCUPIED',
    'ROOM_TAKEN',
    'HOURS_TAKEN',
    'NOT_AVAILABLE',
    'NIGHT_IN_PAST',
  ],
  permission: 'stay',
  undoable: true,
})

export const noteFeedback = command({
  name: 'stay.noteFeedback',
  about:
    'Notes what a guest says of a stay: a mark from 1 to 5, words, or both; neither of them takes it off again.',
  input: z.strictObject({
    id: id<BookingId>(),
    /** Of the record of the stay; 0 while nothing of it is kept. */
    version: versionOrNone,
    mark: mark.nullable(),
    text: optionalProse(1000).default(''),
  }),
  output: saved<BookingId>(),
  /** NOT_IN_HOUSE: the guest has not come. */
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_HOUSE', 'CARD_NUMBER'],
  permission: 'stay',
  undoable: true,
})

export const feedbackOfGuest = query({
  name: 'stay.feedbackOfGuest',
  about: 'What a guest said of stays, the latest first.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.array(
    feedback.extend({
      bookingId: id<BookingId>(),
      confirmationNo: z.string(),
      arrival: businessDate,
      departure: businessDate,
    }),
  ),
  permission: 'guest-read',
  reads: ['stay', 'booking', 'user'],
})
