import { rowText } from '#core/import/source/csv.ts'
import { indicesOf } from '#shared/domain/insight/groups/indices.ts'
import { type Clustering, kMeans } from '#shared/domain/insight/groups/k-means.ts'
import { maxClusters } from '#shared/domain/insight/groups/match.ts'
import { type Matrix, type Standardised, standardise } from '#shared/domain/insight/groups/matrix.ts'
import { isNumberText, isUnknown } from '#shared/domain/insight/kinds/plain-table.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { numberIn, readAllColumns } from './csv-table.ts'
import { runOverStore, type StoreRun } from './store-run.ts'

const usualSeed = 2026

/**
 * `insight clusters --table FILE.csv --k N`: k-means over the columns named (all that hold numbers, without `--columns`),
 * standardised unless told otherwise; a cell that is empty counts as the mean. Centres are in the units of the file. Without a
 * table: the kinds of guests of the store.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const format = choiceOf(given, 'format', ['json', 'csv'] as const) ?? 'json'
  const k = given.number('k', 2, maxClusters)
  const seed = given.number('seed', 0, 2 ** 31 - 1) ?? usualSeed
  const file = given.text('table')
  if (file === undefined)
    return await runOverStore(given, cli, 'kinds', k === undefined ? {} : { k }, (run) =>
      textOfKinds(run, format),
    )
  if (k === undefined) throw new WrongUse('insightFile.needed', { option: '--k', with: '--table' })
  const table = await readTable(file, given.text('columns'))
  const scaled = standardise(table.matrix, !given.flag('no-standardise'))
  if (scaled.kept.length === 0) throw new WrongUse('insightFile.allConstant', { file: file.slice(0, 200) })
  const left = scaled.constant.map((at) => table.columns[at])
  if (left.length > 0) cli.note(words(cli.language, 'insightFile.constant', { columns: left }))
  if (scaled.missing > 0) cli.note(words(cli.language, 'insightFile.filled', { count: scaled.missing }))
  const found = kMeans(scaled.matrix, k, { seed })
  if (!found) throw new WrongUse('insightFile.tooFewDifferent', { file: file.slice(0, 200), k })
  await print(cli, format, table.columns, scaled, found, !given.flag('no-standardise'), seed)
  return exitCodes.ok
}

type Table = { columns: string[]; matrix: Matrix }

async function readTable(file: string, named: string | undefined): Promise<Table> {
  const { headings, rows } = await readAllColumns(file)
  const asked = named?.split(',').map((name) => name.trim())
  const missing = asked?.find((name) => !headings.includes(name))
  if (missing !== undefined)
    throw new WrongUse('insightFile.column', {
      file: file.slice(0, 200),
      column: missing.slice(0, 80),
      columns: headings.join(', ').slice(0, 200),
    })
  const cells: { line: number; cells: string[] }[] = []
  for await (const row of rows) cells.push(row)
  const places = asked?.map((name) => headings.indexOf(name)) ?? numberColumns(headings, cells)
  const values = new Float64Array(cells.length * places.length)
  for (const [r, { line, cells: row }] of cells.entries()) {
    for (const [c, place] of places.entries()) {
      const text = row[place] as string
      values[r * places.length + c] = isUnknown(text)
        ? Number.NaN
        : numberIn(file, line, headings[place] as string, text)
    }
  }
  return {
    columns: places.map((place) => headings[place] as string),
    matrix: { rows: cells.length, columns: places.length, values },
  }
}

/** Columns in which every cell is a number or empty. One without a heading numbers the rows, as pandas and R write it. */
function numberColumns(headings: readonly string[], rows: readonly { cells: string[] }[]): number[] {
  return [...headings.keys()].filter(
    (place) =>
      headings[place] !== '' &&
      rows.every(({ cells }) => isUnknown(cells[place] as string) || isNumberText(cells[place] as string)),
  )
}

async function print(
  cli: Cli,
  format: 'json' | 'csv',
  columns: readonly string[],
  { matrix, kept, mean, deviation }: Standardised,
  found: Clustering,
  isScaled: boolean,
  seed: number,
): Promise<void> {
  const width = kept.length
  const centres = found.sizes.map((_, kind) =>
    kept.map((_, c) => {
      const value = found.centres[kind * width + c] as number
      return isScaled ? value * (deviation[c] as number) + (mean[c] as number) : value
    }),
  )
  const names = kept.map((place) => columns[place] as string)
  if (format === 'csv') {
    const lines = centres.map((centre, kind) => [kind + 1, found.sizes[kind], ...centre].join(','))
    await cli.say([rowText(['cluster', 'size', ...names]), ...lines].join('\n'))
    return
  }
  const { silhouette, silhouetteRows, calinskiHarabasz, daviesBouldin } = indicesOf(matrix, found, seed)
  await cli.say(
    JSON.stringify({
      k: found.k,
      inertia: found.inertia,
      silhouette,
      calinskiHarabasz,
      daviesBouldin,
      sizes: found.sizes,
      centres,
      columns: names,
      rows: matrix.rows,
      silhouetteRows,
      standardised: isScaled,
      seed,
    }),
  )
}

/** The same first keys as over a plain file; `kinds` with what sets each apart. */
function textOfKinds({ output, asOf }: StoreRun<'kinds'>, format: 'json' | 'csv'): string {
  const { k, inertia, silhouette, calinskiHarabasz, daviesBouldin, kinds, scale, guests, tried } = output
  const facts = scale.map(({ fact }) => fact)
  const centres = kinds.map(({ traits }) =>
    facts.map((fact) => traits.find((trait) => trait.fact === fact)?.mean ?? Number.NaN),
  )
  const sizes = kinds.map((kind) => kind.guests)
  if (format === 'csv') {
    const lines = kinds.map(({ number }, at) => [number, sizes[at], ...(centres[at] as number[])].join(','))
    return [['kind', 'guests', ...facts].join(','), ...lines].join('\n')
  }
  return JSON.stringify({
    k,
    inertia,
    silhouette,
    calinskiHarabasz,
    daviesBouldin,
    sizes,
    centres,
    columns: facts,
    asOf,
    guests,
    tried,
    kinds,
  })
}
