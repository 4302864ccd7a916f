import { rowText, type TableRow } from './csv.ts'
import { excelDate } from './xlsx-dates.ts'
import { columnOf, createMergeFiller, type Merge } from './xlsx-merges.ts'
import { dateText, decodedText, isRounded, numberText } from './xlsx-text.ts'
import { readXml, type XmlListener } from './xlsx-xml.ts'
import { ZipDamaged, type ZipEntry, zipStream } from './zip.ts'

/** What the cells of all sheets refer to: shared texts, which styles show a date, and from when dates are counted. */
export type CellBook = { strings: readonly string[]; dates: readonly boolean[]; date1904: boolean }

const mostColumns = 16_384

/** Rows of a sheet in batches as it streams by; cells merged downwards are given to every row that they cover. */
export async function* readSheetRows(
  path: string,
  entry: ZipEntry,
  merges: readonly Merge[],
  book: CellBook,
): AsyncGenerator<TableRow[]> {
  const fillMerged = createMergeFiller(merges)
  let rows: TableRow[] = []
  const listener = listenToRows(book, (row) => {
    const filled = fillMerged(row)
    if (filled) rows.push(filled)
  })
  for await (const _ of readXml(zipStream(path, entry), listener)) {
    if (rows.length > 0) yield rows
    rows = []
  }
}

/** Hears a sheet's XML and hands on each row that says something. */
function listenToRows(book: CellBook, hand: (row: TableRow) => void): XmlListener {
  let row = emptyRow(0, false)
  let cell = emptyCell(0, {})
  let into: 'value' | 'formula' | null = null
  let aside = false
  return {
    open: (name, attributes) => {
      if (name === 'row')
        row = emptyRow(attributes.r ? Number(attributes.r) : row.line + 1, isTrue(attributes.hidden))
      else if (name === 'c') {
        cell = emptyCell(attributes.r ? columnOf(attributes.r) : row.column + 1, attributes)
        row.column = cell.column
        if (cell.column > mostColumns) throw new ZipDamaged('too many columns')
      } else if (name === 'v' || name === 't') {
        into = aside ? null : 'value'
        cell.valued = true
      } else if (name === 'f') {
        cell.formula = ''
        into = 'formula'
      } else if (name === 'rPh') aside = true
    },
    text: (piece) => {
      if (into === 'value') cell.value += piece
      else if (into === 'formula') cell.formula += piece
    },
    close: (name) => {
      if (name === 'f' || name === 'v' || name === 't') into = null
      else if (name === 'rPh') aside = false
      else if (name === 'c') addCell(row, cell, book)
      else if (name === 'row' && row.cells.some((text) => text !== '')) hand(tableRow(row))
    },
  }
}

type Row = {
  line: number
  hidden: boolean
  column: number
  cells: string[]
  broken: Map<number, 'cellError' | 'cellFormula'>
  rounded: Set<number>
}
type Cell = {
  column: number
  type: string
  style: number
  value: string
  formula: string | null
  valued: boolean
}

function emptyRow(line: number, hidden: boolean): Row {
  return { line, hidden, column: 0, cells: [], broken: new Map(), rounded: new Set() }
}

function emptyCell(column: number, attributes: Record<string, string>): Cell {
  const style = Number(attributes.s ?? 0)
  return { column, type: attributes.t ?? 'n', style, value: '', formula: null, valued: false }
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}

function addCell(row: Row, { column, type, style, value, formula, valued }: Cell, book: CellBook): void {
  const at = column - 1
  while (row.cells.length < at) row.cells.push('')
  // The result of a formula may be an empty text; no result at all is what another program left to Excel.
  const unreckoned = formula !== null && (type === 'str' ? !valued : value === '')
  if (type === 'e') row.broken.set(at, 'cellError')
  else if (unreckoned) row.broken.set(at, 'cellFormula')
  else if (type === 'n' && isRounded(value)) row.rounded.add(at)
  row.cells[at] = unreckoned ? `=${formula}` : cellText(type, value, book.dates[style] === true, book)
}

function tableRow({ line, hidden, cells, broken, rounded }: Row): TableRow {
  return {
    line,
    cells,
    text: rowText(cells),
    ...(broken.size > 0 ? { broken } : {}),
    ...(rounded.size > 0 ? { rounded } : {}),
    ...(hidden ? { hidden } : {}),
  }
}

function cellText(type: string, value: string, isDate: boolean, book: CellBook): string {
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return decodedText(value)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return dateText(value)
    default:
      if (value === '') return ''
      return isDate ? excelDate(Number(value), book.date1904) : numberText(value)
  }
}
