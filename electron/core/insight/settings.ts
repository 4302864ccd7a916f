import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  type InsightSetting,
  loadInsightSetting,
  readInsightSettings,
  saveInsightSetting,
} from '#db/repositories/insight/settings.ts'
import { settingsSectionNames, settingsSections } from '#shared/domain/insight/settings/sections.ts'
import {
  checkSettings,
  type InsightSettingImage,
  settingsFrom,
} from '#shared/domain/insight/settings/settings.ts'
import { ok } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, dependentExists } from '../kernel/outcome.ts'

/** One section of the settings, for commands and undo. */
export const insightSettingAggregate: Aggregate<InsightSettingImage> = {
  entity: 'insight-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadInsightSetting,
  save: saveInsightSetting,
  // Undo may bring back a section that was set anew since
  check: async (tx, _ctx, id, before, after) => {
    if (!after) return null
    const checked = checkSettings(after.section, after.parameters)
    if (!checked.ok) return checked
    const isSet = ({ id: other, image }: InsightSetting) => other !== id && image.section === after.section
    return !before && (await readInsightSettings(tx)).some(isSet) ? dependentExists('insight-setting') : null
  },
}

export const settings = reads('insight.settings', async (db) => {
  const stored = await readInsightSettings(db)
  const all = settingsFrom(stored.map(({ image }) => image))
  return settingsSectionNames.map((section) => ({
    section,
    parameters: all[section],
    defaults: settingsSections[section].defaults,
    version: stored.find(({ image }) => image.section === section)?.version ?? 0,
  }))
})

export const saveSettings = writes(
  'insight.saveSettings',
  async (tx, ctx, { section, version, parameters }) => {
    const checked = checkSettings(section, parameters)
    if (!checked.ok) return checked
    const image = { section, parameters: checked.value } as unknown as InsightSettingImage
    const known = (await readInsightSettings(tx)).find((one) => one.image.section === section)
    if (known) return edit(tx, ctx, insightSettingAggregate, known.id, version, () => ok(image))
    if (version !== 0) return conflict('insight-setting', 0)
    return create(tx, ctx, insightSettingAggregate, await nextId(tx, 'insight_settings'), image)
  },
)
