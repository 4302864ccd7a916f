import type { Mapping } from '#shared/contract/import.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { decimalSignOf } from '#shared/domain/import/amounts.ts'
import { missingFields } from '#shared/domain/import/fields.ts'
import type { DateOrder, DecimalSign, ImportField } from '#shared/domain/import/row.ts'

export type Inspected = OutputOf<'import.inspect'>

/** What a column is: '' where it is left out, '?' where it has to be chosen because another could be the same field. */
export type ColumnChoice = ImportField | '' | '?'

/** What the manager decided about a file: what each column is, by its heading. */
export type Choices = {
  columns: Record<string, ColumnChoice>
  /** Absent: as the file’s own dates settle it. */
  dateOrder?: DateOrder | undefined
  /** Absent: as the file’s own amounts settle it. */
  decimalSign?: DecimalSign | undefined
  where: string
}

/** What the file itself suggests: the recognised columns; how dates and amounts are written is left to their columns. */
export function recognised(file: Inspected): Choices {
  const doubted = new Set(file.doubts.flatMap((doubt) => doubt.columns))
  const columns: Choices['columns'] = {}
  for (const { name, field } of file.columns) columns[name] = field ?? (doubted.has(name) ? '?' : '')
  return { columns, where: '' }
}

/** The columns of dates that are read, each with the order that its rows show; none where every date is clear. */
export function datesShownIn(file: Inspected, { columns }: Pick<Choices, 'columns'>) {
  return file.columns.flatMap(({ name, dates }) =>
    dates && dates !== 'clear' && isField(columns[name]) ? [{ name, dates }] : [],
  )
}

/** A saved mapping laid upon a file: columns that the file lacks are passed over, the others left out. */
export function withSaved(choices: Choices, saved: Mapping): Choices {
  const columns = Object.fromEntries(
    Object.keys(choices.columns).map((name) => [name, saved.columns[name] ?? ('' as const)]),
  )
  return { ...choices, columns, dateOrder: saved.dateOrder, decimalSign: saved.decimalSign }
}

/** The mapping as the contract takes it. */
export function mappingOf({ columns, dateOrder, decimalSign }: Choices): Mapping {
  const given = Object.entries(columns).filter((entry): entry is [string, ImportField] => isField(entry[1]))
  return {
    columns: Object.fromEntries(given),
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalSign ? { decimalSign } : {}),
  }
}

/**
 * Whether a person may have to say how amounts write their decimals: a sample like 1.234 may be thousands or not, a dry
 * run rejected such rows, or it was stated already. The file's other amounts may settle it, which only a run finds out.
 */
export function asksDecimalSign(
  file: Inspected,
  choices: Choices,
  rejected: Readonly<Record<string, number>> = {},
): boolean {
  const isAmount = (name: string) => choices.columns[name] === 'rate' || choices.columns[name] === 'total'
  const samples = file.columns.flatMap((column) => (isAmount(column.name) ? column.samples : []))
  return (
    choices.decimalSign !== undefined ||
    (rejected.rateAmbiguous ?? 0) > 0 ||
    samples.some((sample) => decimalSignOf(sample) === 'either')
  )
}

function isField(choice: ColumnChoice | undefined): choice is ImportField {
  return choice !== undefined && choice !== '' && choice !== '?'
}

/** The choices with one column decided; of those that could be the same field the others are left out with it. */
export function withColumn(
  choices: Choices,
  file: Inspected,
  name: string,
  choice: ColumnChoice,
): Choices['columns'] {
  const columns = { ...choices.columns, [name]: choice }
  const doubt = file.doubts.find((one) => one.columns.includes(name))
  if (doubt?.field === choice)
    for (const other of doubt.columns) if (columns[other] === '?') columns[other] = ''
  return columns
}

type Doubt = Inspected['doubts'][number]
export type MappingProblems = { missing: ImportField[]; twice: ImportField[]; doubts: Doubt[] }

/**
 * What keeps a mapping from being used: required fields without a column (`departure` stands for “or nights”), fields with
 * two, columns that could be one field and of which none was chosen.
 */
export function problemsOf(
  { columns }: Pick<Choices, 'columns'>,
  { doubts }: Pick<Inspected, 'doubts'>,
): MappingProblems {
  const fields = Object.values(columns).filter(isField)
  const twice = fields.filter((field, index) => fields.indexOf(field) !== index)
  const open = doubts.filter((doubt) => doubt.columns.some((name) => columns[name] === '?'))
  const asked = new Set(open.map(({ field }) => field))
  return {
    missing: missingFields(fields).filter((field) => !asked.has(field)),
    twice: [...new Set(twice)],
    doubts: open,
  }
}

/** Fields that every booking needs; of departure and nights one is enough. */
export const requiredFields: readonly ImportField[] = ['arrival', 'departure', 'nights', 'roomType']

/** How many columns of a saved mapping the file has. */
export function columnsIn(file: Inspected, saved: Mapping): number {
  const names = new Set(file.columns.map(({ name }) => name))
  return Object.keys(saved.columns).filter((name) => names.has(name)).length
}

/** The columns by which rows may be chosen, as `column=value`. */
export function filtersOf(file: Inspected): { column: string; value: string; where: string }[] {
  return file.choices.flatMap(({ column, values }) =>
    values
      .filter((value) => value !== '')
      .map((value) => ({ column, value, where: `${column}=${value}` }))
      .filter(({ where }) => where.length <= 200),
  )
}

/** Hotels of the known data set to choose one from; none where the file holds a single one. */
export function hotelsIn(file: Inspected): string[] {
  const hotels = file.choices.find(({ column }) => column === 'hotel')?.values ?? []
  return hotels.length > 1 ? hotels : []
}
