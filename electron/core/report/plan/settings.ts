import { readReportSettings } from '#db/queries/report/settings.ts'
import { loadReportSettings, saveReportSettings } from '#db/repositories/report/settings.ts'
import type { ReportSettings } from '#shared/domain/report/settings.ts'
import { ok } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../../kernel/aggregate.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { conflict } from '../../kernel/outcome.ts'

/** The one row of settings of reports. */
const SETTINGS = 1

export const reportSettingAggregate: Aggregate<ReportSettings> = {
  entity: 'report-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadReportSettings,
  save: saveReportSettings,
  check: async () => null,
}

export const settings = reads('report.settings', async (db) => ({
  ...(await readReportSettings(db)),
  version: (await loadReportSettings(db, SETTINGS))?.version ?? 0,
}))

export const saveSettings = writes('report.saveSettings', async (tx, ctx, { version, ...image }) => {
  if (await loadReportSettings(tx, SETTINGS))
    return edit(tx, ctx, reportSettingAggregate, SETTINGS, version, () => ok(image))
  if (version !== 0) return conflict('report-setting', SETTINGS)
  return create(tx, ctx, reportSettingAggregate, SETTINGS, image)
})
