import { loadStaySettings, readStayTerms, saveStaySettings } from '#db/repositories/stay/settings.ts'
import type { StayTerms } from '#shared/domain/stay/terms.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'

/** The one row of settings of stays. */
const SETTINGS = 1

export const staySettingAggregate: Aggregate<StayTerms> = {
  entity: 'stay-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadStaySettings,
  save: saveStaySettings,
  check: async () => null,
}

export const settings = reads('stay.settings', async (db) => ({
  ...(await readStayTerms(db)),
  version: (await loadStaySettings(db, SETTINGS))?.version ?? 0,
}))

export const saveSettings = writes('stay.saveSettings', async (tx, ctx, { version, ...terms }) => {
  if (terms.earlyHalfFrom > terms.arriveFrom)
    return refuse('TIMES_REVERSED', { from: terms.earlyHalfFrom, to: terms.arriveFrom })
  if (terms.departBy > terms.lateHalfUntil)
    return refuse('TIMES_REVERSED', { from: terms.departBy, to: terms.lateHalfUntil })
  if (await loadStaySettings(tx, SETTINGS))
    return edit(tx, ctx, staySettingAggregate, SETTINGS, version, () => ok(terms))
  if (version !== 0) return conflict('stay-setting', SETTINGS)
  return create(tx, ctx, staySettingAggregate, SETTINGS, terms)
})
