import { readMappings } from '#db/queries/import/imports.ts'
import type { Mapping } from '#shared/contract/import.ts'
import { bookingDemandFields, missingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'
import { type DateField, type DatesShown, watchDates } from '#shared/domain/import/date-columns.ts'
import { type Guess, guessColumns, guessFields, watchColumns } from '#shared/domain/import/guess.ts'
import type { ImportField } from '#shared/domain/import/row.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import { refuse } from '#shared/values/index.ts'
import { createBreather } from '../jobs/public.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import { reads } from '../kernel/handler.ts'
import { readOnce, surveyOf } from './read-once.ts'
import type { FileTrouble, Survey } from './source/survey.ts'
import { openTable, type Table, troubleOf } from './source/table.ts'

/** Rows shown, samples taken, rows in which the values to choose from are looked for. */
const previewRows = 20
const mostSamples = 5
const rowsForChoices = 200_000
/** A column with more values than this is nothing to choose one of. */
const mostChoices = 12
const longestCell = 200

/** What a file is and what it seems to hold. */
export const inspect = reads('import.inspect', async (db, { file: token, sheet, encoding }, ctx) => {
  const file = ctx.files.take(token)
  if (!file) return refuse('FILE_UNKNOWN')
  const survey = await surveyOf(file, encoding)
  if ('code' in survey) return refuse(survey.code, { file: file.name, ...survey.params })
  const seen = await lookOnce(file, survey, sheet)
  if ('code' in seen) return refuse(seen.code, { file: file.name, ...seen.params })
  const { headings } = seen
  const demand = missingDemandColumns(headings).length === 0
  const columns = headings.map((name, index) => ({ name, samples: seen.samples[index] ?? [] }))
  const guessed: ReadonlyMap<string, ImportField> = demand ? bookingDemandFields : seen.guess.fields
  return {
    name: file.name,
    bytes: survey.bytes,
    format: survey.format,
    compressed: survey.compressed,
    encoding: survey.encoding,
    delimiter: seen.delimiter,
    sheets: seen.sheets,
    sheet: seen.sheet,
    otherSheets: seen.otherSheets,
    hiddenRows: seen.hiddenRows,
    profile: demand ? ('hotel-booking-demand' as const) : ('generic' as const),
    columns: columns.map(({ name, samples }, index) => ({
      name,
      field: guessed.get(name) ?? null,
      samples,
      dates: seen.dates.get(index) ?? null,
    })),
    doubts: demand ? [] : seen.guess.doubts,
    preview: seen.preview,
    choices: seen.choices,
    mappings: (await readMappings(db)).map(({ id, name, mapping }) => {
      const kept = JSON.parse(mapping) as Mapping
      return {
        id,
        name,
        mapping: kept,
        fits: Object.keys(kept.columns).every((column) => headings.includes(column)),
      }
    }),
  }
})

type Seen = Pick<Table, 'headings' | 'delimiter' | 'sheets' | 'sheet' | 'otherSheets'> & {
  hiddenRows: number
  preview: string[][]
  samples: string[][]
  choices: { column: string; values: string[] }[]
  guess: Guess
  /** By column number, of those that hold dates by their heading. */
  dates: ReadonlyMap<number, DatesShown>
}

const lookedThrough = readOnce<Seen | FileTrouble>()

/** A sheet, or a text read in another encoding, is another table: each is looked through once. */
function lookOnce(file: GivenFile, survey: Survey, sheet: string | undefined): Promise<Seen | FileTrouble> {
  return lookedThrough(file, `${survey.encoding} ${sheet ?? ''}`, () => lookThrough(file.path, survey, sheet))
}

/** Which column of the file is which field, as far as headings and values tell. */
export async function guessOf(
  file: GivenFile,
  survey: Survey,
  sheet: string | undefined,
): Promise<Guess | FileTrouble> {
  const seen = await lookOnce(file, survey, sheet)
  return 'code' in seen ? seen : seen.guess
}

async function lookThrough(
  path: string,
  survey: Survey,
  sheet: string | undefined,
): Promise<Seen | FileTrouble> {
  const table = await openTable(path, survey, sheet)
  if ('code' in table) return table
  const width = table.headings.length
  const preview: string[][] = []
  const samples = table.headings.map(() => new Set<string>())
  const values: (Set<string> | null)[] = table.headings.map(() => new Set<string>())
  const look = watchColumns(table.headings)
  const byHeading = guessFields(table.headings.map((name) => ({ name, samples: [] })))
  const at = new Map([...byHeading].map(([name, field]) => [field, table.headings.indexOf(name)] as const))
  const dates = watchDates(at, { serialDates: survey.format === 'xlsx', date1904: table.date1904 })
  const breathe = createBreather()
  let rows = 0
  let hiddenRows = 0
  try {
    for await (const batch of table.rows) {
      for (const { cells, hidden } of batch) {
        const pause = breathe()
        if (pause) await pause
        rows++
        if (hidden) hiddenRows++
        look.see(cells)
        dates.see(cells)
        if (preview.length < previewRows) preview.push(evenly(cells, width))
        for (let index = 0; index < width; index++) gather(cells[index] ?? '', index, samples, values)
      }
      if (rows >= rowsForChoices) break
    }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) return trouble
    throw error
  } finally {
    await table.rows.return(undefined)
  }
  const choices = table.headings.flatMap((column, index) => {
    const found = values[index]
    return found && found.size > 1 && rows > found.size * 2
      ? [{ column, values: [...found].filter((value) => withoutCards(value) === value) }]
      : []
  })
  const { headings, delimiter, sheets, sheet: read, otherSheets } = table
  return {
    headings,
    delimiter,
    sheets,
    sheet: read,
    otherSheets,
    hiddenRows,
    preview,
    samples: samples.map((found) => [...found]),
    dates: new Map(
      Object.entries(dates.shown()).map(([field, shown]) => [at.get(field as DateField) ?? -1, shown]),
    ),
    guess: guessColumns(
      headings.map((name, index) => ({ name, samples: [...(samples[index] ?? [])] })),
      look,
    ),
    choices,
  }
}

function gather(cell: string, index: number, samples: Set<string>[], values: (Set<string> | null)[]): void {
  const sample = samples[index]
  if (sample && sample.size < mostSamples && cell.trim() !== '') sample.add(shown(cell))
  const found = values[index]
  const value = cell.trim().slice(0, longestCell)
  if (!found || found.has(value)) return
  found.add(value)
  if (found.size > mostChoices) values[index] = null
}

function evenly(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => shown(cells[index] ?? ''))
}

/** A cell as the page may see it: not without end, and never a card number. */
function shown(cell: string): string {
  return withoutCards(cell.slice(0, longestCell))
}
