/** What a change does, shown before it is done: from what to what, night by night. Pure, from two images. */
import type { BusinessDate } from '../../values/index.ts'
import { type BookingImage, companionIds, isLive, totalOf } from './booking.ts'

/** How ids are called on screen. */
export type EffectLabels = {
  guest: (id: number) => string
  account: (id: number) => string
  roomType: (id: number) => string
  ratePlan: (id: number) => string
  room: (id: number) => string
}
/** What a change does to a night. */
export const nightChanges = ['same', 'added', 'removed', 'changed'] as const
export type NightChange = (typeof nightChanges)[number]

export type EffectValue = string | number | null
export type Effect = {
  /** Fields by their name in the image; ids are given as names, codes and numbers. */
  facts: { field: string; before: EffectValue; after: EffectValue }[]
  nights: {
    night: BusinessDate
    change: NightChange
    rateBeforeMinor: number | null
    rateAfterMinor: number | null
    leftAfter: number | null
  }[]
  nightsBefore: number
  nightsAfter: number
  totalBeforeMinor: number
  totalAfterMinor: number
}

type Field = (image: BookingImage, labels: EffectLabels) => EffectValue
/** Every field of the image but those that no change touches; the nights are shown night by night, their rooms as one. */
type ShownField =
  | Exclude<keyof BookingImage, 'confirmationNo' | 'createdOn' | 'source' | 'importBatchId' | 'nights'>
  | 'roomId'

const named = (id: number | null, label: (id: number) => string) => (id === null ? null : label(id))

/** The facts that a change may touch, in the order a clerk reads them. */
const fields: Record<ShownField, Field> = {
  status: (image) => image.status,
  arrival: (image) => image.arrival,
  departure: (image) => image.departure,
  guestId: (image, labels) => named(image.guestId, labels.guest),
  bookerId: (image, labels) => named(image.bookerId, labels.guest),
  companions: (image, labels) =>
    companionIds(image)
      .map((id) => labels.guest(id))
      .join(', ') || null,
  adults: (image) => image.adults,
  children: (image) => image.children,
  infants: (image) => image.infants,
  roomTypeId: (image, labels) => labels.roomType(image.roomTypeId),
  chargedRoomTypeId: (image, labels) => labels.roomType(image.chargedRoomTypeId),
  roomId: (image, labels) => roomsOf(image, labels),
  ratePlanId: (image, labels) => named(image.ratePlanId, labels.ratePlan),
  meal: (image) => image.meal,
  segment: (image) => image.segment,
  channel: (image) => image.channel,
  guarantee: (image) => image.guarantee,
  expectedTime: (image) => image.expectedTime,
  holdUntil: (image) => image.holdUntil,
  depositMinor: (image) => image.depositMinor,
  depositDueOn: (image) => image.depositDueOn,
  agencyId: (image, labels) => named(image.agencyId, labels.account),
  companyId: (image, labels) => named(image.companyId, labels.account),
  comment: (image) => image.comment || null,
  cancelledOn: (image) => image.cancelledOn,
  cancelReason: (image) => image.cancelReason || null,
}

/** `leftAfter`: what is left of a night's type once the change is made; asked only for nights that deduct, or did. */
export function effectOf(
  before: BookingImage | null,
  after: BookingImage,
  labels: EffectLabels,
  leftAfter: (night: BusinessDate) => number | null,
): Effect {
  const from = before?.nights ?? {}
  return {
    facts: Object.entries(fields).flatMap(([field, read]) => {
      const was = before ? read(before, labels) : null
      const is = read(after, labels)
      return was === is ? [] : [{ field, before: was, after: is }]
    }),
    nights: allNights(from, after.nights).map((night) => ({
      night,
      change: changeOfNight(from[night], after.nights[night]),
      rateBeforeMinor: from[night]?.rateMinor ?? null,
      rateAfterMinor: after.nights[night]?.rateMinor ?? null,
      leftAfter: deducts(before, night) || deducts(after, night) ? leftAfter(night) : null,
    })),
    nightsBefore: Object.keys(from).length,
    nightsAfter: Object.keys(after.nights).length,
    totalBeforeMinor: totalOf(from),
    totalAfterMinor: totalOf(after.nights),
  }
}

/** A night that takes a room of its type off what is left to sell. */
export function deducts(image: BookingImage | null, night: BusinessDate): boolean {
  return image !== null && isLive(image.status) && image.nights[night] !== undefined
}

type Night = BookingImage['nights'][string] | undefined

function changeOfNight(was: Night, is: Night): NightChange {
  if (!was) return 'added'
  if (!is) return 'removed'
  const same = was.rateMinor === is.rateMinor && was.roomId === is.roomId && was.roomTypeId === is.roomTypeId
  return same ? 'same' : 'changed'
}

function allNights(from: BookingImage['nights'], to: BookingImage['nights']): BusinessDate[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].sort() as BusinessDate[]
}

/** The rooms of a stay in the order they are slept in: “101”, or “101, 205” after a move. */
function roomsOf(image: BookingImage, labels: EffectLabels): string | null {
  const rooms = Object.keys(image.nights)
    .sort()
    .flatMap((night) => image.nights[night]?.roomId ?? [])
  return [...new Set(rooms)].map((id) => labels.room(id)).join(', ') || null
}
