import type { Reader } from '#db/handles.ts'
import { readAccounts } from '#db/queries/booking/facts.ts'
import { readGuestNames } from '#db/queries/change/labels.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type BookingImage, companionIds } from '#shared/domain/booking/booking.ts'
import { deducts, type EffectLabels, effectOf } from '#shared/domain/booking/effect.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { leftOf } from '#shared/domain/booking/stock.ts'
import { latinName, wholeName } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, GuestId, Refusal } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { nameInRefusal } from '../kernel/who-may.ts'
import type { Facts } from './facts.ts'
import { needsIn } from './needs.ts'
import { checkTaken, stockFor } from './stock.ts'

/** What is planned of a booking (id 0: one that is not on file), and what of others is planned with it. */
export type Planned = {
  id: BookingId | 0
  before: BookingImage | null
  after: BookingImage
  facts: Facts
  /** Why it can't be, where that is known; what the store says is asked otherwise. */
  refusal?: Refusal | null
  changed?: ReadonlyMap<BookingId, BookingImage>
}

/** The effect in full, with the refusal that the inventory would give. */
export async function effectWith(
  db: Reader,
  ctx: Context,
  { id, before, after, facts, refusal = null, changed }: Planned,
): Promise<OutputOf<'booking.previewChange'>> {
  const needs = needsIn(ctx, before, after, facts)
  const taken = refusal ? null : await checkTaken(db, id, before, after, facts.roomTypes, changed)
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
