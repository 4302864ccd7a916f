import type { Selectable } from 'kysely'
import type { HousekeepingSettings } from '#shared/domain/housekeeping/settings.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { HousekeepingSettingsTable } from '../../schema/housekeeping.ts'

function settingsImage(row: Selectable<HousekeepingSettingsTable>): HousekeepingSettings {
  return {
    departureState: row.departure_state as Housekeeping,
    stayOverState: row.stay_over_state as Housekeeping,
    reopenedState: row.reopened_state as Housekeeping,
    linenEvery: row.linen_every,
    inspectionNeeded: row.inspection_needed === 1,
    checkAfterDays: row.check_after_days,
    departureCredits: row.departure_credits,
    stayOverCredits: row.stay_over_credits,
    linenCredits: row.linen_credits,
    pickupCredits: row.pickup_credits,
    dayCredits: row.day_credits,
  }
}

/** The one row of settings; null where a hotel has changed none. */
export async function loadHousekeepingSettings(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('housekeeping_settings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { image: settingsImage(row), version: row.version } : null
}

export async function saveHousekeepingSettings(
  tx: Writer,
  id: number,
  before: HousekeepingSettings | null,
  after: HousekeepingSettings | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('housekeeping_settings').where('id', '=', id).execute()
    return
  }
  const columns = {
    departure_state: after.departureState,
    stay_over_state: after.stayOverState,
    reopened_state: after.reopenedState,
    linen_every: after.linenEvery,
    inspection_needed: flag(after.inspectionNeeded),
    check_after_days: after.checkAfterDays,
    departure_credits: after.departureCredits,
    stay_over_credits: after.stayOverCredits,
    linen_credits: after.linenCredits,
    pickup_credits: after.pickupCredits,
    day_credits: after.dayCredits,
  }
  if (before)
    await db
      .updateTable('housekeeping_settings')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('housekeeping_settings')
      .values({ id, ...columns, version: 1 })
      .execute()
}
