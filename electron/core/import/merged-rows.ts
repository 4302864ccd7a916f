import type { Fault, ImportField, Note, RowFinding } from '#shared/domain/import/row.ts'
import type { Reading } from './rules.ts'
import type { TableRow } from './source/table.ts'

/** What says something about a booking, but makes none. */
const besides: ReadonlySet<ImportField | ''> = new Set([
  '',
  'note',
  'tag',
  'booker',
  'bookerPhone',
  'bookerEmail',
])
/** What says who stays in a room. */
const ofGuest: ReadonlySet<ImportField | ''> = new Set([
  'nativeName',
  'familyName',
  'givenName',
  'phone',
  'email',
  'nationality',
  'language',
  'gender',
  'birthDate',
  'residentId',
  'passportNo',
  'documentType',
  'documentNo',
  'membershipNo',
  'membershipTier',
])

/**
 * A row below cells that are merged downwards is a booking of its own only where it says something of its own: a second
 * line of notes is none, and neither is a second guest of the same room.
 */
export function faultsOfMerged(row: TableRow, headings: readonly string[], { fields }: Reading): Fault[] {
  const above = fromAbove(row)
  if (above.length === 0) return []
  const fieldAt = (column: number) => fields.get(headings[column] ?? '') ?? ''
  const own = row.cells.flatMap((cell, column) =>
    cell === '' || above.includes(column) ? [] : [fieldAt(column)],
  )
  const sameRoom = above.some((column) => fieldAt(column) === 'room')
  const makes = (field: ImportField | '') => !besides.has(field) && !(sameRoom && ofGuest.has(field))
  return own.some(makes) ? [] : [{ reason: 'mergedOnly', ...firstOf(row, headings, above) }]
}

/** What a workbook does to a row that comes in all the same. */
export function notesOfSheet(
  row: TableRow,
  headings: readonly string[],
  { fields }: Reading,
): RowFinding<Note>[] {
  const read = fromAbove(row).filter((column) => fields.has(headings[column] ?? ''))
  return [
    ...(read.length > 0 ? [{ reason: 'cellsMerged' as const, ...firstOf(row, headings, read) }] : []),
    ...(row.hidden ? [{ reason: 'rowHidden' as const, field: '', value: '' }] : []),
  ]
}

/** The columns of the cells that are merged into the row from rows above it. */
function fromAbove({ line, shared }: TableRow): number[] {
  return [...(shared ?? [])].flatMap(([column, { first }]) => (first < line ? [column] : []))
}

function firstOf({ cells }: TableRow, headings: readonly string[], [column = 0]: readonly number[]) {
  return { field: headings[column] ?? '', value: cells[column] ?? '' }
}
