/**
 * The Chinese resident ID number (GB 11643-1999): six digits of region, eight of birth date, three of
 * sequence (odd: male), one check character (ISO 7064 mod 11-2). A checksum proves form, not identity.
 */
import { type BusinessDate, ok, parseBusinessDate, type Result, refuse } from '../../values/index.ts'

export type ResidentIdCode =
  | 'residentId.length'
  | 'residentId.fifteen'
  | 'residentId.characters'
  | 'residentId.region'
  | 'residentId.date'
  | 'residentId.checksum'

export interface ResidentId {
  /** Eighteen characters, X in capitals. */
  number: string
  birthDate: BusinessDate
  sex: 'male' | 'female'
  /** Six digits of the administrative division (GB/T 2260), or what stands in their place on a residence permit. */
  region: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** Provinces and municipalities of the mainland. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
)
/** Taiwan, and the residence permits of residents of Hong Kong, Macau and Taiwan. */
const OUTSIDE = new Set(['71', '81', '82', '83'])

/**
 * Checks a resident ID number and reads birth date, sex and region from it. `on` refuses a birth after that
 * day. The 15-digit numbers of the first generation are void since 2013 and refused with a code of their own.
 */
export function checkResidentId(text: string, on?: BusinessDate): Result<ResidentId, ResidentIdCode> {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{15}$/.test(number)) return refuse('residentId.fifteen')
  if (number.length !== 18) return refuse('residentId.length', { length: number.length })
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('residentId.characters')
  const region = number.slice(0, 6)
  if (!isRegion(region)) return refuse('residentId.region', { region })
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const birthDate = parseBusinessDate(birth)
  if (!birthDate || (on !== undefined && birthDate > on)) return refuse('residentId.date', { date: birth })
  if (residentIdCheck(number) !== number[17]) return refuse('residentId.checksum')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return ok({ number, birthDate, sex, region })
}

/**
 * The region of a foreigner's permanent residence card of 2023 is a 9, the province that first issued it, and the
 * country in three digits: 931392 is Shanghai, Japan.
 */
function isRegion(region: string): boolean {
  if (region.startsWith('9')) return PROVINCES.has(region.slice(1, 3))
  return PROVINCES.has(region.slice(0, 2)) || OUTSIDE.has(region.slice(0, 2))
}

/** The check character of the first 17 digits (ISO 7064 mod 11-2). */
export function residentIdCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}
