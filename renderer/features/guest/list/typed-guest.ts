import { hasHan } from '#shared/domain/names.ts'

export type NewGuest = {
  nativeName: string
  familyName: string
  givenName: string
  /** The Latin names were typed, not suggested: a suggestion no longer replaces them. */
  latinTyped: boolean
  salutation: string
  gender: string
  nationality: string
  language: string
  mobile: string
  email: string
}

export const emptyGuest: NewGuest = {
  nativeName: '',
  familyName: '',
  givenName: '',
  latinTyped: false,
  salutation: '',
  gender: '',
  nationality: '',
  language: '',
  mobile: '',
  email: '',
}

/** What was searched for in vain becomes the first fields of the new guest: a number is a mobile, an @ an e-mail, else a name. */
export function guestFromSearch(text: string): NewGuest {
  const typed = text.trim()
  if (typed === '') return emptyGuest
  if (typed.includes('@')) return { ...emptyGuest, email: typed }
  if (/^\+?[\d\s()-]{5,}$/.test(typed)) return { ...emptyGuest, mobile: typed }
  if (hasHan(typed) || /[^\p{Script=Latin}\s.'’-]/u.test(typed)) return { ...emptyGuest, nativeName: typed }
  const words = typed.split(/\s+/).filter(Boolean).map(capital)
  const family = words.at(-1) ?? ''
  return { ...emptyGuest, familyName: family, givenName: words.slice(0, -1).join(' '), latinTyped: true }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The field that a refusal of guest.create speaks of; `null`: of the whole. */
export function refusedField(refusal: {
  code: string
  params: Record<string, string | number>
}): keyof NewGuest | null {
  const { code, params } = refusal
  if (code === 'CONTACT_INVALID') return params.kind === 'email' ? 'email' : 'mobile'
  if (code === 'NAME_NEEDED') return 'nativeName'
  if (code === 'NATIONALITY_UNKNOWN') return 'nationality'
  if (code === 'CARD_NUMBER' && typeof params.field === 'string') {
    if (params.field in emptyGuest) return params.field as keyof NewGuest
    return 'mobile'
  }
  return null
}
