/** Which of the rules that stays follow are worth offering by: most are true and of no use. */
import type { AssociationRule } from './association.ts'
import { type Item, type ItemGroup, isOfferable, itemOf } from './items.ts'

/** With fewer stays nothing is said: a rule of thirty of them would speak for a third of all. */
export const minStaysForRules = 300

/** What the rules of offers are looked for with, and what leaves one out. The page states these figures. */
export const offerCriteria = {
  /** A rule holds in at least this share of stays, and in at least so many. */
  support: 0.001,
  minStays: 30,
  /** Of those it speaks of, at least this share takes what it offers; from `trivial` on it comes along by itself. */
  confidence: 0.1,
  trivial: 0.95,
  /** Guests whom it speaks of take it at least so many times as often as all do. */
  lift: 1.2,
  /** A longer rule is kept where it is this much surer than every shorter one for the same. */
  gain: 1.1,
  /** At most two things a rule speaks of: who reads three remembers none. */
  maxSize: 3,
  maxRules: 500,
} as const

export const leftOutReasons = ['not-offered', 'few', 'trivial', 'weak', 'implied', 'no-gain', 'many'] as const
export type LeftOut = Record<(typeof leftOutReasons)[number], number>
export type PickedRules = { kept: AssociationRule[]; leftOut: LeftOut }

/**
 * Where one says the other without anybody choosing it: the room of a type has the type's features, a plan brings its meal,
 * a room is given because of the request.
 */
const implies: readonly (readonly [ItemGroup, ItemGroup])[] = [
  ['room-type', 'feature'],
  ['feature', 'feature'],
  ['feature', 'request'],
  ['feature', 'wish'],
  ['plan', 'meal'],
]

/** The rules to offer by, in the order in which they came; of each that is left out the first reason that holds. */
export function pickRules(rules: readonly AssociationRule[]): PickedRules {
  const leftOut = Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as LeftOut
  const useful: AssociationRule[] = []
  for (const rule of rules) {
    const reason = reasonAgainst(rule)
    if (reason) leftOut[reason]++
    else useful.push(rule)
  }
  const bySize = useful.toSorted((a, b) => a.given.length - b.given.length)
  const kept = new Set<AssociationRule>()
  const byOffer = new Map<string, AssociationRule[]>()
  for (const rule of bySize) {
    const shorter = byOffer.get(rule.adds) ?? []
    if (
      shorter.some(
        (other) => isWithin(other, rule) && rule.confidence < other.confidence * offerCriteria.gain,
      )
    )
      leftOut['no-gain']++
    else {
      kept.add(rule)
      byOffer.set(rule.adds, [...shorter, rule])
    }
  }
  const picked = useful.filter((rule) => kept.has(rule))
  leftOut.many = Math.max(0, picked.length - offerCriteria.maxRules)
  return { kept: picked.slice(0, offerCriteria.maxRules), leftOut }
}

function reasonAgainst(rule: AssociationRule): keyof LeftOut | null {
  const adds = itemOf(rule.adds)
  if (!adds || !isOfferable(adds)) return 'not-offered'
  if (rule.counts.both < offerCriteria.minStays) return 'few'
  if (rule.confidence >= offerCriteria.trivial) return 'trivial'
  if (rule.lift < offerCriteria.lift) return 'weak'
  // What is bought in the house is no reason to offer what is chosen before it: a plan because of a breakfast
  const given = rule.given.map(itemOf)
  if (adds.group !== 'extra' && given.some((item) => item?.group === 'extra')) return 'implied'
  return given.some((item) => isImplied(item, adds)) ? 'implied' : null
}

function isImplied(given: Item | null, adds: Item): boolean {
  if (!given) return false
  return implies.some(
    ([a, b]) => (given.group === a && adds.group === b) || (given.group === b && adds.group === a),
  )
}

function isWithin(shorter: AssociationRule, longer: AssociationRule): boolean {
  return (
    shorter.given.length < longer.given.length && shorter.given.every((item) => longer.given.includes(item))
  )
}
