import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { holdsHours } from '#shared/domain/booking/day-use.ts'
import type { Effect } from '#shared/domain/booking/effect.ts'
import { refusalOfRight } from '#shared/domain/booking/needs.ts'
import { planCreate } from '#shared/domain/booking/plan.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { noTerms } from '#shared/domain/rate/rate-plan.ts'
import { type Refusal, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { nameInRefusal } from '../kernel/who-may.ts'
import { factsOfDraft } from './create.ts'
import { needsOfHours, priceHours, stepsInRoom } from './day-use.ts'
import { effectWith } from './effect.ts'
import { type Facts, readFactsOfSteps } from './facts.ts'
import { checkHoursFree } from './hours.ts'
import { rightsOf } from './needs.ts'

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
  if (planned.ok) return effectOfDraft(db, ctx, input, planned.value, facts, null)
  const { refusal } = planned
  // The account that the plan needs changes no price: nights and sum are shown while it is still to be chosen
  const priced = refusal.code === 'ACCOUNT_NEEDED' ? planCreate(input, withoutTerms(facts), '') : planned
  return priced.ok
    ? effectOfDraft(db, ctx, input, priced.value, facts, refusal)
    : { ...nothing, reasonFor: null, refusal: priced.refusal, dayUse: null }
})

type Draft = ParsedOf<'booking.previewCreate'>

async function effectOfDraft(
  db: Reader,
  ctx: Context,
  draft: Draft,
  after: BookingImage,
  facts: Facts,
  refusal: Refusal | null,
) {
  const effect = await effectWith(db, ctx, { id: 0, before: null, after, facts, refusal })
  if (!draft.dayUse) return { ...effect, dayUse: null }
  const hours = await priceHours(db, ctx, draft.dayUse, draft.roomId, after, facts)
  const needs = needsOfHours(hours)
  const lacks = refusalOfRight(needs, rightsOf(ctx))?.refusal
  const taken = holdsHours(after) ? await checkHoursFree(db, 0, after.arrival, hours.image) : null
  const { priceMinor, overtimeMinor } = hours.image
  return {
    ...effect,
    reasonFor: effect.reasonFor ?? needs.reasonFor,
    refusal:
      effect.refusal ?? (lacks && (await nameInRefusal(db, lacks, ctx.language))) ?? taken?.refusal ?? null,
    dayUse: { priceMinor, overtimeMinor, proposed: hours.proposed },
  }
}

function withoutTerms(facts: Facts): Facts {
  const plans = [...facts.ratePlans].map(([id, plan]) => [id, { ...plan, terms: noTerms }] as const)
  return { ...facts, ratePlans: new Map(plans) }
}

export const previewChange = reads('booking.previewChange', async (db, input, ctx) => {
  const booking = await loadBooking(db, input.id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: input.id })
  const before = booking.image
  const steps = await stepsInRoom(db, input.id, before, [input.change])
  const facts = await readFactsOfSteps(db, ctx.businessDate, input.id, before, steps)
  const planned = planSteps(before, steps, facts)
  const after = planned.ok ? planned.value : before
  return effectWith(db, ctx, {
    id: input.id,
    before,
    after,
    facts,
    refusal: planned.ok ? null : planned.refusal,
  })
})
