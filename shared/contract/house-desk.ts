/** Messages for guests, wake-up calls, and the log of keys given. */
import { z } from 'zod'
import { keyActions, keyStatuses } from '../domain/house/keys.ts'
import { messageActions, messageStatuses } from '../domain/house/message.ts'
import { wakeActions, wakeStatuses } from '../domain/house/wake-call.ts'
import type { BookingId, GuestMessageId, KeyLogId, WakeCallId } from '../values/index.ts'
import { businessDate, clockTime, id, moment, optionalLine, prose, saved, version } from './fields.ts'
import { houseList, listOf, ofBooking, pieces, readsOfHouse, signedBy, whose } from './house-fields.ts'
import { command, query } from './operation.ts'

export const messageView = z.strictObject({
  id: id<GuestMessageId>(),
  ...whose,
  forName: z.string(),
  fromName: z.string(),
  phone: z.string(),
  text: z.string(),
  printedAt: moment.nullable(),
  status: z.enum(messageStatuses),
  ...signedBy,
})

const message = {
  forName: optionalLine(120),
  fromName: optionalLine(120),
  phone: optionalLine(60),
  text: prose(1000),
}

export const addMessage = command({
  name: 'house.addMessage',
  about: 'Takes a message for a guest who is in house or still to come.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    ...message,
    forName: message.forName.default(''),
    fromName: message.fromName.default(''),
    phone: message.phone.default(''),
  }),
  output: saved<GuestMessageId>(),
  refusals: ['BOOKING_UNKNOWN', 'BOOKING_ENDED', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const changeMessage = command({
  name: 'house.changeMessage',
  about: 'Changes what a message says, while it is not given.',
  input: z.strictObject({
    id: id<GuestMessageId>(),
    version,
    forName: message.forName.optional(),
    fromName: message.fromName.optional(),
    phone: message.phone.optional(),
    text: message.text.optional(),
  }),
  output: saved<GuestMessageId>(),
  refusals: ['MESSAGE_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const markMessage = command({
  name: 'house.markMessage',
  about: 'Ticks a message as given, or opens it again.',
  input: z.strictObject({
    id: id<GuestMessageId>(),
    version,
    action: z.enum(messageActions, { error: 'invalid.choice' }),
  }),
  output: saved<GuestMessageId>(),
  refusals: ['MESSAGE_UNKNOWN', 'STATUS_NOT_POSSIBLE'],
  permission: 'house',
  undoable: true,
})

export const messages = query({
  name: 'house.messages',
  about: 'Messages for guests: those not given, the oldest first, or those given.',
  input: z.strictObject(houseList),
  output: listOf(messageView),
  permission: 'house',
  reads: ['guest-message', ...readsOfHouse],
})

export const wakeCallView = z.strictObject({
  id: id<WakeCallId>(),
  ...whose,
  callOn: businessDate,
  callAt: clockTime,
  tries: z.number().int(),
  note: z.string(),
  status: z.enum(wakeStatuses),
  ...signedBy,
})

export const addWakeCall = command({
  name: 'house.addWakeCall',
  about: 'Puts a wake-up call on the list, once or for each day of a range within the stay.',
  input: z.strictObject({
    bookingId: id<BookingId>(),
    callAt: clockTime,
    from: businessDate,
    /** The last day; the same day when absent. */
    to: businessDate.optional(),
    note: optionalLine(300).default(''),
  }),
  output: z.strictObject({ ids: z.array(id<WakeCallId>()) }),
  /** WAKE_PAST: the hotel's clock is past it. WAKE_DATES: the range ends before it begins. */
  refusals: [
    'BOOKING_UNKNOWN',
    'BOOKING_ENDED',
    'WAKE_PAST',
    'WAKE_OUTSIDE_STAY',
    'WAKE_DATES',
    'CARD_NUMBER',
  ],
  permission: 'house',
  undoable: true,
})

export const changeWakeCall = command({
  name: 'house.changeWakeCall',
  about: 'Moves a wake-up call to another time or day of the stay.',
  input: z.strictObject({
    id: id<WakeCallId>(),
    version,
    callOn: businessDate.optional(),
    callAt: clockTime.optional(),
    note: optionalLine(300).optional(),
  }),
  output: saved<WakeCallId>(),
  refusals: [
    'WAKE_CALL_UNKNOWN',
    'STATUS_NOT_POSSIBLE',
    'WAKE_PAST',
    'WAKE_OUTSIDE_STAY',
    'WAKE_DATES',
    'CARD_NUMBER',
  ],
  permission: 'house',
  undoable: true,
})

export const markWakeCall = command({
  name: 'house.markWakeCall',
  about:
    'A wake-up call was answered, rang in vain once more, was given up, is not wanted any more, or is open again.',
  input: z.strictObject({
    id: id<WakeCallId>(),
    version,
    action: z.enum(wakeActions, { error: 'invalid.choice' }),
  }),
  output: saved<WakeCallId>(),
  refusals: ['WAKE_CALL_UNKNOWN', 'STATUS_NOT_POSSIBLE'],
  permission: 'house',
  undoable: true,
})

export const wakeCalls = query({
  name: 'house.wakeCalls',
  about: 'Wake-up calls: those to come by day and time, or those that were.',
  input: z.strictObject(houseList),
  output: listOf(wakeCallView),
  permission: 'house',
  reads: ['wake-call', ...readsOfHouse],
})

export const keyLogView = z.strictObject({
  id: id<KeyLogId>(),
  ...whose,
  keys: z.number().int(),
  /** How many of them came back. */
  returned: z.number().int(),
  toName: z.string(),
  note: z.string(),
  status: z.enum(keyStatuses),
  ...signedBy,
})

export const giveKeys = command({
  name: 'house.giveKeys',
  about: 'Notes keys that were given out: how many, to whom.',
  input: z.strictObject({
    bookingId: ofBooking,
    keys: pieces,
    toName: optionalLine(120).default(''),
    note: optionalLine(300).default(''),
  }),
  output: saved<KeyLogId>(),
  /** KEY_FOR: of no booking, and nobody is named. */
  refusals: ['BOOKING_UNKNOWN', 'KEY_FOR', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const changeKeys = command({
  name: 'house.changeKeys',
  about: 'Changes what was noted of keys that are out.',
  input: z.strictObject({
    id: id<KeyLogId>(),
    version,
    keys: pieces.optional(),
    toName: optionalLine(120).optional(),
    note: optionalLine(300).optional(),
  }),
  output: saved<KeyLogId>(),
  refusals: ['KEYS_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'KEY_FOR', 'KEYS_ABOVE', 'CARD_NUMBER'],
  permission: 'house',
  undoable: true,
})

export const markKeys = command({
  name: 'house.markKeys',
  about: 'Notes keys that came back, all of them unless fewer are named; or that they are still out.',
  input: z.strictObject({
    id: id<KeyLogId>(),
    version,
    action: z.enum(keyActions, { error: 'invalid.choice' }),
    keys: pieces.optional(),
  }),
  output: saved<KeyLogId>(),
  refusals: ['KEYS_UNKNOWN', 'STATUS_NOT_POSSIBLE', 'KEYS_ABOVE'],
  permission: 'house',
  undoable: true,
})

export const keys = query({
  name: 'house.keys',
  about: 'Keys that are out, the oldest first, or those that came back.',
  input: z.strictObject(houseList),
  output: listOf(keyLogView),
  permission: 'house',
  reads: ['key-log', ...readsOfHouse],
})
