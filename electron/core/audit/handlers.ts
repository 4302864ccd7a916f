import { advance } from './advance.ts'
import { begin, stop } from './begin.ts'
import { day, history } from './day.ts'
import { extendStays, moveArrivals } from './later.ts'
import { noShow } from './no-show.ts'
import { saveSettings, settings } from './settings.ts'
import { reviewTakeBack, takeBackNoShow } from './take-back.ts'
import { writeLists } from './write-lists.ts'

export const auditHandlers = {
  'audit.day': day,
  'audit.history': history,
  'audit.noShow': noShow,
  'audit.reviewTakeBack': reviewTakeBack,
  'audit.takeBackNoShow': takeBackNoShow,
  'audit.moveArrivals': moveArrivals,
  'audit.extendStays': extendStays,
  'audit.begin': begin,
  'audit.stop': stop,
  'audit.advance': advance,
  'audit.writeLists': writeLists,
  'audit.settings': settings,
  'audit.saveSettings': saveSettings,
}
