/** Who booked, where a row names somebody beside the guest. */
import { isMaskedAgencyEmail } from '../privacy/agency-email.ts'
import type { GenericRow } from './generic-row.ts'
import { isPlaceholderName } from './placeholder.ts'
import { type ImportedGuest, unnamedGuest } from './row.ts'
import { keepText, readEmailCell, readName, readPhoneCell } from './side-fields.ts'
import { readChannel } from './values.ts'

/**
 * The booker of a row; null where none is named. An agency's name there (携程) is no person: it is kept as a fact of the
 * source, and so are the telephone and e-mail of a booker without a name.
 */
export function readBooker(row: GenericRow): ImportedGuest | null {
  const nativeName = isPlaceholderName(row.cell('booker')) ? '' : readName(row, 'booker', 100)
  const [phone = '', ...furtherPhones] = readPhoneCell(row, 'bookerPhone')
  const [email = '', ...furtherEmails] = readEmailCell(row, 'bookerEmail')
  if (nativeName !== '' && readChannel(nativeName) === null) {
    const agencyMasked = isMaskedAgencyEmail(email)
    return { ...unnamedGuest, nativeName, phone, furtherPhones, email, agencyMasked, furtherEmails }
  }
  if (nativeName !== '') {
    keepText(row, 'booker')
    row.note('valueKept', 'booker')
  }
  if (phone !== '') keepText(row, 'bookerPhone')
  if (email !== '') keepText(row, 'bookerEmail')
  return null
}
