/**
 * Association rules with one item as consequent, from frequent itemsets. R. Agrawal, T. Imieliński, A. Swami, “Mining
 * Association Rules between Sets of Items in Large Databases”, SIGMOD 1993; lift: S. Brin and others, SIGMOD 1997.
 */
import { ok, type Result, refuse } from '../../../values/index.ts'
import type { Baskets } from './baskets.ts'
import { type FrequentItemsets, findItemsets, type GrowthOptions } from './fp-growth.ts'
import { minCount, reaches, type Share, shareOf } from './share.ts'

/** More are not listed: nobody reads them, and they do not fit. */
export const maxRules = 1_000_000

export type AssociationRule = {
  /** What a basket holds, sorted by code unit, as `Array.sort` does. */
  given: string[]
  /** What it then holds as well. */
  adds: string
  /** Share of all baskets that hold all of its items. */
  support: number
  /** Share of the baskets with `given` that hold `adds` too. */
  confidence: number
  /** Confidence over the share of all baskets with `adds`: 1 says that they have nothing to do with each other. */
  lift: number
  /** Baskets with all of it, with `given`, and with `adds`. */
  counts: { both: number; given: number; adds: number }
}

export type Association = { baskets: number; itemsets: number; rules: AssociationRule[] }
export type RulesCode = 'TOO_MANY_ITEMSETS' | 'TOO_MANY_RULES'

export type RulesAsked = Omit<GrowthOptions, 'minCount'> & {
  /** Least share of baskets, from 0 to 1; the least count is its ceiling, and one. */
  support: number
  /** Least share of the baskets with `given` that hold `adds`. */
  confidence: number
}

/**
 * The rules that baskets follow: by falling lift, then falling confidence, then falling support, then by the items
 * of `given` one by one and by `adds`, both by code unit. No two rules are equal in all of it.
 */
export function findRules(baskets: Baskets, asked: RulesAsked): Result<Association, RulesCode> {
  const total = baskets.starts.length - 1
  const found = findItemsets(baskets, { ...asked, minCount: minCount(shareOf(asked.support), total) })
  if (!found.ok) return found
  const rules = rulesOf(found.value, shareOf(asked.confidence))
  if (!rules.ok) return rules
  rules.value.sort(byWorth)
  return ok({ baskets: total, itemsets: found.value.sets.length - 1, rules: rules.value })
}

/**
 * Rules of two countings as one list in the same order: those of `some` that `isOf` chooses, and all of `all`. What was looked for in
 * both is counted in both.
 */
export function joinRules(
  all: Association,
  some: Association,
  isOf: (rule: AssociationRule) => boolean,
): Association {
  const rules = [...all.rules, ...some.rules.filter(isOf)].sort(byWorth)
  return { baskets: all.baskets, itemsets: all.itemsets + some.itemsets, rules }
}

function rulesOf(found: FrequentItemsets, confidence: Share): Result<AssociationRule[], 'TOO_MANY_RULES'> {
  const { sets } = found
  const rules: AssociationRule[] = []
  for (let set = 1; set < sets.length; set++) {
    if (sets.parent[set] === 0) continue
    const items = sets.itemsOf(set)
    const both = sets.count[set] as number
    for (const adds of items) {
      const rest = items.filter((item) => item !== adds)
      const given = countOf(found, rest)
      if (!reaches(both, given, confidence)) continue
      if (rules.length === maxRules) return refuse('TOO_MANY_RULES', { limit: maxRules })
      rules.push(ruleOf(found, rest, adds, { both, given, adds: countOf(found, [adds]) }))
    }
  }
  return ok(rules)
}

function countOf({ sets }: FrequentItemsets, items: readonly number[]): number {
  return sets.count[items.reduce((set, item) => sets.child(set, item), 0)] as number
}

function ruleOf(
  { baskets, words }: FrequentItemsets,
  rest: readonly number[],
  adds: number,
  counts: AssociationRule['counts'],
): AssociationRule {
  return {
    given: rest.map((rank) => words[rank] as string).sort(),
    adds: words[adds] as string,
    support: counts.both / baskets,
    confidence: counts.both / counts.given,
    // One division, so that rules of equal lift come out equal and not a last bit apart
    lift: (counts.both * baskets) / (counts.given * counts.adds),
    counts,
  }
}

function byWorth(a: AssociationRule, b: AssociationRule): number {
  return (
    b.lift - a.lift ||
    b.confidence - a.confidence ||
    b.support - a.support ||
    byItems(a.given, b.given) ||
    byWord(a.adds, b.adds)
  )
}

function byItems(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = byWord(a[at] as string, b[at] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function byWord(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
