/** The business date at a glance: counts, who is behind each, and what one shift tells the next. */
import { z } from 'zod'
import { departments } from '../domain/request/request.ts'
import { peopleViews } from '../domain/today/day-people.ts'
import type { BookingId, GuestId, ShiftNoteId } from '../values/index.ts'
import { businessDate, changesAt, id, moment, prose, saved, version } from './fields.ts'
import { command, query } from './operation.ts'

export const read = query({
  name: 'today.read',
  about:
    'Counts of the business date: arrivals, guests in house, departures, the queue, rooms not ready, work of departments; and the rows behind one of them.',
  input: z.strictObject({ view: z.enum(peopleViews, { error: 'invalid.choice' }).optional() }),
  output: z.strictObject({
    counts: z.record(z.enum(peopleViews), z.number().int()),
    /** Open requests and traces that are due, by department; the overdue first. */
    work: z.array(
      z.strictObject({ department: z.enum(departments), overdue: z.number().int(), today: z.number().int() }),
    ),
    changesAt,
    /** Of a view of bookings their guests; of alerts, birthdays, anniversaries and VIPs everybody in the room. */
    rows: z.array(
      z.strictObject({
        id: id<BookingId>(),
        guestId: id<GuestId>(),
        guestName: z.string(),
        guestLatinName: z.string(),
        /** In the room of another guest’s booking. */
        staysAlong: z.boolean(),
        confirmationNo: z.string(),
        roomNumber: z.string().nullable(),
        arrival: businessDate,
        departure: businessDate,
        /** Where they are to move today. */
        movesTo: z.string().nullable(),
        /** When they came to the desk: since then they wait. */
        waitingSince: moment.nullable(),
        /** What must be known of the guest, in the view of alerts: what stops an act first. */
        alerts: z.array(z.strictObject({ text: z.string(), blocks: z.boolean() })),
      }),
    ),
  }),
  permission: 'booking-read',
  reads: [
    'booking',
    'guest',
    'request',
    'trace',
    'stay',
    'room',
    'membership',
    'settings',
    'housekeeping-setting',
  ],
})

export const notes = query({
  name: 'today.notes',
  about: 'What the shifts before want to be known: open notes, oldest first, then those ticked off last.',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      id: id<ShiftNoteId>(),
      text: z.string(),
      createdAt: moment,
      createdBy: z.string(),
      tickedAt: moment.nullable(),
      tickedBy: z.string().nullable(),
      version,
    }),
  ),
  permission: 'booking-read',
  reads: ['shift-note', 'user'],
})

export const addNote = command({
  name: 'today.addNote',
  about: 'Leaves a note for the next shift.',
  input: z.strictObject({ text: prose(1000) }),
  output: saved<ShiftNoteId>(),
  refusals: ['CARD_NUMBER'],
  permission: 'booking-read',
  undoable: true,
})

export const tickNote = command({
  name: 'today.tickNote',
  about: 'Ticks a note off by name, or opens it again.',
  input: z.strictObject({ id: id<ShiftNoteId>(), version, done: z.boolean() }),
  output: saved<ShiftNoteId>(),
  refusals: ['SHIFT_NOTE_UNKNOWN', 'NOTE_TICKED'],
  permission: 'booking-read',
  undoable: true,
})
