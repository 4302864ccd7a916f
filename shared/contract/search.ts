import { z } from 'zod'
import { paperKinds } from '../domain/folio/paper.ts'
import { occupancies } from '../domain/room/room.ts'
import type { BookingId, FolioId, GuestId, PaperId, RoomId } from '../values/index.ts'
import { businessDate, id, typedLine } from './fields.ts'
import { query } from './operation.ts'

/** What the palette shows besides screens and commands, which the page knows itself. */
export const palette = query({
  name: 'search.palette',
  about: 'Guests, bookings, rooms and papers for a few typed characters.',
  input: z.strictObject({ text: typedLine(80) }),
  output: z.strictObject({
    guests: z.array(
      z.strictObject({
        id: id<GuestId>(),
        name: z.string(),
        latinName: z.string(),
        hint: z.string(),
        tier: z.string().nullable(),
        inHouseRoom: z.string().nullable(),
        /** Found by a similar name only. */
        similar: z.boolean(),
      }),
    ),
    bookings: z.array(
      z.strictObject({
        id: id<BookingId>(),
        confirmationNo: z.string(),
        guestId: id<GuestId>(),
        guestName: z.string(),
        guestLatinName: z.string(),
        arrival: businessDate,
        departure: businessDate,
        status: z.string(),
      }),
    ),
    rooms: z.array(
      z.strictObject({
        id: id<RoomId>(),
        number: z.string(),
        /** Due in: given to an arrival of today; one still in it goes before. */
        state: z.enum(occupancies),
        /** Of anyone who is in it, or due in. */
        booking: id<BookingId>().nullable(),
        guestId: id<GuestId>().nullable(),
        guestName: z.string().nullable(),
        guestLatinName: z.string(),
      }),
    ),
    /** By their number, whatever its case and separators; of a folio each. */
    papers: z.array(
      z.strictObject({
        id: id<PaperId>(),
        label: z.string(),
        kind: z.enum(paperKinds),
        issuedOn: businessDate,
        grossMinor: z.number().int(),
        folioId: id<FolioId>(),
        payeeName: z.string(),
      }),
    ),
  }),
  permission: 'guest-read',
  reads: ['guest', 'booking', 'room', 'paper'],
})
