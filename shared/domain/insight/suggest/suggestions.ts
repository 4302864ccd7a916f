/**
 * What to know and to do for an arrival: at most three, the weightiest first, each with where it comes from.
 */
import { addMonths, type BusinessDate, nightsBetween, yearOf } from '../../../values/index.ts'
import type { Counter } from '../../loyalty/programme.ts'
import type { RequestKind } from '../../request/request.ts'
import type { Troubles } from '../facts/felt.ts'
import { habitsOf } from './offers.ts'

export const suggestionKinds = [
  'leaving',
  'last-stay',
  'wish',
  'birthday',
  'tier',
  'habit',
  'late',
  'risk',
] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** How much each kind weighs before anybody votes. */
export const suggestionWeights: Readonly<Record<SuggestionKind, number>> = {
  leaving: 90,
  'last-stay': 85,
  wish: 80,
  birthday: 70,
  tier: 60,
  habit: 50,
  late: 45,
  risk: 40,
}
/** A thumb up or down of the user who looks multiplies a kind's weight by this; below `worthSaying` nothing is said. */
export const voteFactors = { up: 1.5, none: 1, down: 0.5 } as const
export const worthSaying = 30
export const maxSuggestions = 3
/** Of one kind so many at most, so that three wishes do not hide a birthday. */
export const maxOfKind = 2
/** A birthday counts from so many days before the arrival to so many after the departure. */
export const birthdayMargin = 3
/** A tier is near when no more than this is missing of each thing that it asks. */
export const nearTier: Readonly<Record<'nights' | 'stays', number>> = { nights: 3, stays: 1 }
/** From this time on an arrival is late, and a habit at three of four stays that name a time. */
export const lateFrom = '20:00'
const lateShare = 0.75
const lateMinStays = 3
/** A habit to speak of unasked: three stays, and three of four of the last ten. */
const habitShare = 0.75
const habitMinTimes = 3

export type Vote = keyof typeof voteFactors
export type Votes = Partial<Record<SuggestionKind, Vote>>

export type TierNeed = { counter: Counter; missing: number }

type DeclinedWish = { kind: RequestKind; text: string; fromPreference: boolean }

export type Suggestion = { weight: number; vote: Vote } & (
  | { kind: 'wish'; requestKind: string; text: string; dueOn: BusinessDate; dueTime: string | null }
  | { kind: 'habit'; item: string; times: number; of: number }
  | { kind: 'late'; times: number; of: number }
  | { kind: 'birthday'; on: BusinessDate }
  | { kind: 'tier'; tierEn: string; tierZh: string; needs: TierNeed[] }
  | { kind: 'risk'; what: 'cancel' | 'no-show'; probability: number }
  | ({ kind: 'last-stay' } & Troubles<DeclinedWish>)
  | { kind: 'leaving'; takenBy: string | null }
)

export type ArrivalFacts = {
  arrival: BusinessDate
  departure: BusinessDate
  expectedTime: string | null
  birthDate: BusinessDate | null
  /** Open wishes of this booking. */
  wishes: readonly { kind: string; text: string; dueOn: BusinessDate; dueTime: string | null }[]
  /** What the guest asked for at each of the last stays, as items, newest first, and when the guest was expected. */
  stays: readonly { asked: readonly string[]; expectedTime: string | null }[]
  /** Items of what is asked for this stay, whatever has become of it. */
  asked: ReadonlySet<string>
  /** The tier above in each programme, and the ways to it. */
  tiers: readonly {
    tierEn: string
    tierZh: string
    ways: readonly (readonly TierNeed[])[]
  }[]
  risk: { what: 'cancel' | 'no-show'; probability: number } | null
  leaving: { takenBy: string | null } | null
  /** What went wrong the last time. */
  lastStay: Troubles<DeclinedWish>
}

/** At most three suggestions for an arrival, by falling weight, then in the order of the kinds; none where nothing is worth it. */
export function suggestionsFor(facts: ArrivalFacts, votes: Votes): Suggestion[] {
  const weighed = <T extends { kind: SuggestionKind }>(one: T) => {
    const vote = votes[one.kind] ?? 'none'
    return { ...one, weight: suggestionWeights[one.kind] * voteFactors[vote], vote }
  }
  const all = [
    ...facts.wishes.map(({ kind, ...wish }) =>
      weighed({ kind: 'wish' as const, requestKind: kind, ...wish }),
    ),
    ...habitsIn(facts).map(weighed),
    ...lateIn(facts).map(weighed),
    ...birthdayIn(facts).map(weighed),
    ...tiersIn(facts).map(weighed),
    ...(facts.risk ? [weighed({ kind: 'risk' as const, ...facts.risk })] : []),
    ...lastStayIn(facts).map(weighed),
    ...(facts.leaving ? [weighed({ kind: 'leaving' as const, ...facts.leaving })] : []),
  ]
  const ranked = all
    .filter(({ weight }) => weight >= worthSaying)
    .sort((a, b) => b.weight - a.weight || suggestionKinds.indexOf(a.kind) - suggestionKinds.indexOf(b.kind))
  const ofKind = (kind: SuggestionKind, before: number) =>
    ranked.slice(0, before).filter((one) => one.kind === kind).length
  return ranked.filter((one, at) => ofKind(one.kind, at) < maxOfKind).slice(0, maxSuggestions)
}

function habitsIn({ stays, asked }: ArrivalFacts) {
  return habitsOf(stays.map((stay) => stay.asked))
    .filter(({ item, times, of }) => times >= habitMinTimes && times >= of * habitShare && !asked.has(item))
    .map((one) => ({ kind: 'habit' as const, ...one }))
}

function lastStayIn({ lastStay }: ArrivalFacts) {
  const { declined, waited, mark } = lastStay
  if (declined.length === 0 && waited === null && mark === null) return []
  return [{ kind: 'last-stay' as const, ...lastStay }]
}

function lateIn({ stays, expectedTime }: ArrivalFacts) {
  if (expectedTime !== null) return []
  const times = stays.slice(0, 10).flatMap((stay) => stay.expectedTime ?? [])
  const late = times.filter((time) => time >= lateFrom).length
  if (times.length < lateMinStays || late < times.length * lateShare) return []
  return [{ kind: 'late' as const, times: late, of: times.length }]
}

/** Who was born on 29 February has the birthday on 28 February in other years. */
function birthdayIn({ birthDate, arrival, departure }: ArrivalFacts) {
  if (!birthDate) return []
  for (const year of [yearOf(arrival) - 1, yearOf(arrival), yearOf(arrival) + 1]) {
    const on = addMonths(birthDate, 12 * (year - yearOf(birthDate)))
    if (nightsBetween(on, arrival) <= birthdayMargin && nightsBetween(departure, on) <= birthdayMargin)
      return [{ kind: 'birthday' as const, on }]
  }
  return []
}

function tiersIn({ tiers }: ArrivalFacts) {
  return tiers.flatMap(({ ways, ...tier }) => {
    const near = ways
      .map((way) => way.filter(({ missing }) => missing > 0))
      .find((needs) => needs.length > 0 && needs.every(isNear))
    return near
      ? [
          {
            kind: 'tier' as const,
            ...tier,
            needs: near.map(({ counter, missing }) => ({ counter, missing })),
          },
        ]
      : []
  })
}

function isNear({ counter, missing }: TierNeed): boolean {
  return counter === 'nights' || counter === 'stays' ? missing <= nearTier[counter] : false
}
