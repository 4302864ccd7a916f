/**
 * Documents against what is on file. A contradiction is a warning, never a refusal: the clerk with the
 * document in hand decides which of the two is wrong.
 */
import { type BusinessDate, ok, type Result, refuse } from '../../values/index.ts'
import { foldPassport, latinWords } from '../name/fold.ts'
import { type GuestNames, latinName } from '../name/name.ts'
import { readsAs } from '../name/pinyin.ts'
import type { DocumentKind } from './kinds.ts'
import type { Mrz } from './mrz.ts'
import { checkResidentId, type ResidentIdCode } from './resident-id.ts'

/** What a document says about its bearer; what it doesn't say is absent. */
export interface DocumentFacts {
  familyName?: string
  givenName?: string
  /** The Latin name fills its field: its words may be beginnings of longer ones. */
  nameCut?: boolean
  nativeName?: string
  birthDate?: BusinessDate | null
  gender?: string
  nationality?: string
  expiresOn?: BusinessDate | null
}

export interface PersonOnFile extends GuestNames {
  birthDate: BusinessDate | null
  gender: string
  nationality: string
}

export type WarningCode =
  | 'document.nameDiffers'
  | 'document.birthDateDiffers'
  | 'document.genderDiffers'
  | 'document.nationalityDiffers'
  | 'document.expired'

export interface DocumentWarning {
  code: WarningCode
  params: Record<string, string>
}

/** What on file contradicts the document. Unknown on either side contradicts nothing. `on` adds the expiry. */
export function contradictions(
  facts: DocumentFacts,
  guest: PersonOnFile,
  on?: BusinessDate,
): DocumentWarning[] {
  const warnings: DocumentWarning[] = []
  const differs = (code: WarningCode, document: string, onFile: string) => {
    warnings.push({ code, params: { document, onFile } })
  }
  const written = [facts.familyName, facts.givenName].filter(Boolean).join(' ')
  if (!latinFits(written, facts.nameCut ?? false, guest))
    differs('document.nameDiffers', written, latinName(guest) || guest.nativeName)
  const native = facts.nativeName ?? ''
  if (native !== '' && guest.nativeName !== '' && native !== guest.nativeName) {
    differs('document.nameDiffers', native, guest.nativeName)
  }
  if (facts.birthDate && guest.birthDate && facts.birthDate !== guest.birthDate) {
    differs('document.birthDateDiffers', facts.birthDate, guest.birthDate)
  }
  if (facts.gender && guest.gender && guest.gender !== 'other' && facts.gender !== guest.gender) {
    differs('document.genderDiffers', facts.gender, guest.gender)
  }
  if (facts.nationality && guest.nationality && facts.nationality !== guest.nationality) {
    differs('document.nationalityDiffers', facts.nationality, guest.nationality)
  }
  if (on && facts.expiresOn && facts.expiresOn < on) {
    warnings.push({ code: 'document.expired', params: { expiresOn: facts.expiresOn, on } })
  }
  return warnings
}

/** The number as it is stored and compared: full-width to plain, capitals, without spaces and hyphens. */
export function normaliseDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-–—_.·]/g, '')
    .toUpperCase()
}

/** What a document is told by; its country may be left out. */
export interface DocumentKey {
  kind: DocumentKind
  number: string
  country: string
}

/** One document: the same kind and number, and no two different countries. A country left out could be any. */
export function isSameDocument(a: DocumentKey, b: DocumentKey): boolean {
  if (a.kind !== b.kind || a.number !== b.number) return false
  return a.country === b.country || a.country === '' || b.country === ''
}

export type DocumentCode =
  | ResidentIdCode
  | 'document.empty'
  | 'document.characters'
  | 'document.length'
  | 'document.permit'
  | 'document.residencePermit'

/** Mainland travel permits: H or M and 8 digits (older cards carry 2 more); Taiwan's: 8 digits. */
const TRAVEL_PERMITS: Partial<Record<DocumentKind, RegExp>> = {
  'hk-macau-permit': /^[HMC][A-Z]?\d{7,10}$/,
  'taiwan-permit': /^(\d{8}|\d{10}|[LT]\d{8})$/,
}
/** Residents of Hong Kong, Macau and Taiwan may also hold a residence permit: the clerk is told which card it is. */
const RESIDENCE_PERMIT = /^8[123]\d{15}[\dX]$/

/** Checks a typed number by the rule of its kind; answers the normalised number and what it tells. */
export function checkDocumentNumber(
  kind: DocumentKind,
  text: string,
  on?: BusinessDate,
): Result<{ number: string; facts: DocumentFacts }, DocumentCode> {
  const number = normaliseDocumentNumber(text)
  if (number === '') return refuse('document.empty')
  if (kind === 'resident-id') return fromResidentId(number, on)
  if (!/^[A-Z0-9()/]+$/.test(number)) return refuse('document.characters')
  if (number.length < 4 || number.length > 24) return refuse('document.length', { length: number.length })
  if (TRAVEL_PERMITS[kind]?.test(number) === false)
    return refuse(RESIDENCE_PERMIT.test(number) ? 'document.residencePermit' : 'document.permit')
  if (kind === 'residence-permit' && /^\d{17}[\dX]$/.test(number)) return fromResidentId(number, on)
  return ok({ number, facts: {} })
}

/**
 * The kinds of document that a machine-readable zone may be on. A booklet's is a passport's; a card's is a permit's,
 * of those two that mainland China issues only there; the old French card is an identity card; a resident ID has none.
 */
export function kindsWithZone(zone: Pick<Mrz, 'format' | 'issuer'>): DocumentKind[] {
  if (zone.format === 'TD3') return ['passport', 'other']
  if (zone.format === 'IDFRA') return ['other']
  const permits: DocumentKind[] = zone.issuer === 'CHN' ? ['hk-macau-permit', 'taiwan-permit'] : []
  return [...permits, 'residence-permit', 'other']
}

function fromResidentId(
  text: string,
  on?: BusinessDate,
): Result<{ number: string; facts: DocumentFacts }, ResidentIdCode> {
  const read = checkResidentId(text, on)
  if (!read.ok) return read
  const { number, birthDate, sex, region } = read.value
  // 81–83 are residence permits of Hong Kong, Macau and Taiwan; 9 those of foreigners: no nationality follows.
  const facts: DocumentFacts = { birthDate, gender: sex }
  if (region < '800000') facts.nationality = 'CHN'
  return ok({ number, facts })
}

/** Words of one name all are in the other, in any order; or the Chinese name reads so. */
function latinFits(written: string, cut: boolean, guest: PersonOnFile): boolean {
  if (written === '') return true
  const onFile = latinName(guest)
  if (onFile === '') return !/\p{Script=Han}/u.test(guest.nativeName) || readsAs(guest.nativeName, written)
  const same = (fold?: (text: string) => string) =>
    contains(latinWords(written, fold), latinWords(onFile, fold), cut)
  return same() || contains(latinWords(written), latinWords(onFile, foldPassport), cut)
}

function contains(written: string[], onFile: string[], cut: boolean): boolean {
  if (written.join('') === onFile.join('')) return true
  // One shared word is not proof: "Wei" alone fits too many.
  if (Math.min(written.length, onFile.length) < 2) return false
  // Where the field was too short, "Christiane Ni" is written for "Christiane Nicole"
  const fits = (word: string, known: string) => word === known || (cut && known.startsWith(word))
  return written.length < onFile.length
    ? written.every((word) => onFile.some((known) => fits(word, known)))
    : onFile.every((known) => written.some((word) => fits(word, known)))
}
