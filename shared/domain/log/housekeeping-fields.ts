/** Which fields of what housekeeping keeps are somebody's own. */
import type { ClosureImage } from '../housekeeping/closure.ts'
import type { DiscrepancyImage } from '../housekeeping/discrepancy.ts'
import type { HousekeepingSettings } from '../housekeeping/settings.ts'
import type { AttendantImage, TaskImage } from '../housekeeping/task.ts'
import type { TicketImage } from '../housekeeping/ticket.ts'
import type { Classes } from './classes.ts'

const closure: Classes<ClosureImage> = {
  roomId: 'open',
  kind: 'open',
  from: 'open',
  to: 'open',
  reason: 'personal',
  madeAt: 'open',
  madeBy: 'open',
}

const housekeepingSetting: Classes<HousekeepingSettings> = {
  departureState: 'open',
  stayOverState: 'open',
  reopenedState: 'open',
  linenEvery: 'open',
  inspectionNeeded: 'open',
  checkAfterDays: 'open',
  departureCredits: 'open',
  stayOverCredits: 'open',
  linenCredits: 'open',
  pickupCredits: 'open',
  dayCredits: 'open',
}

const attendant: Classes<AttendantImage> = {
  name: 'personal',
  language: 'open',
  floors: 'open',
  userId: 'open',
  credits: 'open',
  active: 'open',
}

const task: Classes<TaskImage> = {
  onDate: 'open',
  roomId: 'open',
  work: 'open',
  linen: 'open',
  credits: 'open',
  attendantId: 'open',
  position: 'open',
  outcome: 'open',
  outcomeAt: 'open',
  outcomeBy: 'open',
  counts: 'open',
  note: 'personal',
}

const discrepancy: Classes<DiscrepancyImage> = {
  roomId: 'open',
  onDate: 'open',
  kind: 'open',
  seenPersons: 'open',
  deskPersons: 'open',
  note: 'personal',
  notedAt: 'open',
  notedBy: 'open',
  settlement: 'personal',
  settledAt: 'open',
  settledBy: 'open',
}

const ticket: Classes<TicketImage> = {
  roomId: 'open',
  place: 'open',
  category: 'open',
  priority: 'open',
  text: 'personal',
  picture: 'open',
  status: 'open',
  openedAt: 'open',
  openedBy: 'open',
  statusAt: 'open',
  statusBy: 'open',
  resolution: 'personal',
  closureId: 'open',
}

/** By the word the log has for each. */
export const housekeepingFields: Readonly<Record<string, Classes>> = {
  closure,
  'housekeeping-setting': housekeepingSetting,
  attendant,
  'housekeeping-task': task,
  discrepancy,
  ticket,
}
