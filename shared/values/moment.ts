/**
 * A moment: ISO-8601 in UTC with milliseconds (`2026-03-05T08:30:00.000Z`). One form only, so that
 * text order is time order in every table and log.
 */
import { isBusinessDate, toDayNumber } from './business-date.ts'

declare const moment: unique symbol

export type Moment = string & { readonly [moment]: true }

const FORM = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{3})Z$/
const DAY_MS = 86_400_000

/** Reads exactly the stored form, a day that exists; null for anything else. */
export function parseMoment(text: string): Moment | null {
  return isMoment(text) ? text : null
}

/** True for text in the stored form. */
export function isMoment(value: unknown): value is Moment {
  if (typeof value !== 'string' || value.length !== 24) return false
  return isBusinessDate(FORM.exec(value)?.[1])
}

/** The moment of a clock reading in milliseconds since 1970; throws outside 1900–2199. */
export function momentOf(epochMs: number): Moment {
  const text = new Date(epochMs).toISOString()
  if (!isMoment(text)) throw new RangeError(`moment outside range: ${epochMs}`)
  return text
}

/** Milliseconds since 1970. */
export function epochMsOf(value: Moment): number {
  const match = FORM.exec(value)
  const date = match?.[1]
  if (!match || !isBusinessDate(date)) throw new RangeError(`not a moment: ${value}`)
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4])
  return toDayNumber(date) * DAY_MS + seconds * 1000 + Number(match[5])
}
