/** What a guest is asked at the desk: whether what is on file is still so, and consents that were never answered. */
import { addDays, addMonths, type BusinessDate } from '../../values/index.ts'
import { type ConsentChannel, consentChannels } from '../guest/choices.ts'
import type { GuestImage } from '../guest/image.ts'

export type AskedSince = {
  /** When somebody last asked; null: never. */
  confirmedOn: BusinessDate | null
  /** Since when the guest is on file. */
  knownOn: BusinessDate
}
export type AskAfter = {
  /** Of details for the authorities. */
  days: number
  /** Of everything else that a guest told. */
  months: number
}

/** Whether what is on file is old enough to be asked again: a guest whose profile was made for this stay just told it. */
export function isToConfirm(
  { confirmedOn, knownOn }: AskedSince,
  { days, months }: AskAfter,
  today: BusinessDate,
): boolean {
  if (confirmedOn !== null && addDays(confirmedOn, days) < today) return true
  return addMonths(confirmedOn ?? knownOn, months) < today
}

/** The channels by which the hotel can reach a guest who was never asked about them; a refusal is an answer. */
export function consentsToAsk(
  { contacts, consents }: Pick<GuestImage, 'contacts' | 'consents'>,
  /** The authorities were told where the guest lives. */
  hasAddress: boolean,
): ConsentChannel[] {
  const kinds = new Set(Object.values(contacts).map(({ kind, agencyMasked }) => (agencyMasked ? '' : kind)))
  const reaches: Record<ConsentChannel, boolean> = {
    phone: kinds.has('phone') || kinds.has('mobile'),
    sms: kinds.has('mobile'),
    email: kinds.has('email'),
    wechat: kinds.has('wechat'),
    post: hasAddress || kinds.has('address'),
  }
  return consentChannels.filter((channel) => reaches[channel] && !consents[channel])
}
