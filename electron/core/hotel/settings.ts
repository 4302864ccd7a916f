import type { Reader } from '#db/handles.ts'
import { readSettings } from '#db/repositories/hotel/repository.ts'
import type { HotelSettings } from '../kernel/context.ts'
import type { SettingsCache } from '../kernel/dispatch.ts'

/** Settings are read with every call and change once a year: they are kept until a command touches them. */
export function createSettingsCache(): SettingsCache {
  let kept: HotelSettings | null = null
  return {
    get: async (db) => {
      kept ??= await readHotel(db)
      return kept
    },
    forget: () => {
      kept = null
    },
  }
}

async function readHotel(db: Reader): Promise<HotelSettings | null> {
  const row = await readSettings(db)
  if (!row) return null
  return {
    hotelName: row.hotel_name,
    language: row.language === 'zh' ? 'zh' : 'en',
    currency: row.currency,
    timeZone: row.time_zone,
    country: row.country,
    businessDate: row.business_date,
    idleMinutes: row.idle_minutes,
    sessionHours: row.session_hours,
  }
}
