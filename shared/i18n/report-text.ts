import type { ReportName } from '../domain/report/catalogue.ts'
import type { WeekStart } from '../domain/report/period.ts'
import type {
  Cell,
  CellKind,
  ChartAsk,
  Column,
  PageName,
  ReportResult,
  Row,
  Sentence,
  SentenceValue,
  Table,
  TableKey,
} from '../domain/report/result.ts'
import { type BusinessDate, isBusinessDate } from '../values/index.ts'
import { dayText } from './day-text.ts'
import { numberText } from './figure-text.ts'
import { isKey, type Key, words, wordsBy } from './index.ts'
import { type CellContext, cellText, digitsOf, isFigure, type ReportFormats } from './report-cell.ts'
import { factsOf } from './report-facts.ts'
import type { Language } from './types.ts'

export type WordedColumn = {
  key: string
  heading: string
  kind: CellKind
  /** Set right, in tabular digits. */
  isFigure: boolean
  /** Digits after the point; a share's are those of its per cent, money's are the currency's. */
  digits: number
  /** The key of its definition. */
  definition: string | null
}

/** A cell's words beside what it holds. */
export type WordedCell = { text: string; value: Cell }

export type WordedTable = {
  key: TableKey
  heading: string
  columns: readonly WordedColumn[]
  rows: readonly (readonly WordedCell[])[]
  total: readonly WordedCell[] | null
}

export type WordedSeries = Pick<WordedColumn, 'key' | 'heading' | 'kind' | 'digits'> & {
  /** Last year or the budget. */
  isQuiet: boolean
  values: readonly (number | null)[]
  texts: readonly string[]
}

/** A drawing with all that is written in it; `places` are the values along the bottom, `labels` their words, `ticks` the short ones below the axis. */
export type WordedChart = {
  kind: ChartAsk['kind']
  table: TableKey
  says: string
  along: string
  places: readonly Cell[]
  labels: readonly string[]
  ticks: readonly string[]
  series: readonly WordedSeries[]
  /** The day that weeks of a calendar begin with. */
  weekStarts: WeekStart
}

export type WordedReport = {
  name: ReportName | PageName
  language: Language
  title: string
  hotel: string
  currency: string
  /** Hotel, period, moment and parameters, each in a few words. */
  facts: readonly string[]
  /** The same in one line. */
  subtitle: string
  says: string | null
  notes: readonly string[]
  /** Of every figure that has one, in the order of the columns. */
  definitions: readonly { key: string; heading: string; text: string }[]
  tables: readonly WordedTable[]
  charts: readonly WordedChart[]
}

/** A page that is no report of the catalogue, for its paper and its files. What it says of itself is in the language already. */
export type PageResult = Omit<ReportResult, 'name'> & {
  name: PageName
  title: string
  facts: readonly string[]
  /** Of its tables. */
  headings: { readonly [key in TableKey]?: string }
  /** Tables that are drawn, and too long to be read beside it. */
  drawnOnly: readonly TableKey[]
}

/** A page beside the catalogue in a language, as a report is worded. */
export function wordPage(page: PageResult, language: Language, formats: ReportFormats): WordedReport {
  const { title, facts, headings, drawnOnly } = page
  const worded = wordBody(page, { title, facts: () => facts }, language, formats)
  return {
    ...worded,
    tables: worded.tables
      .filter(({ key }) => !drawnOnly.includes(key))
      .map((table) => ({ ...table, heading: headings[table.key] ?? table.heading })),
  }
}

/** A report in a language: what screen, files, print and command line show. Nobody words one elsewhere. */
export function wordReport(result: ReportResult, language: Language, formats: ReportFormats): WordedReport {
  const title = words(language, `report.name.${result.name}` as Key)
  return wordBody(result, { title, facts: (context) => factsOf(result, context) }, language, formats)
}

type Body = Omit<ReportResult, 'name'> & Pick<WordedReport, 'name'>
type Head = { title: string; facts: (context: CellContext) => readonly string[] }

function wordBody(result: Body, head: Head, language: Language, formats: ReportFormats): WordedReport {
  const { name, hotel, tables, names } = result
  const context: CellContext = { ...formats, language, currency: hotel.currency, names }
  const worded = tables.map((table) => wordTable(table, name, context))
  const facts = head.facts(context)
  return {
    name,
    language,
    title: head.title,
    hotel: hotel.name,
    currency: hotel.currency,
    facts,
    subtitle: facts.join(' · '),
    says: result.says && sentenceText(result.says, 'reportSays', context),
    notes: notesOf(result, context),
    definitions: definitionsOf(tables, language),
    tables: worded,
    charts: result.charts.flatMap((ask) => {
      const at = tables.findIndex((table) => table.key === ask.table)
      const [table, shown] = [tables[at], worded[at]]
      // Without rows there is nothing to draw but an empty frame
      return table && shown && table.rows.length > 0
        ? [wordChart(ask, table, shown, context, result.weekStarts)]
        : []
    }),
  }
}

/** The heading of a column, as tables, charts and definitions name it. */
export function columnHeading(
  { key, heading = key }: Pick<Column, 'key' | 'heading'>,
  language: Language,
): string {
  const found = `reportColumn.${heading}`
  return isKey(found) ? words(language, found) : heading
}

/** A sentence of a report: dates, numbers, figures of a kind and words of the catalogue stand in it as the reader writes them. */
export function sentenceText(
  { code, params, next }: Sentence,
  section: 'reportSays' | 'reportNote',
  context: CellContext,
): string {
  const key = section === 'reportSays' ? `reportSays.${code}` : `reportNote.${code}`
  if (!isKey(key)) return code
  const counted = countIn(params)
  const text = wordsBy(context.language, key, typeof counted === 'number' ? counted : undefined, (name) =>
    valueIn(params[name], context),
  )
  if (!next) return text
  return `${text}${context.language === 'zh' ? '' : ' '}${sentenceText(next, section, context)}`
}

/** What the words of a sentence are counted by, in the order in which a sentence that has several of them counts. */
const counts = ['count', 'days', 'months', 'have', 'lived', 'festival'] as const

function countIn(params: Sentence['params']): unknown {
  const name = counts.find((one) => one in params)
  const value = name && params[name]
  return typeof value === 'object' ? value.cell : value
}

function valueIn(value: SentenceValue | undefined, context: CellContext): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'object') return cellText(value.cell, value.column, context)
  if (typeof value === 'number') return numberText(value, context.locale, Number.isInteger(value) ? 0 : 1)
  if (isBusinessDate(value)) return cellText(value, { key: '', kind: 'date' }, context)
  return isKey(value) ? words(context.language, value) : value
}

function wordTable(table: Table, report: WordedReport['name'], context: CellContext): WordedTable {
  const { language } = context
  const ofReport = `report.table.${report}.${table.key}`
  return {
    key: table.key,
    heading: words(language, isKey(ofReport) ? ofReport : (`reportText.table.${table.key}` as Key)),
    columns: table.columns.map((column) => ({
      key: column.key,
      heading: columnHeading(column, language),
      kind: column.kind,
      isFigure: isFigure(column.kind),
      digits: digitsOf(column),
      definition: column.definition ?? null,
    })),
    rows: table.rows.map((row) => table.columns.map((column) => wordCell(row, column, context))),
    total: table.total && wordTotal(table.total, table.columns, context),
  }
}

function wordCell(row: Row, column: Column, context: CellContext): WordedCell {
  const value = row[column.key] ?? null
  return { text: cellText(value, column, context), value }
}

/** The first cell says that it is the total; parts that the rows are of have none. */
function wordTotal(total: Row, columns: readonly Column[], context: CellContext): WordedCell[] {
  return columns.map((column, index) => {
    const value = total[column.key] ?? null
    if (value !== null || isFigure(column.kind)) return wordCell(total, column, context)
    return { text: index === 0 ? words(context.language, 'reportText.total') : '', value }
  })
}

function wordChart(
  ask: ChartAsk,
  table: Table,
  shown: WordedTable,
  context: CellContext,
  weekStarts: WeekStart,
): WordedChart {
  const along = shown.columns.findIndex(({ key }) => key === ask.x)
  const quiet = ask.quiet ?? []
  const series = [...ask.y, ...quiet].flatMap((key) => {
    const at = shown.columns.findIndex((column) => column.key === key)
    const column = shown.columns[at]
    if (!column) return []
    const cells = shown.rows.map((row) => row[at] as WordedCell)
    const { heading, kind, digits } = column
    return [
      {
        key,
        heading,
        kind,
        digits,
        isQuiet: quiet.includes(key),
        values: cells.map(({ value }) => (typeof value === 'number' ? value : null)),
        texts: cells.map(({ text }) => text),
      },
    ]
  })
  return {
    kind: ask.kind,
    table: table.key,
    says: sentenceText(ask.says, 'reportSays', context),
    along: shown.columns[along]?.heading ?? ask.x,
    places: shown.rows.map((row) => row[along]?.value ?? null),
    labels: shown.rows.map((row) => row[along]?.text ?? ''),
    ticks: shown.rows.map((row) => tickText(row[along], shown.columns[along]?.kind, context)),
    series,
    weekStarts,
  }
}

/** A day without weekday and year: what is between two of them is to be seen, not read. */
function tickText(
  cell: WordedCell | undefined,
  kind: CellKind | undefined,
  { language }: CellContext,
): string {
  const isDay = kind === 'date' || kind === 'week'
  return isDay && isBusinessDate(cell?.value) ? dayText(cell.value, language, 'axis') : (cell?.text ?? '')
}

function definitionsOf(tables: readonly Table[], language: Language): WordedReport['definitions'] {
  const found = new Map<string, { key: string; heading: string; text: string }>()
  for (const column of tables.flatMap(({ columns }) => columns)) {
    const key = column.definition
    const text = `reportDefinition.${key}`
    if (key === undefined || found.has(key) || !isKey(text)) continue
    found.set(key, { key, heading: columnHeading(column, language), text: words(language, text) })
  }
  return [...found.values()]
}

function notesOf({ tables, notes, withoutRevenue, period }: Body, context: CellContext): string[] {
  const { language } = context
  const said = notes.map((note) => sentenceText(note, 'reportNote', context))
  if (tables[0].rows.length === 0 && said.length === 0) said.push(emptyNote(period, language))
  if (withoutRevenue) said.push(words(language, 'reportText.withoutRevenue'))
  return said
}

function emptyNote(period: { from: BusinessDate; to: BusinessDate } | null, language: Language): string {
  return words(language, period ? 'reportText.emptyPeriod' : 'reportText.empty')
}
