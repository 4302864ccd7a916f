import { z } from 'zod'
import type { BookingId, GuestId } from '../values/index.ts'
import { businessDate, id, saved, version } from './fields.ts'
import { folioNameRefusals } from './folio-fields.ts'
import { command, query } from './operation.ts'

const share = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(0, 'invalid.tooSmall')
  .max(1000, 'invalid.tooLarge')

export const persons = query({
  name: 'stay.persons',
  about: 'Who stays in the room from when to when, and who pays which part of the rate.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z.array(
    z.strictObject({
      guestId: id<GuestId>(),
      name: z.string(),
      latinName: z.string(),
      role: z.enum(['guest', 'companion']),
      /** [from, to) of somebody who stays for a part only. */
      dates: z.strictObject({ from: businessDate, to: businessDate }).nullable(),
      /** The part of the rate that an own folio pays; null without one. */
      share: share.nullable(),
    }),
  ),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-read',
  reads: ['booking', 'stay', 'folio', 'guest'],
})

export const setPersons = command({
  name: 'stay.setPersons',
  about:
    'Gives those who stay along own dates, [from, to) within the stay, or the whole stay; and each an own folio with a part of the rate.',
  input: z.strictObject({
    id: id<BookingId>(),
    version,
    persons: z
      .array(
        z.strictObject({
          guestId: id<GuestId>(),
          /** Of the booking’s guest the stay’s own: null. */
          dates: z.strictObject({ from: businessDate, to: businessDate }).nullable(),
          /** Above 0 opens a folio for a sharer; left out, what is shared stays as it is. */
          share: share.optional(),
        }),
      )
      .min(1, 'invalid.required')
      .max(30, 'invalid.tooMany'),
  }),
  output: saved<BookingId>(),
  refusals: [
    'BOOKING_UNKNOWN',
    'BOOKING_ENDED',
    'NOT_ALONG',
    'DATES_REVERSED',
    'DATES_OUTSIDE_STAY',
    ...folioNameRefusals,
  ],
  permission: 'stay',
  undoable: true,
})
