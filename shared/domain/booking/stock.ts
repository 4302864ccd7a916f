/**
 * Inventory by type and night. Sell limit = physical rooms in use − out of order + overbooking; what is deducted
 * from it are the nights of confirmed, in-house and checked-out bookings. Enquiries and the waiting list deduct nothing.
 */
import {
  type BookingId,
  type BusinessDate,
  type Refused,
  type RoomId,
  type RoomTypeId,
  refuse,
} from '../../values/index.ts'
import { type BookingImage, isLive } from './booking.ts'

/** What the inventory may answer. */
export const stockCodes = ['NOT_AVAILABLE', 'ROOM_TAKEN', 'HOURS_TAKEN'] as const

/** A type and night with its current sales. */
export type Stock = { physical: number; outOfOrder: number; overbooking: number; sold: number }
export type Sale = { night: BusinessDate; roomTypeId: RoomTypeId }
export type Occupation = { night: BusinessDate; roomId: RoomId }
/** Who holds a room on a night: a booking by its confirmation number, or an out-of-order block. */
export type Holder = Occupation & {
  roomNumber: string
  confirmationNo: string | null
  bookingId: BookingId | null
}

/** What is left to sell; below zero where more was sold than the limit is now. */
export function leftOf(stock: Stock): number {
  return stock.physical - stock.outOfOrder + stock.overbooking - stock.sold
}

/** Nights of a type that `after` takes from the inventory and `before` did not. */
export function newSales(before: BookingImage | null, after: BookingImage): Sale[] {
  if (!isLive(after.status)) return []
  const had = before && isLive(before.status) ? before.nights : {}
  return nightsIn(after)
    .filter(([night, now]) => had[night]?.roomTypeId !== now.roomTypeId)
    .map(([night, now]) => ({ night, roomTypeId: now.roomTypeId }))
}

/** Rooms and nights that `after` occupies and `before` did not. */
export function newOccupations(before: BookingImage | null, after: BookingImage): Occupation[] {
  if (!isLive(after.status)) return []
  const had = before && isLive(before.status) ? before.nights : {}
  return nightsIn(after).flatMap(([night, { roomId }]) =>
    roomId !== null && had[night]?.roomId !== roomId ? [{ night, roomId }] : [],
  )
}

/** The first wanted room and night that somebody holds; out-of-order blocks say OOO. */
export function takenBy(
  wanted: readonly Occupation[],
  holders: readonly Holder[],
): Refused<'ROOM_TAKEN'> | null {
  for (const { night, roomId } of wanted) {
    const holder = holders.find((one) => one.night === night && one.roomId === roomId)
    if (holder) {
      return refuse('ROOM_TAKEN', {
        room: holder.roomNumber,
        night,
        confirmationNo: holder.confirmationNo ?? 'OOO',
      })
    }
  }
  return null
}

/** What bookings hold of what was theirs, once those that are changed with this one are as they will be. */
export function remainingHolders(
  holders: readonly Holder[],
  changed: ReadonlyMap<BookingId, BookingImage>,
): Holder[] {
  return holders.filter(({ bookingId, night, roomId }) => {
    const next = bookingId === null ? undefined : changed.get(bookingId)
    return !next || (isLive(next.status) && next.nights[night]?.roomId === roomId)
  })
}

/** The first night of which nothing is left. `stockOf` knows every sale's type and night. */
export function soldOut(
  sales: readonly Sale[],
  stockOf: (sale: Sale) => Stock & { code: string },
): Refused<'NOT_AVAILABLE'> | null {
  for (const sale of sales) {
    const stock = stockOf(sale)
    const left = leftOf(stock)
    if (left < 1) {
      return refuse('NOT_AVAILABLE', {
        night: sale.night,
        roomType: stock.code,
        left: Math.max(0, left),
      })
    }
  }
  return null
}

function nightsIn(image: BookingImage) {
  return Object.entries(image.nights) as [BusinessDate, BookingImage['nights'][string]][]
}
