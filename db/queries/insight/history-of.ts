import type { History } from '#shared/domain/insight/facts/history.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { readHistory } from './history.ts'
import type { Pulse } from './reading.ts'

/** The bookings of all guests, or of some, as the worker's connection sees them; within one read. */
export function readHistoryOf(store: LongReader, pulse: Pulse, guests?: readonly number[]): History {
  return readHistory(rawOf(store), pulse, guests)
}
