import type { Mapping } from '#shared/contract/import.ts'
import { createSignWatch } from '#shared/domain/import/amounts.ts'
import type { DecimalSign } from '#shared/domain/import/row.ts'
import { createBreather } from '../jobs/public.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import type { JobHandle } from '../kernel/jobs.ts'
import type { Survey } from './source/survey.ts'
import { openTable, troubleOf } from './source/table.ts'

/**
 * The decimal sign of a file's amounts: the one its mapping states, else the one its columns of amounts settle. They are
 * read through for it before the import, because the first row may hold what only the last one settles.
 */
export async function decimalSignIn(
  {
    file,
    survey,
    sheet,
    mapping,
  }: {
    file: GivenFile
    survey: Survey
    sheet: string | undefined
    mapping?: Mapping | undefined
  },
  handle: JobHandle,
): Promise<DecimalSign | null> {
  if (mapping?.decimalSign) return mapping.decimalSign
  const table = await openTable(file.path, survey, sheet)
  if ('code' in table) return null
  const columns = table.headings.flatMap((name, index) =>
    mapping?.columns[name] === 'rate' || mapping?.columns[name] === 'total' ? [index] : [],
  )
  const watch = createSignWatch()
  const breathe = createBreather()
  try {
    if (columns.length === 0) return null
    for await (const batch of table.rows) {
      for (const { cells } of batch) {
        const pause = breathe()
        if (pause) await pause
        if (handle.cancelled) return null
        for (const column of columns) watch.see(cells[column] ?? '')
      }
    }
    return watch.sign()
  } catch (error) {
    // What is wrong with the file is reported where its rows are read.
    if (troubleOf(error)) return null
    throw error
  } finally {
    await table.rows.return(undefined)
  }
}
