import { listAsks } from './asks.ts'
import { listAttendants, listLogins, saveOneAttendant } from './attendants.ts'
import { board } from './board.ts'
import { chargeItems, chargeRoom } from './charge.ts'
import { changeClosure, closeRoom, listClosures, reopenRoom } from './closures.ts'
import { listDiscrepancies, noteSeen, settle } from './discrepancies.ts'
import { forecast } from './forecast.ts'
import { saveSettings, settings } from './settings.ts'
import { makeSheets } from './sheets.ts'
import { setRooms } from './states.ts'
import { assign, giveRooms, noteVisit } from './tasks.ts'
import { advanceTicket, createTicket, listTickets, picture, updateTicket } from './tickets.ts'

export const housekeepingHandlers = {
  'housekeeping.settings': settings,
  'housekeeping.saveSettings': saveSettings,
  'housekeeping.board': board,
  'housekeeping.asks': listAsks,
  'housekeeping.forecast': forecast,
  'housekeeping.setRooms': setRooms,
  'housekeeping.closeRoom': closeRoom,
  'housekeeping.changeClosure': changeClosure,
  'housekeeping.reopenRoom': reopenRoom,
  'housekeeping.closures': listClosures,
  'housekeeping.attendants': listAttendants,
  'housekeeping.saveAttendant': saveOneAttendant,
  'housekeeping.logins': listLogins,
  'housekeeping.assign': assign,
  'housekeeping.giveRooms': giveRooms,
  'housekeeping.noteVisit': noteVisit,
  'housekeeping.sheets': makeSheets,
  'housekeeping.chargeRoom': chargeRoom,
  'housekeeping.chargeItems': chargeItems,
  'housekeeping.noteSeen': noteSeen,
  'housekeeping.settleDiscrepancy': settle,
  'housekeeping.discrepancies': listDiscrepancies,
  'ticket.create': createTicket,
  'ticket.update': updateTicket,
  'ticket.advance': advanceTicket,
  'ticket.list': listTickets,
  'ticket.picture': picture,
}
