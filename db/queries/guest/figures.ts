import { sql } from 'kysely'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import { crossesNewYear, type Figures, guestFigures, type Slept } from '#shared/domain/guest/figures.ts'
import { type BookingId, type BusinessDate, yearOf } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

type Night = { booking_id: BookingId; night: BusinessDate; rate_minor: number }

const nightsOfBookings = preparedSql(
  (at: { ids: string }) => sql<Night>`
    select booking_id, night, rate_minor from room_nights where booking_id in ${listedIn(at.ids)}`,
)

/** The figures over all bookings of a guest (readRoles). */
export async function readFigures(db: Reader, roles: readonly BookingInRole[]): Promise<Figures> {
  return guestFigures(roles, await readNights(db, roles.filter(crossesNewYear)))
}

async function readNights(db: Reader, bookings: readonly BookingInRole[]): Promise<Map<BookingId, Slept[]>> {
  const found = new Map<BookingId, Slept[]>()
  if (bookings.length === 0) return found
  for (const row of await nightsOfBookings.all(db, { ids: JSON.stringify(bookings.map(({ id }) => id)) })) {
    const nights = found.get(row.booking_id) ?? []
    nights.push({ year: yearOf(row.night), nights: 1, revenue: row.rate_minor })
    found.set(row.booking_id, nights)
  }
  return found
}
