import { type BusinessDate, businessDateInZone, toDayNumber } from '#shared/values/business-date.ts'
import { type Moment, momentOf } from '#shared/values/moment.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** 14:05, 1405, 14.05, 9, 9：30 as hours and minutes; null when it is no time of day. */
export function typedTime(text: string): { hour: number; minute: number } | null {
  const match = /^(\d{1,2})(?:[:.h点时]?([0-5]\d))?(?:分)?$/.exec(text.normalize('NFKC').trim())
  const hour = Number(match?.[1])
  return match && hour < 24 ? { hour, minute: Number(match[2] ?? 0) } : null
}

/** The moment that clocks of a time zone show a time of a day; of an hour that is skipped or comes twice, the nearest. */
export function momentInZone(
  day: BusinessDate,
  { hour, minute }: { hour: number; minute: number },
  timeZone: string,
): Moment {
  const wanted = (toDayNumber(day) * 24 * 60 + hour * 60 + minute) * 60_000
  // What the clocks are ahead of UTC at the guess is nearly always what they are at the moment itself
  const first = wanted - aheadAt(wanted, timeZone)
  return momentOf(wanted - aheadAt(first, timeZone))
}

/** The time of day on clocks of a time zone at a moment: `14:05`. */
export function clockInZone(epochMs: number, timeZone: string): string {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  return clock.format(epochMs)
}

function aheadAt(epochMs: number, timeZone: string): number {
  const [hour = 0, minute = 0] = clockInZone(epochMs, timeZone).split(':').map(Number)
  const shown = (toDayNumber(businessDateInZone(epochMs, timeZone)) * 1440 + hour * 60 + minute) * 60_000
  return shown - Math.floor(epochMs / 60_000) * 60_000
}
