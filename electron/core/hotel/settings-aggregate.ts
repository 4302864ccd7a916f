import { hasRates } from '#db/queries/hotel/has-rates.ts'
import {
  readSettings,
  type SettingsChange,
  type SettingsRow,
  updateSettings,
} from '#db/repositories/hotel/repository.ts'
import type { SettingsImage } from '#shared/domain/hotel/settings.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

export function settingsImage(row: SettingsRow): SettingsImage {
  return {
    hotelName: row.hotel_name,
    language: row.language,
    currency: row.currency,
    timeZone: row.time_zone,
    country: row.country,
    address: row.address,
    phone: row.phone,
    email: row.email,
    idleMinutes: row.idle_minutes,
    sessionHours: row.session_hours,
  }
}

export function settingsRow(image: SettingsImage): SettingsChange {
  const { hotelName, timeZone, idleMinutes, sessionHours, ...same } = image
  return {
    ...same,
    hotel_name: hotelName,
    time_zone: timeZone,
    idle_minutes: idleMinutes,
    session_hours: sessionHours,
  }
}

/** The one row of settings, for undo. */
export const settingsAggregate: Aggregate<SettingsImage> = {
  entity: 'settings',
  unknown: 'CHANGE_UNKNOWN',
  load: async (tx) => {
    const row = await readSettings(tx)
    return row ? { image: settingsImage(row), version: row.version } : null
  },
  save: async (tx, _id, _before, after) => {
    const row = await readSettings(tx)
    if (row && after) await updateSettings(tx, row.version, settingsRow(after))
  },
  check: async (tx, _ctx, _id, before, after) =>
    before && after && before.currency !== after.currency && (await hasRates(tx))
      ? dependentExists('booking')
      : null,
}
