import { storedStaySettings } from '#db/repositories/stay/settings.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { refuse } from '#shared/values/index.ts'
import { reads, writes } from '../kernel/handler.ts'
import { settingsOf } from '../kernel/settings.ts'

/** The hotel's rules of arriving and leaving by the clock. */
export const stayTerms = settingsOf('stay-setting', storedStaySettings, usualTerms)

export const settings = reads('stay.settings', stayTerms.view)

export const saveSettings = writes('stay.saveSettings', async (tx, ctx, { version, ...terms }) => {
  if (terms.earlyHalfFrom > terms.arriveFrom)
    return refuse('TIMES_REVERSED', { from: terms.earlyHalfFrom, to: terms.arriveFrom })
  if (terms.departBy > terms.lateHalfUntil)
    return refuse('TIMES_REVERSED', { from: terms.departBy, to: terms.lateHalfUntil })
  return stayTerms.save(tx, ctx, version, terms)
})
