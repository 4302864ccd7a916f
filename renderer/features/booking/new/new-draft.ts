import type { NewGuest } from '#renderer/parts/guest/typed-guest.ts'
import type { InputOf } from '#shared/contract/index.ts'
import {
  type BusinessDate,
  type Currency,
  nightsOf,
  parseMoney,
  type RatePlanId,
  type RoomId,
  type RoomTypeId,
} from '#shared/values/index.ts'
import type { Account } from '../AccountPicker.tsx'
import { amountFault } from '../change/read-rates.ts'
import type { Person } from '../GuestPicker.tsx'
import type { Persons } from '../PersonsFields.tsx'
import { type StayText, stayOf } from '../stay-dates.ts'

type Create = InputOf<'booking.create'>

/** A new booking as it is typed; what is null is the form's own proposal (the first type that is available) or nothing. */
export type NewDraft = {
  guest: Person | null
  guestText: string
  /** The inline form of a guest who is not on file yet, while it is open. */
  newGuest: NewGuest | null
  stay: StayText
  persons: Persons
  roomTypeId: number | null
  ratePlanId: number | null
  roomId: number | null
  ownRate: string
  booker: Person | null
  company: Account | null
  agency: Account | null
  channel: NonNullable<Create['channel']>
  segment: NonNullable<Create['segment']>
  guarantee: NonNullable<Create['guarantee']>
  status: NonNullable<Create['status']>
  comment: string
}

/** An empty form: one adult, tonight. */
export function emptyDraft(arrival: BusinessDate, departure: BusinessDate): NewDraft {
  return {
    guest: null,
    guestText: '',
    newGuest: null,
    stay: { arrival, departure },
    persons: { adults: 1, children: 0, infants: 0 },
    roomTypeId: null,
    ratePlanId: null,
    roomId: null,
    ownRate: '',
    booker: null,
    company: null,
    agency: null,
    channel: 'telephone',
    segment: 'transient',
    guarantee: 'none',
    status: 'confirmed',
    comment: '',
  }
}

export type Missing = 'guest' | 'dates' | 'type' | 'rate'
export type Offer = { roomTypeId: number | null; ratePlanId: number | null }
export type Preview = InputOf<'booking.previewCreate'>

/**
 * The input that the form makes, with type and plan as they are chosen or proposed. `preview` is null until dates, type and
 * plan are there; `create` until the guest is there too; `missing` names the first thing that lacks.
 */
export function inputOf(
  draft: NewDraft,
  offer: Offer,
  currency: Currency,
): { preview: Preview | null; create: Create | null; missing: Missing | null } {
  const stay = stayOf(draft.stay)
  // Day use has no night to keep a room or to charge a rate for
  const hasNights = stay !== null && stay.departure > stay.arrival
  const { roomTypeId, ratePlanId } = offer
  const rateMinor = draft.ownRate.trim() === '' ? null : parseMoney(draft.ownRate, currency)
  const rateWrong = stay?.departure !== stay?.arrival && amountFault(draft.ownRate, currency) !== null
  const missing: Missing | null = !stay
    ? 'dates'
    : roomTypeId === null || ratePlanId === null
      ? 'type'
      : rateWrong
        ? 'rate'
        : null
  if (missing || !stay) return { preview: null, create: null, missing: draft.guest ? missing : 'guest' }
  const preview: Preview = {
    ...stay,
    roomTypeId: roomTypeId as RoomTypeId,
    ratePlanId: ratePlanId as RatePlanId,
    roomId: hasNights ? (draft.roomId as RoomId | null) : null,
    rates:
      rateMinor === null || !hasNights
        ? []
        : nightsOf(stay.arrival, stay.departure).map((night) => ({ night, rateMinor })),
    ...draft.persons,
    bookerId: draft.booker?.id ?? null,
    companyId: draft.company?.id ?? null,
    agencyId: draft.agency?.id ?? null,
    channel: draft.channel,
    segment: draft.segment,
    guarantee: draft.guarantee,
    status: draft.status,
    comment: draft.comment,
  }
  if (!draft.guest) return { preview, create: null, missing: 'guest' }
  const create: Create = { ...preview, guestId: draft.guest.id }
  return { preview: create, create, missing: null }
}

type TypeRow = { id: number; maxPersons: number }

/** The type proposed: the first, in the hotel's order, that takes the persons and is left; else the first that takes them. */
export function proposedType(
  types: readonly TypeRow[],
  left: ReadonlyMap<number, number>,
  persons: Pick<Persons, 'adults' | 'children'>,
): number | null {
  const takes = types.filter((type) => type.maxPersons >= persons.adults + persons.children)
  return (takes.find((type) => (left.get(type.id) ?? 0) > 0) ?? takes[0] ?? types[0])?.id ?? null
}
