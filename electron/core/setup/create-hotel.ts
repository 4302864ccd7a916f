import { insertSettings, readSettings } from '#db/repositories/hotel/repository.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { businessDateInZone } from '#shared/values/index.ts'
import type { Store } from '../kernel/store.ts'

/** The hotel of a first run, without its administrator. */
export type NewHotel = Omit<ParsedOf<'setup.run'>, 'administrator'>

/**
 * Gives an empty store its hotel without an administrator: an import on the command line needs a currency before
 * anybody has signed in. The wizard asks for the administrator when the store is first opened. False, with nothing
 * written, when there is a hotel already. `moment` in UTC.
 */
export async function createHotel(
  store: Store,
  by: { actor: string; workstation: string; moment: string },
  hotel: NewHotel,
): Promise<boolean> {
  const { hotelName, language, currency, timeZone, country } = hotel
  const businessDate = hotel.businessDate ?? businessDateInZone(Date.parse(by.moment), timeZone)
  const founded = await store.exclusively(async (tx, bulk) => {
    if (await readSettings(tx)) return false
    const row = { hotel_name: hotelName, language, currency, time_zone: timeZone, country }
    await insertSettings(tx, { ...row, business_date: businessDate, origin: 'empty' })
    const header = {
      ...by,
      businessDate,
      operation: 'setup.run',
      reason: null,
      requestId: null,
      undoes: null,
    }
    const after = { hotelName, language, currency, timeZone, country, businessDate }
    bulk.insertChange(header, { entity: 'settings', entityId: 1, bookingId: null, before: null, after })
    return true
  })
  store.forgetSettings()
  return founded === true
}
