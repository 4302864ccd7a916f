import type { Reader, Writer } from '#db/handles.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { hasPostedOrigin } from '#db/repositories/folio/ledger.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { rightForRate } from '#shared/domain/access/overrides.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange, HoursDraft } from '#shared/domain/booking/change.ts'
import { type DayUseImage, holdsHours, isDayUse } from '#shared/domain/booking/day-use.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
import { refusalOfNeeds } from '#shared/domain/booking/needs.ts'
import { priceFor } from '#shared/domain/booking/plan.ts'
import { checkRoom } from '#shared/domain/booking/rules.ts'
import { type HourPrices, proposeHourPrices } from '#shared/domain/stay/day-use-price.ts'
import {
  type BookingId,
  type Currency,
  minorDigits,
  type Refused,
  type RoomId,
  refuse,
} from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf, dependentExists } from '../kernel/outcome.ts'
import { stayTerms } from '../stay/public.ts'
import { readFacts } from './facts.ts'
import { checkHoursFree } from './hours.ts'
import { rightsOf } from './needs.ts'

/** What charges of a day use are posted by begins so: see stay/day-use-charge.ts. */
export const dayUseOrigin = (id: BookingId): string => `stay:${id}:day-use`

/** The hours of a booking of no night, under the booking's id. */
export const dayUseAggregate: Aggregate<DayUseImage> = {
  entity: 'day-use',
  unknown: 'BOOKING_UNKNOWN',
  ...dayUses,
  check: async (tx, _ctx, id, before, after) => {
    const bookingId = id as BookingId
    const booking = (await loadBooking(tx, bookingId))?.image
    if (!booking) return dependentExists('booking', 'gone')
    // Where it becomes a stay of nights, or comes back from one, its booking is what is checked
    if (!isDayUse(booking)) return null
    if (!after && (await hasPostedOrigin(tx, dayUseOrigin(bookingId)))) return dependentExists('posting')
    if (booking.status === 'in-house') {
      const stay = await loadStay(tx, bookingId)
      if ((stay?.image.roomId ?? null) !== (after?.roomId ?? null))
        return refuse('STANDS_ON', { why: 'inHouse' })
    }
    const moves =
      !before || before.roomId !== after?.roomId || before.from !== after.from || before.to !== after.to
    return after && moves && holdsHours(booking)
      ? checkHoursFree(tx, bookingId, booking.arrival, after)
      : null
  },
  bookingOf: (id) => id as BookingId,
}

/** What hours are asked to cost and what they cost by the rule, of a booking as it is planned. */
export type PricedHours = { image: DayUseImage; proposed: HourPrices }

/** The hours of a draft with what they cost: what is not named costs what the hotel's rule says. */
export async function priceHours(
  db: Reader,
  ctx: Pick<Context, 'hotel'>,
  { from, to, priceMinor, overtimeMinor }: HoursDraft,
  roomId: RoomId | null,
  booking: Pick<BookingImage, 'chargedRoomTypeId' | 'ratePlanId'>,
  facts: BookingFacts,
): Promise<PricedHours> {
  const night = priceFor(booking.chargedRoomTypeId, booking.ratePlanId, facts)
  const unit = 10 ** minorDigits(ctx.hotel.currency as Currency)
  const proposed = proposeHourPrices({ from, to }, night, await stayTerms.read(db), unit)
  const image = {
    from,
    to,
    roomId,
    priceMinor: priceMinor ?? proposed.priceMinor,
    overtimeMinor: overtimeMinor ?? proposed.overtimeMinor,
  }
  return { image, proposed }
}

/** What another price than the rule's asks for, as a rate by hand does. `kept`: what was agreed before. */
export function needsOfHours({ image, proposed }: PricedHours, kept: HourPrices | null = null) {
  const byHand = (['priceMinor', 'overtimeMinor'] as const).filter(
    (name) => image[name] !== proposed[name] && image[name] !== kept?.[name],
  )
  const rights = byHand.map((name) => rightForRate(image[name], proposed[name]))
  const right = rights.find((one) => one !== null) ?? null
  return {
    reasonFor: byHand.length > 0 ? ('rate' as const) : null,
    right,
    because: right ? ('rate' as const) : null,
  }
}

/** Null, or the reason or the right that the price lacks. */
export function checkHourNeeds(
  ctx: Context,
  hours: PricedHours,
  kept: HourPrices | null,
  reason: string | undefined,
) {
  return refusalOfNeeds(needsOfHours(hours, kept), rightsOf(ctx), reason ?? '')
}

/** Writes hours over what they were, and reports the change. */
export async function putDayUse(
  tx: Writer,
  id: BookingId,
  before: DayUseImage | null,
  after: DayUseImage | null,
): Promise<Change[]> {
  const changes = changeOf('day-use', id, before, after, id)
  if (changes.length > 0) await dayUses.save(tx, id, before, after)
  return changes
}

/** Gives hours another room, of whatever type: who comes gets it, or moves to it. Nothing where there are no hours. */
export async function giveRoom(
  tx: Writer,
  ctx: Context,
  id: BookingId,
  booking: BookingImage,
  roomId: RoomId,
): Promise<Change[] | Refused<'ROOM_UNKNOWN' | 'ROOM_WRONG_TYPE' | 'ROOM_OUT_OF_SERVICE' | 'HOURS_TAKEN'>> {
  const found = isDayUse(booking) ? await dayUses.load(tx, id) : null
  if (!found || found.image.roomId === roomId) return []
  const named = { rooms: [roomId], types: [], plans: [], guests: [], accounts: [] }
  const facts = await readFacts(tx, ctx.businessDate, named)
  const roomTypeId = facts.rooms.get(roomId)?.roomTypeId ?? booking.roomTypeId
  const after = { ...found.image, roomId }
  const wrong =
    checkRoom(roomId, roomTypeId, booking.arrival, facts) ??
    (await checkHoursFree(tx, id, booking.arrival, after))
  return wrong ?? putDayUse(tx, id, found.image, after)
}

/** A day use that becomes a stay of nights has no hours any more. */
export async function dropHours(
  tx: Writer,
  id: BookingId,
  before: BookingImage,
  after: BookingImage,
): Promise<Change[]> {
  if (!isDayUse(before) || isDayUse(after)) return []
  const found = await dayUses.load(tx, id)
  return found ? putDayUse(tx, id, found.image, null) : []
}

/** Who is in house for some hours and stays the night keeps the room: the nights get it. */
export async function stepsInRoom(
  db: Reader,
  id: BookingId,
  booking: BookingImage,
  steps: readonly BookingChange[],
): Promise<readonly BookingChange[]> {
  const stays = steps.some((step) => step.kind === 'dates' && step.arrival < step.departure)
  if (!stays || booking.status !== 'in-house' || !isDayUse(booking)) return steps
  const roomId = (await dayUses.load(db, id))?.image.roomId ?? null
  return roomId === null ? steps : [...steps, { kind: 'room', roomId }]
}
