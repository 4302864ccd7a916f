import { z } from 'zod'
import { dayViews, draftStatuses, maxNights } from '../domain/booking/booking.ts'
import { type BookingChangeKind, hoursCodes, stayCodes } from '../domain/booking/change.ts'
import { channels, guarantees, segments } from '../domain/booking/choices.ts'
import { daySorts } from '../domain/booking/day-sorts.ts'
import { nightChanges } from '../domain/booking/effect.ts'
import { reasonsFor } from '../domain/booking/needs.ts'
import { stockCodes } from '../domain/booking/stock.ts'
import { roomClaims } from '../domain/room/day-room.ts'
import { housekeepingStates } from '../domain/room/room.ts'
import type { AccountId, BookingId, GuestId, RatePlanId, RoomId, RoomTypeId } from '../values/index.ts'
import { bookingRow } from './booking-row.ts'
import { bookingView } from './booking-view.ts'
import { changeView } from './change.ts'
import {
  amountMinor,
  businessDate,
  clockTime,
  id,
  nextPage,
  optionalLine,
  pageBy,
  reason,
  saved,
  sortedKey,
  typedLine,
  upToChange,
  version,
} from './fields.ts'
import { command, query } from './operation.ts'
import { meal } from './rate.ts'
import { wishes } from './request.ts'

const persons = (min: number) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(min, 'invalid.tooSmall')
    .max(20, 'invalid.tooLarge')

export const get = query({
  name: 'booking.get',
  about: 'A booking: facts, nights with their rates, guests, requests, and the source’s own facts.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: bookingView,
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-read',
  reads: ['booking', 'day-use', 'request', 'guest', 'room', 'room-type', 'rate-plan', 'account', 'user'],
})

export const list = query({
  name: 'booking.list',
  about:
    'Bookings of the day: due in, in house, due out on a date; or made on it. Who is late or overdue is due on the business date.',
  input: z.strictObject({
    view: z.enum(dayViews, { error: 'invalid.choice' }),
    date: businessDate.optional(),
    sort: z.enum(daySorts, { error: 'invalid.choice' }).default('name'),
    /** Only those that have it: a name in any script or in pinyin, the room, the confirmation number. */
    text: typedLine(100).default(''),
    ...pageBy(sortedKey('string', 'string', 'number')),
  }),
  output: z.strictObject({
    rows: z.array(
      bookingRow.extend({
        openRequests: z.number().int(),
        alerts: z.number().int(),
        tier: z.string().nullable(),
        guarantee: z.string(),
        expectedTime: z.string().nullable(),
        holdUntil: z.string().nullable(),
        /** Of day use, “10:00–14:00”. */
        hours: z.string().nullable(),
        /** What its folios owe; null: it has none. */
        balanceMinor: z.number().int().nullable(),
        /** Its room on the business date, and who else is in it or due in to it. Null without one, and on another date. */
        room: z
          .strictObject({
            housekeeping: z.enum(housekeepingStates),
            outOfService: z.boolean(),
            outOfOrder: z.boolean(),
            claim: z.enum(roomClaims),
            by: z
              .strictObject({
                id: id<BookingId>(),
                guestId: id<GuestId>(),
                guestName: z.string(),
                guestLatinName: z.string(),
                inHouse: z.boolean(),
                arrival: businessDate,
                departure: businessDate,
              })
              .nullable(),
          })
          .nullable(),
      }),
    ),
    next: nextPage,
    total: z.number().int(),
    /** How many of them have the text. */
    found: z.number().int(),
  }),
  permission: 'booking-read',
  reads: ['booking', 'day-use', 'guest', 'request', 'room', 'folio', 'posting'],
})

export const changes = query({
  name: 'booking.changes',
  about: 'Every change to a booking and its requests, newest first; with `until`, those up to a change.',
  input: z.strictObject({ id: id<BookingId>(), ...upToChange, ...pageBy(sortedKey('number')) }),
  output: z.strictObject({ rows: z.array(changeView), next: nextPage }),
  permission: 'booking-read',
  reads: ['booking', 'request', 'user'],
})

/** Rates by night as a person set them; nights that are not named keep the plan's price. */
const rates = z
  .array(z.strictObject({ night: businessDate, rateMinor: amountMinor }))
  .max(maxNights)
  .refine((all) => new Set(all.map(({ night }) => night)).size === all.length, 'invalid.twice')

/** When the guest comes, until when an unguaranteed booking is held, and a deposit asked for: minor units, by a day. */
const arrivalTerms = {
  expectedTime: clockTime.nullable().optional(),
  holdUntil: clockTime.nullable().optional(),
  depositMinor: amountMinor.min(1, 'invalid.tooSmall').nullable().optional(),
  depositDueOn: businessDate.nullable().optional(),
}

const draft = {
  guestId: id<GuestId>(),
  bookerId: id<GuestId>().nullable().default(null),
  companions: z.array(id<GuestId>()).max(20).default([]),
  arrival: businessDate,
  departure: businessDate,
  roomTypeId: id<RoomTypeId>(),
  roomId: id<RoomId>().nullable().default(null),
  ratePlanId: id<RatePlanId>(),
  rates: rates.default([]),
  adults: persons(1).default(1),
  children: persons(0).default(0),
  infants: persons(0).default(0),
  meal: meal.optional(),
  /** These and the accounts are the plan's own when absent. */
  segment: z.enum(segments, { error: 'invalid.choice' }).optional(),
  channel: z.enum(channels, { error: 'invalid.choice' }).optional(),
  guarantee: z.enum(guarantees, { error: 'invalid.choice' }).optional(),
  agencyId: id<AccountId>().nullable().optional(),
  companyId: id<AccountId>().nullable().optional(),
  status: z.enum(draftStatuses, { error: 'invalid.choice' }).default('confirmed'),
  ...arrivalTerms,
  comment: optionalLine(500).default(''),
  /** Day use alone: the hours in which it has its room, and what they cost where that is not the hotel's rule. */
  dayUse: z
    .strictObject({
      from: clockTime,
      to: clockTime,
      priceMinor: amountMinor.optional(),
      overtimeMinor: amountMinor.optional(),
    })
    .nullable()
    .optional(),
  /** Where a confirmation came from: the agency as it writes itself, and the number that it knows the booking by. */
  source: z
    .strictObject({ agency: optionalLine(60).default(''), confirmationNo: optionalLine(60).default('') })
    .nullable()
    .default(null),
}

/** What every rule of a booking may answer. Params name nights, rooms and limits. */
const stayRefusals = [...stayCodes, ...stockCodes, 'REASON_NEEDED', 'RIGHT_NEEDED'] as const
/** ROOM_NEEDED: who is in house is never without a room. */
export const changeRefusals = ['BOOKING_UNKNOWN', 'BOOKING_ENDED', 'ROOM_NEEDED', ...stayRefusals] as const

/** What a change does, before it is done: from what to what, by night; and the refusal it would meet. */
export const effect = z.strictObject({
  facts: z.array(
    z.strictObject({
      field: z.string(),
      before: z.union([z.string(), z.number(), z.null()]),
      after: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
  nights: z.array(
    z.strictObject({
      night: businessDate,
      change: z.enum(nightChanges),
      rateBeforeMinor: z.number().int().nullable(),
      rateAfterMinor: z.number().int().nullable(),
      /** Left to sell of the type after the change; null where nothing is deducted. */
      leftAfter: z.number().int().nullable(),
    }),
  ),
  nightsBefore: z.number().int(),
  nightsAfter: z.number().int(),
  totalBeforeMinor: z.number().int(),
  totalAfterMinor: z.number().int(),
  /** Why the command wants a reason; null where it may have one. */
  reasonFor: z.enum(reasonsFor).nullable(),
  refusal: z
    .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
})

/** Of the hours booked, and of each hour begun after them; minor units. */
const hourPrices = { priceMinor: z.number().int(), overtimeMinor: z.number().int() }

export const previewCreate = query({
  name: 'booking.previewCreate',
  about: 'What booking.create would write with the same input.',
  input: z.strictObject({ ...draft, guestId: id<GuestId>().optional() }),
  output: effect.extend({
    /** What the hours cost, and what they cost by the hotel's rule; null without hours. */
    dayUse: z.strictObject({ ...hourPrices, proposed: z.strictObject(hourPrices) }).nullable(),
  }),
  permission: 'booking-write',
  reads: ['booking', 'day-use', 'room', 'room-type', 'rate-plan', 'stay-setting'],
})

export const create = command({
  name: 'booking.create',
  about: 'Makes a booking with its room-nights; the guest’s preferences become its requests.',
  /** The reason for rates by hand or nights given away; an agency’s confirmation number is one for its rates. */
  input: z.strictObject({ ...draft, ...wishes, reason: reason.optional() }),
  output: saved<BookingId>().extend({ confirmationNo: z.string() }),
  refusals: [...stayRefusals, ...hoursCodes, 'TEXT_NEEDED'],
  permission: 'booking-write',
  undoable: true,
})

const on = { id: id<BookingId>(), version }

/** `keepRates`: nights that stay keep their rate; else all are priced again by the plan. */
const dates = { arrival: businessDate, departure: businessDate, keepRates: z.boolean().default(true) }
/** The nights that get another room or type: from one on, up to a move that is planned. */
const span = { from: businessDate.optional(), until: businessDate.optional() }
const roomType = {
  roomTypeId: id<RoomTypeId>(),
  /** Keep what is charged: an upgrade. */ keepCharge: z.boolean().default(false),
  /** The room of the new type: who is in house is never without one. */
  roomId: id<RoomId>().optional(),
  ...span,
}
/** From a night on (a room move), or all nights; null takes the assignment off. */
const room = { roomId: id<RoomId>().nullable(), ...span }
const rate = {
  ratePlanId: id<RatePlanId>().optional(),
  rates: rates.default([]),
  /** The account that the plan needs and the booking lacks. */
  agencyId: id<AccountId>().optional(),
  companyId: id<AccountId>().optional(),
}
const guests = {
  guestId: id<GuestId>().optional(),
  bookerId: id<GuestId>().nullable().optional(),
  companions: z.array(id<GuestId>()).max(20).optional(),
  adults: persons(1).optional(),
  children: persons(0).optional(),
  infants: persons(0).optional(),
}
const details = {
  meal: meal.optional(),
  segment: z.enum(segments, { error: 'invalid.choice' }).optional(),
  channel: z.enum(channels, { error: 'invalid.choice' }).optional(),
  guarantee: z.enum(guarantees, { error: 'invalid.choice' }).optional(),
  agencyId: id<AccountId>().nullable().optional(),
  companyId: id<AccountId>().nullable().optional(),
  ...arrivalTerms,
  comment: optionalLine(500).optional(),
}
/** Left out, its nights are taken; else it waits for them. */
const waits = { status: z.literal('waitlisted', { error: 'invalid.choice' }).optional() }
const why = { reason: reason.optional() }
/** A change's command takes the change as `previewChange` does; its kind goes without saying. */
const kind = <const K extends BookingChangeKind>(of: K) =>
  z.literal(of, { error: 'invalid.choice' }).default(of as never)

/** One change of a booking as data: what previewChange takes and the commands are made of. */
export const bookingChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dates'), ...dates }),
  z.strictObject({ kind: z.literal('room-type'), ...roomType }),
  z.strictObject({ kind: z.literal('room'), ...room }),
  z.strictObject({ kind: z.literal('rate'), ...rate }),
  z.strictObject({ kind: z.literal('guests'), ...guests }),
  z.strictObject({ kind: z.literal('details'), ...details }),
  z.strictObject({ kind: z.literal('confirm'), ...waits }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('reinstate') }),
])
export type BookingChange = z.output<typeof bookingChange>

export const previewChange = query({
  name: 'booking.previewChange',
  about: 'What a change would do to nights, price and availability, and the refusal it would meet.',
  input: z.strictObject({ id: id<BookingId>(), change: bookingChange }),
  output: effect,
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-write',
  reads: ['booking', 'room', 'room-type', 'rate-plan'],
})

export const changeDates = command({
  name: 'booking.changeDates',
  about: 'Moves, lengthens or shortens a stay.',
  input: z.strictObject({ ...on, kind: kind('dates'), ...dates, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const changeRoomType = command({
  name: 'booking.changeRoomType',
  about: 'Gives another room type, charged anew or as an upgrade.',
  input: z.strictObject({ ...on, kind: kind('room-type'), ...roomType, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const assignRoom = command({
  name: 'booking.assignRoom',
  about: 'Assigns a room, moves to another from a night on, or takes the assignment off.',
  input: z.strictObject({ ...on, kind: kind('room'), ...room, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const changeRate = command({
  name: 'booking.changeRate',
  about: 'Gives another rate plan, or a rate of its own to nights.',
  input: z.strictObject({ ...on, kind: kind('rate'), ...rate, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const changeGuests = command({
  name: 'booking.changeGuests',
  about: 'Changes guest, booker, companions or the number of persons.',
  input: z.strictObject({ ...on, kind: kind('guests'), ...guests, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const changeDetails = command({
  name: 'booking.changeDetails',
  about:
    'Changes meal, segment, channel, guarantee, accounts, comment, expected time, hold time or the deposit asked for.',
  input: z.strictObject({ ...on, kind: kind('details'), ...details, ...why }),
  output: saved<BookingId>(),
  refusals: changeRefusals,
  permission: 'booking-write',
  undoable: true,
})

export const confirm = command({
  name: 'booking.confirm',
  about:
    'Makes an enquiry or a waitlisted booking a confirmed one, where its nights are to be had; or an enquiry a waitlisted one.',
  input: z.strictObject({ ...on, kind: kind('confirm'), ...waits, ...why }),
  output: saved<BookingId>(),
  refusals: [...changeRefusals, 'ALREADY_CONFIRMED'],
  permission: 'booking-write',
  undoable: true,
})

export const cancel = command({
  name: 'booking.cancel',
  about: 'Cancels a booking that has not arrived, with the reason; its nights are free again.',
  input: z.strictObject({ ...on, kind: kind('cancel'), reason }),
  output: saved<BookingId>(),
  /** BOOKING_IN_HOUSE: the guest has arrived; an early departure ends the stay instead. */
  refusals: [...changeRefusals, 'BOOKING_IN_HOUSE'],
  permission: 'booking-write',
  undoable: true,
})

export const reinstate = command({
  name: 'booking.reinstate',
  about: 'Takes a cancellation back, to the status that was cancelled, where the nights are still to be had.',
  input: z.strictObject({ ...on, kind: kind('reinstate'), ...why }),
  output: saved<BookingId>(),
  refusals: [...changeRefusals, 'NOT_CANCELLED'],
  permission: 'booking-write',
  undoable: true,
})

/** Every kind of change and the command that makes it: no other command changes a booking. */
export const commandOfChange = {
  dates: changeDates.name,
  'room-type': changeRoomType.name,
  room: assignRoom.name,
  rate: changeRate.name,
  guests: changeGuests.name,
  details: changeDetails.name,
  confirm: confirm.name,
  cancel: cancel.name,
  reinstate: reinstate.name,
} as const satisfies Record<BookingChangeKind, string>
export type ChangeCommand = (typeof commandOfChange)[BookingChangeKind]
