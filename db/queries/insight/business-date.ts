import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

/** The business date of the store as the worker sees it; null before there is a hotel. */
export function readLongBusinessDate(store: LongReader): BusinessDate | null {
  return (rawOf(store).prepare('select business_date from settings').pluck().get() ??
    null) as BusinessDate | null
}
