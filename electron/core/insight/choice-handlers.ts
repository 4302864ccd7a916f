import { judge, judgement } from './judgements.ts'
import { playbooks, savePlaybook } from './playbooks.ts'
import { saveSettings, settings } from './settings.ts'
import { guestClasses, valueGuests } from './value-guests.ts'

/** What people decide about the analysis of guests, and their values and classes. */
export const insightChoiceHandlers = {
  'insight.settings': settings,
  'insight.saveSettings': saveSettings,
  'insight.playbooks': playbooks,
  'insight.savePlaybook': savePlaybook,
  'insight.judgement': judgement,
  'insight.judge': judge,
  'insight.valueGuests': valueGuests,
  'insight.guestClasses': guestClasses,
}
