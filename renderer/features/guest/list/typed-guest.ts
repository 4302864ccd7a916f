import { hasHan } from '#shared/domain/name/name.ts'

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

const EMAIL = /[^\s,，;；<>]+@[^\s,，;；<>]+/
/** Five digits and more that stand by themselves: those of “E12345678” belong to its letter. */
const PHONE = /(?<![\p{Script=Latin}\d])\+?\(?\d(?:[\s().-]*\d){4,}/u

/** What was searched for in vain becomes the first fields of the new guest: the number a mobile, the @ an e-mail, the rest a name. */
export function guestFromSearch(text: string): NewGuest {
  const email = EMAIL.exec(text)?.[0] ?? ''
  const named = text.replace(email, ' ')
  const mobile = PHONE.exec(named)?.[0].trim() ?? ''
  const name = named.replace(mobile, ' ').replace(/^[\s,，;；、]+|[\s,，;；、]+$/g, '')
  return { ...emptyGuest, ...namesFrom(name), email, mobile }
}

function namesFrom(name: string): Partial<NewGuest> {
  // A room number, half a telephone number
  if (/^[\d\s+]*$/.test(name)) return {}
  if (hasHan(name) || /[^\p{Script=Latin}\s.'’-]/u.test(name)) return { nativeName: name }
  const words = name.split(/\s+/).map(capital)
  const family = words.at(-1) ?? ''
  return { familyName: family, givenName: words.slice(0, -1).join(' '), latinTyped: true }
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
