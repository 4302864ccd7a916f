import { addDays, businessDateInZone, businessDateOf } from '../../values/index.ts'

const hourMs = 3_600_000
/** A failed copy is tried again after so long: a share may be back, a disk may have been cleared. */
const retryMs = hourMs / 2

/** An hour as the hotel's clock shows it, `2026-03-02T03`: texts in their order are hours in their order. */
export type WallHour = string

/** What is known of earlier copies into a folder. */
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

function wallHourOf(day: string, hour: number): WallHour {
  return `${day}T${String(hour).padStart(2, '0')}`
}

/**
 * Whether a copy is to be made now: none was tried since the last chosen hour, or the last one failed half an hour ago for
 * a reason that may pass. The clock may be set back: what was tried in the future counts for nothing.
 */
export function isDue(hours: readonly number[], timeZone: string, now: number, tried: Tried | null): boolean {
  const chosen = lastChosenHour(hours, wallHour(now, timeZone))
  if (chosen === null) return false
  const at = tried ? Date.parse(tried.moment) : Number.NaN
  if (!tried || Number.isNaN(at) || at > now + hourMs) return true
  return wallHour(at, timeZone) < chosen || (tried.mayPass && now - at >= retryMs)
}
