import type { Account } from '#renderer/parts/account/AccountPicker.tsx'
import type { Person } from '#renderer/parts/guest/person.ts'
import type { NewGuest } from '#renderer/parts/guest/typed-guest.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { AccountKind } from '#shared/domain/account/account.ts'
import type { PreferenceGroup } from '#shared/domain/guest/preferences.ts'
import type { Wish } from '#shared/domain/request/image.ts'
import {
  type BusinessDate,
  type Currency,
  nightsOf,
  parseMoney,
  type RatePlanId,
  type RoomId,
  type RoomTypeId,
} from '#shared/values/index.ts'
import { amountFault } from '../change/read-rates.ts'
import type { FactName, Answer as ReadMessage } from '../confirmation/facts.ts'
import type { Persons } from '../PersonsFields.tsx'
import { lackingAccount, planAccount } from '../plan-terms.ts'
import { type StayText, stayOf } from '../stay-dates.ts'
import { arrivalInput, type TypedArrival, untypedArrival, wrongArrival } from '../typed-arrival.ts'
import { type HoursInput, type TypedHours, untypedHours } from '../typed-hours.ts'
import type { RatePlan } from '../words.ts'

type Create = InputOf<'booking.create'>

/**
 * A new booking as it is typed; what is null is proposed: the first type that is available, what the plan says of its
 * bookings, else what is usual; or it is nothing.
 */
export type NewDraft = TypedArrival & {
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
  /** Of day use. */
  hours: TypedHours
  booker: Person | null
  company: Account | null
  agency: Account | null
  channel: NonNullable<Create['channel']> | null
  segment: NonNullable<Create['segment']> | null
  guarantee: NonNullable<Create['guarantee']> | null
  status: NonNullable<Create['status']>
  comment: string
  /** Why a rate was set by hand, or nights are given away. */
  reason: string
  /** The guest's preferences that do not become requests this time. */
  withoutPreferences: { group: PreferenceGroup; value: string }[]
  /**
   * Filled as the guest's last stay was: whether its room too, while it is free, and what was asked for then. `offered`: it
   * holds nothing but what the guest took of what was offered.
   */
  lastTime: { room: boolean; wishes: (Wish & { on: boolean })[]; offered?: true } | null
  /** What a confirmation brought that no other field holds: the meal, the rates by night, the agency's name and number. */
  meal: Create['meal'] | null
  nightRates: { night: BusinessDate; minor: number }[]
  source: { agency: string; confirmationNo: string }
  message: MessageDraft | null
}

/** A message beside the form: what it says, what the form was filled with, and what the clerk has looked at. */
export type MessageDraft = Pick<ReadMessage, 'reading' | 'lines' | 'cut' | 'onFile' | 'account'> & {
  /** Null while the form is not filled with it: it changes a booking or calls one off. */
  filled: Partial<NewDraft> | null
  confirmed: FactName[]
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
    hours: untypedHours,
    booker: null,
    company: null,
    agency: null,
    channel: null,
    segment: null,
    guarantee: null,
    status: 'confirmed',
    ...untypedArrival,
    comment: '',
    reason: '',
    withoutPreferences: [],
    lastTime: null,
    meal: null,
    nightRates: [],
    source: { agency: '', confirmationNo: '' },
    message: null,
  }
}

/** Another guest has other preferences, and another last stay. */
export const ofNobody = { withoutPreferences: [], lastTime: null } satisfies Partial<NewDraft>

/** What is usual where neither the clerk nor the plan says it. */
const usual = { channel: 'telephone', segment: 'transient', guarantee: 'none' } as const

/** The form with what the plan says of its bookings, where the clerk has not said otherwise. */
export function withTerms(draft: NewDraft, plan: RatePlan | undefined) {
  const brought = (kind: AccountKind) => (plan?.accountKind === kind ? planAccount(plan) : null)
  return {
    ...draft,
    channel: draft.channel ?? plan?.channel ?? usual.channel,
    segment: draft.segment ?? plan?.segment ?? usual.segment,
    guarantee: draft.guarantee ?? plan?.guarantee ?? usual.guarantee,
    company: draft.company ?? brought('company'),
    agency: draft.agency ?? brought('agency'),
  }
}

export type Missing =
  | 'guest'
  | 'dates'
  | 'type'
  | 'rate'
  | 'hours'
  | 'company'
  | 'agency'
  | 'reason'
  | 'arrival'
export type Offer = { roomTypeId: number | null; ratePlanId: number | null }
export type Preview = InputOf<'booking.previewCreate'>

/**
 * The input that the form makes, with type and plan as they are chosen or proposed. `preview` is null until dates, type and
 * plan are there; `create` until the guest is there too; `missing` names the first thing that lacks.
 */
export function inputOf(
  typed: NewDraft,
  offer: Offer,
  currency: Currency,
  plan?: RatePlan,
  /** Of day use, as typed or proposed; null while something of them can't be meant. */
  hours?: HoursInput | null,
): { preview: Preview | null; create: Create | null; missing: Missing | null } {
  const draft = withTerms(typed, plan)
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
        : !hasNights && hours === null
          ? 'hours'
          : null
  const isWrong = Object.keys(wrongArrival(draft, currency)).length > 0
  if (missing || !stay) return { preview: null, create: null, missing: draft.guest ? missing : 'guest' }
  const preview: Preview = {
    ...stay,
    roomTypeId: roomTypeId as RoomTypeId,
    ratePlanId: ratePlanId as RatePlanId,
    roomId: hasNights || hours ? (draft.roomId as RoomId | null) : null,
    ...(hasNights || !hours ? {} : { dayUse: hours }),
    rates: hasNights ? ratesOf(draft, stay, rateMinor) : [],
    ...draft.persons,
    bookerId: draft.booker?.id ?? null,
    companyId: draft.company?.id ?? null,
    agencyId: draft.agency?.id ?? null,
    channel: draft.channel,
    segment: draft.segment,
    guarantee: draft.guarantee,
    status: draft.status,
    ...(isWrong ? {} : arrivalInput(draft, currency)),
    comment: draft.comment,
    ...(draft.meal ? { meal: draft.meal } : {}),
    source: draft.source.agency || draft.source.confirmationNo ? draft.source : null,
  }
  if (!draft.guest) return { preview, create: null, missing: 'guest' }
  const known: Preview = { ...preview, guestId: draft.guest.id }
  if (isWrong) return { preview: known, create: null, missing: 'arrival' }
  const account = lackingAccount(draft, plan)
  if (account) return { preview: known, create: null, missing: account }
  return { preview: known, create: { ...known, guestId: draft.guest.id, ...wishesOf(draft) }, missing: null }
}

function wishesOf({ withoutPreferences, lastTime, reason }: NewDraft): Partial<Create> {
  const asked = (lastTime?.wishes ?? []).filter(({ on }) => on)
  return {
    withoutPreferences,
    requests: asked.map(({ kind, text, department }) => ({ kind, text, department })),
    ...(reason.trim() === '' ? {} : { reason }),
  }
}

/** The rate typed for every night; else those of the message, where they are for just these nights. */
function ratesOf(
  { nightRates }: NewDraft,
  { arrival, departure }: { arrival: BusinessDate; departure: BusinessDate },
  rateMinor: number | null,
): NonNullable<Create['rates']> {
  const nights = nightsOf(arrival, departure)
  if (rateMinor !== null) return nights.map((night) => ({ night, rateMinor }))
  if (!areForNights(nightRates, nights)) return []
  return nightRates.map(({ night, minor }) => ({ night, rateMinor: minor }))
}

/** Whether rates are for these nights and no others. */
export function areForNights(rates: NewDraft['nightRates'], nights: readonly BusinessDate[]): boolean {
  return rates.length === nights.length && rates.every(({ night }, at) => night === nights[at])
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
