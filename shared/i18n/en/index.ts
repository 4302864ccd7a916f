import { access } from './access.ts'
import { arrival } from './arrival.ts'
import { audit } from './audit.ts'
import { auditScreen } from './audit-screen.ts'
import { backup } from './backup.ts'
import { booking } from './booking.ts'
import { budget, commission, compSet } from './budget.ts'
import { cashierScreen } from './cashier-screen.ts'
import { change } from './change.ts'
import { chart } from './chart.ts'
import { cli } from './cli.ts'
import { common } from './common.ts'
import { confirmation } from './confirmation.ts'
import { cutover } from './cutover.ts'
import { deposit } from './deposit.ts'
import { desktop } from './desktop.ts'
import { device } from './device.ts'
import { explore } from './explore.ts'
import { fault, invalid } from './fault.ts'
import { field } from './field.ts'
import { folio } from './folio.ts'
import { folioHeld } from './folio-held.ts'
import { folioFapiao, folioPaper } from './folio-paper.ts'
import { folioScreen } from './folio-screen.ts'
import { guest } from './guest.ts'
import { hold } from './hold.ts'
import { house } from './house.ts'
import { housekeeping, ticket } from './housekeeping.ts'
import { importing } from './import.ts'
import { insight } from './insight.ts'
import { insightFact } from './insight-fact.ts'
import { insightFile } from './insight-file.ts'
import { insightFuture } from './insight-future.ts'
import { insightRisk } from './insight-risk.ts'
import { insightTree } from './insight-tree.ts'
import { insightValue } from './insight-value.ts'
import { job } from './job.ts'
import { keys } from './keys.ts'
import { kinds } from './kinds.ts'
import { leaving } from './leaving.ts'
import { loyalty } from './loyalty.ts'
import { newBooking } from './new-booking.ts'
import { offer, suggestion } from './offer.ts'
import { paper } from './paper.ts'
import { fapiao } from './paper-words.ts'
import { refusal } from './refusal.ts'
import { registration } from './registration.ts'
import { report } from './report.ts'
import { reportAsk } from './report-ask.ts'
import { reportColumn } from './report-columns.ts'
import { reportDefinition } from './report-definitions.ts'
import { reportNote, reportSays } from './report-says.ts'
import { reportSchedule } from './report-schedule.ts'
import { reportScreen } from './report-screen.ts'
import { reportText } from './report-text.ts'
import { request } from './request.ts'
import { right, rightGroup, role } from './rights.ts'
import { segment } from './segment.ts'
import { account, hotel, rate, room, settings, setup } from './settings.ts'
import { shell } from './shell.ts'
import { shift } from './shift.ts'
import { stay } from './stay.ts'
import { store } from './store.ts'
import { today } from './today.ts'
import { voucher } from './voucher.ts'

/** The English catalogue: the source of all key types. Each area adds its file here, one line. */
export const en = {
  access,
  account,
  arrival,
  audit,
  auditScreen,
  backup,
  booking,
  budget,
  change,
  chart,
  commission,
  compSet,
  cli,
  common,
  confirmation,
  desktop,
  explore,
  fault,
  field,
  folio,
  folioFapiao,
  folioHeld,
  folioPaper,
  folioScreen,
  guest,
  hotel,
  house,
  invalid,
  housekeeping,
  ticket,
  import: importing,
  insightFact,
  insightFile,
  insightFuture,
  insight,
  insightRisk,
  insightValue,
  insightTree,
  job,
  keys,
  kinds,
  leaving,
  loyalty,
  newBooking,
  offer,
  rate,
  fapiao,
  paper,
  refusal,
  registration,
  device,
  report,
  reportAsk,
  reportColumn,
  reportDefinition,
  reportNote,
  reportSays,
  reportSchedule,
  reportScreen,
  reportText,
  request,
  right,
  rightGroup,
  role,
  room,
  deposit,
  hold,
  voucher,
  cashierScreen,
  cutover,
  segment,
  shift,
  settings,
  setup,
  shell,
  stay,
  store,
  suggestion,
  today,
}
