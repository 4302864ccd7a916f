/** A machine-readable zone with everything in it that does not fit, field by field (ICAO Doc 9303, parts 3 to 7). */
import { type BusinessDate, parseBusinessDate } from '../../values/index.ts'
import type { DocumentKind } from './kinds.ts'
import {
  birthOf,
  checks,
  documentNumber,
  expiryOf,
  isVisa,
  kindFits,
  mrzCheck,
  namesOf,
  stateOf,
} from './mrz.ts'
import { cutVisa, cutZone, type MrzFields } from './mrz-fields.ts'
import { emptyDocument, type ReadDocument, type ReadFault, type ReadField } from './reading.ts'

/** Signs that readers take for each other; the first of a pair is the letter. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['Q', '0'],
  ['D', '0'],
  ['I', '1'],
  ['L', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['G', '6'],
  ['B', '8'],
]
const asDigit = new Map(PAIRS.map(([letter, digit]) => [letter, digit]))
const asLetter = new Map([...PAIRS].reverse().map(([letter, digit]) => [digit, letter]))

/** Reads a zone of the right length and signs; nothing in it is put right. */
export function readZone(zone: string, on: BusinessDate): ReadDocument {
  const cut = cutZone(zone)
  if (!cut) throw new Error(`no layout has ${zone.length} characters`)
  const visa = isVisa(cut)
  const fields = visa ? cutVisa(zone) : cut
  const faults: ReadFault[] = []
  const fault = (field: ReadField, code: ReadFault['code'], read: string, likely = '') =>
    faults.push({ field, code, read, likely })

  if (!visa && !kindFits(fields)) fault('kind', 'read.unknown', fields.code.replaceAll('<', ''))
  const country = stateOf(fields.issuer)
  if (!country) fault('country', 'read.unknown', fields.issuer, lettersFor(fields.issuer, stateOf))
  const nationality = stateOf(fields.nationality)
  if (!nationality)
    fault('nationality', 'read.unknown', fields.nationality, lettersFor(fields.nationality, stateOf))
  const names = readNames(fields, fault)
  const number = readNumber(fields, fault)
  const birthDate = readDate(
    'birthDate',
    fields.birth,
    fields.birthCheck,
    fault,
    () => birthOf(fields, on),
    on,
  )
  const expiresOn =
    fields.expiry === null
      ? null
      : readDate('expiresOn', fields.expiry, fields.expiryCheck, fault, () => expiryOf(fields, on), on)
  const gender = ({ M: 'male', F: 'female', '<': '', X: '' } as const)[fields.sex]
  if (gender === undefined) fault('gender', 'read.unknown', fields.sex)
  if (fields.optionalCheck !== null && !checks(fields.optional, fields.optionalCheck))
    fault('optional', ...whyCheck(fields.optional, fields.optionalCheck))
  if (!visa && faults.length === 0 && !checks(fields.composite, fields.compositeCheck))
    fault('zone', 'read.composite', fields.compositeCheck, mrzCheck(fields.composite))

  return {
    ...emptyDocument,
    source: 'zone',
    kind: visa ? null : kindOf(fields, country ?? ''),
    country: country ?? '',
    ...number,
    ...names,
    nameCut: fields.nameCut,
    birthDate,
    gender: gender ?? '',
    nationality: nationality ?? '',
    expiresOn,
    faults,
  }
}

type Fault = (field: ReadField, code: ReadFault['code'], read: string, likely?: string) => void

/** What a card is can't be told from its zone but for a passport's: of the states whose own guests carry one, an ID card. */
function kindOf({ format, code }: MrzFields, country: string): DocumentKind {
  if (format === 'TD3') return 'passport'
  // ICAO part 5: a residence permit's code begins with IR or AR, a passport card's with IP
  if (/^[AI]R/.test(code)) return 'residence-permit'
  if (code.startsWith('IP')) return 'passport'
  return country === 'CHN' ? 'residence-permit' : 'other'
}

function readNames(fields: MrzFields, fault: Fault): Pick<ReadDocument, 'familyName' | 'givenName'> {
  const names = namesOf(fields)
  if (names) return names
  const likely = namesOf({ ...fields, name: swap(fields.name, asLetter) })
  const read = fields.name.replace(/<+$/, '')
  if (!/[A-Z]/.test(read)) fault('familyName', 'read.noName', read)
  else
    fault(
      'familyName',
      'read.confusion',
      read,
      likely ? `${likely.familyName} ${likely.givenName}`.trim() : '',
    )
  const [family = '', given = ''] = fields.name.split('<<')
  const shown = (part: string) => part.replaceAll('<', ' ').trim()
  return { familyName: shown(family), givenName: shown(given) }
}

function readNumber(fields: MrzFields, fault: Fault): Pick<ReadDocument, 'number' | 'optional'> {
  const read = documentNumber(fields)
  if (read) return read
  const number = fields.number.replace(/<+$/, '').replaceAll('<', ' ')
  fault('number', ...whyCheck(fields.number, fields.numberCheck))
  return { number, optional: (fields.optional + fields.optionalBelow).replaceAll('<', ' ').trim() }
}

/** A date whose digits are letters, whose check digit does not fit, or that is none. */
function readDate(
  field: 'birthDate' | 'expiresOn',
  digits: string,
  check: string,
  fault: Fault,
  read: () => BusinessDate | null | undefined,
  on: BusinessDate,
): BusinessDate | null {
  const date = read()
  if (date !== undefined) return date
  if (checks(digits, check)) {
    fault(field, 'read.noDate', digits)
    return null
  }
  const plain = swap(digits, asDigit)
  fault(field, ...whyCheck(digits, check, plain !== digits ? [plain] : undefined))
  // Shown as it stands, so that the clerk can compare it with what is printed
  const century = Number(on.slice(0, 2)) * 100
  const year = century + Number(digits.slice(0, 2))
  const guess = parseBusinessDate(`${year}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`)
  return guess && field === 'birthDate' && guess > on
    ? parseBusinessDate(`${year - 100}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`)
    : guess
}

/** Why a field and its check digit do not fit: the one slip of a reader that explains it, where there is exactly one. */
function whyCheck(
  field: string,
  check: string,
  candidates?: readonly string[],
): [code: ReadFault['code'], read: string, likely: string] {
  const read = field.replace(/<+$/, '')
  const digit = asDigit.get(check) ?? check
  const fits = (one: string) => checks(one, digit)
  const tried = candidates ?? (digit === check ? oneSlip(field) : [field])
  const likely = tried.filter(fits)
  if (likely.length === 1) return ['read.confusion', read, (likely[0] as string).replace(/<+$/, '')]
  return ['read.check', read, '']
}

/** A field with one sign taken for its like, every way. */
function oneSlip(field: string): string[] {
  return [...field].flatMap((sign, at) =>
    PAIRS.flatMap(([letter, digit]) => {
      const other = sign === letter ? digit : sign === digit ? letter : null
      return other === null ? [] : [field.slice(0, at) + other + field.slice(at + 1)]
    }),
  )
}

function swap(text: string, by: ReadonlyMap<string, string>): string {
  return [...text].map((sign) => by.get(sign) ?? sign).join('')
}

function lettersFor(field: string, fits: (field: string) => string | null): string {
  const letters = swap(field, asLetter)
  return letters !== field && fits(letters) ? letters.replaceAll('<', '') : ''
}
