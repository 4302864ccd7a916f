import { traces } from '#db/repositories/house/records.ts'
import { houseAggregate } from './record-aggregate.ts'

export const traceAggregate = houseAggregate('trace', 'TRACE_UNKNOWN', traces)

/** Everything of the house that undo can write back. */
export const houseAggregates = [traceAggregate]
