import { inOneRead } from '#db/derived/transaction.ts'
import { readStayBaskets } from '#db/queries/insight/stay-baskets.ts'
import { replaceOfferRules } from '#db/repositories/insight/offer-rules.ts'
import { findRules } from '#shared/domain/insight/rules/association.ts'
import { basketCount } from '#shared/domain/insight/rules/baskets.ts'
import { minStaysForRules, offerCriteria, pickRules } from '#shared/domain/insight/rules/pick.ts'
import type { Run } from '../run.ts'

/** The rules that offers follow, over all stays until the date. */
export const rules: Run<'rules'> = {
  kind: 'rules',
  standing: 60,
  reads: null,
  run: ({ store, insight, asOf, pulse, isCurrent }) => {
    const baskets = inOneRead(store, () => readStayBaskets(store, asOf, (done, all) => pulse(done / 2, all)))
    const stays = basketCount(baskets)
    if (isCurrent) replaceOfferRules(insight, [])
    if (stays < minStaysForRules)
      return { refusal: { code: 'TOO_FEW_STAYS', params: { stays, min: minStaysForRules } } }
    const { support, confidence, maxSize } = offerCriteria
    const found = findRules(baskets, {
      support,
      confidence,
      maxSize,
      pulse: (done, all) => pulse(all + done, 2 * all),
    })
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
  run: ({ store, asOf, pulse }, { support, confidence }) => {
    const baskets = inOneRead(store, () => readStayBaskets(store, asOf, (done, all) => pulse(done / 2, all)))
    const found = findRules(baskets, {
      support,
      confidence,
      pulse: (done, all) => pulse(all + done, 2 * all),
    })
    if (!found.ok) return { refusal: found.refusal }
    const listed = found.value.rules.map(({ given, adds, support: share, confidence: sureness, lift }) => {
      return { given, adds, support: share, confidence: sureness, lift }
    })
    return { output: { ...found.value, rules: listed } }
  },
}
