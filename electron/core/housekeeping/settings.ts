import { storedHousekeepingSettings } from '#db/repositories/housekeeping/settings.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import { reads, writes } from '../kernel/handler.ts'
import { settingsOf } from '../kernel/settings.ts'

/** The rules of housekeeping in this hotel. */
export const housekeepingSettings = settingsOf(
  'housekeeping-setting',
  storedHousekeepingSettings,
  usualSettings,
)

export const settings = reads('housekeeping.settings', housekeepingSettings.view)

export const saveSettings = writes('housekeeping.saveSettings', (tx, ctx, { version, ...image }) =>
  housekeepingSettings.save(tx, ctx, version, image),
)
