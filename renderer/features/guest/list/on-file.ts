import type { NewGuest } from '#renderer/parts/guest/typed-guest.ts'
import { foldLatin, latinWords } from '#shared/domain/name/fold.ts'
import { isMaskedAgencyEmail } from '#shared/domain/privacy/agency-email.ts'
import type { GuestRow } from '../../../parts/guest/match.ts'

export type Typed = Pick<NewGuest, 'nativeName' | 'familyName' | 'givenName' | 'mobile' | 'email'>
/** What of a new guest may be on file already, each as `guest.search` is asked; empty where nothing tells. */
export type Asked = { phone: string; email: string; name: string }

/** Shorter ones are the tail of many numbers. */
const SHORTEST_PHONE = 7

/** A name counts whole: a family name alone is half of the town's. Relay addresses of agencies tell nobody apart. */
export function askedOf({ nativeName, familyName, givenName, mobile, email }: Typed): Asked {
  const address = email.trim()
  const latin = familyName.trim() && givenName.trim() ? `${givenName.trim()} ${familyName.trim()}` : ''
  const native = nativeName.trim()
  return {
    phone: digitsOf(mobile).length >= SHORTEST_PHONE ? mobile.trim() : '',
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !isMaskedAgencyEmail(address) ? address : '',
    name: [...native].length > 1 ? native : latin,
  }
}

/** Whether a guest who was found is who is typed, as far as one can tell: the same number, address or whole name. */
export function isOnFile({ match, name, latinName }: GuestRow, asked: Asked): boolean {
  if (match?.field === 'phone') return asked.phone !== '' && isSamePhone(match.text, asked.phone)
  if (match?.field === 'email') return asked.email !== '' && foldLatin(match.text) === foldLatin(asked.email)
  return asked.name !== '' && [name, latinName].some((one) => isSameName(one, asked.name))
}

/** Those found, each once, who are who is typed. */
export function onFile(found: readonly (readonly GuestRow[])[], asked: Asked): GuestRow[] {
  const same = found.flat().filter((row) => isOnFile(row, asked))
  return [...new Map(same.map((row) => [row.id, row])).values()]
}

/** A number on file has its country code; typed without, it has the 0 that is in its place. */
function isSamePhone(known: string, typed: string): boolean {
  return digitsOf(known).endsWith(digitsOf(typed).replace(/^0+/, ''))
}

function isSameName(known: string, typed: string): boolean {
  const spaceless = (text: string) => foldLatin(text).replace(/\s/g, '')
  if (spaceless(known) === spaceless(typed)) return true
  const words = (text: string) => latinWords(text).sort().join(' ')
  return words(known) !== '' && words(known) === words(typed)
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}
