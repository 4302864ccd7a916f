import type { TableRow } from './csv.ts'
import { excelDate, isDateFormat } from './xlsx-dates.ts'
import { readXml, readXmlWhole } from './xlsx-xml.ts'
import { ZipDamaged, type ZipEntry, zipEntries, zipStream } from './zip.ts'

/** A workbook opened for reading: nothing of its rows is in memory but the texts that its sheets share. */
export type Workbook = {
  sheets: string[]
  /** Rows of a sheet in batches; a row's line is its number in the spreadsheet, its text its cells as CSV. */
  rows: (sheet: string) => AsyncGenerator<TableRow[]>
}

/** More than this in the texts that cells share can't be kept in memory: such a file comes as CSV. */
export const maxSharedStrings = 150_000_000
const mostColumns = 16_384

/** The sizes that a workbook's directory states, for judging before anything is unpacked. */
export async function workbookEntries(path: string): Promise<Map<string, ZipEntry> | null> {
  const entries = await zipEntries(path)
  return entries.has('xl/workbook.xml') ? entries : null
}

export async function openWorkbook(path: string): Promise<Workbook> {
  const entries = await zipEntries(path)
  const { sheets, date1904 } = await readSheets(path, entries)
  const dates = await readDateStyles(path, entries.get('xl/styles.xml'))
  let strings: string[] | null = null
  return {
    sheets: [...sheets.keys()],
    rows: async function* (sheet) {
      const part = sheets.get(sheet)
      const entry = part ? entries.get(part) : undefined
      if (!entry) throw new ZipDamaged(sheet)
      strings ??= await readStrings(path, entries.get('xl/sharedStrings.xml'))
      yield* readRows(path, entry, { strings, dates, date1904 })
    },
  }
}

/** Sheets by name with the path of their part, in the workbook's order; chart sheets are left out. */
async function readSheets(path: string, entries: Map<string, ZipEntry>) {
  const targets = new Map<string, string>()
  const relations = entries.get('xl/_rels/workbook.xml.rels')
  const book = entries.get('xl/workbook.xml')
  if (!relations || !book) throw new ZipDamaged('workbook')
  await readXmlWhole(zipStream(path, relations), {
    open: (name, { Id, Target, Type }) => {
      if (name === 'Relationship' && Id && Target && Type?.endsWith('/worksheet'))
        targets.set(Id, inBook(Target))
    },
  })
  const sheets = new Map<string, string>()
  let date1904 = false
  await readXmlWhole(zipStream(path, book), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      const part = name === 'sheet' ? targets.get(relationOf(attributes)) : undefined
      if (part && attributes.name) sheets.set(attributes.name, part)
    },
  })
  if (sheets.size === 0) throw new ZipDamaged('no sheet')
  return { sheets, date1904 }
}

/** `r:id`, with any prefix the file gives that namespace. */
function relationOf(attributes: Record<string, string>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key ? (attributes[key] ?? '') : ''
}

function inBook(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** For each cell style whether it shows a date. */
async function readDateStyles(path: string, entry: ZipEntry | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!entry) return styles
  const formats = new Map<number, string>()
  let inCells = false
  await readXmlWhole(zipStream(path, entry), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const format = Number(attributes.numFmtId ?? 0)
        styles.push(isDateFormat(format, formats.get(format)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

async function readStrings(path: string, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let text = ''
  let inText = false
  // A reading aid (rPh) beside a Japanese or Chinese text is not part of it.
  let aside = false
  await readXmlWhole(zipStream(path, entry), {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside = true
      else if (name === 't') inText = !aside
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') aside = false
      else if (name === 'si') strings.push(text)
    },
  })
  return strings
}

type Book = { strings: string[]; dates: boolean[]; date1904: boolean }

async function* readRows(path: string, entry: ZipEntry, book: Book): AsyncGenerator<TableRow[]> {
  let rows: TableRow[] = []
  let line = 0
  let cells: string[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let aside = false
  let formula: string | null = null
  let inFormula = false
  let valued = false
  let broken = new Map<number, 'cellError' | 'cellFormula'>()
  let rounded = new Set<number>()

  const parts = readXml(zipStream(path, entry), {
    open: (name, attributes) => {
      if (name === 'row') {
        line = attributes.r ? Number(attributes.r) : line + 1
        cells = []
        column = 0
        broken = new Map()
        rounded = new Set()
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        if (column > mostColumns) throw new ZipDamaged('too many columns')
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
        formula = null
        valued = false
      } else if (name === 'v' || name === 't') {
        inValue = !aside
        valued = true
      } else if (name === 'f') {
        formula = ''
        inFormula = true
      } else if (name === 'rPh') aside = true
    },
    text: (piece) => {
      if (inValue) value += piece
      else if (inFormula) formula += piece
    },
    close: (name) => {
      if (name === 'f') inFormula = false
      else if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') aside = false
      else if (name === 'c') {
        while (cells.length < column - 1) cells.push('')
        // The result of a formula may be an empty text; no result at all is what another program left to Excel.
        const unreckoned = formula !== null && (type === 'str' ? !valued : value === '')
        if (type === 'e') broken.set(column - 1, 'cellError')
        else if (unreckoned) broken.set(column - 1, 'cellFormula')
        else if (type === 'n' && Math.abs(Number(value)) >= firstRounded) rounded.add(column - 1)
        cells[column - 1] = unreckoned
          ? `=${formula}`
          : cellText(type, value, book.dates[style] === true, book)
      } else if (name === 'row' && cells.some((cell) => cell !== '')) {
        const text = cells.map(quotedCell).join(',')
        const marks = { ...(broken.size > 0 ? { broken } : {}), ...(rounded.size > 0 ? { rounded } : {}) }
        rows.push({ line, cells, text, ...marks })
      }
    },
  })
  for await (const _ of parts) {
    if (rows.length > 0) yield rows
    rows = []
  }
}

function cellText(type: string, value: string, isDate: boolean, book: Book): string {
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return value
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return value.slice(0, 10)
    default:
      if (value === '') return ''
      // 9.9499999999999993 is how a spreadsheet keeps the 9.95 that was typed.
      return isDate ? excelDate(Number(value), book.date1904) : numberText(value)
  }
}

/** A spreadsheet keeps 15 digits of a number: an ID of 18 typed as a number ends in zeros, whatever it ended in. */
const firstRounded = 1e15
const plainInteger = { useGrouping: false, maximumFractionDigits: 0 } as const

/**
 * A number has a point for its decimals, and says so where 75.125 could be read as thousands: 75.1250. One whose last
 * digits may be lost keeps those that are in the file, and is written without an exponent.
 */
function numberText(value: string): string {
  const number = Number(value)
  if (Math.abs(number) >= firstRounded && Number.isFinite(number))
    return /^-?\d+$/.test(value.trim()) ? value.trim() : number.toLocaleString('en-US', plainInteger)
  const text = String(number)
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** 'BC12' → 55. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}

function quotedCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
