/**
 * The machine-readable zone of travel documents (ICAO Doc 9303 parts 3–6): TD3 passports 2×44, TD2 cards
 * 2×36, TD1 cards 3×30. Every field has a check digit of weights 7-3-1; a composite one covers them all.
 */
import { type BusinessDate, ok, parseBusinessDate, type Result, refuse, yearOf } from '../../values/index.ts'
import { isCountry } from '../country/countries.ts'

export type MrzCode =
  | 'mrz.characters'
  | 'mrz.length'
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
  format: 'TD1' | 'TD2' | 'TD3'
  kind: 'passport' | 'card'
  /** ISO 3166 alpha-3 of the issuing state; ICAO's own codes (XXA, UNO …) as they are. */
  issuer: string
  number: string
  familyName: string
  givenName: string
  /** The name filled its field: the document may hold more of it. */
  nameCut: boolean
  nationality: string
  /** Null where the document says that it isn't known. */
  birthDate: BusinessDate | null
  gender: '' | 'male' | 'female'
  expiresOn: BusinessDate
  /** National number or other optional data, without fillers. */
  optional: string
}

interface Fields {
  format: Mrz['format']
  code: string
  issuer: string
  name: string
  number: string
  numberCheck: string
  nationality: string
  birth: string
  birthCheck: string
  sex: string
  expiry: string
  expiryCheck: string
  optional: string
  /** Only TD3 has a check digit over its optional data. */
  optionalCheck: string | null
  composite: string
  compositeCheck: string
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
  const zone = text.normalize('NFKC').replace(/\s/g, '').replace(/[«‹]/g, '<').toUpperCase()
  if (!/^[A-Z0-9<]+$/.test(zone)) return refuse('mrz.characters')
  const fields = fieldsOf(zone)
  if (!fields) return refuse('mrz.length', { length: zone.length })
  if (!kindFits(fields)) return refuse('mrz.kind', { kind: fields.code.replaceAll('<', '') })
  return readFields(fields, on)
}

function readFields(fields: Fields, on: BusinessDate): Result<Mrz, MrzCode> {
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
  const expiresOn = checks(fields.expiry, fields.expiryCheck) ? dateNear(fields.expiry, on) : null
  if (!expiresOn) return refuse('mrz.expiry')
  if (fields.optionalCheck !== null && !checks(fields.optional, fields.optionalCheck))
    return refuse('mrz.optional')
  if (!checks(fields.composite, fields.compositeCheck)) return refuse('mrz.composite')
  const [family = '', given = ''] = fields.name.split('<<', 2)
  const familyName = printed(family)
  if (familyName === '' || /\d/.test(fields.name)) return refuse('mrz.name')
  return ok({
    format: fields.format,
    kind: fields.format === 'TD3' ? 'passport' : 'card',
    issuer,
    number: numbers.number,
    familyName,
    givenName: printed(given),
    nameCut: !fields.name.endsWith('<'),
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

function fieldsOf(zone: string): Fields | null {
  const cut = (from: number, to: number) => zone.slice(from, to)
  if (zone.length === 90) {
    return {
      format: 'TD1',
      code: cut(0, 2),
      issuer: cut(2, 5),
      number: cut(5, 14),
      numberCheck: cut(14, 15),
      optional: cut(15, 30) + cut(48, 59),
      optionalCheck: null,
      birth: cut(30, 36),
      birthCheck: cut(36, 37),
      sex: cut(37, 38),
      expiry: cut(38, 44),
      expiryCheck: cut(44, 45),
      nationality: cut(45, 48),
      composite: cut(5, 30) + cut(30, 37) + cut(38, 45) + cut(48, 59),
      compositeCheck: cut(59, 60),
      name: cut(60, 90),
    }
  }
  const width = { 72: 36, 88: 44 }[zone.length]
  if (!width) return null
  const second = zone.slice(width)
  const end = width === 44 ? 42 : 35
  return {
    format: width === 44 ? 'TD3' : 'TD2',
    code: cut(0, 2),
    issuer: cut(2, 5),
    name: cut(5, width),
    number: second.slice(0, 9),
    numberCheck: second.slice(9, 10),
    nationality: second.slice(10, 13),
    birth: second.slice(13, 19),
    birthCheck: second.slice(19, 20),
    sex: second.slice(20, 21),
    expiry: second.slice(21, 27),
    expiryCheck: second.slice(27, 28),
    optional: second.slice(28, end),
    optionalCheck: width === 44 ? second.slice(42, 43) : null,
    composite: second.slice(0, 10) + second.slice(13, 20) + second.slice(21, width - 1),
    compositeCheck: second.slice(width - 1),
  }
}

function kindFits(fields: Fields): boolean {
  const first = fields.code.charAt(0)
  // Visas (V) share the sizes but have no composite digit: another layout.
  return fields.format === 'TD3'
    ? first === 'P'
    : first === 'A' || first === 'C' || first === 'I' || first === 'P'
}

/** A number longer than nine characters continues in the optional data, with a filler where its check digit was. */
function documentNumber(fields: Fields): { number: string; optional: string } | null {
  const trim = (text: string) => text.replace(/^<+|<+$/g, '').replaceAll('<', ' ')
  if (fields.numberCheck !== '<' || fields.format === 'TD3') {
    const number = trim(fields.number)
    const fits = number !== '' && mrzCheck(fields.number) === fields.numberCheck
    return fits ? { number, optional: trim(fields.optional) } : null
  }
  const rest = /^([A-Z0-9]+)(\d)(<.*)?$/.exec(fields.optional)
  if (!rest) return null
  const whole = fields.number + (rest[1] ?? '')
  if (mrzCheck(whole) !== rest[2]) return null
  return { number: whole.replaceAll('<', ''), optional: trim(rest[3] ?? '') }
}

/** A date of fillers is "not known" and answers null; undefined means that the check failed. */
function birthOf(fields: Fields, on: BusinessDate): BusinessDate | null | undefined {
  if (!checks(fields.birth, fields.birthCheck)) return undefined
  if (fields.birth.includes('<')) return /^\d{0,4}<+$/.test(fields.birth) ? null : undefined
  const century = Math.floor(yearOf(on) / 100) * 100
  const here = dateIn(fields.birth, century)
  if (here && here <= on) return here
  return dateIn(fields.birth, century - 100) ?? undefined
}

/** Within fifty years before or after a day: documents are neither issued nor kept longer. */
function dateNear(digits: string, on: BusinessDate): BusinessDate | null {
  const century = Math.floor(yearOf(on) / 100) * 100
  const year = century + Number(digits.slice(0, 2))
  const shift = year - yearOf(on) > 50 ? -100 : yearOf(on) - year > 50 ? 100 : 0
  return dateIn(digits, century + shift)
}

function dateIn(digits: string, century: number): BusinessDate | null {
  if (!/^\d{6}$/.test(digits)) return null
  const year = century + Number(digits.slice(0, 2))
  return parseBusinessDate(`${year}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`)
}

function checks(field: string, digit: string): boolean {
  if (digit === '<') return /^<*$/.test(field)
  return mrzCheck(field) === digit
}

/** A country of ISO 3166, or one of the states and bodies that ICAO alone knows. */
export function isIssuingState(state: string): boolean {
  return isCountry(state) || ICAO_ONLY.has(state)
}

function stateOf(field: string): string | null {
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
