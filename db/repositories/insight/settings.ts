import type { InsightSettingImage } from '#shared/domain/insight/settings/settings.ts'
import type { InsightSettingId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

export type InsightSetting = { id: InsightSettingId; version: number; image: InsightSettingImage }

const allSettings = prepared((db) => db.selectFrom('insight_settings').selectAll().orderBy('id'))

/** The sections that somebody changed. */
export async function readInsightSettings(db: Reader): Promise<InsightSetting[]> {
  return (await allSettings.all(db, {})).map(({ id, version, section, parameters }) => ({
    id,
    version,
    image: { section, parameters: JSON.parse(parameters) } as InsightSettingImage,
  }))
}

export async function loadInsightSetting(db: Reader, id: number): Promise<InsightSetting | null> {
  return (await readInsightSettings(db)).find((setting) => setting.id === id) ?? null
}

/** Writes a section and raises its version; `before` null inserts it, `after` null goes back to what it begins with. */
export async function saveInsightSetting(
  tx: Writer,
  id: number,
  before: InsightSettingImage | null,
  after: InsightSettingImage | null,
): Promise<void> {
  const settingId = id as InsightSettingId
  if (!after) {
    await writeWith(tx).deleteFrom('insight_settings').where('id', '=', settingId).execute()
    return
  }
  const columns = { section: after.section, parameters: JSON.stringify(after.parameters) }
  if (before) {
    await writeWith(tx)
      .updateTable('insight_settings')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', settingId)
      .execute()
    return
  }
  await writeWith(tx)
    .insertInto('insight_settings')
    .values({ id: settingId, ...columns, version: 1 })
    .execute()
}
