import type { Writer } from '#db/handles.ts'
import { isTouchedByDesk } from '#db/queries/import/known-bookings.ts'
import { loadBooking, updateBooking } from '#db/repositories/booking/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { difference } from '#shared/domain/change/change.ts'
import {
  type HeldField,
  heldFields,
  inTheirRooms,
  stayingAsTheyAre,
  withoutHeld,
} from '#shared/domain/import/in-house.ts'
import { type MergeCodes, type MergedField, mergeBooking } from '#shared/domain/import/merge-booking.ts'
import type { ImportedBooking } from '#shared/domain/import/row.ts'
import { differingFields, type SourceRecord } from '#shared/domain/import/source-record.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'
import { type FieldChange, fieldChanges, fieldText, type Telling } from './field-changes.ts'
import { addContacts } from './update-guests.ts'
import { emptied, inRoomsOfTheirType, moveOut, takenRooms } from './update-rooms.ts'
import type { CodeBook } from './write-codes.ts'
import type { GuestWriter } from './write-guests.ts'
import type { WriteParts } from './write-parts.ts'

/** What became of a booking on file that a row means. */
export type Updated = {
  status: BookingImage['status']
  guestId: GuestId
  changes: FieldChange[]
  /** What stays against the file, because a desk changed it or who is in house keeps a room: what is here, what the file says. */
  kept: { reason: 'keptByDesk' | 'keptInHouse'; field: MergedField; here: string; file: string }[]
  /** The room it can't have and has none for: it is let to somebody else. */
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
  /** As the file would have it, as far as that leaves who is in house a room. */
  wanted: BookingImage
  /** All that the file would have. */
  merged: BookingImage
  kept: readonly MergedField[]
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

  async function close({
    id,
    base,
    now,
    booking,
    mine,
    interim,
    wanted,
    merged,
    kept,
  }: Open): Promise<Updated> {
    const stillTaken = await takenRooms(tx, { id, interim, wanted })
    const staying = stillTaken.size > 0 ? stayingAsTheyAre(mine, wanted) : wanted
    const next = staying ?? emptied(wanted, stillTaken)
    if (difference(interim, next)) await updateBooking(tx, id, interim, next)
    const change = difference(mine, next)
    if (change)
      bulk.insertChange(header, { entity: 'booking', entityId: id, bookingId: id, ...change }, command)
    const ofGuest =
      next.guestId === mine.guestId ? await addContacts(parts, tx, next.guestId, { base, now, booking }) : []
    const held = next.status === 'in-house' ? heldFields(merged, staying ?? wanted) : []
    const said = recordToKeep(base, withoutHeld(now, held), next, kept)
    if (said) bulk.into.source_records({ booking_id: id, batch_id: batchId, said: JSON.stringify(said) })
    written.roomNights += Object.keys(next.nights).length - Object.keys(mine.nights).length
    const [lost] = staying ? [] : stillTaken
    return {
      status: next.status,
      guestId: next.guestId,
      changes: [...(change ? await fieldChanges(telling, mine, next) : []), ...ofGuest],
      kept: await contradictions(telling, booking, next, {
        keptByDesk: kept,
        keptInHouse: toTell(held, merged),
      }),
      withoutRoom: lost === undefined ? null : codes.codeOf('room', lost),
    }
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
      const { typeOfRoom } = codes
      const wanted = inRoomsOfTheirType(mine, inTheirRooms(mine, next, typeOfRoom), typeOfRoom)
      const taken = await takenRooms(tx, { id, interim: mine, wanted })
      const interim = taken.size > 0 ? (stayingAsTheyAre(mine, wanted) ?? emptied(wanted, taken)) : wanted
      if (difference(mine, interim)) await updateBooking(tx, id, mine, interim)
      const one: Open = { id, base, now, booking, mine, interim, wanted, merged: next, kept, done }
      if (interim === wanted) done(await close(one))
      else open.push(one)
    },
    finish: async () => {
      const waiting = open
      open = []
      await closeAll(tx, waiting, close)
    },
  }
}

/** Those first who leave a room; told when all are in theirs, because to tell of a row may bring in further rooms of it. */
async function closeAll(
  tx: Writer,
  waiting: readonly Open[],
  close: (one: Open) => Promise<Updated>,
): Promise<void> {
  const movers = await moveOut(tx, waiting)
  const moved = new Set(movers.map(({ id }) => id))
  const closed = new Map<BookingId, Updated>()
  for (const one of [...movers, ...waiting.filter(({ id }) => !moved.has(id))])
    closed.set(one.id, await close(one))
  for (const { id, done } of waiting) done(closed.get(id) as Updated)
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

/** Only what is new is kept, so that taking an import back takes what it said with it. */
function recordToKeep(
  base: SourceRecord,
  now: SourceRecord,
  next: BookingImage,
  kept: readonly MergedField[],
): SourceRecord | null {
  if (differingFields(base, now).length === 0) return null
  const guestId = kept.includes('nativeName') ? base.guestId : next.guestId
  return { ...base, ...now, ...(guestId === undefined ? {} : { guestId }) }
}

/** Who is charged for the type that was booked has no type of its own to be told of. */
function toTell(held: readonly HeldField[], merged: BookingImage): HeldField[] {
  return held.filter((field) => field !== 'chargedRoomType' || merged.chargedRoomTypeId !== merged.roomTypeId)
}

async function contradictions(
  telling: Telling,
  booking: ImportedBooking,
  next: BookingImage,
  kept: Record<Updated['kept'][number]['reason'], readonly MergedField[]>,
): Promise<Updated['kept']> {
  const told: Updated['kept'] = []
  for (const reason of ['keptByDesk', 'keptInHouse'] as const)
    for (const field of kept[reason])
      told.push({
        reason,
        field,
        here: await fieldText(telling, next, field),
        file: telling.said(booking, field),
      })
  return told
}
