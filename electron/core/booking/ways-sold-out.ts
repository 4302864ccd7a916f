/** Ways out where a type is sold out: another type, other dates, the wanted nights on the waiting list. */
import type { Reader } from '#db/handles.ts'
import { create } from '#shared/contract/booking.ts'
import { type BookingImage, isLive } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { planCreate } from '#shared/domain/booking/plan.ts'
import { datesAround, type LeftByNight, otherDates, otherTypes } from '#shared/domain/booking/ways.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { readLeft } from '../room/public.ts'
import { factsOfDraft } from './create.ts'
import { effectWith } from './effect.ts'
import { bestRoom, type Candidate, fromToday, type Wanted, type Way } from './way.ts'

/** As many of a kind as fit beside a drawer's fields. */
const shown = 3

/** Another type for the stay as it is wanted, priced as that type; who is here gets a room of it at once. */
export async function otherTypeWays(
  db: Reader,
  ctx: Context,
  { part, change, after }: Wanted,
  left: readonly LeftByNight[],
): Promise<Candidate[]> {
  // The table of types is beside it
  if (change.kind === 'room-type' || change.kind === 'room') return []
  const arrival = fromToday(after.arrival, ctx.businessDate)
  const stay = { arrival, departure: after.departure }
  const ways: Candidate[] = []
  for (const { roomTypeId } of otherTypes(left, stay, after.roomTypeId)) {
    if (ways.length === shown) break
    const isHere = after.status === 'in-house'
    const room = isHere
      ? await bestRoom(db, ctx, { ...stay, roomTypeId, bookingId: part.id }, { isHere })
      : undefined
    if (isHere && !room) continue
    const type = {
      kind: 'room-type' as const,
      roomTypeId,
      keepCharge: false,
      ...(room ? { roomId: room.id } : {}),
    }
    ways.push({
      kind: 'other-type',
      parts: [{ ...part, steps: [change, type] }],
      roomTypeId,
      room: room?.number ?? null,
    })
  }
  return ways
}

/** The same length on the nearest days that the type is to be had; who is here has arrived. */
export function otherDatesWays(
  ctx: Context,
  { part, change, after }: Wanted,
  left: readonly LeftByNight[],
): Candidate[] {
  const isMovable = ['dates', 'room-type', 'confirm', 'reinstate'].includes(change.kind)
  if (!isMovable || after.status === 'in-house') return []
  const stay = { arrival: after.arrival, departure: after.departure }
  return otherDates(left, stay, after.roomTypeId, ctx.businessDate)
    .filter(({ arrival }) => arrival !== part.image.arrival || change.kind !== 'dates')
    .slice(0, shown)
    .map(({ arrival, departure }) => {
      const dates = { kind: 'dates' as const, arrival, departure, keepRates: true }
      const steps = change.kind === 'dates' ? [dates] : [change, dates]
      return { kind: 'other-dates', parts: [{ ...part, steps }], arrival, departure }
    })
}

/** An enquiry waits for its nights as it is. */
export function waitInsteadWay({ part, change }: Wanted): Candidate[] {
  if (change.kind !== 'confirm' || part.image.status !== 'enquiry') return []
  const steps = [{ kind: 'confirm' as const, status: 'waitlisted' as const }]
  return [{ kind: 'waitlist', parts: [{ ...part, steps }], roomTypeId: part.image.roomTypeId }]
}

/**
 * The nights that a longer stay wants beside it, or the stay in another type, wait as a booking of their own until
 * something is free; the booking stays as it is.
 */
export async function waitlistWay(
  db: Reader,
  ctx: Context,
  { part: { image }, change, after }: Wanted,
  named:
    | Pick<Way['effects'][number], 'confirmationNo' | 'guestId' | 'guestName' | 'guestLatinName'>
    | undefined,
): Promise<Way[]> {
  const nights = nightsToWaitFor(change, image, after, ctx.businessDate)
  if (!nights || image.ratePlanId === null || !named) return []
  const draft = create.input.parse({
    guestId: image.guestId,
    bookerId: image.bookerId,
    ...nights,
    roomTypeId: after.roomTypeId,
    ratePlanId: image.ratePlanId,
    adults: image.adults,
    children: image.children,
    infants: image.infants,
    segment: known(segments, image.segment),
    channel: known(channels, image.channel),
    guarantee: known(guarantees, image.guarantee),
    agencyId: image.agencyId,
    companyId: image.companyId,
    status: 'waitlisted',
  })
  const { facts } = await factsOfDraft(db, ctx.businessDate, draft)
  const planned = planCreate(draft, facts, '')
  if (!planned.ok) return []
  const effect = await effectWith(db, ctx, { id: 0, before: null, after: planned.value, facts })
  if (effect.refusal || effect.reasonFor) return []
  const way = {
    kind: 'waitlist' as const,
    changes: [],
    create: draft,
    room: null,
    roomTypeId: after.roomTypeId,
  }
  return [{ ...way, ...nights, effects: [{ ...named, confirmationNo: '', effect }] }]
}

/** Null where there are none; an upgrade at no charge is no booking that could wait. */
function nightsToWaitFor(
  change: BookingChange,
  before: BookingImage,
  after: BookingImage,
  today: BusinessDate,
) {
  if (change.kind === 'dates') return nightsBeside(before, after)
  if (change.kind !== 'room-type' || change.keepCharge) return null
  return { arrival: fromToday(before.arrival, today), departure: before.departure }
}

/** The nights that a longer stay adds at its one end. */
function nightsBeside(before: BookingImage, after: BookingImage) {
  if (after.arrival === before.arrival && after.departure > before.departure)
    return { arrival: before.departure, departure: after.departure }
  if (after.departure === before.departure && after.arrival < before.arrival)
    return { arrival: after.arrival, departure: before.arrival }
  return null
}

/** What is left of each type over the stay as it is wanted and the days around it. */
export async function readLeftAround(
  db: Reader,
  ctx: Context,
  { part, after }: Wanted,
): Promise<LeftByNight[]> {
  const around = datesAround(after, ctx.businessDate)
  return withOwn(await readLeft(db, around.arrival, around.departure), part.image)
}

/** Nights that the booking itself takes are to be had by it. */
function withOwn(rows: readonly LeftByNight[], image: BookingImage): LeftByNight[] {
  const takes = (night: string, roomTypeId: number) =>
    Number(isLive(image.status) && image.nights[night]?.roomTypeId === roomTypeId)
  return rows.map(({ roomTypeId, nights }) => ({
    roomTypeId,
    nights: nights.map(({ night, left }) => ({ night, left: left + takes(night, roomTypeId) })),
  }))
}

/** A word of a source that the lists don't have is not stated. */
function known<T extends string>(list: readonly T[], word: string): T | undefined {
  return list.find((one) => one === word)
}
