import { z } from 'zod'
import { sheetSizes } from '../domain/folio/paper-size.ts'
import { closureKinds } from '../domain/housekeeping/closure.ts'
import { discrepancyKinds } from '../domain/housekeeping/discrepancy.ts'
import { linenKinds, outcomes, roomUses, works } from '../domain/housekeeping/work.ts'
import { housekeepingStates } from '../domain/room/room.ts'
import type {
  AttendantId,
  BookingId,
  ClosureId,
  DiscrepancyId,
  GuestId,
  HousekeepingTaskId,
  PostingId,
  RoomId,
  TransactionCodeId,
  UserId,
} from '../values/index.ts'
import {
  amountMinor,
  businessDate,
  clockTime,
  empty,
  id,
  line,
  moment,
  nameText,
  optionalLine,
  saved,
  version,
  versionOrNone,
} from './fields.ts'
import { openForBooking } from './folio.ts'
import { charge } from './folio-post.ts'
import { command, query } from './operation.ts'
import { paperFormat, paperRefusals } from './paper-fields.ts'
import { file } from './report-file-fields.ts'

const state = z.enum(housekeepingStates, { error: 'invalid.choice' })
const count = (max: number) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(0, 'invalid.tooSmall')
    .max(max, 'invalid.tooLarge')

/** Whose room it is or is to be, and when they come. */
export const guestOfRoom = {
  bookingId: id<BookingId>(),
  guestId: id<GuestId>(),
  guestName: z.string(),
  guestLatinName: z.string(),
  arrival: businessDate,
  departure: businessDate,
  expectedTime: clockTime.nullable(),
  /** Since when the guest waits for the room. */
  arrivedAt: moment.nullable(),
  persons: z.number().int(),
  tier: z.string().nullable(),
}
const boardGuest = z.strictObject({ ...guestOfRoom, doNotDisturb: z.boolean() })
const work = z.enum(works)
const outcome = z.enum(outcomes, { error: 'invalid.choice' }).nullable()
const counts = z.partialRecord(z.enum(linenKinds, { error: 'invalid.choice' }), count(99))
const task = z.strictObject({
  id: id<HousekeepingTaskId>(),
  onDate: businessDate,
  work,
  linen: z.boolean(),
  credits: z.number().int(),
  attendantId: id<AttendantId>().nullable(),
  position: z.number().int(),
  outcome,
  outcomeAt: moment.nullable(),
  outcomeBy: z.string().nullable(),
  counts,
  note: z.string(),
  version,
})

export const boardRoom = z.strictObject({
  id: id<RoomId>(),
  number: z.string(),
  floor: z.number().int(),
  roomTypeCode: z.string(),
  state,
  version,
  use: z.enum(roomUses),
  /** A guest may be given it now. */
  ready: z.boolean(),
  outOfOrder: z.boolean(),
  outOfService: z.boolean(),
  /** The closure that it is in, else the next one. */
  closure: z
    .strictObject({
      id: id<ClosureId>(),
      kind: z.enum(closureKinds),
      from: businessDate,
      to: businessDate,
      reason: z.string(),
      version,
    })
    .nullable(),
  guest: boardGuest.nullable(),
  arrival: boardGuest.nullable(),
  linenDue: z.boolean(),
  work: z.strictObject({ work, linen: z.boolean(), credits: z.number().int() }).nullable(),
  task: task.nullable(),
  /** Days on end before today on which the guest let nobody in. */
  shutOutDays: z.number().int(),
  discrepancy: z
    .strictObject({ id: id<DiscrepancyId>(), kind: z.enum(discrepancyKinds), version })
    .nullable(),
  tickets: z.number().int(),
})

export const board = query({
  name: 'housekeeping.board',
  about:
    'Every room in use on the business date: its state, who is in it and due in, what is to be done by whom.',
  input: empty,
  output: z.strictObject({
    date: businessDate,
    rooms: z.array(boardRoom),
    attendants: z.array(z.strictObject({ id: id<AttendantId>(), name: z.string(), active: z.boolean() })),
    /** Who asks, as an attendant. */
    mine: id<AttendantId>().nullable(),
    checkAfterDays: z.number().int(),
  }),
  permission: 'housekeeping',
  reads: [
    'room',
    'room-type',
    'booking',
    'stay',
    'guest',
    'membership',
    'closure',
    'housekeeping-task',
    'housekeeping-setting',
    'attendant',
    'discrepancy',
    'ticket',
  ],
})

const attendantFields = {
  name: nameText(60).refine((text) => text !== '', 'invalid.required'),
  language: z.enum(['en', 'zh'], { error: 'invalid.choice' }),
  floors: z.array(count(200).min(-5, 'invalid.tooSmall')).max(50, 'invalid.tooMany'),
  userId: id<UserId>().nullable(),
  credits: count(10_000).min(1, 'invalid.tooSmall'),
  active: z.boolean(),
}

export const attendants = query({
  name: 'housekeeping.attendants',
  about: 'Who cleans rooms, by name.',
  input: empty,
  output: z.array(z.strictObject({ id: id<AttendantId>(), ...attendantFields, name: z.string(), version })),
  permission: 'housekeeping',
  reads: ['attendant'],
})

export const saveAttendant = command({
  name: 'housekeeping.saveAttendant',
  about:
    'Adds an attendant, or changes the one named by id and version; who is active no more has no rooms of today left to do.',
  input: z.strictObject({
    id: id<AttendantId>().optional(),
    version: version.optional(),
    ...attendantFields,
    floors: attendantFields.floors.default([]),
    userId: attendantFields.userId.default(null),
    active: z.boolean().default(true),
  }),
  output: saved<AttendantId>(),
  refusals: ['ATTENDANT_UNKNOWN', 'ATTENDANT_USER_TAKEN', 'USER_UNKNOWN'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const logins = query({
  name: 'housekeeping.logins',
  about: 'Active users, one of whom may sign in as an attendant.',
  input: empty,
  output: z.array(z.strictObject({ id: id<UserId>(), login: z.string(), name: z.string() })),
  permission: 'housekeeping-supervise',
  reads: ['user'],
})

export const assign = command({
  name: 'housekeeping.assign',
  about:
    'Shares today’s rooms that are not done among attendants: neighbouring rooms to each, as even as that can be.',
  input: z.strictObject({
    attendantIds: z.array(id<AttendantId>()).min(1, 'invalid.required').max(100, 'invalid.tooMany'),
  }),
  output: z.strictObject({ rooms: z.number().int() }),
  refusals: ['ATTENDANT_UNKNOWN', 'NOTHING_TO_ASSIGN'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const giveRooms = command({
  name: 'housekeeping.giveRooms',
  about: 'Gives rooms to an attendant by hand, or to nobody.',
  input: z.strictObject({
    attendantId: id<AttendantId>().nullable(),
    roomIds: z.array(id<RoomId>()).min(1, 'invalid.required').max(500, 'invalid.tooMany'),
  }),
  output: z.strictObject({ rooms: z.number().int() }),
  refusals: ['ATTENDANT_UNKNOWN', 'ROOM_UNKNOWN'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const sheets = command({
  name: 'housekeeping.sheets',
  about:
    'Today’s sheets as a page to print, a PDF, or on this desk’s printer: one attendant after the other, each in the attendant’s language.',
  input: z.strictObject({
    format: paperFormat,
    /** Without it, the hotel’s own. */
    size: z.enum(sheetSizes, { error: 'invalid.choice' }).optional(),
    attendantId: id<AttendantId>().nullable().default(null),
  }),
  output: file,
  /** NOTHING_SHARED: nobody was given a room today. */
  refusals: ['NOTHING_SHARED', ...paperRefusals],
  permission: 'housekeeping-supervise',
  undoable: false,
  receipt: false,
})

export const noteVisit = command({
  name: 'housekeeping.noteVisit',
  about:
    'What a visit to a room came to today: done (a dirty room becomes clean), do not disturb, refused, later; linen and a note.',
  input: z.strictObject({
    roomId: id<RoomId>(),
    roomVersion: version,
    /** 0: nothing is noted of the room today. */
    taskVersion: versionOrNone,
    outcome,
    counts: counts.optional(),
    note: optionalLine(300).optional(),
  }),
  output: z.strictObject({ roomVersion: version }),
  refusals: ['ROOM_UNKNOWN'],
  permission: 'housekeeping',
  undoable: true,
})

export const noteSeen = command({
  name: 'housekeeping.noteSeen',
  about:
    'How many persons housekeeping saw in a room; a difference from the desk stays open until it is settled.',
  input: z.strictObject({
    roomId: id<RoomId>(),
    persons: count(20),
    note: optionalLine(300).default(''),
  }),
  output: z.strictObject({ kind: z.enum(discrepancyKinds).nullable() }),
  refusals: ['ROOM_UNKNOWN'],
  permission: 'housekeeping',
  undoable: true,
})

export const settleDiscrepancy = command({
  name: 'housekeeping.settleDiscrepancy',
  about: 'The desk says what a discrepancy was.',
  input: z.strictObject({ id: id<DiscrepancyId>(), version, settlement: line(300) }),
  output: saved<DiscrepancyId>(),
  refusals: ['DISCREPANCY_UNKNOWN', 'DISCREPANCY_SETTLED'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const discrepancies = query({
  name: 'housekeeping.discrepancies',
  about: 'Discrepancies that are not settled, the oldest first.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<DiscrepancyId>(),
      roomId: id<RoomId>(),
      roomNumber: z.string(),
      onDate: businessDate,
      kind: z.enum(discrepancyKinds),
      seenPersons: z.number().int(),
      deskPersons: z.number().int(),
      note: z.string(),
      notedAt: moment,
      notedBy: z.string(),
      version,
    }),
  ),
  permission: 'housekeeping',
  reads: ['discrepancy', 'room', 'user'],
})

export const chargeItems = query({
  name: 'housekeeping.chargeItems',
  about: 'What may be charged from a room: codes of charges with their prices.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<TransactionCodeId>(),
      code: z.string(),
      nameEn: z.string(),
      nameZh: z.string(),
      priceMinor: z.number().int().nullable(),
    }),
  ),
  permission: 'housekeeping',
  reads: ['transaction-code'],
})

export const chargeRoom = command({
  name: 'housekeeping.chargeRoom',
  about: 'Charges minibar or damage to the folio of who is in a room.',
  input: z.strictObject({
    roomId: id<RoomId>(),
    /** Whose, where several bookings are in the room. */
    bookingId: id<BookingId>().nullable().default(null),
    items: z
      .array(
        z.strictObject({
          codeId: id<TransactionCodeId>(),
          quantity: count(99).min(1, 'invalid.tooSmall').default(1),
          /** The code's own price where it is left out. */
          unitMinor: amountMinor.optional(),
          text: optionalLine(120).default(''),
        }),
      )
      .min(1, 'invalid.required')
      .max(20, 'invalid.tooMany'),
  }),
  output: z.strictObject({
    postingId: id<PostingId>(),
    bookingId: id<BookingId>(),
    confirmationNo: z.string(),
  }),
  refusals: [
    'ROOM_UNKNOWN',
    'NOBODY_IN_ROOM',
    'SEVERAL_IN_ROOM',
    ...charge.refusals,
    ...openForBooking.refusals,
  ],
  permission: 'housekeeping',
  undoable: true,
})
