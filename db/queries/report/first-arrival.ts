import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { bookingsSql, type Source } from './source.ts'

/** The first arrival of a booking on file, whatever became of it; null in a hotel without any. */
export function readFirstArrival(store: LongReader, source: Source): BusinessDate | null {
  const sql = `with ${bookingsSql(source)} select arrival from booked order by arrival limit 1`
  return (rawOf(store).prepare(sql).pluck().get() as BusinessDate | undefined) ?? null
}

/** The last arrival before the business date of a booking that took a room, whatever became of it; null where there is none. */
export function readLastArrival(store: LongReader, source: Source): BusinessDate | null {
  const sql = `with ${bookingsSql(source)} select arrival from booked
    where arrival < @today and status not in ('enquiry', 'waitlisted') order by arrival desc limit 1`
  const { today } = source
  return (rawOf(store).prepare(sql).pluck().get({ today }) as BusinessDate | undefined) ?? null
}
