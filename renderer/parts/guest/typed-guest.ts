import type { InputOf } from '#shared/contract/index.ts'
import { hasHan } from '#shared/domain/name/name.ts'
import { PINYIN_FAMILIES } from '#shared/domain/name/pinyin-families.ts'

type CreateInput = InputOf<'guest.create'>

/** A new guest as typed, in the guest list or in the form of a new booking. */
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

/** The text that found nobody fills the new guest’s first fields: the number is a mobile, the @ an e-mail, the rest a name. */
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
  const [first = '', ...rest] = words
  if (rest.length > 0 && PINYIN_FAMILIES.has(first.toLowerCase()))
    return { familyName: first, givenName: rest.join(' '), latinTyped: true }
  const family = words.at(-1) ?? ''
  return { familyName: family, givenName: words.slice(0, -1).join(' '), latinTyped: true }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The input of guest.create. */
export function createInput(guest: NewGuest): CreateInput {
  const { mobile, email, latinTyped: _, salutation, gender, ...rest } = guest
  const contacts: NonNullable<CreateInput['contacts']> = []
  if (mobile.trim()) contacts.push({ kind: 'mobile', value: mobile, primary: true })
  if (email.trim()) contacts.push({ kind: 'email', value: email, primary: true })
  return {
    ...rest,
    salutation: salutation as NonNullable<CreateInput['salutation']>,
    gender: gender as NonNullable<CreateInput['gender']>,
    contacts,
  }
}

/** The path of a field in that input, as issues name it. */
export function pathOf(field: keyof NewGuest, guest: NewGuest): string {
  if (field === 'mobile') return 'contacts.0.value'
  if (field === 'email') return guest.mobile.trim() ? 'contacts.1.value' : 'contacts.0.value'
  return field
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
