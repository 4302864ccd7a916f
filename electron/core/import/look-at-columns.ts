import type { Mapping } from '#shared/contract/import.ts'
import { createSignWatch } from '#shared/domain/import/amounts.ts'
import { type DateField, type DatesShown, watchDates } from '#shared/domain/import/date-columns.ts'
import { createKeyWatch, type KeyVerdict, type KeyWatch } from '#shared/domain/import/key-watch.ts'
import { createOrderNumberWatch } from '#shared/domain/import/order-numbers.ts'
import type { DecimalSign, ImportField } from '#shared/domain/import/row.ts'
import { type KeyField, keyFields } from '#shared/domain/import/unproven.ts'
import { createBreather } from '../jobs/public.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import type { JobHandle } from '../kernel/jobs.ts'
import type { Survey } from './source/survey.ts'
import { openTable, type Table, troubleOf } from './source/table.ts'

/** What the columns of a file say as a whole, beside what its mapping states. */
export type ColumnFacts = {
  decimalSign: DecimalSign | null
  keys: Partial<Record<KeyField, KeyVerdict>>
  dates: Partial<Record<DateField, DatesShown>>
  /** The confirmation numbers are long ones of an agency, which pass as a payment card by chance. */
  orderNumbers: boolean
}

export const noFacts: ColumnFacts = { decimalSign: null, keys: {}, dates: {}, orderNumbers: false }

type Asked = {
  file: GivenFile
  survey: Survey
  sheet: string | undefined
  mapping?: Mapping | undefined
}

/**
 * Reads the columns through before the import, because the first row may hold what only the last one settles: how
 * amounts and dates are written, and whether numbers of identity are any. Memory stays flat.
 */
export async function lookAtColumns(
  { file, survey, sheet, mapping }: Asked,
  handle: JobHandle,
): Promise<ColumnFacts> {
  const table = await openTable(file.path, survey, sheet)
  if ('code' in table) return noFacts
  const watch = watchColumns(table, mapping, survey.format)
  const breathe = createBreather()
  try {
    for await (const batch of table.rows) {
      for (const { cells } of batch) {
        const pause = breathe()
        if (pause) await pause
        if (handle.cancelled) return noFacts
        watch.see(cells)
      }
    }
    return watch.facts()
  } catch (error) {
    // What is wrong with the file is reported where its rows are read.
    if (troubleOf(error)) return noFacts
    throw error
  } finally {
    await table.rows.return(undefined)
  }
}

type ColumnsWatch = { see: (cells: readonly string[]) => void; facts: () => ColumnFacts }

/** Watches the columns that a mapping reads. */
function watchColumns(
  { headings, date1904 }: Table,
  mapping: Mapping | undefined,
  format: Survey['format'],
): ColumnsWatch {
  const at = new Map<ImportField, number>(
    Object.entries(mapping?.columns ?? {}).map(([name, field]) => [field, headings.indexOf(name)]),
  )
  const cellOf = (cells: readonly string[], field: ImportField) => cells[at.get(field) ?? -1] ?? ''
  const sign = createSignWatch()
  const orders = createOrderNumberWatch()
  const dates = watchDates(at, { serialDates: format === 'xlsx', date1904 })
  const keys = keyFields.filter((field) => at.has(field)).map((field) => [field, createKeyWatch()] as const)
  return {
    see: (cells) => {
      dates.see(cells)
      orders.see(cellOf(cells, 'confirmationNo'))
      sign.see(cellOf(cells, 'rate'))
      sign.see(cellOf(cells, 'total'))
      const names = {
        nativeName: cellOf(cells, 'nativeName'),
        familyName: cellOf(cells, 'familyName'),
        givenName: cellOf(cells, 'givenName'),
      }
      for (const [field, watch] of keys) watch.see(cellOf(cells, field), names)
    },
    facts: () => ({
      decimalSign: mapping?.decimalSign ?? sign.sign(),
      keys: verdicts(keys),
      dates: dates.shown(),
      orderNumbers: orders.areOrderNumbers(),
    }),
  }
}

function verdicts(keys: readonly (readonly [KeyField, KeyWatch])[]): ColumnFacts['keys'] {
  return Object.fromEntries(keys.map(([field, watch]) => [field, watch.verdict()]))
}
