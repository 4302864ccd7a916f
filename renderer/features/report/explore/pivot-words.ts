import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import type { Head } from '#shared/domain/report/explore/pivot.ts'
import type { Cell, Column } from '#shared/domain/report/result.ts'
import { isKey, words } from '#shared/i18n/index.ts'
import { type CellContext, cellText } from '#shared/i18n/report-cell.ts'
import { columnHeading, sentenceText } from '#shared/i18n/report-text.ts'

/** One head of a line of heads: what it says, how many columns and lines it spans. */
export type HeadCell = { key: string; text: string; span: number; lines: number; isTotal: boolean }

export type WordedHead = {
  /** What it is, whatever it is called: two accounts may have one name. */
  keys: readonly Cell[]
  /** One for each of its dimensions; a total's first is the total, and stands for the rest. */
  texts: readonly string[]
  isTotal: boolean
  /** The same in one line: `Deluxe, March 2026`; of the grand total, the total. */
  title: string
}

export type WordedPivot = {
  rowHeadings: readonly string[]
  rows: readonly WordedHead[]
  /** Lines of heads above the figures, from the outermost in. */
  lines: readonly (readonly HeadCell[])[]
  /** Figures in a line: of every column head, every measure. */
  figures: readonly { heading: string; definition: string | null; isTotal: boolean; title: string }[]
  /** By row, by figure of the line. */
  cells: readonly (readonly string[])[]
  notes: readonly string[]
}

/** A pivot in a language. */
export function wordPivot(
  { heads, pivot, notes, withoutRevenue }: ExploreResult,
  context: CellContext,
): WordedPivot {
  const { language } = context
  const total = words(language, 'explore.total')
  const rows = pivot.rows.map((head) => wordHead(head, heads.rows, total, context))
  const columns = pivot.columns.map((head) => wordHead(head, heads.columns, total, context))
  const { measures } = heads
  const isOne = measures.length === 1 && heads.columns.length > 0
  const measureLine = columns.flatMap((head, at) =>
    measures.map((measure) =>
      headCell(`${at} ${measure.key}`, columnHeading(measure, language), 1, 1, head.isTotal),
    ),
  )
  return {
    rowHeadings: heads.rows.map((column) => columnHeading(column, language)),
    rows,
    lines: [...headLines(columns, heads.columns.length, measures.length), ...(isOne ? [] : [measureLine])],
    figures: columns.flatMap((head) =>
      measures.map((measure) => ({
        heading: columnHeading(measure, language),
        definition: definitionOf(measure, context),
        isTotal: head.isTotal,
        title: heads.columns.length > 0 ? head.title : '',
      })),
    ),
    cells: pivot.cells.map((row) =>
      row.flatMap((figures) =>
        figures.map((figure, at) => cellText(figure, measures[at] as Column, context)),
      ),
    ),
    notes: [
      ...notes.map((note) => sentenceText(note, 'reportNote', context)),
      ...(withoutRevenue ? [words(language, 'reportText.withoutRevenue')] : []),
    ],
  }
}

function wordHead(
  { keys }: Head,
  columns: readonly Column[],
  total: string,
  context: CellContext,
): WordedHead {
  const texts = keys.map((key, at) => cellText(key, columns[at] as Column, context))
  const isTotal = keys.length < columns.length || columns.length === 0
  return {
    keys,
    texts: isTotal ? [...texts, total] : texts,
    isTotal,
    title: texts.length > 0 ? texts.join(', ') : total,
  }
}

function definitionOf({ definition }: Column, { language }: CellContext): string | null {
  const key = `reportDefinition.${definition ?? ''}`
  return isKey(key) ? words(language, key) : null
}

/** Lines of column heads: neighbours with the same beginning are one; a total's head reaches down to the figures. */
function headLines(columns: readonly WordedHead[], depth: number, measures: number): HeadCell[][] {
  return Array.from({ length: depth }, (_, line) => {
    const cells: HeadCell[] = []
    let last: string | null = null
    for (const { keys, texts, isTotal } of columns) {
      // A total above this line spans it already
      if (texts.length <= line) {
        last = null
        continue
      }
      const isEnd = isTotal && texts.length === line + 1
      const key = JSON.stringify([keys.slice(0, line + 1), isEnd])
      const before = cells.at(-1)
      if (before && key === last && !isEnd)
        cells[cells.length - 1] = { ...before, span: before.span + measures }
      else cells.push(headCell(key, texts[line] ?? '', measures, isEnd ? depth - line : 1, isEnd))
      last = isEnd ? null : key
    }
    return cells
  })
}

function headCell(key: string, text: string, span: number, lines: number, isTotal: boolean): HeadCell {
  return { key, text, span, lines, isTotal }
}
