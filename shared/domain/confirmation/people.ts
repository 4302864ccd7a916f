/** Who comes, who booked, how they are reached and how many they are. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { normaliseEmail, normaliseMobile, normalisePhone } from '../guest/contacts.ts'
import { readCountry } from '../import/values.ts'
import type { GuestNames } from '../name/name.ts'
import { isMaskedAgencyEmail } from '../privacy/agency-email.ts'
import { type Doubt, type Fact, firstDoubt } from './fact.ts'
import type { Entry } from './lines.ts'
import { nameCase, readName } from './names.ts'
import { pickFact } from './pick.ts'
import type { Reading } from './reading.ts'

type People = Pick<
  Reading,
  'guest' | 'otherGuests' | 'booker' | 'phone' | 'email' | 'nationality' | 'adults' | 'children' | 'infants'
>

export function readPeople(lines: readonly string[], entries: readonly Entry[], country: string): People {
  const booker = pickFact(entries, ['booker'], nameText, { isText: true })
  const named = readGuest(entries)
  const guest = named?.guest ?? guestOfBooker(entries)
  const others = pickFact(entries, ['otherGuests'], othersText, { isText: true })
  return {
    guest,
    otherGuests:
      others ??
      (named && named.others.length > 0
        ? { value: named.others.join(', '), line: named.guest.line, doubt: null }
        : null),
    booker,
    phone: readPhone(entries, country),
    email: readEmail(lines, entries),
    nationality: readNationality(entries),
    ...readPersons(lines, entries),
  }
}

/** First and family name behind labels of their own; else the name behind one. */
function readGuest(entries: readonly Entry[]): { guest: Fact<GuestNames>; others: string[] } | null {
  const part = ({ value }: Entry) => (/^[\p{L}\p{M} .'’-]{1,60}$/u.test(value) ? { value } : null)
  const family = pickFact(entries, ['familyName'], part)
  const given = pickFact(entries, ['givenName'], part)
  if (family && given) {
    const isNative = /\p{Script=Han}/u.test(family.value + given.value)
    const names = isNative
      ? { nativeName: family.value + given.value, familyName: '', givenName: '' }
      : { nativeName: '', familyName: nameCase(family.value), givenName: nameCase(given.value) }
    return {
      guest: { value: names, line: family.line, doubt: firstDoubt(family.doubt, given.doubt) },
      others: [],
    }
  }
  const fact = pickFact(
    entries,
    ['guest', 'guests', 'name'],
    ({ value }) => {
      const read = readName(value)
      return read && { value: { names: read.names, others: read.others }, doubt: read.doubt }
    },
    { isText: true, same: (a, b) => JSON.stringify(a.names) === JSON.stringify(b.names) },
  )
  return fact && { guest: { ...fact, value: fact.value.names }, others: fact.value.others }
}

/** Where only a booker is named it may be the guest. */
function guestOfBooker(entries: readonly Entry[]): Fact<GuestNames> | null {
  const fact = pickFact(
    entries,
    ['booker'],
    ({ value }) => {
      const read = readName(value)
      return read && { value: read.names, doubt: 'nameOfBooker' as const }
    },
    { isText: true },
  )
  return fact
}

function nameText({ value }: Entry) {
  return readName(value) ? { value: value.slice(0, 100) } : null
}

function othersText({ value }: Entry) {
  return /\p{L}{2}/u.test(value) && !/^\[?(?:rm\s?no|none|no\b|无|没有|-)/iu.test(value)
    ? { value: value.slice(0, 200) }
    : null
}

/** A number of this hotel's country is sure as a mobile, or with its leading 0; any other with the + of its country. */
function readPhone(entries: readonly Entry[], country: string): Fact<string> | null {
  return pickFact(entries, ['phone', 'bookerPhone'], ({ value }) => {
    const written = /\+?\(?\d[\d\s().\-–/*]{4,24}\d/.exec(value)?.[0]
    if (!written) return null
    const hidden = written.includes('*') || /转|ext\.?\s?\d|分机|虚拟|隐私/iu.test(value)
    if (written.includes('*')) return { value: written.trim(), doubt: 'phoneMasked' as const }
    const masked: Doubt | null = hidden ? 'phoneMasked' : null
    const isWhole = /^(?:\+|00|0)/.test(written.trim())
    const mobile = normaliseMobile(written, country)
    if (mobile.ok) return { value: mobile.value, doubt: masked }
    const phone = normalisePhone(written, country)
    if (phone.ok && isWhole) return { value: phone.value, doubt: masked }
    const abroad = parsePhoneNumberFromString(`+${written.replace(/\D/g, '')}`, country as CountryCode)
    return {
      value: abroad?.isValid() ? abroad.number : written.trim(),
      doubt: masked ?? ('phoneForm' as const),
    }
  })
}

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const ROBOT =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|info|service|support|reservations?|bookings?|booking|hotel|ebooking|notice|mailer|customer\.service)@/iu

/** Behind its label; or the one relay address of the message, which only guests have. */
function readEmail(lines: readonly string[], entries: readonly Entry[]): Fact<string> | null {
  const address = (text: string) => {
    const found = ADDRESS.exec(text)?.[0]
    const checked = found && !ROBOT.test(found) ? normaliseEmail(found) : null
    return checked?.ok ? checked.value : null
  }

  const labelled = pickFact(entries, ['email'], ({ value }) => {
    const found = address(value)
    return found ? { value: found } : null
  })
  if (labelled) return labelled
  const relays = lines.flatMap((line, index) => {
    const found = address(line)
    return found && isMaskedAgencyEmail(found) ? [{ value: found, line: index + 1, doubt: null }] : []
  })
  return new Set(relays.map(({ value }) => value)).size === 1 ? (relays[0] ?? null) : null
}

function readNationality(entries: readonly Entry[]): Fact<string> | null {
  const country = ({ value, label }: Entry) => {
    const code = readCountry(value) ?? readCountry(value.replace(/\s*[([].*$/u, ''))
    return code
      ? { value: code, doubt: label === 'residence' ? ('countryOfResidence' as const) : null }
      : null
  }
  return pickFact(entries, ['nationality', 'residence'], country)
}

const NUMBER = '(\\d{1,2})'
const ADULTS = new RegExp(
  `${NUMBER}\\s?(?:x\\s)?(?:adults?|erwachsene|adultes?|adultos?)|${NUMBER}\\s?(?:位|名|个)?(?:成人|大人)|(?:大人|성인)\\s?${NUMBER}`,
  'iu',
)
const CHILDREN = new RegExp(
  `${NUMBER}\\s?(?:x\\s)?(?:child(?:ren)?|kids?|kinder|enfants?|niños?)|${NUMBER}\\s?(?:位|名|个)?(?:儿童|兒童|小孩|孩子)|(?:子供|子ども)\\s?${NUMBER}`,
  'iu',
)
const INFANTS = new RegExp(
  `${NUMBER}\\s?(?:infants?|bab(?:y|ies))|${NUMBER}\\s?(?:位|名|个)?(?:婴儿|婴幼儿|嬰兒)`,
  'iu',
)
/** Rules about persons, not the persons who come. */
const RULE =
  /maximum|max\.|up to|at most|occupancy limit|最多|可住|extra|加床|policy|under \d|years old and/iu

function readPersons(
  lines: readonly string[],
  entries: readonly Entry[],
): Pick<Reading, 'adults' | 'children' | 'infants'> {
  const adults = counted(lines, entries, 'adults', ADULTS)
  return {
    adults: adults ?? guestsAlone(entries),
    children: counted(lines, entries, 'children', CHILDREN),
    infants: counted(lines, entries, 'infants', INFANTS),
  }
}

function counted(
  lines: readonly string[],
  entries: readonly Entry[],
  label: 'adults' | 'children' | 'infants',
  words: RegExp,
): Fact<number> | null {
  const labelled = pickFact(entries, [label], ({ value }) => {
    const match = /^(\d{1,2})(?!\d|\s?[-/.]\s?\d)/.exec(value)
    return match ? { value: Number(match[1]) } : null
  })
  if (labelled) return labelled
  const said = lines.flatMap((line, index) => {
    const match = RULE.test(line) ? null : words.exec(line)
    const digits = match?.slice(1).find((group) => group !== undefined)
    return digits === undefined ? [] : [{ value: Number(digits), line: index + 1 }]
  })
  const [first] = said
  return first
    ? { ...first, doubt: said.some(({ value }) => value !== first.value) ? 'several' : null }
    : null
}

/** “Guests: 2” does not say that none of them is a child. */
function guestsAlone(entries: readonly Entry[]): Fact<number> | null {
  return pickFact(entries, ['guests'], ({ value }) => {
    const match = /^(\d{1,2})\s?(?:guests?|persons?|people|pax|人|位|名)?(?!\d|\s?[-/.]\s?\d)/iu.exec(value)
    return match && Number(match[1]) > 0
      ? { value: Number(match[1]), doubt: 'guestsNotAdults' as const }
      : null
  })
}
