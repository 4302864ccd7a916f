import { listAsks } from './asks.ts'
import { listCards, makeCard } from './card.ts'
import { compareList } from './compare.ts'
import { confirmDetails, saveDetails } from './details.ts'
import { makeRegistrationFile } from './file.ts'
import { listRegistrations } from './list.ts'
import { markRegistrations, recordRegistrations } from './mark.ts'
import { listMinors, noteMinor, saveMinor } from './minors.ts'
import { listPersons } from './persons-view.ts'
import { readDocumentText, takeDocument } from './read.ts'
import { getSettings, saveSettings } from './settings.ts'
import { listVisitors, noteVisitor, visitorLeft } from './visitors.ts'

export const registrationHandlers = {
  'registration.persons': listPersons,
  'registration.asks': listAsks,
  'registration.readDocument': readDocumentText,
  'registration.takeDocument': takeDocument,
  'registration.saveDetails': saveDetails,
  'registration.confirmDetails': confirmDetails,
  'registration.list': listRegistrations,
  'registration.record': recordRegistrations,
  'registration.mark': markRegistrations,
  'registration.compare': compareList,
  'registration.settings': getSettings,
  'registration.saveSettings': saveSettings,
  'registration.minors': listMinors,
  'registration.saveMinor': saveMinor,
  'registration.noteMinor': noteMinor,
  'registration.visitors': listVisitors,
  'registration.noteVisitor': noteVisitor,
  'registration.visitorLeft': visitorLeft,
  'registration.file': makeRegistrationFile,
  'registration.cards': listCards,
  'registration.card': makeCard,
}
