/** A special request as an image, and the requests that a guest's preferences become on a new booking. */
import type { BookingId, BusinessDate } from '../../values/index.ts'
import { type PreferenceGroup, preferenceGroups } from '../guest/preferences.ts'
import {
  type Department,
  isOpen,
  type RequestKind,
  type RequestStatus,
  requestOfPreference,
} from './request.ts'

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
  fromPreference: boolean
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
    fromPreference,
    createdAt: moment,
    createdBy: actor,
    statusAt: moment,
    statusBy: actor,
  }
}

/** Preferences on file as requests due on arrival; two that ask the same become one. */
export function requestsOfPreferences(
  bookingId: BookingId,
  preferences: readonly { group: string; value: string }[],
  arrival: BusinessDate,
  author: Author,
): RequestImage[] {
  const seen = new Set<string>()
  return preferences.flatMap(({ group, value }) => {
    if (!(preferenceGroups as readonly string[]).includes(group)) return []
    const wish = requestOfPreference(group as PreferenceGroup, value)
    const key = `${wish.kind} ${wish.text}`
    if (seen.has(key)) return []
    seen.add(key)
    return [newRequest(bookingId, { ...wish, dueOn: arrival, dueTime: null }, author, true)]
  })
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
