import { judge, judgement } from './judgements.ts'
import { playbooks, savePlaybook } from './playbooks.ts'
import { saveSettings, settings } from './settings.ts'

/** What people decide about the analysis of guests. */
export const insightChoiceHandlers = {
  'insight.settings': settings,
  'insight.saveSettings': saveSettings,
  'insight.playbooks': playbooks,
  'insight.savePlaybook': savePlaybook,
  'insight.judgement': judgement,
  'insight.judge': judge,
}
