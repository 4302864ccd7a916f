/** A special request as an image, and the requests that a guest's preferences become on a new booking. */
import { type BookingId, type BusinessDate, ok, type Result } from '../../values/index.ts'
import { type PreferenceGroup, preferenceGroups } from '../guest/preferences.ts'
import {
  type Department,
  isOpen,
  nextStatus,
  type RequestAction,
  type RequestCode,
  type RequestKind,
  type RequestStatus,
  requestOfPreference,
} from './request.ts'

/** A wish that was met may become a preference of the guest: taken, or not to be proposed again. */
export const preferenceAnswers = ['taken', 'declined'] as const
export type PreferenceAnswer = (typeof preferenceAnswers)[number]

/** The fields that requests did not have at first, as they are where nothing was noted. */
export const noAnswers = { alternative: null, asPreference: null } satisfies Partial<RequestImage>

export type RequestImage = {
  bookingId: BookingId
  kind: RequestKind
  text: string
  department: Department
  dueOn: BusinessDate
  /** HH:MM in the hotel. */
  dueTime: string | null
  status: RequestStatus
  reason: string | null
  /** What was offered instead of a wish that was declined. */
  alternative: string | null
  fromPreference: boolean
  /** What was answered when it was proposed as a preference; null: nobody was asked. */
  asPreference: PreferenceAnswer | null
  createdAt: string
  createdBy: string
  statusAt: string
  statusBy: string
}

/** When and by whom, as commands know it. */
export type Author = { moment: string; actor: string }

/** A request that is new and open. */
export function newRequest(
  bookingId: BookingId,
  wish: Pick<RequestImage, 'kind' | 'text' | 'department' | 'dueOn' | 'dueTime'>,
  author: Author,
  fromPreference: boolean,
): RequestImage {
  const { moment, actor } = author
  const { kind, text, department, dueOn, dueTime } = wish
  return {
    bookingId,
    kind,
    text,
    department,
    dueOn,
    dueTime,
    status: 'open',
    reason: null,
    alternative: null,
    fromPreference,
    asPreference: null,
    createdAt: moment,
    createdBy: actor,
    statusAt: moment,
    statusBy: actor,
  }
}

/**
 * A request at its next status, by whom and when. Only one that is declined has a reason and what is offered instead; one
 * that is opened again has none of it, and may be proposed as a preference once more.
 */
export function moveRequest(
  image: RequestImage,
  action: RequestAction,
  { moment, actor }: Author,
  words: { reason?: string | undefined; alternative?: string | undefined } = {},
): Result<RequestImage, RequestCode> {
  const next = nextStatus(image.status, action, words.reason)
  if (!next.ok) return next
  const declined = next.value === 'declined'
  return ok({
    ...image,
    status: next.value,
    reason: declined ? (words.reason ?? null) : null,
    alternative: declined ? words.alternative || null : null,
    asPreference: action === 'reopen' ? null : image.asPreference,
    statusAt: moment,
    statusBy: actor,
  })
}

export type Preference = { group: string; value: string }
/** What is wished of a stay, before it is a request. */
export type Wish = Pick<RequestImage, 'kind' | 'text' | 'department'>
export type StayWish = Wish & { fromPreference: boolean }

/** Preferences on file as wishes, and wishes of this stay after them; two that ask the same become one. */
export function stayWishes(preferences: readonly Preference[], others: readonly Wish[] = []): StayWish[] {
  const preferred = preferences.flatMap(({ group, value }) =>
    (preferenceGroups as readonly string[]).includes(group)
      ? [{ ...requestOfPreference(group as PreferenceGroup, value), fromPreference: true }]
      : [],
  )
  const wishes = [...preferred, ...others.map((wish) => ({ ...wish, fromPreference: false }))]
  const keys = wishes.map(wishKey)
  return wishes.filter((wish, at) => keys.indexOf(wishKey(wish)) === at)
}

/** Wishes of one key ask the same. */
export function wishKey({ kind, text }: Pick<Wish, 'kind' | 'text'>): string {
  return `${kind} ${text}`
}

/** Wishes as requests due on arrival. */
export function requestsOfWishes(
  bookingId: BookingId,
  wishes: readonly StayWish[],
  arrival: BusinessDate,
  author: Author,
): RequestImage[] {
  return wishes.map(({ fromPreference, ...wish }) =>
    newRequest(bookingId, { ...wish, dueOn: arrival, dueTime: null }, author, fromPreference),
  )
}

/** Preferences on file as requests due on arrival. */
export function requestsOfPreferences(
  bookingId: BookingId,
  preferences: readonly Preference[],
  arrival: BusinessDate,
  author: Author,
): RequestImage[] {
  return requestsOfWishes(bookingId, stayWishes(preferences), arrival, author)
}

/**
 * The due day of a request when its stay moves: what was due on arrival stays so, the rest is kept within the new
 * dates. Done and declined ones are history.
 */
export function dueAfterMove(
  request: Pick<RequestImage, 'status' | 'dueOn'>,
  from: { arrival: BusinessDate },
  to: { arrival: BusinessDate; departure: BusinessDate },
): BusinessDate {
  const { dueOn } = request
  if (!isOpen(request.status)) return dueOn
  if (dueOn === from.arrival || dueOn < to.arrival) return to.arrival
  return dueOn > to.departure ? to.departure : dueOn
}
