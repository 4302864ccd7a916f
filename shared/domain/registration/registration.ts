/** A registration: one event of one guest's stay as the authorities are told of it. */
import {
  type BookingId,
  type BusinessDate,
  type GuestId,
  ok,
  type Result,
  type RoomId,
  refuse,
} from '../../values/index.ts'
import type { RegistrationData, RegistrationEvent, RegistrationState } from './fields.ts'

export type RegistrationImage = {
  bookingId: BookingId
  guestId: GuestId
  event: RegistrationEvent
  /** The room of the event: the new one of a move. */
  roomId: RoomId | null
  at: string
  businessDate: BusinessDate
  madeBy: string
  state: RegistrationState
  stateAt: string
  stateBy: string
  /** The event was taken back after it had been sent: the authorities are to be told so. */
  withdrawn: boolean
  /** Versions of the guest and of what is on file for the authorities that `data` was read at. */
  guestVersion: number
  registrantVersion: number
  /** Why it could not be sent, in the words of the police client or of the clerk. */
  failure: string
  /** What the law wants: as it was when it was made, and since then as it was sent. */
  data: RegistrationData
}

/** What the law asks of a guest and the profile has no field for. Its id is the guest's. */
export type RegistrantImage = {
  /** The business date on which somebody last asked whether it is still so. */
  confirmedOn: BusinessDate
  ethnicity: string
  documentSupport: string
  visaKind: string
  visaNumber: string
  visaUntil: BusinessDate | null
  entryOn: BusinessDate | null
  entryPort: string
  address: string
  postalCode: string
  city: string
  /** Country of residence, alpha-3. */
  residence: string
  kinship: string
}

/** Where nothing of it was written down. */
export const noDetails: Omit<RegistrantImage, 'confirmedOn'> = {
  ethnicity: '',
  documentSupport: '',
  visaKind: '',
  visaNumber: '',
  visaUntil: null,
  entryOn: null,
  entryPort: '',
  address: '',
  postalCode: '',
  city: '',
  residence: '',
  kinship: '',
}

/** How lists and files are made, and after how many days what is on file is asked to be confirmed. */
export type RegistrationSettings = {
  /** Columns by country, where the hotel wants others than the country's file has. */
  columns: { [country: string]: string[] }
  /** What a column is called in files and lists of a country, where the authorities' program wants another word. */
  headings: { [country: string]: { [column: string]: string } }
  confirmAfterDays: number
}

export const usualRegistrationSettings: RegistrationSettings = {
  columns: {},
  headings: {},
  confirmAfterDays: 180,
}

export type Author = { moment: string; actor: string }

/** What happens to what stands when an event is recorded: a new one beside it, or the one that is there again. */
export function nextStandsOn(
  latest: Pick<RegistrationImage, 'event' | 'withdrawn'> | null,
  event: RegistrationEvent,
): 'new' | 'again' {
  if (!latest || latest.withdrawn || event === 'move') return 'new'
  if (latest.event === event) return 'again'
  // Somebody who arrived and moved is registered as arrived
  return event === 'arrival' && latest.event === 'move' ? 'again' : 'new'
}

/** What was sent and is no longer so must be sent again; what was not sent stays to be sent. */
export function stateAfterChange(state: RegistrationState): RegistrationState {
  return state === 'sent' || state === 'changed' ? 'changed' : 'to-send'
}

/** Marks a registration as sent, with what was sent of it. */
export function markSent(
  image: RegistrationImage,
  now: Pick<RegistrationImage, 'data' | 'guestVersion' | 'registrantVersion'>,
  by: Author,
): Result<RegistrationImage, 'REGISTRATION_SENT'> {
  const same = JSON.stringify(image.data) === JSON.stringify(now.data)
  if (image.state === 'sent' && same) return refuse('REGISTRATION_SENT', { at: image.stateAt })
  return ok({ ...image, ...now, state: 'sent', stateAt: by.moment, stateBy: by.actor, failure: '' })
}

/** Marks a registration as not taken by the authorities, with the reason that was given. */
export function markFailed(
  image: RegistrationImage,
  failure: string,
  by: Author,
): Result<RegistrationImage, 'REASON_NEEDED'> {
  if (failure.trim() === '') return refuse('REASON_NEEDED')
  return ok({ ...image, state: 'failed', stateAt: by.moment, stateBy: by.actor, failure: failure.trim() })
}
