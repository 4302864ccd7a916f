/**
 * A loyalty programme is parameters, not code: these types are what a programme can say. What follows from
 * them for a member is in progress.ts; four real programmes in examples.ts.
 */
import type { BusinessDate } from '../../values/index.ts'
import type { Plain } from '../change/change.ts'

export const counters = ['nights', 'stays', 'spend', 'points'] as const
export type Counter = (typeof counters)[number]

/** A tree: a counter at least so high, all of several, any of several. Spend is in minor units. */
export type Condition = { counter: Counter; atLeast: number } | { all: Condition[] } | { any: Condition[] }

/**
 * When counting starts again. `calendar-year`: on 1 January. `anniversary`: every twelve months from joining
 * (or from the last change of tier, with resetOn 'every-change'). `rolling-12-months`: never; the last twelve
 * months are looked at on every day.
 */
export const periodKinds = ['calendar-year', 'anniversary', 'rolling-12-months'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** What sets the counters back to zero besides the period's end. */
export const resets = ['never', 'upgrade', 'every-change'] as const

/** Revenue that counts: room alone, or everything on the folio. */
export const revenueBases = ['room', 'total'] as const
type RevenueBasis = (typeof revenueBases)[number]

/** When points expire: never, so many months after the last movement, or so many after they were earned. */
export const expiryKinds = ['never', 'inactivity', 'fixed-age'] as const

export interface Tier {
  code: string
  nameEn: string
  nameZh: string
  /** What must be reached within one period to enter; null for the first tier, which everybody has. */
  entry: Condition | null
  /** What keeps the tier at its review; null: the same as entry. */
  retention: Condition | null
}

export interface QualifyingRules {
  /** Channels whose stays count: all, only these, or all but these. */
  channels: 'all' | { only: string[] } | { except: string[] }
  /** Stays on rate plans that don't qualify count too. */
  anyRate: boolean
  /** Stays paid by a company or agency count too. */
  anyPayer: boolean
  /** Nights paid with points or vouchers count too. */
  freeNights: boolean
  /** Stays within a group count too. */
  group: boolean
  /** Rooms of one stay that count: the first, or up to so many. Further ones add nights and spend, not stays. */
  roomsPerStay: number
}

export interface PointRules {
  /** Revenue that earns. */
  basis: RevenueBasis
  /** Points for each whole `perMinor` of revenue. */
  points: number
  perMinor: number
  /** Extra points by tier, in per cent of the base points. They can be spent but don't qualify. */
  bonusPercent: Record<string, number>
  /** Days from check-out until a stay's nights and points are credited. */
  postingDelayDays: number
  expiry: { kind: 'never' } | { kind: Exclude<(typeof expiryKinds)[number], 'never'>; months: number }
  /** From this tier up points never expire; null: no such tier. */
  neverFromTier: string | null
}

export interface ProgrammeParameters {
  period: PeriodKind
  /** From the lowest up; the first is everybody's. */
  tiers: Tier[]
  /** Revenue that counts as spend. */
  spendBasis: RevenueBasis
  /** With more no-shows than this in a period no tier is entered and none kept; null: they don't matter. */
  noShowCap: number | null
  resetOn: (typeof resets)[number]
  /** What goes beyond the tier reached is carried into the next period, from that tier up; null: nothing is. */
  rollover: { fromTier: string; counters: Counter[] } | null
  /** Most tiers lost in one review; null: as many as the counters say. */
  softLanding: number | null
  /** Whole periods that a tier lasts beyond the one it was reached in (with a rolling period: none). */
  extraPeriods: number
  qualifying: QualifyingRules
  points: PointRules
}

/** A programme as it is kept; its parameters are checked (parameters.ts) before they are written. */
export type ProgrammeImage = {
  code: string
  nameEn: string
  nameZh: string
  /** See `parametersOf`: an image is plain data. */
  parameters: { [key: string]: Plain }
  active: boolean
}

/** A programme's parameters as the rules read them. */
export function parametersOf({ parameters }: Pick<ProgrammeImage, 'parameters'>): ProgrammeParameters {
  return parameters as unknown as ProgrammeParameters
}

/** One stay of a member as the rules see it. Nothing but facts: whether it counts is the programme's to say. */
export interface LoyaltyStay {
  arrival: BusinessDate
  departure: BusinessDate
  nights: number
  roomRevenueMinor: number
  totalRevenueMinor: number
  status: 'checked-out' | 'no-show'
  channel: string
  /** The rate plan qualifies for loyalty. */
  qualifyingRate: boolean
  /** The guest pays, not a company or agency. */
  paidByGuest: boolean
  freeNight: boolean
  group: boolean
  /** 1 for the member's own room, 2 and on for further rooms booked for the same stay. */
  roomOfStay: number
}

/** What was counted in a period. */
export interface Counters extends Record<Counter, number> {
  noShows: number
}

/**
 * What the rules write into a history of tiers themselves: on joining, by the stays before joining, earned, lost at a
 * review. Every other reason is a person's, and so is the tier: a person's reason is never one of these words alone.
 */
export const ruleReasons = ['joined', 'entry', 'earned', 'lost'] as const

/** A half-open span of days. */
export interface Period {
  from: BusinessDate
  to: BusinessDate
}

/** One counter of one way to a tier. */
export interface Need {
  counter: Counter
  have: number
  need: number
  missing: number
}

/** All counters at zero. */
export function noCounters(): Counters {
  return { nights: 0, stays: 0, spend: 0, points: 0, noShows: 0 }
}

/** True when the counters fulfil a condition. */
export function fulfils(condition: Condition, counted: Counters): boolean {
  if ('counter' in condition) return counted[condition.counter] >= condition.atLeast
  if ('all' in condition) return condition.all.every((part) => fulfils(part, counted))
  return condition.any.some((part) => fulfils(part, counted))
}

/**
 * A condition as alternatives: any one way is enough, all needs of a way are needed. Of a counter named twice
 * in a way the higher threshold stays; a way that asks all that another asks, and more, is left out.
 */
export function waysOf(condition: Condition, counted: Counters): Need[][] {
  const ways = alternatives(condition).map((way) => {
    const sorted = counters.filter((counter) => way.has(counter))
    return sorted.map((counter) => needOf(counter, way.get(counter) ?? 0, counted))
  })
  return ways.filter((way, i) => !ways.some((other, j) => i !== j && asksLess(other, way, j < i)))
}

/** The threshold of a counter by the condition's cheapest way with it, or null where it isn't named. */
export function thresholdOf(condition: Condition, counter: Counter): number | null {
  const found = alternatives(condition).flatMap((way) => way.get(counter) ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

function alternatives(condition: Condition): Map<Counter, number>[] {
  if ('counter' in condition) return [new Map([[condition.counter, condition.atLeast]])]
  if ('any' in condition) return condition.any.flatMap(alternatives)
  return condition.all.reduce<Map<Counter, number>[]>(
    (ways, part) => ways.flatMap((way) => alternatives(part).map((other) => together(way, other))),
    [new Map()],
  )
}

function together(a: Map<Counter, number>, b: Map<Counter, number>): Map<Counter, number> {
  const both = new Map(a)
  for (const [counter, atLeast] of b) both.set(counter, Math.max(atLeast, both.get(counter) ?? 0))
  return both
}

function needOf(counter: Counter, need: number, counted: Counters): Need {
  const have = counted[counter]
  return { counter, have, need, missing: Math.max(0, need - have) }
}

function asksLess(a: Need[], b: Need[], first: boolean): boolean {
  const within = a.every((need) =>
    b.some((other) => other.counter === need.counter && other.need >= need.need),
  )
  const equal = within && a.length === b.length && a.every((need, i) => need.need === b[i]?.need)
  return within && (!equal || first)
}
