import { z } from 'zod'
import { agencyCodes } from '../domain/confirmation/agencies.ts'
import { doubts } from '../domain/confirmation/fact.ts'
import { maxMessageChars, maxSentBytes } from '../domain/confirmation/limits.ts'
import { messageKinds } from '../domain/confirmation/reading.ts'
import { meals } from '../domain/rate/rate-plan.ts'
import type { AccountId, BookingId, GuestId, RoomTypeId } from '../values/index.ts'
import { bookingStatus } from './booking-row.ts'
import { businessDate, id, optionalLine } from './fields.ts'
import { query } from './operation.ts'

const said = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    /** The line of `lines` that says it; 1 is the first. */
    line: z.number().int().min(1),
    /** Why somebody has to look at it; null when it is sure. */
    doubt: z.enum(doubts).nullable(),
  })
const maybe = <T extends z.ZodType>(value: T) => said(value).nullable()

const amount = z.strictObject({ minor: z.number().int(), currency: z.string() })
const count = z.number().int()

/** What the message says; null is what it does not say. */
export const reading = z.strictObject({
  kind: said(z.enum(messageKinds)),
  agency: maybe(z.enum(agencyCodes)),
  confirmationNo: maybe(z.string()),
  hotelNo: maybe(z.string()),
  guest: maybe(z.strictObject({ nativeName: z.string(), familyName: z.string(), givenName: z.string() })),
  otherGuests: maybe(z.string()),
  booker: maybe(z.string()),
  phone: maybe(z.string()),
  email: maybe(z.string()),
  nationality: maybe(z.string()),
  arrival: maybe(businessDate),
  departure: maybe(businessDate),
  roomType: maybe(z.strictObject({ words: z.string(), id: id<RoomTypeId>().nullable() })),
  rooms: maybe(count),
  adults: maybe(count),
  children: maybe(count),
  infants: maybe(count),
  meal: maybe(z.enum(meals)),
  /** Of one room, by night, in the hotel's currency; empty where the message gives another currency. */
  rates: maybe(z.array(z.strictObject({ night: businessDate, minor: count }))),
  total: maybe(amount),
  net: maybe(amount),
  commission: maybe(z.string()),
  payment: maybe(z.enum(['prepaid', 'at-hotel'])),
  nonRefundable: maybe(z.boolean()),
  requests: maybe(z.string()),
  arrivalTime: maybe(z.string()),
})

export const read = query({
  name: 'confirmation.read',
  about:
    'Reads the confirmation of an agency (pasted text, .eml, .msg, .html or .txt): what it says, from which line, what is unsure. Writes nothing.',
  input: z.strictObject({
    text: z.string({ error: 'invalid.text' }).max(maxMessageChars, 'invalid.tooLong').optional(),
    /** The bytes of a file, or its first ones: those of a mail's text come before its attachments. */
    content: z
      .strictObject({
        name: optionalLine(200),
        base64: z.base64('invalid.text').max(Math.ceil(maxSentBytes / 3) * 4, 'invalid.tooLong'),
        isWhole: z.boolean(),
      })
      .optional(),
    /** A file handed over by the host. */
    file: z.string().min(1, 'invalid.required').max(80, 'invalid.text').optional(),
  }),
  output: z.strictObject({
    reading,
    /** The message in lines, without payment card numbers. */
    lines: z.array(z.string()),
    /** It is longer than what was read of it. */
    cut: z.boolean(),
    /** The account on file that is this agency. */
    account: z.strictObject({ id: id<AccountId>(), name: z.string() }).nullable(),
    /** Bookings on file under its number, ours or the agency's. */
    onFile: z.array(
      z.strictObject({
        id: id<BookingId>(),
        confirmationNo: z.string(),
        guestId: id<GuestId>(),
        guestName: z.string(),
        guestLatinName: z.string(),
        arrival: businessDate,
        departure: businessDate,
        status: bookingStatus,
      }),
    ),
  }),
  refusals: ['FILE_UNKNOWN', 'MESSAGE_EMPTY', 'MESSAGE_TOO_LARGE', 'MESSAGE_NOT_READ'],
  permission: 'booking-write',
  reads: ['booking', 'room-type', 'account', 'guest'],
})
