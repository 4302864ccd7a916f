import type { Writer } from '#db/handles.ts'
import { isTouchedByDesk } from '#db/queries/import/known-bookings.ts'
import { readHolders } from '#db/queries/room/availability.ts'
import { loadBooking, updateBooking } from '#db/repositories/booking/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { newOccupations } from '#shared/domain/booking/stock.ts'
import { difference } from '#shared/domain/change/change.ts'
import { type MergeCodes, type MergedField, mergeBooking } from '#shared/domain/import/merge-booking.ts'
import type { ImportedBooking } from '#shared/domain/import/row.ts'
import { differingFields, type SourceRecord } from '#shared/domain/import/source-record.ts'
import type { BookingId, GuestId, RoomId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'
import { type FieldChange, fieldChanges, fieldText, type Telling } from './field-changes.ts'
import { addContacts } from './update-guests.ts'
import type { CodeBook } from './write-codes.ts'
import type { GuestWriter } from './write-guests.ts'
import type { WriteParts } from './write-parts.ts'

/** What became of a booking on file that a row means. */
export type Updated = {
  status: BookingImage['status']
  guestId: GuestId
  changes: FieldChange[]
  /** Where a desk's change stays against the file: what is here and what the file says. */
  kept: { field: MergedField; here: string; file: string }[]
  /** The room it can't have: it is let to somebody else, or of another type. */
  withoutRoom: string | null
}

export type BookingUpdater = {
  /** Lays a row over a booking on file. `done` may come later: the room may be free once other rows are laid over. */
  update: (what: Update, done: (updated: Updated) => void) => Promise<void>
  /** Gives the rooms that were taken before, or leaves the bookings without one. */
  finish: () => Promise<void>
  /** Nights that came to bookings on file, less those that went. */
  written: { roomNights: number }
}

type Update = {
  id: BookingId
  /** What its source said last; of one that came in before that was kept, only who the guest was. */
  base: SourceRecord
  now: SourceRecord
  booking: ImportedBooking
}

type Open = Update & {
  mine: BookingImage
  /** As it is written for now, without the rooms that are taken. */
  interim: BookingImage
  wanted: BookingImage
  kept: Set<MergedField>
  done: (updated: Updated) => void
}

export function createBookingUpdater(
  parts: WriteParts,
  tx: Writer,
  codes: CodeBook,
  guests: GuestWriter,
  telling: Telling,
): BookingUpdater {
  const { bulk, header, command, batchId } = parts
  const written = { roomNights: 0 }
  let open: Open[] = []

  async function close({ id, base, now, booking, mine, interim, wanted, kept, done }: Open): Promise<void> {
    const stillTaken = wanted === interim ? new Set<RoomId>() : await takenRooms(tx, id, interim, wanted)
    const next = stillTaken.size > 0 ? withoutRooms(mine, wanted, stillTaken, kept) : wanted
    if (next !== interim) await updateBooking(tx, id, interim, next)
    const change = difference(mine, next)
    if (change)
      bulk.insertChange(header, { entity: 'booking', entityId: id, bookingId: id, ...change }, command)
    const ofGuest =
      next.guestId === mine.guestId ? await addContacts(parts, tx, next.guestId, { base, now, booking }) : []
    const said = recordToKeep(base, now, next, kept)
    if (said) bulk.into.source_records({ booking_id: id, batch_id: batchId, said: JSON.stringify(said) })
    written.roomNights += Object.keys(next.nights).length - Object.keys(mine.nights).length
    const [lost] = stillTaken
    done({
      status: next.status,
      guestId: next.guestId,
      changes: [...(change ? await fieldChanges(telling, mine, next) : []), ...ofGuest],
      kept: await Promise.all(
        [...kept].map(async (field) => ({
          field,
          here: await fieldText(telling, next, field),
          file: telling.said(booking, field),
        })),
      ),
      withoutRoom: lost === undefined ? null : codes.codeOf('room', lost),
    })
  }

  return {
    written,
    update: async ({ id, base, now, booking }, done) => {
      const mine = (await loadBooking(tx, id))?.image
      if (!mine) return
      const isTouched = await isTouchedByDesk(tx, id)
      const guest = () => guests.guestFor(booking.guest).id
      const named = codesFor(codes, booking)
      const { next, kept } = mergeBooking({
        mine,
        base,
        now,
        booking,
        isTouched,
        codes: named,
        digest: digestOf,
        guest,
      })
      const wanted = inRoomsOfTheirType(mine, next, codes)
      const taken = await takenRooms(tx, id, mine, wanted)
      const interim = taken.size > 0 ? emptied(wanted, taken) : wanted
      if (difference(mine, interim)) await updateBooking(tx, id, mine, interim)
      const one: Open = { id, base, now, booking, mine, interim, wanted, kept: new Set(kept), done }
      if (interim === wanted) await close(one)
      else open.push(one)
    },
    finish: async () => {
      const waiting = open
      open = []
      for (const one of waiting) await close(one)
    },
  }
}

/** A type that a row makes takes as many persons as the row has. */
function codesFor(codes: CodeBook, booking: ImportedBooking): MergeCodes {
  return {
    knownType: codes.knownType,
    makeType: (words) => codes.roomType(words, booking.adults + booking.children),
    knownAccount: codes.knownAccount,
    makeAccount: codes.account,
    plan: codes.ratePlan,
    room: codes.room,
  }
}

/** Rooms that the booking would newly have and somebody else has. */
async function takenRooms(
  tx: Writer,
  id: BookingId,
  before: BookingImage,
  next: BookingImage,
): Promise<Set<RoomId>> {
  const taken = new Set<RoomId>()
  for (const [roomId, nights] of Map.groupBy(newOccupations(before, next), (one) => one.roomId)) {
    const dates = nights.map(({ night }) => night)
    if ((await readHolders(tx, roomId, dates, id)).length > 0) taken.add(roomId)
  }
  return taken
}

/** Only what is new is kept, so that taking an import back takes what it said with it. */
function recordToKeep(
  base: SourceRecord,
  now: SourceRecord,
  next: BookingImage,
  kept: ReadonlySet<MergedField>,
): SourceRecord | null {
  if (differingFields(base, now).length === 0) return null
  const guestId = kept.has('nativeName') ? base.guestId : next.guestId
  return { ...base, ...now, ...(guestId === undefined ? {} : { guestId }) }
}

function emptied(image: BookingImage, rooms: ReadonlySet<RoomId>): BookingImage {
  const nights = Object.entries(image.nights).map(([night, part]) =>
    part.roomId !== null && rooms.has(part.roomId) ? [night, { ...part, roomId: null }] : [night, part],
  )
  return { ...image, nights: Object.fromEntries(nights) }
}

/** Who is in house sleeps somewhere: the stay stays as it is. Everybody else has no room for now. */
function withoutRooms(
  mine: BookingImage,
  wanted: BookingImage,
  taken: ReadonlySet<RoomId>,
  kept: Set<MergedField>,
): BookingImage {
  if (wanted.status !== 'in-house') return emptied(wanted, taken)
  kept.add('departure')
  const { arrival, departure, roomTypeId, nights } = mine
  return { ...wanted, arrival, departure, roomTypeId, nights }
}

/** A booking that the source moved to another type leaves a room of the type before. */
function inRoomsOfTheirType(mine: BookingImage, next: BookingImage, codes: CodeBook): BookingImage {
  if (mine.roomTypeId === next.roomTypeId || next.status === 'in-house') return next
  const wrong = Object.values(next.nights).flatMap(({ roomId, roomTypeId }) =>
    roomId !== null && codes.typeOfRoom(roomId) !== roomTypeId ? [roomId] : [],
  )
  return wrong.length > 0 ? emptied(next, new Set(wrong)) : next
}
