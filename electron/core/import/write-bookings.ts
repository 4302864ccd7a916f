import { bookingColumns } from '#db/repositories/booking/repository.ts'
import {
  type BookingImage,
  confirmationNoOf,
  isLive,
  type NightImage,
} from '#shared/domain/booking/booking.ts'
import { noArrivalTerms } from '#shared/domain/booking/hold.ts'
import type { Fault, ImportedBooking, ImportField, Note, RowFinding } from '#shared/domain/import/row.ts'
import { recordOf } from '#shared/domain/import/source-record.ts'
import {
  type BookingId,
  type BusinessDate,
  fromDayNumber,
  type GuestId,
  type RoomId,
  toDayNumber,
} from '#shared/values/index.ts'
import { digestOf } from './digest.ts'
import type { FileNumbers } from './file-numbers.ts'
import type { Unsure } from './find-guest.ts'
import type { CodeBook } from './write-codes.ts'
import type { GuestWriter } from './write-guests.ts'
import type { WriteParts } from './write-parts.ts'

export type BookingWriter = {
  /**
   * Writes the booking of a row, and those of its other rooms, with guest, booker, nights and change rows; or says why the
   * store can't take them, and writes nothing.
   */
  write: (
    line: number,
    booking: ImportedBooking,
    party?: readonly ImportedBooking[],
    /** The guest on file that the row is known to mean. */
    known?: GuestId,
  ) => { rejected: Fault[] } | { notes: RowFinding<Note>[] }
  written: { bookings: number; roomNights: number }
}

/** Writes bookings as rows of a file give them: no price, no availability is checked, because they are facts already. */
export function createBookingWriter(
  parts: WriteParts,
  codes: CodeBook,
  guests: GuestWriter,
  numbers: FileNumbers,
  stated: ReadonlySet<ImportField>,
): BookingWriter {
  const { bulk, batchId } = parts
  const written = { bookings: 0, roomNights: 0 }
  return {
    written,
    write: (line, booking, party = [], known) => {
      const number = String(booking.source.confirmationNo ?? '')
      const rooms = [booking, ...party].map(planned)
      const faults = rooms.flatMap(({ taken }) => taken)
      if (faults.length > 0) return { rejected: faults }
      const notes = rooms.flatMap(({ notes: found }) => found)
      const twice = number === '' ? null : numbers.take(number, line)
      if (twice) notes.push(twice)
      const guest = known === undefined ? guests.guestFor(booking.guest) : { id: known, unsure: [] }
      const booker = booking.booker ? guests.bookerFor(booking.booker) : null
      for (const { by, value, name } of [...guest.unsure, ...(booker?.unsure ?? [])])
        notes.push(kept(`${by}OfOther`, by, name === '' ? value : `${value}: ${name}`))
      for (const room of rooms) insert(line, room, guest, booker?.id ?? null)
      return { notes }
    },
  }

  /** What a booking will be in the store, and why the store can't take it: nothing is written yet. */
  function planned(booking: ImportedBooking): PlannedRoom {
    const nights = nightsFrom(booking.arrival, booking.rates.length)
    const roomId = booking.room === '' ? null : codes.room(booking.room)
    const live = isLive(booking.status)
    const taken = roomId !== null && live ? nights.find((night) => bulk.roomTaken(roomId, night)) : undefined
    return {
      booking,
      nights,
      roomId,
      taken: taken ? [{ reason: 'roomTaken', field: 'room', value: `${booking.room} ${taken}` }] : [],
      notes: booking.room !== '' && roomId === null ? [kept('roomUnknown', 'room', booking.room)] : [],
    }
  }

  function insert(
    line: number,
    { booking, nights, roomId }: PlannedRoom,
    guest: { id: GuestId; unsure: Unsure[] },
    bookerId: GuestId | null,
  ): void {
    const id = bulk.nextId('bookings') as BookingId
    const image = { ...imageOf(id, line, booking, guest.id, roomId, codes, batchId), bookerId }
    Object.assign(image.source ?? {}, unsureDocument(guest.unsure))
    const roomTypeId = codes.roomType(booking.roomType, booking.adults + booking.children)
    for (let index = 0; index < nights.length; index++) {
      const rateMinor = booking.rates[index] as number
      image.nights[nights[index] as BusinessDate] = { roomTypeId, roomId, rateMinor }
    }
    writeRows(parts, id, image, isLive(booking.status))
    if (booking.source.confirmationNo) {
      const said = JSON.stringify({ ...recordOf(booking, stated, digestOf), guestId: guest.id })
      bulk.into.source_records({ booking_id: id, batch_id: batchId, said })
    }
    written.bookings++
    written.roomNights += nights.length
  }
}

type PlannedRoom = {
  booking: ImportedBooking
  nights: BusinessDate[]
  roomId: RoomId | null
  taken: Fault[]
  notes: RowFinding<Note>[]
}

/** The booking as its change row keeps it, without its nights. */
function imageOf(
  id: BookingId,
  line: number,
  booking: ImportedBooking,
  guestId: GuestId,
  roomId: RoomId | null,
  codes: CodeBook,
  importBatchId: WriteParts['batchId'],
): BookingImage {
  const ratePlanId = codes.ratePlan(booking.ratePlan)
  return {
    confirmationNo: confirmationNoOf(id),
    status: booking.status,
    arrival: booking.arrival,
    departure: booking.departure,
    guestId,
    bookerId: null,
    agencyId: codes.account('agency', booking.agency),
    companyId: codes.account('company', booking.company),
    roomTypeId: codes.roomType(booking.bookedRoomType),
    chargedRoomTypeId: codes.roomType(booking.chargedRoomType),
    ratePlanId,
    adults: booking.adults,
    children: booking.children,
    infants: booking.infants,
    meal: booking.meal,
    segment: booking.segment,
    channel: booking.channel,
    guarantee: booking.guarantee,
    ...noArrivalTerms,
    comment: booking.comment,
    createdOn: booking.createdOn,
    cancelledOn: booking.cancelledOn,
    cancelReason: null,
    source: { line, ...booking.source, ...lost(booking, { roomId, plan: ratePlanId }) },
    importBatchId,
    nights: {},
    companions: {},
  }
}

/** Inserts the booking, its nights and its change row. */
function writeRows({ bulk, header, command }: WriteParts, id: BookingId, image: BookingImage, live: boolean) {
  bulk.insertBooking({ id, ...bookingColumns(image), open_requests: 0, version: 1 })
  for (const night in image.nights) {
    const { roomTypeId, roomId, rateMinor } = image.nights[night as BusinessDate] as NightImage
    bulk.insertNight({
      id: bulk.nextId('room_nights'),
      booking_id: id,
      closure_id: null,
      night: night as BusinessDate,
      room_type_id: roomTypeId,
      room_id: roomId,
      rate_minor: rateMinor,
      live: live ? 1 : 0,
    })
  }
  bulk.insertChange(
    header,
    { entity: 'booking', entityId: id, bookingId: id, before: null, after: image },
    command,
  )
}

/** What the row names and the store has not: kept in the row's own words. */
function lost(booking: ImportedBooking, found: { roomId: number | null; plan: number | null }) {
  return {
    ...(booking.room !== '' && found.roomId === null ? { room: booking.room } : {}),
    ...(booking.ratePlan !== '' && found.plan === null ? { ratePlan: booking.ratePlan } : {}),
  }
}

/** Which document the guest did not get, as much of it as a screen may show; the finding has the row. */
function unsureDocument(unsure: readonly Unsure[]): { documentOfOther?: string } {
  const document = unsure.find(({ by }) => by === 'document')
  return document ? { documentOfOther: document.value } : {}
}

function kept(reason: Note, field: string, value: string): RowFinding<Note> {
  return { reason, field, value }
}

function nightsFrom(arrival: BusinessDate, count: number): BusinessDate[] {
  const first = toDayNumber(arrival)
  const nights: BusinessDate[] = []
  for (let index = 0; index < count; index++) nights.push(dateOf(first + index))
  return nights
}

/** A file's nights are the same few thousand days again and again. */
const dates = new Map<number, BusinessDate>()
function dateOf(day: number): BusinessDate {
  const known = dates.get(day)
  if (known) return known
  const date = fromDayNumber(day)
  dates.set(day, date)
  return date
}
