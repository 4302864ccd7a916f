import { inOneRead } from '#db/derived/transaction.ts'
import { readBooksBegan, readStayBaskets } from '#db/queries/insight/stay-baskets.ts'
import { replaceOfferRules } from '#db/repositories/insight/offer-rules.ts'
import {
  type Association,
  findRules,
  joinRules,
  type RulesAsked,
  type RulesCode,
} from '#shared/domain/insight/rules/association.ts'
import { basketCount } from '#shared/domain/insight/rules/baskets.ts'
import { isOfExtras } from '#shared/domain/insight/rules/items.ts'
import { minStaysForRules, offerCriteria, pickRules } from '#shared/domain/insight/rules/pick.ts'
import { ok, type Result } from '#shared/values/index.ts'
import type { Run, RunDesk } from '../run.ts'

type Found = { stays: number; found: Result<Association, RulesCode> | null }

/** The rules that offers follow, over all stays until the date. */
export const rules: Run<'rules'> = {
  kind: 'rules',
  standing: 60,
  reads: null,
  run: (desk) => {
    const { insight, isCurrent } = desk
    const { support, confidence, maxSize } = offerCriteria
    const { stays, found } = rulesOfStays(desk, { support, confidence, maxSize }, minStaysForRules)
    if (isCurrent) replaceOfferRules(insight, [])
    if (!found) return { refusal: { code: 'TOO_FEW_STAYS', params: { stays, min: minStaysForRules } } }
    if (!found.ok) return { refusal: found.refusal }
    const { kept, leftOut } = pickRules(found.value.rules)
    if (isCurrent) replaceOfferRules(insight, kept)
    const { itemsets } = found.value
    return { output: { stays, itemsets, found: found.value.rules.length, kept: kept.length, leftOut } }
  },
}

/** All rules over stays by a support and confidence of one's own, as over any baskets; nothing of it becomes an offer. */
export const stayRules: Run<'stay-rules'> = {
  kind: 'stay-rules',
  standing: null,
  reads: null,
  run: (desk, { support, confidence }) => {
    const { found } = rulesOfStays(desk, { support, confidence }, 0)
    if (!found) return { output: { baskets: 0, itemsets: 0, rules: [] } }
    if (!found.ok) return { refusal: found.refusal }
    const listed = found.value.rules.map(({ given, adds, support: share, confidence: sureness, lift }) => {
      return { given, adds, support: share, confidence: sureness, lift }
    })
    return { output: { ...found.value, rules: listed } }
  },
}

/**
 * The rules of all stays, without what was bought; and those that speak of what was bought, counted over the stays since the hotel
 * keeps folios. Counted over all stays, any two extras would seem to belong together: neither is in the stays before.
 * Null: fewer stays than `min`.
 */
function rulesOfStays({ store, asOf, pulse }: RunDesk, asked: Omit<RulesAsked, 'pulse'>, min: number): Found {
  const began = inOneRead(store, () => readBooksBegan(store, asOf))
  const part = (at: number) => (done: number, all: number) => pulse(at * all + done, 4 * all)
  const read = (since: typeof began, at: number) =>
    inOneRead(store, () => readStayBaskets(store, { asOf, since }, part(at)))
  const all = read(null, 0)
  const stays = basketCount(all)
  if (stays < min) return { stays, found: null }
  const found = findRules(all, { ...asked, pulse: part(1) })
  const some = found.ok && began !== null ? read(began, 2) : null
  if (!found.ok || !some || basketCount(some) < Math.max(1, min)) return { stays, found }
  const ofBought = findRules(some, { ...asked, pulse: part(3) })
  if (!ofBought.ok) return { stays, found: ofBought }
  return { stays, found: ok(joinRules(found.value, ofBought.value, isOfExtras)) }
}
