import { output } from './output.ts'
import { bookingRisk, dayRisk, riskBookings } from './risk.ts'
import { refresh, run } from './start.ts'
import { status } from './status.ts'
import { treeGuests } from './trees.ts'

export const insightHandlers = {
  'insight.status': status,
  'insight.refresh': refresh,
  'insight.run': run,
  'insight.output': output,
  'insight.treeGuests': treeGuests,
  'insight.bookingRisk': bookingRisk,
  'insight.dayRisk': dayRisk,
  'insight.riskBookings': riskBookings,
}
