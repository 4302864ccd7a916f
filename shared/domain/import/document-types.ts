/**
 * The documents of a row that names their type beside the number. Types as Chinese front desks, OPERA and agencies write
 * them; what is not in the table is kept as the source's text.
 */
import { checkDocumentNumber } from '../document/document.ts'
import type { DocumentKind } from '../document/kinds.ts'
import { checkResidentId } from '../document/resident-id.ts'
import { type GenericRow, keepRounded } from './generic-row.ts'
import { keepWritten, readSideText } from './side-fields.ts'
import { plainWord } from './values.ts'

const words: Record<DocumentKind, string> = {
  'resident-id':
    '身份证|居民身份证|二代身份证|二代证|中国居民身份证|大陆居民身份证|内地居民身份证|临时身份证|身份证件|resident id|resident identity card|id card|identity card|chinese id|chinese id card|prc id|national id|id',
  passport:
    '护照|外国护照|中国护照|普通护照|因私护照|因公护照|外籍护照|passport|pp|pass|travel passport|foreign passport|p',
  'hk-macau-permit':
    '港澳通行证|港澳居民来往内地通行证|港澳居民通行证|港澳来往内地通行证|来往内地通行证|回乡证|港澳居民往来内地通行证|home return permit|hk macau permit|hk/macau permit|mainland travel permit|hkm permit',
  'taiwan-permit':
    '台胞证|台湾居民来往大陆通行证|台湾通行证|台湾居民往来大陆通行证|来往大陆通行证|taiwan permit|mtp|taiwan compatriot permit',
  'residence-permit':
    '居住证|港澳台居民居住证|港澳居民居住证|台湾居民居住证|外国人永久居留证|永久居留证|外国人居留证|外国人永久居留身份证|外国人居留许可|residence permit|permanent residence permit|green card',
  other:
    '其他|其它|其他证件|军官证|士兵证|警官证|军人证|户口簿|户口本|户口页|驾驶证|驾照|出生证|出生医学证明|旅行证|海员证|外交官证|other|others|driving licence|driving license|drivers license|driver licence|military id|birth certificate|seaman book',
}
const byWord = new Map<string, DocumentKind>(
  (Object.entries(words) as [DocumentKind, string][]).flatMap(([kind, list]) =>
    list.split('|').map((word) => [plainWord(word), kind] as const),
  ),
)

/** The kind that a word for a type of document means; null where it is not known. */
export function readDocumentType(text: string): DocumentKind | null {
  return byWord.get(plainWord(text)) ?? null
}

export type TypedDocument = { kind: DocumentKind; number: string }

/**
 * The number beside its type. A number that passes the check of a resident ID is one, whatever the type says; without a
 * type nothing else is. What can't be read is kept as text of the source, with its type, and noted.
 */
export function readTypedDocument(row: GenericRow): TypedDocument | null {
  const { businessDate } = row.hotel
  if (!row.has('documentNo') || keepRounded(row, 'documentNo')) return null
  const type = readSideText(row, 'documentType', { max: 60 })
  const text = row.cell('documentNo')
  const resident = checkResidentId(text, businessDate)
  const kind = resident.ok ? residentKind(resident.value.region) : readDocumentType(type)
  const checked = kind && checkDocumentNumber(kind, text, businessDate)
  if (kind && checked?.ok) {
    if (kind === 'other' && type !== '') row.source.documentType = type
    return { kind, number: checked.value.number }
  }
  if (type !== '') row.source.documentType = type
  keepWritten(row, 'documentNo', 'documentUnread')
  return null
}

/** 81 to 83 are residence permits of Hong Kong, Macao and Taiwan, 9 those of foreigners. */
function residentKind(region: string): DocumentKind {
  return region < '800000' ? 'resident-id' : 'residence-permit'
}
