import type { Reader } from '#db/handles.ts'
import { loadHousekeepingSettings, saveHousekeepingSettings } from '#db/repositories/housekeeping/settings.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type HousekeepingSettings, usualSettings } from '#shared/domain/housekeeping/settings.ts'
import { ok } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'

/** The one row of settings of housekeeping. */
const SETTINGS = 1

export const housekeepingSettingAggregate: Aggregate<HousekeepingSettings> = {
  entity: 'housekeeping-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadHousekeepingSettings,
  save: saveHousekeepingSettings,
  check: async () => null,
}

/** The rules of this hotel: the usual ones where it has changed none. */
export async function readSettings(db: Reader): Promise<HousekeepingSettings> {
  return (await loadHousekeepingSettings(db, SETTINGS))?.image ?? usualSettings
}

export const settings = reads('housekeeping.settings', async (db) => {
  const found = await loadHousekeepingSettings(db, SETTINGS)
  const { image, version } = found ?? { image: usualSettings, version: 0 }
  return { ...image, version } as OutputOf<'housekeeping.settings'>
})

export const saveSettings = writes('housekeeping.saveSettings', async (tx, ctx, { version, ...image }) => {
  if (await loadHousekeepingSettings(tx, SETTINGS))
    return edit(tx, ctx, housekeepingSettingAggregate, SETTINGS, version, () => ok(image))
  if (version !== 0) return conflict('housekeeping-setting', SETTINGS)
  return create(tx, ctx, housekeepingSettingAggregate, SETTINGS, image)
})
