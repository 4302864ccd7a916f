import type { Selectable } from 'kysely'
import type { DayUseImage } from '#shared/domain/booking/day-use.ts'
import type { BookingId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { DayUsesTable } from '../../schema/stay.ts'

const dayUseById = prepared((db, at: { id: BookingId }) =>
  db.selectFrom('day_uses').selectAll().where('booking_id', '=', at.id),
)

/** The hours of a booking; null where it has none. */
export async function loadDayUse(
  db: Reader,
  id: BookingId,
): Promise<{ image: DayUseImage; version: number } | null> {
  const row = await dayUseById.first(db, { id })
  return row ? { image: imageOf(row), version: row.version } : null
}

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

/** `before` null inserts at version 1, `after` null deletes; else writes over it and raises the version by one. */
export async function saveDayUse(
  tx: Writer,
  id: BookingId,
  before: DayUseImage | null,
  after: DayUseImage | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) await db.deleteFrom('day_uses').where('booking_id', '=', id).execute()
  else if (before)
    await db
      .updateTable('day_uses')
      .set((eb) => ({ ...dayUseColumns(after), version: eb('version', '+', 1) }))
      .where('booking_id', '=', id)
      .execute()
  else
    await db
      .insertInto('day_uses')
      .values({ booking_id: id, ...dayUseColumns(after), version: 1 })
      .execute()
}
