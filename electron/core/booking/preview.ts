import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { Effect } from '#shared/domain/booking/effect.ts'
import { planChange, planCreate } from '#shared/domain/booking/plan.ts'
import { noTerms } from '#shared/domain/rate/rate-plan.ts'
import { refuse } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { factsOfDraft } from './create.ts'
import { effectWith } from './effect.ts'
import { type Facts, readFactsOfSteps } from './facts.ts'

const nothing: Effect = {
  facts: [],
  nights: [],
  nightsBefore: 0,
  nightsAfter: 0,
  totalBeforeMinor: 0,
  totalAfterMinor: 0,
}

export const previewCreate = reads('booking.previewCreate', async (db, input, ctx) => {
  const { facts } = await factsOfDraft(db, ctx.businessDate, input)
  const planned = planCreate(input, facts, '')
  if (planned.ok) return effectWith(db, ctx, { id: 0, before: null, after: planned.value, facts })
  const { refusal } = planned
  // The account that the plan needs changes no price: nights and sum are shown while it is still to be chosen
  const priced = refusal.code === 'ACCOUNT_NEEDED' ? planCreate(input, withoutTerms(facts), '') : planned
  return priced.ok
    ? effectWith(db, ctx, { id: 0, before: null, after: priced.value, facts, refusal })
    : { ...nothing, reasonFor: null, refusal: priced.refusal }
})

function withoutTerms(facts: Facts): Facts {
  const plans = [...facts.ratePlans].map(([id, plan]) => [id, { ...plan, terms: noTerms }] as const)
  return { ...facts, ratePlans: new Map(plans) }
}

export const previewChange = reads('booking.previewChange', async (db, input, ctx) => {
  const booking = await loadBooking(db, input.id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: input.id })
  const before = booking.image
  const facts = await readFactsOfSteps(db, ctx.businessDate, input.id, before, [input.change])
  const planned = planChange(before, input.change, facts)
  const after = planned.ok ? planned.value : before
  return effectWith(db, ctx, {
    id: input.id,
    before,
    after,
    facts,
    refusal: planned.ok ? null : planned.refusal,
  })
})
