/**
 * The machine-readable zone of travel documents (ICAO Doc 9303 parts 3–6), read and checked. Every field has a
 * check digit of weights 7-3-1; a composite one covers them all.
 */
import { type BusinessDate, ok, parseBusinessDate, type Result, refuse, yearOf } from '../../values/index.ts'
import { isCountry } from '../country/countries.ts'
import { cutZone, type MrzFields, type MrzFormat } from './mrz-fields.ts'

export type MrzCode =
  | 'mrz.characters'
  | 'mrz.length'
  | 'mrz.chinesePermit'
  | 'mrz.visa'
  | 'mrz.kind'
  | 'mrz.issuer'
  | 'mrz.name'
  | 'mrz.number'
  | 'mrz.nationality'
  | 'mrz.birthDate'
  | 'mrz.sex'
  | 'mrz.expiry'
  | 'mrz.optional'
  | 'mrz.composite'

export interface Mrz {
  format: MrzFormat
  kind: 'passport' | 'card'
  /** ISO 3166 alpha-3 of the issuing state; ICAO's own codes (XXA, UNO …) as they are. */
  issuer: string
  number: string
  /** Either is empty where the holder has one name only. */
  familyName: string
  givenName: string
  /** The name filled its field: the document may hold more of it. */
  nameCut: boolean
  nationality: string
  /** Null where the document says that it isn't known. */
  birthDate: BusinessDate | null
  gender: '' | 'male' | 'female'
  /** Null where the zone has no expiry: on the French card of before 2021. */
  expiresOn: BusinessDate | null
  /** National number or other optional data, without fillers. */
  optional: string
}

/** States that ICAO writes otherwise than ISO 3166, and its codes for persons without a state. */
const ICAO_AS_ISO: Record<string, string> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
}
const ICAO_ONLY = new Set(
  'EUE RKS XOM UNO UNA UNK XBA XIM XCC XCE XCO XEC XPO XES XMP XDC XXA XXB XXC XXX UTO'.split(' '),
)

/**
 * Reads and checks a machine-readable zone as a scanner or a clerk gives it (lines or one run, spaces
 * ignored). `on` decides the century of the two-digit years: a birth is before it, an expiry near it.
 * The refusal names the field whose check failed.
 */
export function readMrz(text: string, on: BusinessDate): Result<Mrz, MrzCode> {
  const zone = plainZone(text)
  if (!/^[A-Z0-9<]+$/.test(zone)) return refuse('mrz.characters')
  if (isChinesePermit(zone)) return refuse('mrz.chinesePermit')
  const fields = cutZone(zone)
  if (!fields) return refuse('mrz.length', { length: zone.length })
  if (isVisa(fields)) return refuse('mrz.visa')
  if (!kindFits(fields)) return refuse('mrz.kind', { kind: fields.code.replaceAll('<', '') })
  return readFields(fields, on)
}

/** A zone in one run: without line breaks and spaces, in capitals, whatever sign stands for the filler. */
export function plainZone(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/[«‹]/g, '<').toUpperCase()
}

function readFields(fields: MrzFields, on: BusinessDate): Result<Mrz, MrzCode> {
  const issuer = stateOf(fields.issuer)
  if (!issuer) return refuse('mrz.issuer', { value: fields.issuer })
  const numbers = documentNumber(fields)
  if (!numbers) return refuse('mrz.number')
  const nationality = stateOf(fields.nationality)
  if (!nationality) return refuse('mrz.nationality', { value: fields.nationality })
  const birthDate = birthOf(fields, on)
  if (birthDate === undefined) return refuse('mrz.birthDate')
  const gender = { M: 'male', F: 'female', '<': '', X: '' }[fields.sex] as Mrz['gender'] | undefined
  if (gender === undefined) return refuse('mrz.sex', { value: fields.sex })
  const expiresOn = expiryOf(fields, on)
  if (expiresOn === undefined) return refuse('mrz.expiry')
  if (fields.optionalCheck !== null && !checks(fields.optional, fields.optionalCheck))
    return refuse('mrz.optional')
  if (!checks(fields.composite, fields.compositeCheck)) return refuse('mrz.composite')
  const names = namesOf(fields)
  if (!names) return refuse('mrz.name')
  return ok({
    format: fields.format,
    kind: fields.format === 'TD3' ? 'passport' : 'card',
    issuer,
    number: numbers.number,
    ...names,
    nameCut: fields.nameCut,
    nationality,
    birthDate,
    gender,
    expiresOn,
    optional: numbers.optional,
  })
}

/** The check digit of a field: weights 7, 3, 1; letters count 10–35, fillers 0 (Doc 9303-3 §4.9). */
export function mrzCheck(field: string): string {
  let sum = 0
  for (let i = 0; i < field.length; i++) {
    const character = field.charAt(i)
    const value = character === '<' ? 0 : Number.parseInt(character, 36)
    sum += value * ([7, 3, 1][i % 3] ?? 0)
  }
  return String(sum % 10)
}

/**
 * The permits that mainland China issues to residents of Hong Kong, Macau and Taiwan, and to its own for going there,
 * have a zone of their own make: C, a letter for the permit and the number, no issuing state. Its layout is not
 * published, so nothing is read from it.
 */
export function isChinesePermit(zone: string): boolean {
  return /^C[A-Z][A-Z]{0,2}\d{6}/.test(zone)
}

/** A visa (Doc 9303-7) has the size of a passport or a card but no composite digit: not a broken passport. */
export function isVisa({ format, code }: Pick<MrzFields, 'format' | 'code'>): boolean {
  return format !== 'TD1' && code.startsWith('V')
}

/** The first letter of the code says what a zone is on. */
export function kindFits(fields: MrzFields): boolean {
  const first = fields.code.charAt(0)
  return fields.format === 'TD3'
    ? first === 'P'
    : first === 'A' || first === 'C' || first === 'I' || first === 'P'
}

/** A number longer than nine characters continues in the optional data, with a filler where its check digit was. */
export function documentNumber(fields: MrzFields): { number: string; optional: string } | null {
  const trim = (text: string) => text.replace(/^<+|<+$/g, '').replaceAll('<', ' ')
  if (fields.numberCheck !== '<' || fields.format === 'TD3') {
    const number = trim(fields.number)
    const fits = number !== '' && mrzCheck(fields.number) === fields.numberCheck
    return fits ? { number, optional: trim(fields.optional + fields.optionalBelow) } : null
  }
  const rest = /^([A-Z0-9]+)(\d)(<.*)?$/.exec(fields.optional)
  if (!rest) return null
  const [, tail = '', check = '', after = ''] = rest
  if (!longNumberChecks(fields.number, tail, check)) return null
  return { number: (fields.number + tail).replaceAll('<', ''), optional: trim(after + fields.optionalBelow) }
}

/**
 * Doc 9303-5 leaves open whether the filler between the two parts of a long number counts: Belgium's cards count it
 * on some (000590240<601, 3) where Portugal's do not (007777779ZZ9, 2). Either is right; the composite digit is one.
 */
function longNumberChecks(head: string, tail: string, check: string): boolean {
  return mrzCheck(head + tail) === check || mrzCheck(`${head}<${tail}`) === check
}

/** Primary and secondary identifier. Someone with one name has it in either; both empty, or a digit, is no name. */
export function namesOf({ name }: MrzFields): { familyName: string; givenName: string } | null {
  if (/\d/.test(name)) return null
  const end = name.indexOf('<<')
  const familyName = printed(end < 0 ? name : name.slice(0, end))
  const givenName = printed(end < 0 ? '' : name.slice(end))
  return familyName === '' && givenName === '' ? null : { familyName, givenName }
}

/** A date of fillers is "not known" and answers null; undefined means that the check failed. */
export function birthOf(fields: MrzFields, on: BusinessDate): BusinessDate | null | undefined {
  if (!checks(fields.birth, fields.birthCheck)) return undefined
  if (fields.birth.includes('<')) return /^\d{0,4}<+$/.test(fields.birth) ? null : undefined
  const century = Math.floor(yearOf(on) / 100) * 100
  const here = dateIn(fields.birth, century)
  if (here && here <= on) return here
  return dateIn(fields.birth, century - 100) ?? undefined
}

/** Null where this kind of zone has no expiry; undefined means that the check failed. */
export function expiryOf(
  { expiry, expiryCheck }: MrzFields,
  on: BusinessDate,
): BusinessDate | null | undefined {
  if (expiry === null) return null
  if (!checks(expiry, expiryCheck)) return undefined
  return dateNear(expiry, on) ?? undefined
}

/** Within fifty years before or after a day: documents are neither issued nor kept longer. */
function dateNear(digits: string, on: BusinessDate): BusinessDate | null {
  const century = Math.floor(yearOf(on) / 100) * 100
  const year = century + Number(digits.slice(0, 2))
  const shift = year - yearOf(on) > 50 ? -100 : yearOf(on) - year > 50 ? 100 : 0
  return dateIn(digits, century + shift)
}

function dateIn(digits: string, century: number): BusinessDate | null {
  const year = century + Number(digits.slice(0, 2))
  return parseBusinessDate(`${year}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`)
}

/** Whether a check digit fits its field; a filler stands for none where the field is empty. */
export function checks(field: string, digit: string): boolean {
  if (digit === '<') return /^<*$/.test(field)
  return mrzCheck(field) === digit
}

/** A country of ISO 3166, or one of the states and bodies that ICAO alone knows. */
export function isIssuingState(state: string): boolean {
  return isCountry(state) || ICAO_ONLY.has(state)
}

/** The state of a field of three characters, by ISO 3166 where it has it; null for what is none. */
export function stateOf(field: string): string | null {
  const code = field.replaceAll('<', '')
  const state = ICAO_AS_ISO[code] ?? code
  return isIssuingState(state) ? state : null
}

/** "ANNA<MARIA" → "Anna Maria": capitals of the zone are not how people write their names. */
function printed(field: string): string {
  return field
    .split('<')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ')
}
