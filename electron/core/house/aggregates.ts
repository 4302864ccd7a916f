import { isTagTaken } from '#db/queries/house/things.ts'
import {
  keyLogs,
  lostItems,
  luggage,
  messages,
  parcels,
  traces,
  wakeCalls,
} from '#db/repositories/house/records.ts'
import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { houseAggregate } from './record-aggregate.ts'

export const traceAggregate = houseAggregate('trace', 'TRACE_UNKNOWN', traces)
export const messageAggregate = houseAggregate('guest-message', 'MESSAGE_UNKNOWN', messages)
export const wakeCallAggregate = houseAggregate('wake-call', 'WAKE_CALL_UNKNOWN', wakeCalls)
export const parcelAggregate = houseAggregate('parcel', 'PARCEL_UNKNOWN', parcels)
export const lostItemAggregate = houseAggregate('found-item', 'FOUND_UNKNOWN', lostItems)
export const keyLogAggregate = houseAggregate('key-log', 'KEYS_UNKNOWN', keyLogs)

const luggageOnly = houseAggregate('luggage', 'LUGGAGE_UNKNOWN', luggage)
/** A tag is on one guest's luggage at a time; a tag that is free again may be given anew. */
export const luggageAggregate: Aggregate<LuggageImage> = {
  ...luggageOnly,
  check: async (tx, ctx, id, before, after) =>
    after?.status === 'open' && before?.status !== 'open' && (await isTagTaken(tx, after.tagNo, id))
      ? dependentExists('luggage')
      : luggageOnly.check(tx, ctx, id, before, after),
}

/** Everything of the house that undo can write back. */
export const houseAggregates = [
  traceAggregate,
  messageAggregate,
  wakeCallAggregate,
  parcelAggregate,
  lostItemAggregate,
  keyLogAggregate,
  luggageAggregate,
]
