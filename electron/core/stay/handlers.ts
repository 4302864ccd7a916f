import { checkIn, checkInTogether, noteArrival } from './check-in.ts'
import { checkOut, checkOutTogether } from './check-out.ts'
import { postCharge } from './day-charge.ts'
import { saveDayUse } from './day-use.ts'
import { chargeEarly, reviewDepartures } from './early.ts'
import { feedbackOfGuest, noteFeedback } from './feedback.ts'
import { getStay } from './get.ts'
import { moveRoom } from './move.ts'
import { listPersons, setPersons } from './persons.ts'
import { planMove } from './plan-move.ts'
import { queue } from './queue.ts'
import { reverseCheckIn, reverseCheckOut } from './reverse.ts'
import { reviewCheckIn, reviewCheckOut } from './review.ts'
import { saveSettings, settings } from './settings.ts'

export const stayHandlers = {
  'stay.get': getStay,
  'stay.reviewCheckIn': reviewCheckIn,
  'stay.checkIn': checkIn,
  'stay.checkInTogether': checkInTogether,
  'stay.reverseCheckIn': reverseCheckIn,
  'stay.noteArrival': noteArrival,
  'stay.queue': queue,
  'stay.moveRoom': moveRoom,
  'stay.planMove': planMove,
  'stay.saveDayUse': saveDayUse,
  'stay.persons': listPersons,
  'stay.setPersons': setPersons,
  'stay.reviewCheckOut': reviewCheckOut,
  'stay.reviewDepartures': reviewDepartures,
  'stay.chargeEarly': chargeEarly,
  'stay.checkOut': checkOut,
  'stay.checkOutTogether': checkOutTogether,
  'stay.reverseCheckOut': reverseCheckOut,
  'stay.noteFeedback': noteFeedback,
  'stay.feedbackOfGuest': feedbackOfGuest,
  'stay.postCharge': postCharge,
  'stay.settings': settings,
  'stay.saveSettings': saveSettings,
}
