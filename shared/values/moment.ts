/**
 * A moment: ISO-8601 in UTC with milliseconds (`2026-03-05T08:30:00.000Z`). One form only, so that
 * text order is time order in every table and log.
 */
import { type BusinessDate, isBusinessDate } from './business-date.ts'

declare const moment: unique symbol

export type Moment = string & { readonly [moment]: true }

const FORM = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** True for text in exactly the stored form, of a day that exists. */
export function isMoment(value: unknown): value is Moment {
  return typeof value === 'string' && isBusinessDate(FORM.exec(value)?.[1])
}

/** Whether a text says as of when something is looked at: a business date, whose end is meant, or a moment. */
export function isAsOf(text: unknown): text is BusinessDate | Moment {
  return isBusinessDate(text) || isMoment(text)
}

/** The moment of a clock reading in milliseconds since 1970; throws outside 1900–2199. */
export function momentOf(epochMs: number): Moment {
  const text = new Date(epochMs).toISOString()
  if (!isMoment(text)) throw new RangeError(`moment outside range: ${epochMs}`)
  return text
}
