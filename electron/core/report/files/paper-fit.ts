import type { WordedReport, WordedTable } from '#shared/i18n/report-text.ts'
import { isBrokenAnywhere, textWidth, wordWidth } from './text-width.ts'

/** Type in points and the space on both sides of a cell, from comfortable to the smallest that is read on paper. */
export const paperSizes = [
  { font: 9.5, padding: 5 },
  { font: 8.5, padding: 4 },
  { font: 7.5, padding: 3 },
  { font: 6.5, padding: 2.5 },
] as const

/**
 * How wide a table may be in points: 12 mm of margin on each side of the narrower of A4 and Letter. Fonts differ between machines by a
 * few per cent, so a little is left free.
 */
const widths = { portrait: 527 * 0.97, landscape: 723 * 0.97 }

/** The least width of a heading that may be broken between any two signs, in ems; `:lang(zh) thead th` has it in the style. */
export const narrowestHeading = 5
/** Words in a row's first cells that are shorter stay in one line. */
const shortText = 12
/** So many first columns are repeated at most, and never more than this share of the paper. */
const maxRepeated = 3
const maxRepeatedShare = 0.4

export type TableFit = {
  /** Index in paperSizes. */
  size: number
  /** Columns of each of the tables that it becomes on paper, by their index; null where it fits as it is. */
  parts: readonly (readonly number[])[] | null
}
export type PaperFit = { isLandscape: boolean; tables: readonly TableFit[] }

/** How the tables of a report are put on paper so that none of their columns is cut off. */
export function fitPaper({ tables }: Pick<WordedReport, 'tables'>): PaperFit {
  const measured = tables.map(measureTable)
  const isLandscape = tables.some(({ columns }, at) => {
    const { widthsAt } = measured[at] as Measured
    return columns.length > 7 || sum(widthsAt(1)) > widths.portrait
  })
  const width = isLandscape ? widths.landscape : widths.portrait
  return { isLandscape, tables: measured.map((one) => fitTable(one, width)) }
}

/** Whether texts of a column stay in one line: figures, dates, and names that are short. */
export function staysWhole({ columns, rows, total }: WordedTable, at: number): boolean {
  const column = columns[at]
  if (!column) return false
  if (column.isFigure || column.kind === 'date' || column.kind === 'moment') return true
  return [...rows, ...(total ? [total] : [])].every((cells) => textWidth(cells[at]?.text ?? '') <= shortText)
}

type Measured = { lead: number; widthsAt: (size: number) => number[] }

/** The least width of each column: its widest text, or its widest word where it may be broken into lines. */
function measureTable(table: WordedTable): Measured {
  const { columns, rows, total } = table
  const ems = columns.map(({ heading }, at) => {
    const widest = staysWhole(table, at) ? textWidth : wordWidth
    const head = isBrokenAnywhere(heading) ? narrowestHeading - 1 : wordWidth(heading, 'bold')
    const foot = total ? widest(total[at]?.text ?? '', 'bold') : 0
    return rows.reduce((most, cells) => Math.max(most, widest(cells[at]?.text ?? '')), Math.max(head, foot))
  })
  const figure = columns.findIndex(({ isFigure }) => isFigure)
  return {
    lead: Math.min(Math.max(figure < 0 ? 1 : figure, 1), maxRepeated),
    widthsAt: (size) => {
      const { font, padding } = paperSizes[size] as (typeof paperSizes)[number]
      return ems.map((em) => em * font + 2 * padding)
    },
  }
}

function fitTable({ lead, widthsAt }: Measured, width: number): TableFit {
  const fitting = paperSizes.findIndex((_, size) => sum(widthsAt(size)) <= width)
  if (fitting >= 0) return { size: fitting, parts: null }
  const smallest = paperSizes.length - 1
  const fewest = partsOf(widthsAt(smallest), lead, width).length
  const size = paperSizes.findIndex((_, at) => partsOf(widthsAt(at), lead, width).length === fewest)
  return { size, parts: balanced(widthsAt(size), lead, width, fewest) }
}

/** Columns in as many tables as they need, each beginning with the first columns. */
function partsOf(columns: readonly number[], lead: number, width: number): number[][] {
  const repeated = Array.from({ length: repeatedOf(columns, lead, width) }, (_, at) => at)
  const first = sum(repeated.map((at) => columns[at] ?? 0))
  const parts: number[][] = []
  let room = 0
  for (let at = repeated.length; at < columns.length; at++) {
    const own = columns[at] ?? 0
    const last = parts.at(-1)
    if (last && own <= room) last.push(at)
    else {
      parts.push([...repeated, at])
      room = width - first
    }
    room -= own
  }
  return parts
}

/** First columns that would leave no room for the others are not repeated, but for the very first. */
function repeatedOf(columns: readonly number[], lead: number, width: number): number {
  let count = lead
  while (count > 1 && sum(columns.slice(0, count)) > width * maxRepeatedShare) count--
  return count
}

/** As many tables, but of about one width: a last table of a single column is read badly. */
function balanced(columns: readonly number[], lead: number, width: number, count: number): number[][] {
  const steps = 20
  for (let step = 1; step < steps; step++) {
    const parts = partsOf(columns, lead, (width * step) / steps)
    if (parts.length <= count) return parts
  }
  return partsOf(columns, lead, width)
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0)
}
