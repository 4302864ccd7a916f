/** A booking while its demo hotel is made; written as rows when nothing about it changes any more. */

import type { DemoPlanCode } from '#core/demo/data/hotel.ts'
import type { Random } from '#core/demo/data/random.ts'
import { dayUseColumns } from '#db/repositories/booking/day-uses.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { requestColumns } from '#db/repositories/request/repository.ts'
import { stayColumns } from '#db/repositories/stay/stays.ts'
import { flag } from '#db/schema/flag.ts'
import {
  type BookingImage,
  type BookingStatus,
  confirmationNoOf,
  isLive,
} from '#shared/domain/booking/booking.ts'
import type { DayUseImage } from '#shared/domain/booking/day-use.ts'
import type { RequestImage } from '#shared/domain/request/image.ts'
import { isOpen } from '#shared/domain/request/request.ts'
import type { StayImage } from '#shared/domain/stay/stay.ts'
import type {
  AccountId,
  BookingId,
  BusinessDate,
  GuestId,
  RatePlanId,
  RequestId,
  RoomId,
  RoomTypeId,
} from '#shared/values/index.ts'
import type { House } from './house.ts'

/** Type and room by their place in the house; −1: no room yet. */
export type StayNight = { type: number; room: number; rateMinor: number }
/** The hours of a booking of no night, and the place of their room in the house. */
export type StayDayUse = { room: number; image: DayUseImage }
export type StayRequest = { id: number; image: RequestImage; version: number }

export type Stay = {
  id: BookingId
  status: BookingStatus
  /** Day numbers; nights[i] is the night of arrival + i. */
  arrival: number
  nights: StayNight[]
  guest: GuestId
  booker: GuestId | null
  companions: GuestId[]
  /** Children who came along, named at the desk. */
  minors: GuestId[]
  agency: AccountId | null
  company: AccountId | null
  type: number
  charged: number
  plan: DemoPlanCode
  adults: number
  children: number
  infants: number
  meal: string
  segment: string
  channel: string
  guarantee: string
  /** HH:MM. */
  expectedTime: string | null
  holdUntil: string | null
  depositMinor: number | null
  depositDueOn: number | null
  comment: string
  createdOn: number
  cancelledOn: number | null
  cancelReason: string | null
  version: number
  requests: StayRequest[]
  /** Its chance: what happens to one stay never shifts what happens to another. */
  random: Random
  working: boolean
  /** Whether the log tells its changes, or only how it came over from the system before. */
  logged: boolean
  written: boolean
  /** Of a booking of no night. */
  dayUse?: StayDayUse
  /** What is on record of it since the guest came. */
  record?: { image: StayImage; version: number }
}

/** Who has own dates within a stay, [from, to). */
export type OwnDates = { booking: BookingId; guest: GuestId; from: BusinessDate; to: BusinessDate }

/** Everyone beside the guest. */
export function alongWith({ companions, minors }: Stay): GuestId[] {
  return [...companions, ...minors]
}

export function departureOf(stay: Stay): number {
  return stay.arrival + stay.nights.length
}

/** The room on a day, after the last night its own; of day use that of the hours. −1: none. */
export function roomOn({ arrival, nights, dayUse }: Stay, day: number): number {
  return dayUse?.room ?? (nights[day - arrival] ?? nights.at(-1))?.room ?? -1
}

export type DateOf = (day: number) => BusinessDate

export function imageOf(stay: Stay, house: House, date: DateOf): BookingImage {
  const nights: BookingImage['nights'] = {}
  for (let i = 0; i < stay.nights.length; i++) {
    nights[date(stay.arrival + i)] = nightImage(stay.nights[i] as StayNight, house)
  }
  return {
    confirmationNo: confirmationNoOf(stay.id),
    status: stay.status,
    arrival: date(stay.arrival),
    departure: date(departureOf(stay)),
    guestId: stay.guest,
    bookerId: stay.booker,
    agencyId: stay.agency,
    companyId: stay.company,
    roomTypeId: typeId(house, stay.type),
    chargedRoomTypeId: typeId(house, stay.charged),
    ratePlanId: house.plans[stay.plan].id as RatePlanId,
    adults: stay.adults,
    children: stay.children,
    infants: stay.infants,
    meal: stay.meal,
    segment: stay.segment,
    channel: stay.channel,
    guarantee: stay.guarantee,
    expectedTime: stay.expectedTime,
    holdUntil: stay.holdUntil,
    depositMinor: stay.depositMinor,
    depositDueOn: stay.depositDueOn === null ? null : date(stay.depositDueOn),
    comment: stay.comment,
    createdOn: date(stay.createdOn),
    cancelledOn: stay.cancelledOn === null ? null : date(stay.cancelledOn),
    cancelReason: stay.cancelReason,
    source: null,
    importBatchId: null,
    nights,
    companions: Object.fromEntries(alongWith(stay).map((id) => [id, true as const])),
  }
}

function nightImage(night: StayNight, house: House) {
  return {
    roomTypeId: typeId(house, night.type),
    roomId: roomId(house, night.room),
    rateMinor: night.rateMinor,
  }
}

function typeId(house: House, type: number): RoomTypeId {
  return (house.types[type] as House['types'][number]).id
}

export function roomId(house: House, room: number): RoomId | null {
  return room < 0 ? null : (house.rooms[room] as House['rooms'][number]).id
}

/** The rows of a booking, its nights, companions and requests. */
export function writeStay(bulk: Bulk, stay: Stay, house: House, date: DateOf): void {
  if (stay.written) throw new Error(`booking ${stay.id} is written twice`)
  stay.written = true
  const lastNight = stay.nights.at(-1)
  bulk.insertBooking({
    id: stay.id,
    confirmation_no: confirmationNoOf(stay.id),
    status: stay.status,
    arrival: date(stay.arrival),
    departure: date(departureOf(stay)),
    guest_id: stay.guest,
    booker_id: stay.booker,
    agency_id: stay.agency,
    company_id: stay.company,
    room_type_id: typeId(house, stay.type),
    charged_room_type_id: typeId(house, stay.charged),
    rate_plan_id: house.plans[stay.plan].id as RatePlanId,
    adults: stay.adults,
    children: stay.children,
    infants: stay.infants,
    meal: stay.meal,
    segment: stay.segment,
    channel: stay.channel,
    guarantee: stay.guarantee,
    expected_time: stay.expectedTime,
    hold_until: stay.holdUntil,
    deposit_minor: stay.depositMinor,
    deposit_due_on: stay.depositDueOn === null ? null : date(stay.depositDueOn),
    comment: stay.comment,
    created_on: date(stay.createdOn),
    cancelled_on: stay.cancelledOn === null ? null : date(stay.cancelledOn),
    cancel_reason: stay.cancelReason,
    source: null,
    import_batch_id: null,
    total_minor: stay.nights.reduce((sum, { rateMinor }) => sum + rateMinor, 0),
    last_room_id: lastNight ? roomId(house, lastNight.room) : null,
    open_requests: stay.requests.filter(({ image }) => isOpen(image.status)).length,
    version: stay.version,
  })
  const live = flag(isLive(stay.status))
  for (let i = 0; i < stay.nights.length; i++) {
    const night = stay.nights[i] as StayNight
    bulk.insertNight({
      id: bulk.nextId('room_nights'),
      booking_id: stay.id,
      closure_id: null,
      night: date(stay.arrival + i),
      room_type_id: typeId(house, night.type),
      room_id: roomId(house, night.room),
      rate_minor: night.rateMinor,
      live,
    })
  }
  if (stay.dayUse)
    bulk.into.day_uses({ booking_id: stay.id, ...dayUseColumns(stay.dayUse.image), version: 1 })
  if (stay.record) writeRecord(bulk, stay.id, stay.record)
  for (const guest_id of alongWith(stay)) bulk.insertCompanion({ booking_id: stay.id, guest_id })
  for (const request of stay.requests) writeRequest(bulk, request)
}

function writeRecord(bulk: Bulk, id: BookingId, { image, version }: NonNullable<Stay['record']>): void {
  bulk.into.stays({ booking_id: id, ...stayColumns(image), version })
  for (const [guest, { from, to }] of Object.entries(image.persons))
    bulk.into.stay_persons({
      booking_id: id,
      guest_id: Number(guest) as GuestId,
      from_date: from,
      to_date: to,
    })
}

function writeRequest(bulk: Bulk, { id, image, version }: StayRequest): void {
  bulk.insertRequest({ id: id as RequestId, ...requestColumns(image), version })
}
