/**
 * A membership lived through day by day: stays raise it, the end of a period resets the counters, reviews
 * keep or lower the tier, a person may set it. The same facts always give the same story.
 */
import { addDays, addMonths, type BusinessDate, maxDate } from '../../values/index.ts'
import {
  countingDay,
  countStay,
  entryPeriod,
  overNoShowCap,
  periodOf,
  postingDay,
  qualifyingCounters,
  tierFor,
} from './counting.ts'
import {
  type Condition,
  type Counters,
  fulfils,
  type LoyaltyStay,
  noCounters,
  type Period,
  type ProgrammeParameters,
  thresholdOf,
} from './programme.ts'

/** A tier given by hand. Without `until` it lasts as an earned one would. */
export interface TierGrant {
  tier: string
  on: BusinessDate
  until: BusinessDate | null
}

export interface MemberFacts {
  joinedOn: BusinessDate
  grants?: readonly TierGrant[]
}

/** One tier held: which, from when, and what brought it. */
export interface TierStep {
  tier: string
  from: BusinessDate
  reason: 'joined' | 'earned' | 'lost' | 'by-hand'
}

export interface Standing {
  /** Index into the programme's tiers. */
  tier: number
  since: BusinessDate
  reviewOn: BusinessDate | null
  byHand: boolean
  period: Period
  counted: Counters
  steps: TierStep[]
}

interface Life extends Standing {
  parameters: ProgrammeParameters
  anchor: BusinessDate
  /** Stays since the last reset: what a rolling period looks back over. */
  recent: LoyaltyStay[]
}

/**
 * A member’s standing at the end of a business date, from the stays that are posted by then. Those before joining count
 * as `entryPeriod` says; they bring no tier by themselves, which joining does.
 */
export function standingOn(
  parameters: ProgrammeParameters,
  member: MemberFacts,
  stays: readonly LoyaltyStay[],
  businessDate: BusinessDate,
): Standing {
  const { from } = entryPeriod(parameters, member.joinedOn)
  const counting = stays.filter(
    (stay) => postingDay(parameters, stay) <= businessDate && countingDay(stay) >= from,
  )
  const isEarlier = (stay: LoyaltyStay) => countingDay(stay) < member.joinedOn
  const life = begin(parameters, member.joinedOn, counting.filter(isEarlier))
  const grants = (member.grants ?? []).filter(({ on }) => on <= businessDate && on >= member.joinedOn)
  const posted = counting.filter((stay) => !isEarlier(stay))
  const events = [
    ...grants.map((grant) => ({ day: grant.on, run: () => giveByHand(life, grant) })),
    ...posted.sort(byDay).map((stay) => ({ day: countingDay(stay), run: () => addStay(life, stay) })),
  ].sort((a, b) => compare(a.day, b.day))
  for (const event of events) {
    passTime(life, event.day)
    event.run()
  }
  passTime(life, maxDate(businessDate, member.joinedOn))
  if (parameters.period === 'rolling-12-months') lookBack(life, maxDate(businessDate, member.joinedOn))
  return life
}

/** A total order, in any order the store answers: on one day what was missed comes before what was stayed. */
function byDay(a: LoyaltyStay, b: LoyaltyStay): number {
  return (
    compare(countingDay(a), countingDay(b)) ||
    compare(b.status, a.status) ||
    compare(a.arrival, b.arrival) ||
    a.roomOfStay - b.roomOfStay ||
    a.nights - b.nights ||
    a.roomRevenueMinor - b.roomRevenueMinor ||
    a.totalRevenueMinor - b.totalRevenueMinor
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function begin(
  parameters: ProgrammeParameters,
  joinedOn: BusinessDate,
  earlier: readonly LoyaltyStay[],
): Life {
  const counted = noCounters()
  for (const stay of earlier) countStay(parameters, counted, stay)
  return {
    parameters,
    anchor: joinedOn,
    tier: 0,
    since: joinedOn,
    reviewOn: null,
    byHand: false,
    period: periodOf(parameters, joinedOn, joinedOn),
    counted,
    steps: [{ tier: codeOf(parameters, 0), from: joinedOn, reason: 'joined' }],
    recent: [...earlier],
  }
}

/** Lets the days go by up to and including the morning of `day`: ends of periods and reviews, in their order. */
function passTime(life: Life, day: BusinessDate): void {
  const rolling = life.parameters.period === 'rolling-12-months'
  for (;;) {
    const ends = rolling || life.period.to > day ? null : life.period.to
    const review = life.reviewOn !== null && life.reviewOn <= day ? life.reviewOn : null
    if (ends !== null && (review === null || ends <= review)) endPeriod(life, ends)
    else if (review !== null) {
      if (rolling) lookBack(life, addDays(review, -1))
      reviewTier(life, review)
    } else return
  }
}

function endPeriod(life: Life, day: BusinessDate): void {
  const { parameters, counted } = life
  const kept = keeps(life, life.tier)
  if (life.tier > 0 && kept) keepTier(life, day)
  else if (life.reviewOn !== null && life.reviewOn <= day) reviewTier(life, day)
  life.period = periodOf(parameters, life.anchor, day)
  life.counted = carriedOver(parameters, counted)
  life.recent = []
}

/** Kept by what was counted until `day`: looked at again when the time that this brings is over. */
function keepTier(life: Life, day: BusinessDate): void {
  const until = lasting(life, day)
  life.byHand = false
  life.reviewOn = life.reviewOn === null ? until : maxDate(life.reviewOn, until)
}

function reviewTier(life: Life, day: BusinessDate): void {
  if (keeps(life, life.tier)) {
    keepTier(life, day)
    return
  }
  let fallen = life.tier - 1
  while (fallen > 0 && !keeps(life, fallen)) fallen--
  const { softLanding } = life.parameters
  const landed = softLanding === null ? fallen : Math.max(fallen, life.tier - softLanding)
  change(life, Math.max(0, landed), day, 'lost')
  life.reviewOn = life.tier === 0 ? null : nextReview(life, day)
}

function addStay(life: Life, stay: LoyaltyStay): void {
  const day = countingDay(stay)
  life.recent.push(stay)
  if (life.parameters.period === 'rolling-12-months') lookBack(life, day)
  else countStay(life.parameters, life.counted, stay)
  const reached = tierFor(life.parameters, life.counted)
  const index = life.parameters.tiers.indexOf(reached)
  if (index <= life.tier) return
  change(life, index, day, 'earned')
  life.reviewOn = earnedUntil(life, day)
}

function giveByHand(life: Life, grant: TierGrant): void {
  const index = life.parameters.tiers.findIndex(({ code }) => code === grant.tier)
  // A tier that the programme no longer has binds nobody.
  if (index < 0) return
  change(life, index, grant.on, 'by-hand')
  life.reviewOn = index === 0 ? null : (grant.until ?? earnedUntil(life, grant.on))
}

function change(life: Life, tier: number, day: BusinessDate, reason: TierStep['reason']): void {
  const { resetOn } = life.parameters
  const upgrade = tier > life.tier
  life.tier = tier
  life.since = day
  life.byHand = reason === 'by-hand'
  life.steps.push({ tier: codeOf(life.parameters, tier), from: day, reason })
  if (resetOn === 'never' || (resetOn === 'upgrade' && !upgrade)) return
  life.counted = noCounters()
  life.recent = []
  // Where every change starts again, so do the twelve months.
  if (resetOn === 'every-change' && life.parameters.period === 'anniversary') {
    life.anchor = day
    life.period = periodOf(life.parameters, day, day)
  }
}

/** Review day of a tier reached on `day`: the end of its period and of those that follow it by the rules. */
function earnedUntil(life: Life, day: BusinessDate): BusinessDate {
  if (life.parameters.period === 'rolling-12-months') return addMonths(day, 12)
  return endAfter(life, life.period.to, life.parameters.extraPeriods)
}

/** Review day of a tier kept on `day`. In a rolling period: when the oldest stay it rests on has its year behind it. */
function lasting(life: Life, day: BusinessDate): BusinessDate {
  if (life.parameters.period !== 'rolling-12-months') return nextReview(life, day)
  const from = addMonths(day, -12)
  const days = life.recent.map(countingDay).filter((counted) => counted >= from && counted < day)
  if (days.length === 0) return addMonths(day, 12)
  const oldest = days.reduce((a, b) => (a < b ? a : b))
  return maxDate(addDays(addMonths(oldest, 12), 1), addDays(day, 1))
}

/**
 * Review day after a review on `day`: what a period that just ended brings is the next one, or as many as the
 * programme adds. A grant that runs out within a period falls back to what an entry on that day would bring.
 */
function nextReview(life: Life, day: BusinessDate): BusinessDate {
  if (life.parameters.period === 'rolling-12-months' || day !== life.period.to) return earnedUntil(life, day)
  return endAfter(life, day, Math.max(1, life.parameters.extraPeriods))
}

/** The end of so many whole periods from the end of one on, always reckoned from the anchor (29 February). */
function endAfter(life: Life, end: BusinessDate, periods: number): BusinessDate {
  let to = end
  for (let i = 0; i < periods; i++) to = periodOf(life.parameters, life.anchor, to).to
  return to
}

function keeps(life: Life, tier: number): boolean {
  if (tier === 0) return true
  const rule: Condition | null | undefined =
    life.parameters.tiers[tier]?.retention ?? life.parameters.tiers[tier]?.entry
  return !!rule && !overNoShowCap(life.parameters, life.counted) && fulfils(rule, life.counted)
}

/** Counters of the twelve months up to and including a day, since the last reset. */
function lookBack(life: Life, day: BusinessDate): void {
  const to = addDays(day, 1)
  const from = addMonths(to, -12)
  life.period = periodOf(life.parameters, life.anchor, day)
  life.counted = qualifyingCounters(life.parameters, life.recent, { from, to })
}

/** What the next period begins with: what went beyond the tier that this one's counters reached. */
function carriedOver(parameters: ProgrammeParameters, counted: Counters): Counters {
  const start = noCounters()
  const rule = parameters.rollover
  if (!rule) return start
  const reached = tierFor(parameters, counted)
  const rank = (code: string) => parameters.tiers.findIndex((tier) => tier.code === code)
  if (!reached.entry || rank(reached.code) < rank(rule.fromTier)) return start
  for (const counter of rule.counters) {
    const threshold = thresholdOf(reached.entry, counter)
    if (threshold !== null) start[counter] = Math.max(0, counted[counter] - threshold)
  }
  return start
}

function codeOf(parameters: ProgrammeParameters, tier: number): string {
  return parameters.tiers[tier]?.code ?? ''
}
