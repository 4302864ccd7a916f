import type { InsightSettings } from '#shared/domain/insight/settings/sections.ts'
import { settingsFrom } from '#shared/domain/insight/settings/settings.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

/** The settings of Insight as they are in the store, for the worker. */
export function readSettings(store: LongReader): InsightSettings {
  const rows = rawOf(store).prepare('select section, parameters from insight_settings').all() as {
    section: string
    parameters: string
  }[]
  return settingsFrom(
    rows.map(({ section, parameters }) => ({ section, parameters: JSON.parse(parameters) })),
  )
}
