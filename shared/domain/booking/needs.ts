/**
 * What a change of a booking needs beside being possible: a reason, because somebody will ask, and a right, because it
 * gives the hotel's money away. Read from two images, so that preview, command and undo ask the same of every act.
 */
import { type BusinessDate, type Refused, refuse } from '../../values/index.ts'
import { deskRateShare, rightForGiven, rightForRate } from '../access/overrides.ts'
import { allows, type Right, type Rights } from '../access/rights.ts'
import type { BookingImage } from './booking.ts'
import type { BookingFacts } from './facts.ts'
import { priceFor } from './plan.ts'

/** Why a reason is asked: another room, or another guest, for somebody in house; a rate by hand; nights given away. */
export const reasonsFor = ['move', 'guest', 'rate', 'given'] as const
export type ReasonFor = (typeof reasonsFor)[number]

export type Needs = {
  reasonFor: ReasonFor | null
  /** The right that it asks for beside changing bookings, and what of it asks for that. */
  right: Right | null
  because: 'rate' | 'given' | null
}

/** What is needed to make `after` of `before` (null: it is made). */
export function needsOf(before: BookingImage | null, after: BookingImage, facts: BookingFacts): Needs {
  const rate = rightOfRates(before, after, facts)
  const given = isGiven(before, after, facts)
  const isFrom = before === null && (after.source?.confirmationNo ?? '') !== ''
  return {
    reasonFor: inHouseReason(before, after) ?? (given ? 'given' : rate.byHand && !isFrom ? 'rate' : null),
    right: given ? rightForGiven : rate.right,
    because: given ? 'given' : rate.right ? 'rate' : null,
  }
}

/** The right first: a reason helps nobody who may not do it. */
export function refusalOfNeeds(
  needs: Needs,
  held: Rights,
  reason: string,
): Refused<'RIGHT_NEEDED' | 'REASON_NEEDED'> | null {
  const lacksRight = refusalOfRight(needs, held)
  if (lacksRight) return lacksRight
  const { reasonFor } = needs
  return reasonFor !== null && reason.trim() === '' ? refuse('REASON_NEEDED', { why: reasonFor }) : null
}

/** Null where somebody with these rights may do it. Who may, by name, is added where users are known. */
export function refusalOfRight(
  { right: needed, because }: Needs,
  held: Rights,
): Refused<'RIGHT_NEEDED'> | null {
  if (needed === null || because === null || allows(held, needed)) return null
  return refuse('RIGHT_NEEDED', { needed, why: because, share: deskRateShare })
}

/** Somebody in house gets another room, or becomes somebody else. */
function inHouseReason(before: BookingImage | null, after: BookingImage): 'move' | 'guest' | null {
  if (before?.status !== 'in-house') return null
  if (isRoomMove(before, after)) return 'move'
  return before.guestId === after.guestId ? null : 'guest'
}

/** Whether the guest changes rooms: a night has another room than before, or a new one another than the last. */
function isRoomMove(before: BookingImage, after: BookingImage): boolean {
  const had = roomsInOrder(before)
  const last = had.at(-1)
  return Object.entries(after.nights).some(([night, { roomId }]) => {
    const was = before.nights[night] ? before.nights[night].roomId : last
    return was != null && roomId !== null && roomId !== was
  })
}

function roomsInOrder({ nights }: BookingImage) {
  const dates = Object.keys(nights).sort()
  return dates.flatMap((night) => nights[night]?.roomId ?? [])
}

/** Whether rates are newly set by hand, and the right that the furthest of them asks for. */
function rightOfRates(before: BookingImage | null, after: BookingImage, facts: BookingFacts) {
  const price = priceFor(after.chargedRoomTypeId, after.ratePlanId, facts)
  const otherPlan = before?.ratePlanId !== after.ratePlanId
  const byHand = Object.entries(after.nights).filter(([night, { rateMinor }]) => {
    const stands = !otherPlan && before?.nights[night]?.rateMinor === rateMinor
    return !stands && rateMinor !== price && (night as BusinessDate) >= facts.businessDate
  })
  const asked = byHand.map(([, { rateMinor }]) => rightForRate(rateMinor, price))
  return { byHand: byHand.length > 0, right: asked.find((right) => right !== null) ?? null }
}

/** Whether nights are newly given away: another plan, or more nights on one that is complimentary or house use. */
function isGiven(before: BookingImage | null, after: BookingImage, facts: BookingFacts): boolean {
  const plan = after.ratePlanId === null ? undefined : facts.ratePlans.get(after.ratePlanId)
  if (!plan || plan.kind === 'sold') return false
  return (
    before === null ||
    before.ratePlanId !== after.ratePlanId ||
    Object.keys(after.nights).some((night) => !before.nights[night])
  )
}
