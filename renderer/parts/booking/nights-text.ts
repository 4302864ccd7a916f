import type { Change } from '#renderer/parts/change/describe-change.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

export type NightPart = 'type' | 'room' | 'rate'
const everyPart: ReadonlySet<NightPart> = new Set(['type', 'room', 'rate'])

/** A night as the change log keeps it. */
export type LoggedNight = { roomTypeId: number; roomId: number | null; rateMinor: number }
export type NightRun = { from: BusinessDate; to: BusinessDate; count: number; night: LoggedNight | null }

/** Nights that follow on each other and are alike in these parts, as one: a stay of ten nights at one rate is one line of the log. */
export function nightRuns(
  nights: Readonly<Record<string, LoggedNight | null>>,
  parts: ReadonlySet<NightPart> = everyPart,
): NightRun[] {
  const runs: NightRun[] = []
  for (const date of Object.keys(nights).sort() as BusinessDate[]) {
    const night = nights[date] ?? null
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === date && alike(last.night, night, parts)) {
      last.to = date
      last.count++
    } else runs.push({ from: date, to: date, count: 1, night })
  }
  return runs
}

function alike(a: LoggedNight | null, b: LoggedNight | null, parts: ReadonlySet<NightPart>): boolean {
  if (a === null || b === null) return a === b
  return (
    (!parts.has('type') || a.roomTypeId === b.roomTypeId) &&
    (!parts.has('room') || a.roomId === b.roomId) &&
    (!parts.has('rate') || a.rateMinor === b.rateMinor)
  )
}

/** Which parts of nights a change touched, so that a change of rate does not repeat type and room. */
export function touchedParts(before: unknown, after: unknown): Set<NightPart> {
  const from = (before ?? {}) as Record<string, LoggedNight | null>
  const to = (after ?? {}) as Record<string, LoggedNight | null>
  const parts = new Set<NightPart>()
  for (const date of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const a = from[date] ?? null
    const b = to[date] ?? null
    if (!a || !b) return new Set(everyPart)
    if (a.roomTypeId !== b.roomTypeId) parts.add('type')
    if (a.roomId !== b.roomId) parts.add('room')
    if (a.rateMinor !== b.rateMinor) parts.add('rate')
  }
  return parts
}

/** What the birth of a booking or request says at a glance; the rest is in its facts, or in its name. */
const shownAtBirth = new Set([
  'status',
  'arrival',
  'departure',
  'guestId',
  'roomTypeId',
  'ratePlanId',
  'nights',
  'department',
  'dueOn',
])
/** Parts of an image that repeat what others say. */
const noise = new Set([
  'version',
  'importBatchId',
  'source',
  'confirmationNo',
  'bookingId',
  'createdAt',
  'createdBy',
  'statusAt',
  'statusBy',
])

/** A log row with what a reader of a booking's story wants: births and deaths short, without empty fields. */
export function readableChange(change: Change): Change {
  const whole = change.before === null || change.after === null
  // The reason is beside what was done; the field that keeps it says nothing more
  const saidAlready = (field: string) =>
    (field === 'reason' || field === 'cancelReason') && change.reason !== null
  const keep = (field: string, value: unknown) =>
    !noise.has(field) &&
    !saidAlready(field) &&
    (!whole ||
      (shownAtBirth.has(field) && !isEmpty(value) && !(change.entity === 'request' && field === 'status')))
  return { ...change, before: filtered(change.before, keep), after: filtered(change.after, keep) }
}

function filtered(
  image: Change['before'],
  keep: (field: string, value: unknown) => boolean,
): Change['before'] {
  if (image === null) return null
  return Object.fromEntries(Object.entries(image).filter(([field, value]) => keep(field, value)))
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}
