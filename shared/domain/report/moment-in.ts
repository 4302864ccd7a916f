import { isMoment, type Moment } from '../../values/index.ts'

/** A moment in any form that names its zone: `2026-03-05T08:30:00+08:00`. */
export function momentIn(text: string): Moment | null {
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)
  const ms = isWhole ? Date.parse(text) : Number.NaN
  const moment = Number.isNaN(ms) ? '' : new Date(ms).toISOString()
  return isMoment(moment) ? moment : null
}
