import { attendantAggregate } from './attendants.ts'
import { closureAggregate } from './closure-aggregate.ts'
import { discrepancyAggregate } from './discrepancies.ts'
import { housekeepingSettings } from './settings.ts'
import { taskAggregate } from './tasks.ts'
import { ticketAggregate } from './tickets.ts'

/** Everything of housekeeping that undo can write back. */
export const housekeepingAggregates = [
  housekeepingSettings.aggregate,
  closureAggregate,
  attendantAggregate,
  taskAggregate,
  discrepancyAggregate,
  ticketAggregate,
]
