import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { surveyFile } from '#core/import/source/survey.ts'
import { openTable, type TableRow, troubleOf } from '#core/import/source/table.ts'
import { tempFolder } from '#tests/support/app.ts'

/** Reads a file as an import does: its table with all rows, or what is wrong with it. */
export async function read(content: Buffer | string, sheet?: string) {
  const folder = tempFolder()
  try {
    const path = join(folder.path, 'file')
    writeFileSync(path, content)
    return await readFile(path, sheet)
  } finally {
    folder.remove()
  }
}

async function readFile(path: string, sheet: string | undefined) {
  const survey = await surveyFile(path)
  if ('code' in survey) return survey
  const table = await openTable(path, survey, sheet)
  if ('code' in table) return table
  const rows: TableRow[] = []
  try {
    for await (const batch of table.rows) rows.push(...batch)
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    return trouble
  }
  const { headings, twice, delimiter, sheets } = table
  return { survey, headings, twice, delimiter, sheets, rows, cells: rows.map(({ cells }) => cells) }
}
