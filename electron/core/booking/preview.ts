import type { Reader } from '#db/handles.ts'
import { readAccounts } from '#db/queries/booking/facts.ts'
import { readGuestNames } from '#db/queries/change/labels.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type BookingImage, companionIds } from '#shared/domain/booking/booking.ts'
import { deducts, type Effect, type EffectLabels, effectOf } from '#shared/domain/booking/effect.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { planChange, planCreate } from '#shared/domain/booking/plan.ts'
import { leftOf } from '#shared/domain/booking/stock.ts'
import { latinName, wholeName } from '#shared/domain/name/name.ts'
import { noTerms } from '#shared/domain/rate/rate-plan.ts'
import {
  type BookingId,
  type BusinessDate,
  type GuestId,
  type Refusal,
  refuse,
} from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { nameInRefusal } from '../kernel/who-may.ts'
import { factsOfDraft } from './create.ts'
import { type Facts, readFactsOfChange } from './facts.ts'
import { needsIn } from './needs.ts'
import { checkTaken, stockFor } from './stock.ts'

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
  if (planned.ok) return effectWith(db, ctx, 0, null, planned.value, facts)
  const { refusal } = planned
  // The account that the plan needs changes no price: nights and sum are shown while it is still to be chosen
  const priced = refusal.code === 'ACCOUNT_NEEDED' ? planCreate(input, withoutTerms(facts), '') : planned
  return priced.ok
    ? effectWith(db, ctx, 0, null, priced.value, facts, refusal)
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
  const facts = await readFactsOfChange(db, ctx.businessDate, input.id, before, input.change)
  const planned = planChange(before, input.change, facts)
  if (planned.ok) return effectWith(db, ctx, input.id, before, planned.value, facts)
  return effectWith(db, ctx, input.id, before, before, facts, planned.refusal)
})

/** The effect in full, with the refusal that the inventory would give. */
async function effectWith(
  db: Reader,
  ctx: Context,
  id: BookingId | 0,
  before: BookingImage | null,
  after: BookingImage,
  facts: Facts,
  refusal: Refusal | null = null,
): Promise<OutputOf<'booking.previewChange'>> {
  const needs = needsIn(ctx, before, after, facts)
  const taken = refusal ? null : await checkTaken(db, id, before, after, facts.roomTypes)
  const lacksRight = needs.refusal && (await nameInRefusal(db, needs.refusal, ctx.language))
  const labels = await labelsFor(db, ctx, before, after, facts)
  const left = await leftAfter(db, before, after, facts)
  return {
    ...effectOf(before, after, labels, left),
    reasonFor: needs.reasonFor,
    refusal: refusal ?? lacksRight ?? taken?.refusal ?? null,
  }
}

/** What is left of each night's type with the change made: a night it has already is not taken twice, one it gives up is free again. */
async function leftAfter(db: Reader, before: BookingImage | null, after: BookingImage, facts: Facts) {
  const nights = [...new Set(Object.keys({ ...before?.nights, ...after.nights }))] as BusinessDate[]
  const typeIn = (image: BookingImage | null, night: BusinessDate) =>
    deducts(image, night) ? image?.nights[night]?.roomTypeId : undefined
  const typeOf = (night: BusinessDate) => typeIn(after, night) ?? typeIn(before, night) ?? after.roomTypeId
  const takes = (image: BookingImage | null, night: BusinessDate) =>
    Number(typeIn(image, night) === typeOf(night))
  const stock = await stockFor(
    db,
    nights
      .filter((night) => deducts(before, night) || deducts(after, night))
      .map((night) => ({ night, roomTypeId: typeOf(night) })),
    facts.roomTypes,
  )
  return (night: BusinessDate) =>
    leftOf(stock({ night, roomTypeId: typeOf(night) })) + takes(before, night) - takes(after, night)
}

async function labelsFor(
  db: Reader,
  ctx: Context,
  before: BookingImage | null,
  after: BookingImage,
  facts: Facts,
): Promise<EffectLabels> {
  const images = before ? [before, after] : [after]
  const guests = await readGuestNames(
    db,
    distinctIds<GuestId>(images.flatMap((image) => [image.guestId, image.bookerId, ...companionIds(image)])),
  )
  const accounts = await readAccounts(
    db,
    distinctIds(images.flatMap((image) => [image.agencyId, image.companyId])),
  )
  return {
    guest: (id) => {
      const names = guests.get(id as GuestId)
      return names ? wholeName(names.nativeName, latinName(names), ctx.language) : ''
    },
    account: (id) => accounts.get(id as never)?.name ?? '',
    roomType: (id) => facts.roomTypes.get(id as never)?.code ?? '',
    ratePlan: (id) => facts.ratePlans.get(id as never)?.code ?? '',
    room: (id) => facts.rooms.get(id as never)?.number ?? '',
  }
}
