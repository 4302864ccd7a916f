/**
 * What a change of a booking needs beside being possible: a reason, because somebody will ask, and a right, because it
 * gives the hotel's money away. Read from two images, so that preview, command and undo ask the same of every act.
 */
import { type BusinessDate, type Refused, refuse } from '../../values/index.ts'
import { clerkRateShare, roleForGiven, roleForRate } from '../access/overrides.ts'
import { type Role, roleAllows } from '../access/roles.ts'
import type { BookingImage } from './booking.ts'
import type { BookingFacts } from './facts.ts'
import { priceFor } from './plan.ts'

/** Why a reason is asked: another room, or another guest, for somebody in house; a rate by hand; nights given away. */
export const reasonsFor = ['move', 'guest', 'rate', 'given'] as const
export type ReasonFor = (typeof reasonsFor)[number]

export type Needs = {
  reasonFor: ReasonFor | null
  /** The least role that may do it, and what of it asks for that. */
  role: Role
  because: 'rate' | 'given' | null
}

/** What is needed to make `after` of `before` (null: it is made). */
export function needsOf(before: BookingImage | null, after: BookingImage, facts: BookingFacts): Needs {
  const rate = roleOfRates(before, after, facts)
  const given = isGiven(before, after, facts)
  const isFrom = before === null && (after.source?.confirmationNo ?? '') !== ''
  return {
    reasonFor: inHouseReason(before, after) ?? (given ? 'given' : rate && !isFrom ? 'rate' : null),
    role: given ? roleForGiven : (rate ?? 'clerk'),
    because: given ? 'given' : rate && rate !== 'clerk' ? 'rate' : null,
  }
}

/** The right first: a reason helps nobody who may not do it. */
export function refusalOfNeeds(
  needs: Needs,
  role: Role,
  reason: string,
): Refused<'RIGHT_NEEDED' | 'REASON_NEEDED'> | null {
  const lacksRight = refusalOfRight(needs, role)
  if (lacksRight) return lacksRight
  const { reasonFor } = needs
  return reasonFor !== null && reason.trim() === '' ? refuse('REASON_NEEDED', { why: reasonFor }) : null
}

/** Null where somebody of `role` may do it. Who may, by name, is added where users are known. */
export function refusalOfRight({ role: needed, because }: Needs, role: Role): Refused<'RIGHT_NEEDED'> | null {
  if (roleAllows(role, needed) || because === null) return null
  return refuse('RIGHT_NEEDED', { needed, why: because, share: clerkRateShare })
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

/** The least role for the rates that are newly set by hand; null where every new rate is the plan's. */
function roleOfRates(before: BookingImage | null, after: BookingImage, facts: BookingFacts): Role | null {
  const price = priceFor(after.chargedRoomTypeId, after.ratePlanId, facts)
  const otherPlan = before?.ratePlanId !== after.ratePlanId
  const byHand = Object.entries(after.nights).filter(([night, { rateMinor }]) => {
    const stands = !otherPlan && before?.nights[night]?.rateMinor === rateMinor
    return !stands && rateMinor !== price && (night as BusinessDate) >= facts.businessDate
  })
  if (byHand.length === 0) return null
  return byHand.every(([, { rateMinor }]) => roleForRate(rateMinor, price) === 'clerk') ? 'clerk' : 'manager'
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
