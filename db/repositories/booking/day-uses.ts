import type { Selectable } from 'kysely'
import type { DayUseImage } from '#shared/domain/booking/day-use.ts'
import type { DayUsesTable } from '../../schema/stay.ts'
import { imageStore } from '../image-store.ts'

function imageOf(row: Selectable<DayUsesTable>): DayUseImage {
  return {
    roomId: row.room_id,
    from: row.from_time,
    to: row.to_time,
    priceMinor: row.price_minor,
    overtimeMinor: row.overtime_minor,
  }
}

/** The columns that an image fills; the demo writes whole rows with it. */
export function dayUseColumns(image: DayUseImage) {
  return {
    room_id: image.roomId,
    from_time: image.from,
    to_time: image.to,
    price_minor: image.priceMinor,
    overtime_minor: image.overtimeMinor,
  }
}

/** The hours of bookings that have them, under the booking's id. */
export const dayUses = imageStore('day_uses', imageOf, dayUseColumns, 'booking_id')
