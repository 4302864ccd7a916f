/**
 * What a country wants registered of whom: data with valid-from dates (resources/country), and the rules that read it.
 * Nothing here knows a country by name but for the one thing that no field tells: who is a compatriot of mainland China.
 */
import { ageOn, type BusinessDate } from '../../values/index.ts'
import type { DocumentKind } from '../document/kinds.ts'
import type { DocumentPart } from '../guest/image.ts'
import type { RegistrationColumn, RegistrationData, RegistrationEvent, RegistrationField } from './fields.ts'

/** A compatriot comes from Hong Kong, Macau or Taiwan: no foreigner, and registered as one from overseas. */
export type GuestClass = 'domestic' | 'compatriot' | 'foreign'

/** One fact that is asked. Without `of` of everybody, without ages at any age; `or` names what serves as well. */
export type FieldRule = {
  field: RegistrationField
  of?: readonly GuestClass[]
  fromAge?: number
  underAge?: number
  or?: readonly RegistrationField[]
  /** Written where it is known, and not missed where it isn't. */
  optional?: boolean
}

export type RegistrationRule = {
  /** A date as text, because a file has it. */
  validFrom: string
  who: 'everyone' | 'foreign'
  events: readonly RegistrationEvent[]
  fields: readonly FieldRule[]
  /** Whoever is younger is a minor. */
  minorsUnder: number
  /** A minor who comes with an adult is only counted on the adult's form. */
  minorsCounted: boolean
  /** A guardian's telephone and relation are asked for a minor. */
  guardian: boolean
  /** Hours after the event by which it must have been sent; null where there is no such limit. */
  hours: Readonly<Record<GuestClass, number | null>>
  /** From this age a guest signs the form; null where nobody has to. */
  signsFrom: number | null
  /** How long forms are kept, in months, then destroyed. */
  retentionMonths: number | null
  columns: readonly RegistrationColumn[]
}

export type RegistrationSource = { whatEn: string; whatZh: string; where: string; checked: string }

/** One country as its file in resources/country has it. */
export type CountryRegistration = {
  country: string
  nameEn: string
  nameZh: string
  noteEn: string
  noteZh: string
  sources: readonly RegistrationSource[]
  /** The newest last. */
  rules: readonly RegistrationRule[]
}

/** The rule that holds on a date; null before the first. */
export function ruleOn({ rules }: CountryRegistration, date: BusinessDate): RegistrationRule | null {
  return rules.findLast(({ validFrom }) => validFrom <= date) ?? null
}

export type Bearer = {
  nationality: string
  birthDate: BusinessDate | null
  documents: readonly Pick<DocumentPart, 'kind' | 'country'>[]
}

const chineseRegions: readonly string[] = ['HKG', 'MAC', 'TWN']
const permits: readonly DocumentKind[] = ['hk-macau-permit', 'taiwan-permit']

/**
 * Who somebody is to the authorities of a country. A nationality that is not on file follows from a resident ID; else it is
 * taken for foreign, so that nobody is left out because a field is empty.
 */
export function classOf(bearer: Bearer, country: string): GuestClass {
  const { nationality, documents } = bearer
  if (country === 'CHN') {
    if (chineseRegions.includes(nationality) || documents.some(({ kind }) => permits.includes(kind)))
      return 'compatriot'
    if (nationality === '' && documents.some(({ kind }) => kind === 'resident-id')) return 'domestic'
  }
  return nationality === country ? 'domestic' : 'foreign'
}

/** Who somebody was to the authorities when a registration was sent. */
export function classOfData(
  { nationality = '', documentKind }: RegistrationData,
  country: string,
): GuestClass {
  const documents = documentKind ? [{ kind: documentKind as DocumentKind, country: '' }] : []
  return classOf({ nationality, birthDate: null, documents }, country)
}

/** Whether somebody is a minor on a date; unknown where the birth date is. */
export function isMinor(
  birthDate: BusinessDate | null,
  rule: Pick<RegistrationRule, 'minorsUnder'>,
  on: BusinessDate,
): boolean {
  return birthDate !== null && birthDate <= on && ageOn(birthDate, on) < rule.minorsUnder
}

/** Whether a person is registered by name; a minor who is only counted is not, where an adult stays along. */
export function isRegistered(
  rule: RegistrationRule,
  of: { class: GuestClass; minor: boolean },
  withAdult: boolean,
): boolean {
  if (rule.minorsCounted && of.minor && withAdult) return false
  return rule.who === 'everyone' || of.class !== 'domestic'
}

/** The fields that a rule asks of one person, optional ones with them. */
export function fieldsAsked(
  rule: RegistrationRule,
  of: { class: GuestClass; birthDate: BusinessDate | null },
  on: BusinessDate,
): FieldRule[] {
  const age = of.birthDate && of.birthDate <= on ? ageOn(of.birthDate, on) : null
  return rule.fields.filter((asked) => {
    if (asked.of && !asked.of.includes(of.class)) return false
    if (asked.fromAge !== undefined && age !== null && age < asked.fromAge) return false
    return asked.underAge === undefined || (age !== null && age < asked.underAge)
  })
}

/** What is asked and not known, in the order of the form; a minor's guardian with it. */
export function missingFields(
  rule: RegistrationRule,
  of: { class: GuestClass; birthDate: BusinessDate | null },
  data: RegistrationData,
  on: BusinessDate,
): RegistrationField[] {
  const has = (field: RegistrationField) => (data[field] ?? '') !== ''
  const missing = fieldsAsked(rule, of, on)
    .filter(({ optional, field, or = [] }) => !optional && !has(field) && !or.some(has))
    .map(({ field }) => field)
  if (rule.guardian && isMinor(of.birthDate, rule, on))
    for (const field of ['guardianPhone', 'guardianRelation'] as const) if (!has(field)) missing.push(field)
  return missing
}

/** The moment by which an event must have been sent; null where the country sets no limit for such a guest. */
export function deadlineOf(rule: RegistrationRule, of: GuestClass, at: string): string | null {
  const hours = rule.hours[of]
  return hours === null ? null : new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}
