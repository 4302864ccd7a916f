import { closeCase, offerToGuest, releaseGuest, snoozeGuest, takeOnGuest } from './cases.ts'
import { leavingOfGuest, listLeaving, listOwners } from './list.ts'
import { leavingResults, listLeavingCases } from './read-cases.ts'

export const leavingHandlers = {
  'leaving.takeOn': takeOnGuest,
  'leaving.release': releaseGuest,
  'leaving.snooze': snoozeGuest,
  'leaving.offer': offerToGuest,
  'leaving.close': closeCase,
  'leaving.cases': listLeavingCases,
  'leaving.results': leavingResults,
  'leaving.list': listLeaving,
  'leaving.ofGuest': leavingOfGuest,
  'leaving.owners': listOwners,
}
