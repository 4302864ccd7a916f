import type { Reader } from '#db/handles.ts'
import { readTypes, type TypeStock } from '#db/queries/booking/facts.ts'
import { readHolders, readTakenOfType } from '#db/queries/room/availability.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import {
  type Holder,
  newOccupations,
  newSales,
  remainingHolders,
  type Sale,
  type Stock,
  soldOut,
  type stockCodes,
  takenBy,
} from '#shared/domain/booking/stock.ts'
import type { BookingId, BusinessDate, Refused, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { checkHoursTaken } from './hours.ts'

type Types = ReadonlyMap<RoomTypeId, TypeStock>

/**
 * Whether the nights that a change newly takes are available: first the room by name, because “101 is taken by
 * 10000007” says more than “none left”, then the type. `id` 0: a booking that is not on file. `changed`: what becomes
 * of other bookings in the same act.
 */
export async function checkTaken(
  db: Reader,
  id: BookingId | 0,
  before: BookingImage | null,
  after: BookingImage,
  types?: Types,
  changed: ReadonlyMap<BookingId, BookingImage> = new Map(),
): Promise<Refused<(typeof stockCodes)[number]> | null> {
  const holders = await readHoldersOf(db, id, before, after)
  const taken = takenBy(newOccupations(before, after), remainingHolders(holders, changed))
  if (taken) return taken
  const hours = await checkHoursTaken(db, id, before, after)
  if (hours) return hours
  const sales = newSales(before, after)
  if (sales.length === 0) return null
  return soldOut(sales, await stockFor(db, sales, types))
}

/** Who holds the rooms that a change newly takes, night by night. */
export async function readHoldersOf(
  db: Reader,
  id: BookingId | 0,
  before: BookingImage | null,
  after: BookingImage,
): Promise<Holder[]> {
  const occupations = newOccupations(before, after)
  const holders: Holder[] = []
  for (const roomId of distinctIds<RoomId>(occupations.map((one) => one.roomId))) {
    const nights = occupations.filter((one) => one.roomId === roomId).map((one) => one.night)
    holders.push(...(await readHolders(db, roomId, nights, id)))
  }
  return holders
}

/** The stock of every type and night that is asked for. */
export async function stockFor(
  db: Reader,
  sales: readonly Sale[],
  given?: Types,
): Promise<(sale: Sale) => Stock & { code: string }> {
  const typeIds = distinctIds<RoomTypeId>(sales.map((sale) => sale.roomTypeId))
  const types = given && typeIds.every((id) => given.has(id)) ? given : await readTypes(db, typeIds)
  const taken = new Map<string, { sold: number; outOfOrder: number }>()
  for (const typeId of typeIds) {
    const nights = sales.filter((sale) => sale.roomTypeId === typeId).map((sale) => sale.night)
    for (const row of await readTakenOfType(db, typeId, nights)) taken.set(saleKey(row), row)
  }
  return (sale) => {
    const type = types.get(sale.roomTypeId)
    const { sold, outOfOrder } = taken.get(saleKey(sale)) ?? { sold: 0, outOfOrder: 0 }
    return {
      code: type?.code ?? '',
      physical: type?.physical ?? 0,
      overbooking: type?.overbooking ?? 0,
      sold,
      outOfOrder,
    }
  }
}

function saleKey(sale: { night: BusinessDate; roomTypeId: RoomTypeId }): string {
  return `${sale.night} ${sale.roomTypeId}`
}
