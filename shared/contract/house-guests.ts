/** Who is in the house, what the desk must know of a guest at a glance, and the papers of the house. */
import { z } from 'zod'
import { preferenceGroups } from '../domain/guest/preferences.ts'
import { housePapers } from '../domain/house/paper.ts'
import { waitingThings } from '../domain/house/waiting.ts'
import type { BookingId, GuestId } from '../values/index.ts'
import { businessDate, clockTime, id, moment, saved, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'
import { paperFormat, paperLanguage, paperRefusals, paperSize } from './paper-fields.ts'
import { file } from './report-file-fields.ts'

const named = { guestId: id<GuestId>(), guestName: z.string(), guestLatinName: z.string() }

export const guestInHouse = z.strictObject({
  bookingId: id<BookingId>(),
  confirmationNo: z.string(),
  ...named,
  roomNumber: z.string().nullable(),
  floor: z.number().int().nullable(),
  arrival: businessDate,
  departure: businessDate,
  adults: z.number().int(),
  children: z.number().int(),
  infants: z.number().int(),
  /** Who is in the room with the guest, as far as they are named. */
  companions: z.array(z.strictObject(named)),
  /** Somebody in the room needs help: an accessible room was asked for, or is preferred. */
  needsHelp: z.boolean(),
  doNotDisturb: z.boolean(),
  incognito: z.boolean(),
  messages: z.number().int(),
  parcels: z.number().int(),
  /** Of the stay; 0 while nothing of it is kept. */
  stayVersion: z.number().int(),
})

export const guests = query({
  name: 'house.guests',
  about: 'Everybody in the house by floor and room: the list for a fire, and of the desk.',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(guestInHouse), rooms: z.number().int(), persons: z.number().int() }),
  permission: 'house',
  reads: ['booking', 'stay', 'guest', 'room', 'request', 'guest-message', 'parcel', 'settings'],
})

export const incognito = query({
  name: 'house.incognito',
  about:
    'Whom nobody is told about: the guests in house who are incognito, with those along, and their bookings.',
  input: z.strictObject({}),
  output: z.strictObject({ guests: z.array(id<GuestId>()), bookings: z.array(id<BookingId>()) }),
  permission: 'guest-read',
  reads: ['booking', 'stay'],
})

const flagOf = z.strictObject({ bookingId: id<BookingId>(), version: versionOrNone, active: z.boolean() })

export const setDoNotDisturb = command({
  name: 'house.setDoNotDisturb',
  about: 'Notes that a guest in house does not want to be disturbed, or may be again.',
  input: flagOf,
  output: saved<BookingId>(),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_HOUSE'],
  permission: 'house',
  undoable: true,
})

export const setIncognito = command({
  name: 'house.setIncognito',
  about:
    'Notes that nobody is to be told that a guest is in house, or that callers may be put through again.',
  input: flagOf,
  output: saved<BookingId>(),
  refusals: ['BOOKING_UNKNOWN', 'NOT_IN_HOUSE'],
  permission: 'house',
  undoable: true,
})

export const paper = command({
  name: 'house.paper',
  about:
    'A paper of the house as a page to print, a PDF, or on this desk’s printer: who is in house, wake-up calls, a message, a luggage tag.',
  input: z.strictObject({
    of: z.enum(housePapers, { error: 'invalid.choice' }),
    /** The message or the luggage. */
    id: id<number>().optional(),
    format: paperFormat,
    language: paperLanguage,
    /** Without it, the hotel’s own. */
    size: paperSize.optional(),
  }),
  output: file,
  refusals: ['MESSAGE_UNKNOWN', 'LUGGAGE_UNKNOWN', ...paperRefusals],
  permission: 'house',
  undoable: false,
  receipt: false,
})

export const guestCard = query({
  name: 'house.guestCard',
  about:
    'A guest at a glance, wherever they are named: stays, alerts, wishes, the present or next stay, what waits.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({
    guestId: id<GuestId>(),
    guestName: z.string(),
    guestLatinName: z.string(),
    tier: z.string().nullable(),
    stays: z.number().int(),
    nights: z.number().int(),
    lastStay: z.strictObject({ arrival: businessDate, departure: businessDate }).nullable(),
    alerts: z.array(z.strictObject({ area: z.string(), text: z.string(), blocks: z.boolean() })),
    preferences: z.array(z.strictObject({ group: z.enum(preferenceGroups), value: z.string() })),
    stay: z
      .strictObject({
        bookingId: id<BookingId>(),
        confirmationNo: z.string(),
        status: z.enum(['in-house', 'confirmed', 'enquiry', 'waitlisted']),
        arrival: businessDate,
        departure: businessDate,
        expectedTime: clockTime.nullable(),
        roomNumber: z.string().nullable(),
        openRequests: z.number().int(),
        doNotDisturb: z.boolean(),
        incognito: z.boolean(),
        messages: z.number().int(),
        parcels: z.number().int(),
        traces: z.number().int(),
        balanceMinor: z.number().int().nullable(),
      })
      .nullable(),
  }),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'guest-read',
  reads: [
    'guest',
    'booking',
    'stay',
    'request',
    'membership',
    'room',
    'folio',
    'posting',
    'guest-message',
    'parcel',
    'trace',
  ],
})

export const openOfBooking = query({
  name: 'house.openOfBooking',
  about: 'What the house has open for a booking: messages, parcels, lost property, keys, luggage, traces.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.strictObject({
    messages: z.number().int(),
    wakeCalls: z.number().int(),
    parcels: z.number().int(),
    foundItems: z.number().int(),
    /** Keys that are out beside those given at check-in. */
    keys: z.number().int(),
    luggage: z.number().int(),
    traces: z.number().int(),
  }),
  permission: 'house',
  reads: ['guest-message', 'wake-call', 'parcel', 'found-item', 'key-log', 'luggage', 'trace'],
})

export const waiting = query({
  name: 'house.waiting',
  about:
    'What waits for the guest of a booking, each to be handed over or done: messages, parcels, luggage, lost property of theirs or of the room, traces due, wake-up calls, keys.',
  input: z.strictObject({ bookingId: id<BookingId>() }),
  output: z.array(
    z.strictObject({
      thing: z.enum(waitingThings),
      id: id<number>(),
      version,
      /** What it says or is; who it is from, where it is kept; empty where nothing was noted. */
      text: z.string(),
      fromName: z.string(),
      place: z.string(),
      /** Pieces, or keys that are out. */
      count: z.number().int().nullable(),
      tagNo: z.number().int().nullable(),
      dueOn: businessDate.nullable(),
      dueTime: clockTime.nullable(),
      takenAt: moment,
      /** Noted for this booking; else found in its room meanwhile, or kept from a stay before. */
      own: z.boolean(),
    }),
  ),
  permission: 'house',
  reads: [...openOfBooking.reads, 'booking', 'stay', 'settings'],
})

export const counts = query({
  name: 'house.counts',
  about: 'How much of each kind the house has open.',
  input: z.strictObject({}),
  output: openOfBooking.output,
  permission: 'house',
  reads: openOfBooking.reads,
})
