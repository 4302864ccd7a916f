import { readPlans, readTypes } from '#db/queries/booking/facts.ts'
import { readOutcomes, readRuleList, readRulesRun } from '#db/queries/insight/next.ts'
import { itemsOfStay } from '#shared/domain/insight/rules/items.ts'
import { offerBases, ruleText, takenOf } from '#shared/domain/insight/suggest/outcome.ts'
import { toDayNumber } from '#shared/values/index.ts'
import { reads } from '../../kernel/handler.ts'
import { offersOf, readKnown } from './asker.ts'

/** What to offer while a booking is typed. */
export const newOffers = reads('insight.newOffers', async (db, input, ctx) => {
  const { guestId, arrival, departure, roomTypeId, ratePlanId, adults, children, infants, requests } = input
  const known = guestId === null ? null : await readKnown(db, guestId)
  if (departure < arrival) return { excluded: known?.excluded ?? false, offers: [] }
  const types = await readTypes(db, roomTypeId === null ? [] : [roomTypeId])
  const plans = await readPlans(db, ratePlanId === null ? [] : [ratePlanId])
  const plan = ratePlanId === null ? undefined : plans.get(ratePlanId)
  const now = itemsOfStay({
    roomType: roomTypeId === null ? '' : (types.get(roomTypeId)?.code ?? ''),
    plan: plan?.code ?? null,
    meal: input.meal ?? plan?.meal ?? 'undefined-meal',
    features: [],
    extras: [],
    requests,
    adults,
    children,
    infants,
    arrival: toDayNumber(arrival),
    departure: toDayNumber(departure),
  })
  const stay = { arrival, departure, booking: 0 as const }
  const wanted = { guestId, known, now, persons: adults + children, stay }
  return { excluded: known?.excluded ?? false, offers: await offersOf(db, ctx.businessDate, wanted) }
})

/** The rules that offers follow, and what came of them. */
export const offerRules = reads('insight.offerRules', async (db) => {
  const outcomes = await readOutcomes(db)
  const byRule = new Map(outcomes.map(({ rule, offered, taken }) => [rule, { offered, taken }]))
  const rules = (await readRuleList(db)).map((rule) => {
    const { offered = 0, taken = 0 } = byRule.get(ruleText(rule.given, rule.adds)) ?? {}
    return { ...rule, ...takenOf(offered, taken) }
  })
  const byBasis = offerBases.map((basis) => {
    const own = outcomes.filter((one) => one.basis === basis)
    const sum = (key: 'offered' | 'taken') => own.reduce((all, one) => all + one[key], 0)
    return { basis, ...takenOf(sum('offered'), sum('taken')) }
  })
  return { computed: await readRulesRun(db), rules, byBasis }
})
