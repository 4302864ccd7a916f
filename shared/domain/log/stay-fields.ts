/** The fields of what is logged of stays, as personal-fields.ts has those of everything else. */
import type { DayUseImage } from '../booking/day-use.ts'
import type { StayImage } from '../stay/stay.ts'
import type { StayTerms } from '../stay/terms.ts'
import type { Classes } from './classes.ts'

const stay: Classes<StayImage> = {
  roomId: 'open',
  arrivedAt: 'open',
  checkedInAt: 'open',
  checkedInOn: 'open',
  checkedInBy: 'open',
  checkedOutAt: 'open',
  checkedOutOn: 'open',
  checkedOutBy: 'open',
  doNotDisturb: 'open',
  incognito: 'open',
  accepted: 'open',
  signature: 'personal',
  signedAt: 'open',
  feedbackMark: 'open',
  feedbackText: 'personal',
  feedbackAt: 'open',
  feedbackBy: 'open',
  persons: 'open',
}

const stayTerms: Classes<StayTerms> = {
  arriveFrom: 'open',
  departBy: 'open',
  earlyHalfFrom: 'open',
  lateHalfUntil: 'open',
  smallHoursUntil: 'open',
  confirmAfterMonths: 'open',
  askFeedback: 'open',
  dayUseHours: 'open',
  dayUsePercent: 'open',
  dayUseHourPercent: 'open',
  dayUseGrace: 'open',
}

const dayUse: Classes<DayUseImage> = {
  roomId: 'open',
  from: 'open',
  to: 'open',
  priceMinor: 'open',
  overtimeMinor: 'open',
}

export const stayFields = { stay, 'stay-setting': stayTerms, 'day-use': dayUse }
