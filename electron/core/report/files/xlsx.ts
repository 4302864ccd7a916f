import ExcelJS from 'exceljs'
import type { PageSize } from '#shared/domain/folio/paper-size.ts'
import { wideLength } from '#shared/domain/text/wide-length.ts'
import { words } from '#shared/i18n/index.ts'
import type { WordedCell, WordedColumn, WordedReport, WordedTable } from '#shared/i18n/report-text.ts'
import { type Currency, isBusinessDate, minorDigits, toDayNumber } from '#shared/values/index.ts'
import { momentOnClock } from './clock.ts'

export type XlsxAsk = { worded: WordedReport; timeZone: string; made: string; paper?: PageSize }

/**
 * A workbook: the report's own table with its heading above it, the definitions on the second sheet, a sheet for each further
 * table. Figures, dates and moments are typed cells in the formats of the language; every sheet prints on the hotel's paper with its column
 * heads on each page.
 */
export async function xlsxOf({ worded, timeZone, made, paper = 'a4' }: XlsxAsk): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Keyrack'
  book.created = new Date(made)
  book.modified = new Date(made)
  book.title = worded.title
  const name = sheetNames()
  const [main, ...others] = worded.tables
  const around = { worded, timeZone, paper }
  if (main) addTable(book, name(worded.title), main, around)
  addDefinitions(book, name(words(worded.language, 'reportText.definitions')), around)
  for (const table of others) addTable(book, name(table.heading), table, around)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Names that Excel takes: at most 31 characters, none of its own signs, none twice. */
function sheetNames(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    const plain =
      text
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 31) || '1'
    for (let number = 1; ; number += 1) {
      const ending = number > 1 ? ` ${number}` : ''
      const name = plain.slice(0, 31 - ending.length) + ending
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

type Around = { worded: WordedReport; timeZone: string; paper: PageSize }

function addTable(book: ExcelJS.Workbook, name: string, table: WordedTable, around: Around): void {
  const { worded } = around
  const isMain = table.key === 'main'
  const above = [
    [isMain ? worded.title : `${worded.title} · ${table.heading}`],
    [worded.subtitle],
    ...(isMain ? [worded.says, ...worded.notes].flatMap((text) => (text ? [[text]] : [])) : []),
    [],
  ]
  const sheet = book.addWorksheet(name)
  sheet.addRows(above)
  sheet.getRow(1).font = { bold: true, size: 14 }
  const head = sheet.addRow(table.columns.map(({ heading }) => heading))
  styleHead(head, table.columns)
  for (const row of table.rows) addCells(sheet, row, table.columns, around)
  if (table.total) styleTotal(addCells(sheet, table.total, table.columns, around))
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: head.number, showGridLines: false }]
  table.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = widthOf(column, index, table)
  })
  setUpPrint(sheet, around, table.columns.length > 6)
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`
}

function styleHead(head: ExcelJS.Row, columns: readonly WordedColumn[]): void {
  columns.forEach(({ isFigure }, index) => {
    const cell = head.getCell(index + 1)
    cell.font = { bold: true }
    cell.alignment = { horizontal: isFigure ? 'right' : 'left', vertical: 'bottom', wrapText: true }
    cell.border = { bottom: { style: 'medium' } }
  })
}

function styleTotal(row: ExcelJS.Row): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { bold: true }
    cell.border = { top: { style: 'thin' } }
  })
}

function addCells(
  sheet: ExcelJS.Worksheet,
  cells: readonly WordedCell[],
  columns: readonly WordedColumn[],
  { worded, timeZone }: Around,
): ExcelJS.Row {
  const row = sheet.addRow([])
  cells.forEach((given, index) => {
    const column = columns[index] as WordedColumn
    const cell = row.getCell(index + 1)
    const { value, format } = typedCell(given, column, worded, timeZone)
    cell.value = value
    if (format) cell.numFmt = format
    cell.alignment = {
      horizontal: column.isFigure ? 'right' : 'left',
      vertical: 'top',
      wrapText: column.kind === 'text',
    }
  })
  return row
}

type Typed = { value: string | number | Date; format?: string }

/** A figure that does not exist is the text —, which no sum counts. */
function typedCell(
  { text, value }: WordedCell,
  column: WordedColumn,
  worded: WordedReport,
  timeZone: string,
): Typed {
  const { kind, isFigure, digits } = column
  const isChinese = worded.language === 'zh'
  if (value === null) return { value: text }
  if (kind === 'money') {
    const decimals = minorDigits(worded.currency as Currency)
    return { value: Number(value) / 10 ** decimals, format: numberFormat(decimals) }
  }
  if (kind === 'share') return { value: Number(value), format: `0${fraction(digits)}%` }
  if (kind === 'points')
    return {
      value: 100 * Number(value),
      format: `${numberFormat(digits)}"${isChinese ? '个百分点' : ' pp'}"`,
    }
  if (isFigure) return { value: Number(value), format: numberFormat(digits) }
  if (kind === 'date' && isBusinessDate(value))
    return { value: dateAt(value), format: isChinese ? 'yyyy/mm/dd' : 'ddd d mmm yyyy' }
  if (kind === 'month' && /^\d{4}-\d{2}/.test(String(value)))
    return {
      value: new Date(`${String(value).slice(0, 7)}-01T00:00:00Z`),
      format: isChinese ? 'yyyy"年"m"月"' : 'mmm yyyy',
    }
  if (kind === 'moment')
    return {
      value: momentOnClock(String(value), timeZone),
      format: isChinese ? 'yyyy/mm/dd hh:mm' : 'd mmm yyyy hh:mm',
    }
  return { value: text }
}

function dateAt(date: Parameters<typeof toDayNumber>[0]): Date {
  return new Date(toDayNumber(date) * 86_400_000)
}

function numberFormat(decimals: number): string {
  return `#,##0${fraction(decimals)}`
}

function fraction(decimals: number): string {
  return decimals > 0 ? `.${'0'.repeat(decimals)}` : ''
}

/** In characters, a Chinese one counting two: as wide as what is in it, within what a page can bear. */
function widthOf({ heading, isFigure }: WordedColumn, index: number, table: WordedTable): number {
  const lines = [...table.rows, ...(table.total ? [table.total] : [])]
  const texts = lines.map((cells) => wideLength(cells[index]?.text ?? ''))
  const head = Math.max(...heading.split(/\s+/).map(wideLength))
  const widest = texts.reduce((most, length) => Math.max(most, length), head)
  return Math.min(Math.max(widest + 2, isFigure ? 10 : 12), 48)
}

function addDefinitions(book: ExcelJS.Workbook, name: string, around: Around): void {
  const { worded } = around
  const { language, definitions, notes, subtitle, title } = worded
  const sheet = book.addWorksheet(name)
  sheet.addRows([[title], [subtitle], []])
  sheet.getRow(1).font = { bold: true, size: 14 }
  const heads = sheet.addRow([words(language, 'reportText.figure'), words(language, 'reportText.definition')])
  heads.font = { bold: true }
  for (const { heading, text } of definitions)
    sheet.addRow([heading, text]).alignment = { vertical: 'top', wrapText: true }
  if (notes.length > 0) {
    sheet.addRow([])
    sheet.addRow([words(language, 'reportText.notes')]).font = { bold: true }
    for (const note of notes) sheet.addRow(['', note]).alignment = { vertical: 'top', wrapText: true }
  }
  sheet.getColumn(1).width = 28
  sheet.getColumn(2).width = 90
  sheet.views = [{ state: 'frozen', ySplit: heads.number, showGridLines: false }]
  setUpPrint(sheet, around, false)
  sheet.pageSetup.printTitlesRow = `${heads.number}:${heads.number}`
}

/** `&` begins a code in Excel's page heads. */
function setUpPrint(
  sheet: ExcelJS.Worksheet,
  { worded: { hotel, title, language }, paper }: Around,
  isWide: boolean,
): void {
  sheet.pageSetup = {
    // 1 is Letter, which the library's own list leaves out
    paperSize: (paper === 'a4' ? 9 : 1) as ExcelJS.PaperSize,
    orientation: isWide ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  }
  const plain = (text: string) => text.replaceAll('&', '&&')
  sheet.headerFooter.oddHeader = `&L${plain(hotel)}&R${plain(title)}`
  sheet.headerFooter.oddFooter = `&C${words(language, 'reportText.page', { page: '&P', pages: '&N' })}`
}
