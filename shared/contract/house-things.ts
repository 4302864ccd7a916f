/** Parcels, lost property and luggage: what the house keeps for somebody. */
import { z } from 'zod'
import { lostActions, lostStatuses } from '../domain/house/lost-item.ts'
import { luggageActions, luggageStatuses } from '../domain/house/luggage.ts'
import { parcelActions, parcelStatuses } from '../domain/house/parcel.ts'
import type { BookingId, FoundItemId, GuestId, LuggageId, ParcelId, RoomId } from '../values/index.ts'
import { businessDate, clockTime, id, line, optionalLine, saved, version } from './fields.ts'
import { houseList, listOf, ofBooking, pieces, readsOfHouse, signedBy, whose } from './house-fields.ts'
import { command, query } from './operation.ts'

const name = optionalLine(120)
const note = optionalLine(300)
const keptIn = line(80)
const givenTo = optionalLine(120).default('')

export const parcelView = z.strictObject({
  id: id<ParcelId>(),
  ...whose,
  pieces: z.number().int(),
  keptIn: z.string(),
  forName: z.string(),
  fromName: z.string(),
  trackingNo: z.string(),
  note: z.string(),
  givenTo: z.string(),
  status: z.enum(parcelStatuses),
  ...signedBy,
})

export const addParcel = command({
  name: 'house.addParcel',
  about: 'Takes in a parcel for a guest, or for anybody by name.',
  input: z.strictObject({
    bookingId: ofBooking,
    pieces: pieces.default(1),
    keptIn,
    forName: name.default(''),
    fromName: name.default(''),
    trackingNo: optionalLine(60).default(''),
    note: note.default(''),
  }),
  output: saved<ParcelId>(),
  /** PARCEL_FOR: of no booking, and nobody is named. */
  refusals: ['BOOKING_UNKNOWN', 'PARCEL_FOR', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const changeParcel = command({
  name: 'house.changeParcel',
  about: 'Changes whom a parcel is for, where it is kept, or what is noted of it.',
  input: z.strictObject({
    id: id<ParcelId>(),
    version,
    pieces: pieces.optional(),
    keptIn: keptIn.optional(),
    forName: name.optional(),
    fromName: name.optional(),
    trackingNo: optionalLine(60).optional(),
    note: note.optional(),
  }),
  output: saved<ParcelId>(),
  refusals: ['PARCEL_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'PARCEL_FOR', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const markParcel = command({
  name: 'house.markParcel',
  about: 'Gives a parcel out to somebody, sends it back, or keeps it after all.',
  input: z.strictObject({
    id: id<ParcelId>(),
    version,
    action: z.enum(parcelActions, { error: 'invalid.choice' }),
    givenTo,
  }),
  output: saved<ParcelId>(),
  refusals: ['PARCEL_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'GIVEN_TO_NEEDED', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const parcels = query({
  name: 'house.parcels',
  about: 'Parcels that are kept, the oldest first, or those that are gone.',
  input: z.strictObject(houseList),
  output: listOf(parcelView),
  permission: 'house',
  reads: ['parcel', ...readsOfHouse],
})

export const lostItemView = z.strictObject({
  id: id<FoundItemId>(),
  ...whose,
  foundOn: businessDate,
  roomId: id<RoomId>().nullable(),
  /** The room it was found in; `roomNumber` is the guest's now. */
  foundRoom: z.string().nullable(),
  foundAt: z.string(),
  keptIn: z.string(),
  what: z.string(),
  finder: z.string(),
  note: z.string(),
  followOn: businessDate,
  givenTo: z.string(),
  proof: z.string(),
  status: z.enum(lostStatuses),
  ...signedBy,
})

export const addFoundItem = command({
  name: 'house.addFoundItem',
  about: 'Takes in lost property: what, where and by whom it was found, and whose it may be.',
  input: z.strictObject({
    bookingId: ofBooking,
    /** The business date when absent. */
    foundOn: businessDate.optional(),
    roomId: id<RoomId>().nullable().default(null),
    foundAt: name.default(''),
    keptIn,
    what: line(200),
    finder: name.default(''),
    note: note.default(''),
    /** Three months after it was found when absent. */
    followOn: businessDate.optional(),
  }),
  output: saved<FoundItemId>(),
  /** FOUND_WHERE: neither a room nor a place. FOUND_BEFORE_STAY: before the booking it is said to be of. */
  refusals: [
    'BOOKING_UNKNOWN',
    'ROOM_UNKNOWN',
    'FOUND_FUTURE',
    'FOUND_BEFORE_STAY',
    'FOLLOW_BEFORE_FOUND',
    'FOUND_WHERE',
    'CARD_NUMBER',
  ],
  /** Who finds it tells it: also who has no right to the rest of what is kept for guests. */
  permission: 'housekeeping',
  undoable: true,
})

export const changeFoundItem = command({
  name: 'house.changeFoundItem',
  about: 'Changes what is noted of lost property, whose it may be, and when it is seen to again.',
  input: z.strictObject({
    id: id<FoundItemId>(),
    version,
    bookingId: id<BookingId>().nullable().optional(),
    foundOn: businessDate.optional(),
    roomId: id<RoomId>().nullable().optional(),
    foundAt: name.optional(),
    keptIn: keptIn.optional(),
    what: line(200).optional(),
    finder: name.optional(),
    note: note.optional(),
    followOn: businessDate.optional(),
  }),
  output: saved<FoundItemId>(),
  refusals: [
    'FOUND_UNKNOWN',
    'STATUS_NOT_POSSIBLE',
    'BOOKING_UNKNOWN',
    'ROOM_UNKNOWN',
    'FOUND_FUTURE',
    'FOUND_BEFORE_STAY',
    'FOLLOW_BEFORE_FOUND',
    'FOUND_WHERE',
    'CARD_NUMBER',
  ],
  permission: 'house',
  undoable: true,
})

export const markFoundItem = command({
  name: 'house.markFoundItem',
  about:
    'Lost property was given to somebody, sent on, given to the police, thrown away, or is kept after all.',
  input: z.strictObject({
    id: id<FoundItemId>(),
    version,
    action: z.enum(lostActions, { error: 'invalid.choice' }),
    givenTo,
    /** Against what: a document seen, a signature, the number of a receipt. */
    proof: optionalLine(200).default(''),
  }),
  output: saved<FoundItemId>(),
  refusals: ['FOUND_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'GIVEN_TO_NEEDED', 'PROOF_NEEDED', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const lostItems = query({
  name: 'house.foundItems',
  about: 'Lost property that is kept, by the day somebody is to see to it, or what is gone.',
  input: z.strictObject(houseList),
  output: listOf(lostItemView),
  permission: 'house',
  reads: ['found-item', ...readsOfHouse],
})

export const lastGuests = query({
  name: 'house.lastGuests',
  about: 'Who slept in a room last, up to a day: whose lost property may be.',
  input: z.strictObject({ roomId: id<RoomId>(), date: businessDate }),
  output: z.array(
    z.strictObject({
      bookingId: id<BookingId>(),
      guestId: id<GuestId>(),
      guestName: z.string(),
      guestLatinName: z.string(),
      confirmationNo: z.string(),
      arrival: businessDate,
      departure: businessDate,
    }),
  ),
  permission: 'house',
  reads: ['booking', 'guest'],
})

export const luggageView = z.strictObject({
  id: id<LuggageId>(),
  ...whose,
  tagNo: z.number().int(),
  pieces: z.number().int(),
  keptIn: z.string(),
  dueOn: businessDate.nullable(),
  dueTime: clockTime.nullable(),
  forName: z.string(),
  note: z.string(),
  givenTo: z.string(),
  status: z.enum(luggageStatuses),
  ...signedBy,
})

const tagNo = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(1, 'invalid.tooSmall')
  .max(999_999, 'invalid.tooLarge')

export const addLuggage = command({
  name: 'house.addLuggage',
  about: 'Takes luggage in under a numbered tag.',
  input: z.strictObject({
    bookingId: ofBooking,
    /** The next free one when absent. */
    tagNo: tagNo.optional(),
    pieces: pieces.default(1),
    keptIn,
    dueOn: businessDate.nullable().default(null),
    dueTime: clockTime.nullable().default(null),
    forName: name.default(''),
    note: note.default(''),
  }),
  output: z.strictObject({ id: id<LuggageId>(), version, tagNo }),
  /** LUGGAGE_FOR: of no booking, and nobody is named. */
  refusals: ['BOOKING_UNKNOWN', 'LUGGAGE_FOR', 'LUGGAGE_PAST', 'TAG_TAKEN', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const changeLuggage = command({
  name: 'house.changeLuggage',
  about: 'Changes where luggage is, how many pieces, or when it is fetched.',
  input: z.strictObject({
    id: id<LuggageId>(),
    version,
    pieces: pieces.optional(),
    keptIn: keptIn.optional(),
    dueOn: businessDate.nullable().optional(),
    dueTime: clockTime.nullable().optional(),
    forName: name.optional(),
    note: note.optional(),
  }),
  output: saved<LuggageId>(),
  refusals: ['LUGGAGE_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'LUGGAGE_FOR', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const markLuggage = command({
  name: 'house.markLuggage',
  about: 'Luggage was fetched, or is here after all.',
  input: z.strictObject({
    id: id<LuggageId>(),
    version,
    action: z.enum(luggageActions, { error: 'invalid.choice' }),
    givenTo,
  }),
  output: saved<LuggageId>(),
  refusals: ['LUGGAGE_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'TAG_TAKEN', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const luggage = query({
  name: 'house.luggage',
  about: 'Luggage that is kept, by when it is fetched, or what was fetched.',
  input: z.strictObject(houseList),
  output: listOf(luggageView),
  permission: 'house',
  reads: ['luggage', ...readsOfHouse],
})
