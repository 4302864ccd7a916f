/**
 * Cells under a heading of identity that prove nobody: placeholders, levels, numbers that many share. They are kept as
 * facts of the source under a name that nothing looks identifiers up by, and noted.
 */
import type { GenericRow } from './generic-row.ts'
import { isPlaceholder, mayProve, plainKey } from './placeholder.ts'
import type { ImportField } from './row.ts'
import { keepText, keepWritten } from './side-fields.ts'

/** Fields whose numbers tell who somebody is. */
export const keyFields = ['membershipNo', 'residentId', 'passportNo', 'documentNo', 'phone'] as const
export type KeyField = (typeof keyFields)[number]

/** Sets aside what proves nothing, before the row is read. A telephone that many share is still where one calls. */
export function setAsideUnproven(row: GenericRow): void {
  for (const field of keyFields) {
    const value = row.cell(field)
    if (value === '') continue
    if (isPlaceholder(value)) setAside(row, field, 'numberPlaceholder')
    else if (field === 'phone' || row.isRounded(field)) continue
    else if (!mayProve(value)) setAside(row, field, 'numberPlaceholder')
    else if (isSharedNumber(row, field)) setAside(row, field, 'numberShared')
    else if (row.hotel.keys?.[field]?.numbers === false) {
      keepText(row, field)
      row.setAside(field)
    }
  }
  // Numbers of bookings may be short; only what holds no digit but 0 is none.
  const number = row.cell('confirmationNo')
  if (isPlaceholder(number) && !/[1-9１-９]/.test(number))
    setAside(row, 'confirmationNo', 'numberPlaceholder')
}

/** Whether the whole column shows that the number in the cell stands beside many names. */
export function isSharedNumber(row: GenericRow, field: KeyField): boolean {
  return row.hotel.keys?.[field]?.shared.has(plainKey(row.cell(field))) ?? false
}

function setAside(row: GenericRow, field: ImportField, reason: 'numberPlaceholder' | 'numberShared'): void {
  keepWritten(row, field, reason)
  row.setAside(field)
}
