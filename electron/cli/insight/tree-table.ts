import {
  buildTable,
  isIdentifier,
  type LeftOut,
  type PlainTable,
  type TargetTrouble,
  targetOf,
} from '#shared/domain/insight/kinds/plain-table.ts'
import { type Column, isConstant, takeRows } from '#shared/domain/insight/learn/columns.ts'
import { rowsToLearn } from '#shared/domain/insight/learn/tree.ts'
import type { Key } from '#shared/i18n/index.ts'
import { WrongUse } from '../stop.ts'
import { readAllColumns } from './csv-table.ts'

/** A file made ready to learn from: rows without the target are gone, columns that say nothing too. */
export type FileTable = {
  columns: Column[]
  labels: Uint8Array
  target: string
  positive: string
  /** Rows that a column of the file holds out; null: none was named. */
  marked: Uint8Array | null
  withoutTarget: number
  leftOut: LeftOut[]
}

export type TreeColumns = {
  target: string
  positive: string | undefined
  heldOutColumn: string | undefined
}

/** Reads a CSV with headings; throws WrongUse where the target or the held-out column can't be used. */
export async function readTreeTable(file: string, asked: TreeColumns): Promise<FileTable> {
  const { headings, rows } = await readAllColumns(file)
  const builder = buildTable(headings)
  for await (const { cells } of rows) builder.add(cells)
  const table = builder.end()
  const target = targetOfFile(table, file, asked)
  const known = rowsToLearn(table.rows).filter((row) => target.labels[row] !== 2)
  const marks = asked.heldOutColumn === undefined ? null : marksOf(columnOf(table, file, asked.heldOutColumn))
  const { columns, leftOut } = usableColumns(table, known, [asked.target, asked.heldOutColumn])
  return {
    columns,
    labels: Uint8Array.from(known, (row) => target.labels[row]!),
    target: asked.target,
    positive: target.positive,
    marked: marks && Uint8Array.from(known, (row) => marks[row]!),
    withoutTarget: table.rows - known.length,
    leftOut,
  }
}

function columnOf(table: PlainTable, file: string, name: string): Column {
  const found = table.columns.find((column) => column.name === name)
  if (found?.usable) return found.column
  const columns = table.columns.map((column) => column.name)
  throw new WrongUse('insightTree.cli.noColumn', {
    file: file.slice(0, 200),
    column: name.slice(0, 80),
    columns: columns.join(', ').slice(0, 300),
  })
}

function targetOfFile(table: PlainTable, file: string, { target, positive }: TreeColumns) {
  const found = targetOf(columnOf(table, file, target), positive)
  if ('labels' in found) return found
  throw new WrongUse(`insightTree.cli.${found.problem}` as Key, {
    column: target.slice(0, 80),
    given: positive ?? '',
    ...shown(found),
  })
}

function shown(trouble: TargetTrouble): Record<string, string> {
  if ('values' in trouble) return { values: trouble.values.join(', ').slice(0, 200) }
  return 'value' in trouble ? { value: trouble.value.slice(0, 80) } : {}
}

/** 1, true, yes or test hold a row out. */
function marksOf(column: Column): Uint8Array {
  if (column.kind === 'number') return Uint8Array.from(column.values, (value) => (value === 1 ? 1 : 0))
  const marks = column.words.map((word) => /^(1|true|yes|y|test|held-out)$/i.test(word))
  return Uint8Array.from(column.codes, (code) => (marks[code] ? 1 : 0))
}

function usableColumns(table: PlainTable, rows: Uint32Array, without: readonly (string | undefined)[]) {
  const leftOut: LeftOut[] = []
  const usable: Column[] = []
  for (const found of table.columns) {
    if (without.includes(found.name)) continue
    // Without a heading it numbers the rows, as pandas and R write them
    if (found.name === '') leftOut.push({ column: '', why: 'identifier' })
    else if (!found.usable) leftOut.push({ column: found.name, why: found.why })
    else usable.push(found.column)
  }
  const columns = takeRows(usable, rows).filter((column) => {
    const why = isConstant(column) ? 'constant' : isIdentifier(column) ? 'identifier' : null
    if (why) leftOut.push({ column: column.name, why })
    return !why
  })
  if (columns.length === 0) throw new WrongUse('insightTree.cli.nothingToLearn')
  return { columns, leftOut }
}
