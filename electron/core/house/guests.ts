import type { Reader } from '#db/handles.ts'
import { readCompanionsInHouse, readIncognito, readInHouse } from '#db/queries/house/guests.ts'
import { countOpen, countOpenOf } from '#db/queries/house/open.ts'
import { readWaiting } from '#db/queries/house/waiting.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'

export type InHouse = OutputOf<'house.guests'>

/** Everybody in the house, by floor and room. */
export async function readWhoIsHere(db: Reader, on: BusinessDate): Promise<InHouse> {
  const along = Map.groupBy(await readCompanionsInHouse(db, on), ({ bookingId }) => bookingId)
  const rows = (await readInHouse(db, on)).map(({ nativeName, familyName, givenName, ...row }) => ({
    ...row,
    ...bothNames({ nativeName, familyName, givenName }),
    companions: (along.get(row.bookingId) ?? []).map(({ guestId, ...names }) => ({
      guestId,
      ...bothNames(names),
    })),
    needsHelp: row.needsHelp === 1,
    doNotDisturb: row.doNotDisturb === 1,
    incognito: row.incognito === 1,
  }))
  return {
    rows,
    rooms: new Set(rows.map(({ roomNumber, bookingId }) => roomNumber ?? `booking ${bookingId}`)).size,
    persons: rows.reduce((sum, row) => sum + personsOf(row), 0),
  }
}

/** How many are in a room by a booking: those booked, or those named where they are more. */
export function personsOf(
  row: Pick<InHouse['rows'][number], 'adults' | 'children' | 'infants' | 'companions'>,
): number {
  return Math.max(row.adults + row.children + row.infants, 1 + row.companions.length)
}

export const whoIsHere = reads('house.guests', (db, _input, ctx) => readWhoIsHere(db, ctx.businessDate))
export const incognito = reads('house.incognito', async (db) => {
  const rows = await readIncognito(db)
  return {
    guests: [...new Set(rows.map(({ guestId }) => guestId))],
    bookings: [...new Set(rows.map(({ bookingId }) => bookingId))],
  }
})
export const openOfBooking = reads('house.openOfBooking', (db, { bookingId }) => countOpenOf(db, bookingId))
export const waitingFor = reads('house.waiting', async (db, { bookingId }, ctx) =>
  (await readWaiting(db, bookingId, ctx.businessDate)).map((row) => ({ ...row, own: row.own === 1 })),
)
export const openOfHouse = reads('house.counts', (db) => countOpen(db))
