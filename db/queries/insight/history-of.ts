import type { History } from '#shared/domain/insight/facts/history.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { readHistory } from './history.ts'
import type { Pulse } from './reading.ts'

/** The bookings of all guests, or of some, as the worker's connection sees them; within one read. */
export function readHistoryOf(store: LongReader, pulse: Pulse, guests?: readonly number[]): History {
  const raw = rawOf(store)
  const history = readHistory(raw, pulse, guests)
  // The pages that were read last are of no use to what follows
  raw.pragma('shrink_memory')
  return history
}
