import { addDays, businessDateInZone, businessDateOf } from '../../values/index.ts'

const hourMs = 3_600_000
/** What failed is tried again after so long: a share may be back, a disk may have been cleared, a file closed elsewhere. */
const retryMs = hourMs / 2

/** An hour as the hotel's clock shows it, `2026-03-02T03`: texts in their order are hours in their order. */
export type WallHour = string

/** What is known of the last try: of a copy into a folder, of a report that is written by itself. */
export type Tried = {
  moment: string /** It failed for a reason that may pass by itself. */
  mayPass: boolean
}

const hourFormats = new Map<string, Intl.DateTimeFormat>()

/** The hour that the hotel's clock shows at a moment. */
export function wallHour(epochMs: number, timeZone: string): WallHour {
  let format = hourFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
    hourFormats.set(timeZone, format)
  }
  return `${businessDateInZone(epochMs, timeZone)}T${format.format(epochMs)}`
}

/** The newest of the chosen hours that the clock has reached; null when none is chosen. */
export function lastChosenHour(hours: readonly number[], now: WallHour): WallHour | null {
  const day = businessDateOf(now.slice(0, 10))
  const reached = hours.filter((hour) => hour <= Number(now.slice(11)))
  if (reached.length > 0) return wallHourOf(day, Math.max(...reached))
  return hours.length > 0 ? wallHourOf(addDays(day, -1), Math.max(...hours)) : null
}

/** The next of the chosen hours that the clock will show; null when none is chosen. */
export function nextChosenHour(hours: readonly number[], now: WallHour): WallHour | null {
  const day = businessDateOf(now.slice(0, 10))
  const ahead = hours.filter((hour) => hour > Number(now.slice(11)))
  if (ahead.length > 0) return wallHourOf(day, Math.min(...ahead))
  return hours.length > 0 ? wallHourOf(addDays(day, 1), Math.min(...hours)) : null
}

/** An hour of a day on the clock. */
export function wallHourOf(day: string, hour: number): WallHour {
  return `${day}T${String(hour).padStart(2, '0')}`
}

/** Whether a copy is to be made now. */
export function isDue(hours: readonly number[], timeZone: string, now: number, tried: Tried | null): boolean {
  return isHourDue(lastChosenHour(hours, wallHour(now, timeZone)), timeZone, now, tried)
}

/**
 * Whether what is done at chosen hours is to be done now: it was not tried since the last of them, so that one missed while the
 * program was closed is caught up once; or it failed half an hour ago for a reason that may pass. The clock may be set back: what
 * was tried in the future counts for nothing.
 */
export function isHourDue(
  chosen: WallHour | null,
  timeZone: string,
  now: number,
  tried: Tried | null,
): boolean {
  if (chosen === null) return false
  const at = tried ? Date.parse(tried.moment) : Number.NaN
  if (!tried || Number.isNaN(at) || at > now + hourMs) return true
  return wallHour(at, timeZone) < chosen || (tried.mayPass && now - at >= retryMs)
}
