/**
 * Fields beside the stay: who comes, how to reach them, what was asked for. None of them costs a stay: what of a cell
 * can be read is read, and the rest stays with the booking as the source wrote it, with a note that says why.
 */
import type { BusinessDate } from '../../values/index.ts'
import { alpha2Of } from '../country/countries.ts'
import { checkDocumentNumber } from '../document/document.ts'
import { readEmails, readPhones } from './cell-contacts.ts'
import { readDateBy } from './date-columns.ts'
import { dateFaults, dateRulesOf, type GenericRow, keepRounded } from './generic-row.ts'
import type { ImportField, Note } from './row.ts'
import { maxCellText, type SideRule, type SideText, sideName, sideText } from './side-text.ts'

/** Keeps what a cell says as a fact of the source, and notes why it is not, or not all, in its field. */
export function keepWritten(row: GenericRow, field: ImportField, reason: Note): void {
  row.note(reason, field)
  keepText(row, field)
}

/** Keeps what a cell says as a fact of the source, under a name that nothing looks identifiers up by. */
export function keepText(row: GenericRow, field: ImportField): void {
  const { value } = sideText(row.cell(field), { max: maxCellText, multiline: true })
  if (value !== '') row.source[`${field}Text`] = value
}

/** As much of a cell's text as its field takes; '' where it is none. */
export function readSideText(row: GenericRow, field: ImportField, rule: SideRule): string {
  return taken(row, field, sideText(row.cell(field), rule))
}

/** What people write where nothing is to be written: no company is called so. */
const NOTHING = /^(?:[-–—_/\\.?*#]+|n\/?a|nil|none|null|无|没有|暂无|空)$/i

/** What an account or a tag is called in a cell; '' with a note for a dash or N/A, which would make one of that name. */
export function readCalled(row: GenericRow, field: 'agency' | 'company' | 'tag', rule: SideRule): string {
  const called = readSideText(row, field, rule)
  if (!NOTHING.test(called)) return called
  keepWritten(row, field, 'valueKept')
  return ''
}

/** A name in a cell, the first where it holds several. */
export function readName(row: GenericRow, field: ImportField, max: number): string {
  return taken(row, field, sideName(row.cell(field), max))
}

/** An identifier in a cell; '' where it lost digits or is too long to be one, because a part of it is another. */
export function readIdentifier(row: GenericRow, field: ImportField, max: number): string {
  if (!row.has(field) || keepRounded(row, field)) return ''
  const { value, kept } = sideText(row.cell(field), { max, pictures: false })
  for (const reason of kept) keepWritten(row, field, reason)
  return kept.includes('textLong') ? '' : value
}

function taken(row: GenericRow, field: ImportField, { value, kept }: SideText): string {
  for (const reason of kept) keepWritten(row, field, reason)
  return value
}

/** The date in a cell beside the stay; `birth`: the latest year of two digits is the business date's own. */
export function readSideDay(row: GenericRow, field: ImportField, birth = false): BusinessDate | null {
  if (!row.has(field)) return null
  const read = readDateBy(
    row.cell(field),
    row.dateRule(field),
    birth ? dateRulesOf(row, 0) : dateRulesOf(row),
  )
  if ('date' in read) return read.date
  keepWritten(row, field, dateFaults[read.wrong])
  return null
}

/** The telephones in a cell, the first of them the guest's main one. */
export function readPhoneCell(row: GenericRow, field: 'phone' | 'bookerPhone' = 'phone'): readonly string[] {
  if (!row.has(field) || keepRounded(row, field)) return []
  const { numbers, extension, masked, unread } = readPhones(
    row.cell(field),
    alpha2Of(row.hotel.country) ?? 'CN',
  )
  if (masked) keepWritten(row, field, 'phoneMasked')
  if (extension) keepWritten(row, field, 'phoneExtension')
  if (unread) keepWritten(row, field, 'phone')
  return numbers
}

/** The e-mail addresses in a cell, the first of them the guest's main one. */
export function readEmailCell(row: GenericRow, field: 'email' | 'bookerEmail' = 'email'): readonly string[] {
  if (!row.has(field)) return []
  const { addresses, masked, unread } = readEmails(row.cell(field))
  if (masked) keepWritten(row, field, 'emailMasked')
  if (unread) keepWritten(row, field, 'email')
  return addresses
}

/** The document's number in a cell where it passes the check of its kind. */
export function readDocument(
  row: GenericRow,
  field: 'residentId' | 'passportNo',
  kind: 'resident-id' | 'passport',
): string {
  if (!row.has(field) || keepRounded(row, field)) return ''
  const checked = checkDocumentNumber(kind, row.cell(field), row.hotel.businessDate)
  if (!checked.ok) keepWritten(row, field, field)
  return checked.ok ? checked.value.number : ''
}
