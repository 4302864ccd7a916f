/**
 * The risk of an arrival as two probabilities after each other: that the booking is cancelled, and that the guest does not
 * come where it was not cancelled. So the two can't add up to more than one, and each is learnt from the bookings that it
 * could happen to.
 */
import { applyChance, type Chance, type FitOptions, fitChance } from './chance.ts'
import {
  type MadeBookings,
  NO_DAY,
  outcomeCancelled,
  outcomeNoShow,
  outcomeOpen,
  type ProtectedRiskFact,
  protectedRiskFacts,
  type RiskFact,
  riskCategories,
  riskNumbers,
} from './made.ts'
import { chanceLeft, fitTiming, type Timing } from './timing.ts'

export type RiskModel = {
  facts: RiskFact[]
  cancel: Chance
  /** Of the bookings that were not cancelled. */
  noShow: Chance
  timing: Timing
  /** Day numbers of the first and last arrival that was learnt from. */
  arrivals: { from: number; to: number }
}

/** Every fact but the protected ones that are not allowed. */
export function factsAllowed(allowed: readonly ProtectedRiskFact[] = []): RiskFact[] {
  const withheld = new Set<RiskFact>(protectedRiskFacts.filter((fact) => !allowed.includes(fact)))
  return [...riskNumbers, ...riskCategories].map(({ name }) => name).filter((name) => !withheld.has(name))
}

/**
 * The rows whose outcome was known on a day: made before it, to arrive before it, and cancelled before it if at all. A booking
 * that was cancelled early and whose arrival is still to come is not among them: those that will come can't be told from it yet.
 */
export function rowsKnownBy(made: MadeBookings, day: number): Uint32Array {
  const rows: number[] = []
  for (let row = 0; row < made.count; row++) {
    if (made.outcome[row] === outcomeOpen || (made.arrival[row] as number) >= day) continue
    if ((made.createdOn[row] as number) >= day || (made.cancelledOn[row] as number) >= day) continue
    rows.push(row)
  }
  return Uint32Array.from(rows)
}

/** Learns from the rows; null where they are too few to say anything. */
export function fitRisk(made: MadeBookings, rows: Uint32Array, options: FitOptions): RiskModel | null {
  const stayed = rows.filter((row) => made.outcome[row] !== outcomeCancelled)
  const cancel = fitChance(made, rows, marked(made, rows, outcomeCancelled), options)
  const noShow = fitChance(made, stayed, marked(made, stayed, outcomeNoShow), { ...options, rounds: 60 })
  if (!cancel || !noShow) return null
  const arrivals = rows.reduce(
    ({ from, to }, row) => ({
      from: Math.min(from, made.arrival[row] as number),
      to: Math.max(to, made.arrival[row] as number),
    }),
    { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY },
  )
  const timing = fitTiming(made, rows)
  return { facts: [...options.facts], cancel, noShow, timing, arrivals }
}

function marked(made: MadeBookings, rows: Uint32Array, outcome: number): Uint8Array {
  return Uint8Array.from(rows, (row) => (made.outcome[row] === outcome ? 1 : 0))
}

export type Risks = {
  /** That the booking is cancelled; that the guest is a no-show; together, that nobody comes. */
  cancel: Float64Array
  noShow: Float64Array
  away: Float64Array
}

/** Of each row: that it is cancelled, as of the day it was made, and that it is missed if it is not cancelled. */
export type Chances = { cancel: Float64Array; missed: Float64Array }

export function chancesOf(model: RiskModel, made: MadeBookings, rows: Uint32Array): Chances {
  return {
    cancel: applyChance(model.cancel, made, rows),
    missed: applyChance(model.noShow, made, rows),
  }
}

/** As of the day each booking was made. */
export function risksWhenMade({ cancel, missed }: Chances): Risks {
  const noShow = missed.map((chance, at) => (1 - (cancel[at] as number)) * chance)
  return { cancel, noShow, away: cancel.map((chance, at) => chance + (noShow[at] as number)) }
}

/** As of a day, for bookings that were not cancelled by then: `arrivals` are those on file then. */
export function risksOn(
  { timing }: RiskModel,
  { cancel, missed }: Chances,
  { leads, arrivals, day }: { leads: ArrayLike<number>; arrivals: ArrayLike<number>; day: number },
): Risks {
  const left = cancel.map((chance, at) =>
    chanceLeft(timing, chance, leads[at] as number, Math.max(0, (arrivals[at] as number) - day)),
  )
  return risksWhenMade({ cancel: left, missed })
}

/** Whether a booking was on the books at the end of a day: made by then, still to come, not cancelled by then. */
export function wasOpenOn(made: MadeBookings, row: number, day: number): boolean {
  const cancelledOn = made.cancelledOn[row] as number
  return (
    (made.createdOn[row] as number) <= day &&
    (made.arrival[row] as number) > day &&
    (cancelledOn === NO_DAY ? made.outcome[row] !== outcomeCancelled : cancelledOn > day)
  )
}
