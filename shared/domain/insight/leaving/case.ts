/**
 * What people do about a guest who may be leaving: one case, from the moment somebody cares to what came of it. The
 * warning itself is computed and may change every night; a case is a person's data and stays.
 */
import {
  type BusinessDate,
  type GuestId,
  ok,
  type Refused,
  type Result,
  refuse,
} from '../../../values/index.ts'

/**
 * What may be offered to win somebody back. No lower price is among them: a price never depends on a computed class
 * (PIPL art. 24); a contract rate is negotiated with the company and is no offer to a person.
 */
export const offers = [
  'call',
  'letter',
  'invitation',
  'upgrade',
  'breakfast',
  'late-check-out',
  'dinner',
  'transfer',
  'points',
  'other',
] as const
/** A warning that was wrong (a second profile, a guest on leave) is neither a success nor a loss. */
export const outcomes = ['won-back', 'lost', 'false-alarm'] as const
export const lossReasons = [
  'no-longer-travels',
  'other-hotel',
  'company-contract',
  'price',
  'bad-stay',
  'room',
  'not-reached',
  'no-contact-wanted',
  'other',
] as const

export type Offer = (typeof offers)[number]
export type Outcome = (typeof outcomes)[number]
export type LossReason = (typeof lossReasons)[number]

export type LeavingCaseImage = {
  guestId: GuestId
  openedOn: BusinessDate
  openedBy: string
  /** The login of who has taken it on; null: nobody yet. */
  owner: string | null
  ownedOn: BusinessDate | null
  /** Left alone until that day; from it on the case is open again by itself. */
  snoozedUntil: BusinessDate | null
  /** What was offered last. */
  offer: Offer | null
  offerText: string
  /** What the offer costs the hotel, minor units; null: not known. */
  costMinor: number | null
  offeredOn: BusinessDate | null
  offeredBy: string | null
  outcome: Outcome | null
  /** Why a guest is lost; null for every other outcome. */
  lossReason: LossReason | null
  outcomeText: string
  /** The arrival that a guest who was won back came with. */
  returnedOn: BusinessDate | null
  closedOn: BusinessDate | null
  closedBy: string | null
}

/** `snoozed` ends by itself on its day: it is derived from the business date, never stored. */
export type CaseState = 'open' | 'snoozed' | 'closed'

/** Where a case stands on a business date. */
export function stateOf(
  image: Pick<LeavingCaseImage, 'closedOn' | 'snoozedUntil'>,
  on: BusinessDate,
): CaseState {
  if (image.closedOn !== null) return 'closed'
  return image.snoozedUntil !== null && image.snoozedUntil > on ? 'snoozed' : 'open'
}

export type By = { on: BusinessDate; actor: string }

/** A case that was opened and that nobody has taken on yet. */
export function newCase(guestId: GuestId, { on, actor }: By): LeavingCaseImage {
  return {
    guestId,
    openedOn: on,
    openedBy: actor,
    owner: null,
    ownedOn: null,
    snoozedUntil: null,
    offer: null,
    offerText: '',
    costMinor: null,
    offeredOn: null,
    offeredBy: null,
    outcome: null,
    lossReason: null,
    outcomeText: '',
    returnedOn: null,
    closedOn: null,
    closedBy: null,
  }
}

type Taken = Result<LeavingCaseImage, 'CASE_TAKEN'>

/**
 * Gives the case to one person, who begins now: a snooze ends with it. Who has it already keeps it unless the caller has
 * seen their name and takes it over from them (`from`): two people never call the same guest without knowing.
 */
export function takeOn(image: LeavingCaseImage, owner: string, from: string | null, on: BusinessDate): Taken {
  if (image.owner !== null && image.owner !== owner && image.owner !== from) {
    return refuse('CASE_TAKEN', { owner: image.owner, since: image.ownedOn ?? image.openedOn })
  }
  if (image.owner === owner) return ok({ ...image, snoozedUntil: null })
  return ok({ ...image, owner, ownedOn: on, snoozedUntil: null })
}

/** Nobody has it any more; anybody may take it on. */
export function release(image: LeavingCaseImage, actor: string): Taken {
  const other = ofOther(image, actor)
  return other ?? ok({ ...image, owner: null, ownedOn: null })
}

/** The longest that a case is left alone: what comes later is not about this warning. */
export const maxSnoozeDays = 366

/** Leaves the case alone until a day after `by.on`, at most a year ahead. */
export function snooze(
  image: LeavingCaseImage,
  until: BusinessDate,
  latest: BusinessDate,
  by: By,
): Result<LeavingCaseImage, 'CASE_TAKEN' | 'SNOOZE_DATE'> {
  if (until <= by.on || until > latest) return refuse('SNOOZE_DATE', { until, on: by.on, latest })
  return ofOther(image, by.actor) ?? ok({ ...image, snoozedUntil: until })
}

export type OfferMade = { offer: Offer; text: string; costMinor: number | null }

/** Notes what was offered; who offers has the case from then on. `other` says what it is. */
export function makeOffer(
  image: LeavingCaseImage,
  { offer, text, costMinor }: OfferMade,
  { on, actor }: By,
): Result<LeavingCaseImage, 'CASE_TAKEN' | 'OFFER_TEXT_NEEDED'> {
  if (offer === 'other' && text === '') return refuse('OFFER_TEXT_NEEDED')
  const taken = takeOn(image, actor, null, on)
  if (!taken.ok) return taken
  return ok({ ...taken.value, offer, offerText: text, costMinor, offeredOn: on, offeredBy: actor })
}

export type Closing = { outcome: Outcome; lossReason: LossReason | null; text: string }
export type CloseCode =
  | 'CASE_TAKEN'
  | 'LOSS_REASON_NEEDED'
  | 'LOSS_TEXT_NEEDED'
  | 'NOT_BACK_YET'
  | 'CAME_BACK'

/**
 * Ends the case. `returnedOn`: the arrival of the first stay since it was opened, null where there is none. Only who came
 * again was won back, and who came again is not lost: else the rates on the page would be opinions.
 */
export function close(
  image: LeavingCaseImage,
  { outcome, lossReason, text }: Closing,
  returnedOn: BusinessDate | null,
  { on, actor }: By,
): Result<LeavingCaseImage, CloseCode> {
  const other = ofOther(image, actor)
  if (other) return other
  if (outcome === 'won-back' && returnedOn === null) return refuse('NOT_BACK_YET', { since: image.openedOn })
  if (outcome === 'lost') {
    if (returnedOn !== null) return refuse('CAME_BACK', { on: returnedOn })
    if (lossReason === null) return refuse('LOSS_REASON_NEEDED')
    if (lossReason === 'other' && text === '') return refuse('LOSS_TEXT_NEEDED')
  }
  return ok({
    ...image,
    snoozedUntil: null,
    outcome,
    lossReason: outcome === 'lost' ? lossReason : null,
    outcomeText: text,
    returnedOn: outcome === 'won-back' ? returnedOn : null,
    closedOn: on,
    closedBy: actor,
  })
}

/** What another person has taken on is theirs until it is taken over. */
function ofOther(image: LeavingCaseImage, actor: string): Refused<'CASE_TAKEN'> | null {
  if (image.owner === null || image.owner === actor) return null
  return refuse('CASE_TAKEN', { owner: image.owner, since: image.ownedOn ?? image.openedOn })
}
