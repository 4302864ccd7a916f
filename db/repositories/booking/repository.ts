import type { Selectable, Updateable } from 'kysely'
import type { BookingImage, NightImage } from '#shared/domain/booking/booking.ts'
import { isLive } from '#shared/domain/booking/booking.ts'
import { samePlain } from '#shared/domain/change/change.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared, preparedInsert, preparedUpdate } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { BookingsTable } from '../../schema/booking.ts'
import { flag } from '../../schema/flag.ts'

export type BookingRow = Selectable<BookingsTable>

const bookingById = prepared((db, at: { id: BookingId }) =>
  db.selectFrom('bookings').selectAll().where('id', '=', at.id),
)
const nightsById = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('room_nights')
    .select(['night', 'room_type_id', 'room_id', 'rate_minor'])
    .where('booking_id', '=', at.id)
    .orderBy('night'),
)
const companionsById = prepared((db, at: { id: BookingId }) =>
  db.selectFrom('booking_companions').select('guest_id').where('booking_id', '=', at.id).orderBy('guest_id'),
)

/** Whether there is a booking with this id. */
export async function isBooking(db: Reader, id: BookingId): Promise<boolean> {
  return (await bookingById.first(db, { id })) !== undefined
}

/** A booking with its nights and companions as one image; null when there is none. */
export async function loadBooking(
  db: Reader,
  id: BookingId,
): Promise<{ image: BookingImage; version: number } | null> {
  const row = await bookingById.first(db, { id })
  if (!row) return null
  const nights: BookingImage['nights'] = {}
  for (const night of await nightsById.all(db, { id })) {
    nights[night.night] = {
      roomTypeId: night.room_type_id,
      roomId: night.room_id,
      rateMinor: night.rate_minor,
    }
  }
  const companions: BookingImage['companions'] = {}
  for (const { guest_id } of await companionsById.all(db, { id })) companions[guest_id] = true
  return { image: imageOf(row, nights, companions), version: row.version }
}

function imageOf(
  row: BookingRow,
  nights: BookingImage['nights'],
  companions: BookingImage['companions'],
): BookingImage {
  return {
    confirmationNo: row.confirmation_no,
    status: row.status as BookingImage['status'],
    arrival: row.arrival,
    departure: row.departure,
    guestId: row.guest_id,
    bookerId: row.booker_id,
    agencyId: row.agency_id,
    companyId: row.company_id,
    roomTypeId: row.room_type_id,
    chargedRoomTypeId: row.charged_room_type_id,
    ratePlanId: row.rate_plan_id,
    adults: row.adults,
    children: row.children,
    infants: row.infants,
    meal: row.meal,
    segment: row.segment,
    channel: row.channel,
    guarantee: row.guarantee,
    expectedTime: row.expected_time,
    holdUntil: row.hold_until,
    depositMinor: row.deposit_minor,
    depositDueOn: row.deposit_due_on,
    comment: row.comment,
    createdOn: row.created_on,
    cancelledOn: row.cancelled_on,
    cancelReason: row.cancel_reason,
    source: row.source === null ? null : JSON.parse(row.source),
    importBatchId: row.import_batch_id,
    nights,
    companions,
  }
}

type BookingColumns = Omit<BookingRow, 'id' | 'open_requests' | 'version'>

/** The columns of `bookings` that an image fills. */
export function bookingColumns(image: BookingImage): BookingColumns {
  return {
    confirmation_no: image.confirmationNo,
    status: image.status,
    arrival: image.arrival,
    departure: image.departure,
    guest_id: image.guestId,
    booker_id: image.bookerId,
    agency_id: image.agencyId,
    company_id: image.companyId,
    room_type_id: image.roomTypeId,
    charged_room_type_id: image.chargedRoomTypeId,
    rate_plan_id: image.ratePlanId,
    adults: image.adults,
    children: image.children,
    infants: image.infants,
    meal: image.meal,
    segment: image.segment,
    channel: image.channel,
    guarantee: image.guarantee,
    expected_time: image.expectedTime,
    hold_until: image.holdUntil,
    deposit_minor: image.depositMinor,
    deposit_due_on: image.depositDueOn,
    comment: image.comment,
    created_on: image.createdOn,
    cancelled_on: image.cancelledOn,
    cancel_reason: image.cancelReason,
    source: image.source === null ? null : JSON.stringify(image.source),
    import_batch_id: image.importBatchId,
    ...sumsOfNights(image.nights),
  }
}

function sumsOfNights(nights: BookingImage['nights']): Pick<BookingRow, 'total_minor' | 'last_room_id'> {
  const inOrder = Object.keys(nights)
    .sort()
    .map((night) => nights[night] as NightImage)
  return {
    total_minor: inOrder.reduce((sum, { rateMinor }) => sum + rateMinor, 0),
    last_room_id: inOrder.at(-1)?.roomId ?? null,
  }
}

const nightColumns = ['booking_id', 'night', 'room_type_id', 'room_id', 'rate_minor', 'live'] as const
const insertBookingRow = preparedInsert('bookings', [
  'id',
  'confirmation_no',
  'status',
  'arrival',
  'departure',
  'guest_id',
  'booker_id',
  'agency_id',
  'company_id',
  'room_type_id',
  'charged_room_type_id',
  'rate_plan_id',
  'adults',
  'children',
  'infants',
  'meal',
  'segment',
  'channel',
  'guarantee',
  'expected_time',
  'hold_until',
  'deposit_minor',
  'deposit_due_on',
  'comment',
  'created_on',
  'cancelled_on',
  'cancel_reason',
  'source',
  'import_batch_id',
  'total_minor',
  'last_room_id',
  'version',
])
const insertNights = preparedInsert('room_nights', nightColumns)
const putNights = preparedInsert('room_nights', nightColumns, {
  columns: ['booking_id', 'night'],
  where: 'booking_id',
  set: ['room_type_id', 'room_id', 'rate_minor', 'live'],
})
const insertCompanions = preparedInsert('booking_companions', ['booking_id', 'guest_id'])

/** Writes a new booking under an id that was drawn for it. A room that is taken on one of its nights throws (unique key). */
export async function insertBooking(tx: Writer, id: BookingId, image: BookingImage): Promise<void> {
  await insertBookingRow(tx, [{ id, ...bookingColumns(image), version: 1 }])
  await insertNights(tx, nightRows(id, image, Object.entries(image.nights)))
  await insertCompanions(tx, companionRows(id, Object.keys(image.companions)))
}

const updateRow = preparedUpdate('bookings', 'id')

/** Writes what differs between two images and raises the version by one. */
export async function updateBooking(
  tx: Writer,
  id: BookingId,
  before: BookingImage,
  after: BookingImage,
): Promise<void> {
  // Nights first: one that goes may make room in the unique key for one that comes.
  await updateNights(tx, id, before, after)
  await updateCompanions(tx, id, before, after)
  await updateRow(tx, id, differingColumns(before, after))
}

export async function deleteBooking(tx: Writer, id: BookingId): Promise<void> {
  await writeWith(tx).deleteFrom('bookings').where('id', '=', id).execute()
}

async function updateNights(tx: Writer, id: BookingId, before: BookingImage, after: BookingImage) {
  const gone = Object.keys(before.nights).filter((night) => !after.nights[night]) as BusinessDate[]
  if (gone.length > 0) {
    await writeWith(tx)
      .deleteFrom('room_nights')
      .where('booking_id', '=', id)
      .where('night', 'in', gone)
      .execute()
  }
  const allChange = isLive(before.status) !== isLive(after.status)
  const changed = Object.entries(after.nights).filter(
    ([night, now]) => allChange || !samePlain(before.nights[night] ?? null, now),
  )
  await putNights(tx, nightRows(id, after, changed))
}

async function updateCompanions(tx: Writer, id: BookingId, before: BookingImage, after: BookingImage) {
  const gone = Object.keys(before.companions).filter((guest) => !after.companions[guest])
  for (const guest of gone) {
    await writeWith(tx)
      .deleteFrom('booking_companions')
      .where('booking_id', '=', id)
      .where('guest_id', '=', Number(guest) as GuestId)
      .execute()
  }
  const come = Object.keys(after.companions).filter((guest) => !before.companions[guest])
  await insertCompanions(tx, companionRows(id, come))
}

function differingColumns(before: BookingImage, after: BookingImage): Updateable<BookingsTable> {
  const from = bookingColumns(before)
  const differing = Object.entries(bookingColumns(after)).filter(
    ([name, value]) => from[name as keyof BookingColumns] !== value,
  )
  return Object.fromEntries(differing)
}

function nightRows(id: BookingId, image: BookingImage, nights: [string, NightImage][]) {
  const live = flag(isLive(image.status))
  return nights.map(([night, { roomTypeId, roomId, rateMinor }]) => ({
    booking_id: id,
    night: night as BusinessDate,
    room_type_id: roomTypeId,
    room_id: roomId,
    rate_minor: rateMinor,
    live,
  }))
}

function companionRows(id: BookingId, guests: string[]) {
  return guests.map((guest) => ({ booking_id: id, guest_id: Number(guest) as GuestId }))
}
