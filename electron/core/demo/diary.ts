/** Writes the change log of a demo hotel: who was on shift at that hour, from which desk, at which moment. */

import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { ChangeEntry } from '#db/repositories/change/repository.ts'
import { type BusinessDate, fromDayNumber } from '#shared/values/index.ts'

const SHIFTS = 31
const HOUR = 3600
const DAY_MS = 86_400_000

export type Author = { actor: string; workstation: string }
/** A day and a time of it in the hotel. */
export type When = { day: number; seconds: number }

export type Diary = {
  /** Who does it: the desk's shift at that hour, or the reservations office in its hours. */
  author: (random: Random, when: When, office?: boolean) => Author
  /** The same by this source of chance alone: what is done beside a booking shifts nobody else's turn. */
  cashier: (random: Random, when: When) => Author
  manager: Author
  /** The hotel's own program: what nobody's hand does. */
  night: Author
  momentAt: (when: When) => string
  date: (day: number) => BusinessDate
  /** Writes one row; answers with its sequence. `command`: the first row of the same command. */
  write: (
    when: When,
    author: Author,
    operation: string,
    entry: ChangeEntry,
    more?: { reason?: string | null; command?: number; undoes?: number },
  ) => number
}

export type Staff = {
  [shift in 'morning' | 'evening' | 'night' | 'reservations' | 'office']: readonly string[]
}

export function createDiary(bulk: Bulk, options: { seed: number; timeZone: string; staff: Staff }): Diary {
  const { staff } = options
  const office = randomOf(options.seed, SHIFTS)
  const managerLogin = staff.office[1] ?? staff.office[0] ?? 'manager'
  const dates = new Map<number, BusinessDate>()
  const offsets = new Map<number, number>()

  function date(day: number): BusinessDate {
    const known = dates.get(day)
    if (known) return known
    if (dates.size > 5000) dates.clear()
    const made = fromDayNumber(day)
    dates.set(day, made)
    return made
  }

  function momentAt({ day, seconds }: When): string {
    let offset = offsets.get(day)
    if (offset === undefined) {
      offset = zoneOffset(options.timeZone, day * DAY_MS)
      offsets.set(day, offset)
    }
    // The form of a moment (see momentOf), without looking at each of millions once more.
    return new Date(day * DAY_MS + seconds * 1000 - offset).toISOString()
  }

  const onShift = (hour: number) =>
    hour < 7 || hour >= 23 ? staff.night : hour < 15 ? staff.morning : staff.evening

  return {
    author: (random, { day, seconds }, fromOffice = false) => {
      const hour = seconds / HOUR
      if (fromOffice && hour >= 8 && hour < 19) {
        return { actor: random.of(staff.reservations), workstation: `RES-${1 + random.below(2)}` }
      }
      const shift = onShift(hour)
      // The same people on most days of a week.
      const turn = Math.floor(day / 4) + (random.chance(0.2) ? office.below(7) : 0)
      return { actor: shift[turn % shift.length] as string, workstation: `DESK-${1 + random.below(3)}` }
    },
    cashier: (random, { day, seconds }) => {
      const shift = onShift(seconds / HOUR)
      const turn = Math.floor(day / 4) + (random.chance(0.1) ? 1 : 0)
      return { actor: shift[turn % shift.length] as string, workstation: `DESK-${1 + random.below(3)}` }
    },
    manager: { actor: managerLogin, workstation: 'OFFICE-1' },
    night: { actor: staff.night[0] as string, workstation: 'DESK-1' },
    momentAt,
    date,
    write: (when, author, operation, entry, more = {}) =>
      bulk.insertChange(
        {
          moment: momentAt(when),
          businessDate: date(when.day),
          actor: author.actor,
          workstation: author.workstation,
          operation,
          reason: more.reason ?? null,
          requestId: null,
          undoes: more.undoes ?? null,
        },
        entry,
        more.command,
      ),
  }
}

/** How far the zone's clocks are before UTC at a moment, in milliseconds. */
function zoneOffset(timeZone: string, epochMs: number): number {
  const parts: Record<string, number> = {}
  const format = formatFor(timeZone)
  for (const { type, value } of format.formatToParts(epochMs)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - epochMs
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}
