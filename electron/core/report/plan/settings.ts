import { storedReportSettings } from '#db/repositories/report/settings.ts'
import { usualReportSettings } from '#shared/domain/report/settings.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { settingsOf } from '../../kernel/settings.ts'

/** The settings of reports. */
export const reportSettings = settingsOf('report-setting', storedReportSettings, usualReportSettings)

export const settings = reads('report.settings', reportSettings.view)

export const saveSettings = writes('report.saveSettings', (tx, ctx, { version, ...image }) =>
  reportSettings.save(tx, ctx, version, image),
)
