/** A budget as a table: a row for each month of the house, of a type, of a segment, or of a segment of a type. */
import { decimalToMinor, maxMinor, type RoomTypeId } from '../../values/index.ts'
import { createSignWatch, decimalSignOf, withPoint } from '../import/amounts.ts'
import { monthOfWord } from '../import/date-words.ts'
import { plainWord, readSegment } from '../import/values.ts'
import { type BudgetCell, type BudgetLevel, cellKey, hasTypes, maxNights } from './budget.ts'

export const budgetColumns = ['month', 'type', 'segment', 'nights', 'revenue'] as const
export type BudgetColumn = (typeof budgetColumns)[number]

export type BudgetFileRow = { line: number; cells: readonly string[] }
/** Why a line is not taken: `column` names where, `text` what stands there. */
export type WrongLine = { line: number; column: BudgetColumn; why: WrongReason; text: string }
export const wrongReasons = [
  'empty',
  'notMonth',
  'otherYear',
  'unknown',
  'notNumber',
  'tooLarge',
  'twice',
  'level',
] as const
export type WrongReason = (typeof wrongReasons)[number]

export type BudgetFile = { level: BudgetLevel; cells: BudgetCell[]; wrong: WrongLine[] }

/** What the house has, and how it writes money. */
export type BudgetRules = {
  year: number
  /** Codes and names of room types. */
  types: readonly { id: RoomTypeId; words: readonly string[] }[]
  minorDigits: number
}

const headings: Readonly<Record<BudgetColumn, string>> = {
  month: 'month|period|date|月份|月|期间|日期',
  type: 'type|room type|roomtype|room class|房型|房型代码|客房类型|房类',
  segment: 'segment|market segment|market|市场|细分市场|客源|客源类型|市场细分|客源市场',
  nights: 'nights|room nights|roomnights|rooms|rooms sold|rn|间夜|间夜数|房晚|售房数|已售房晚|出租间夜',
  revenue: 'revenue|room revenue|rooms revenue|rev|收入|房费|客房收入|房费收入|营收',
}
const columnOfWord = new Map(
  budgetColumns.flatMap((column) =>
    headings[column].split('|').map((word) => [plainWord(word), column] as const),
  ),
)
const all = new Set(
  ['all', 'house', 'total', '*', '全部', '全店', '合计', '所有'].map(plainWord).filter(Boolean),
)

/** Which column of a table is which; null for those that are none. */
export function columnsIn(names: readonly string[]): (BudgetColumn | null)[] {
  const taken = new Set<BudgetColumn>()
  return names.map((name) => {
    // A unit or a currency may stand behind the word
    const column =
      columnOfWord.get(plainWord(name)) ??
      columnOfWord.get(plainWord(name.normalize('NFKC').replace(/[([].*$/, '')))
    if (!column || taken.has(column)) return null
    taken.add(column)
    return column
  })
}

/** The columns that a budget can't be without and a table lacks. */
export function missingColumns(columns: readonly (BudgetColumn | null)[]): BudgetColumn[] {
  return (['month', 'nights', 'revenue'] as const).filter((column) => !columns.includes(column))
}

/** Reads the rows of a table. Its level is what its lines name; lines of another level than the first are wrong. */
export function readBudgetRows(
  columns: readonly (BudgetColumn | null)[],
  rows: readonly BudgetFileRow[],
  rules: BudgetRules,
): BudgetFile {
  const at = (column: BudgetColumn) => columns.indexOf(column)
  const text = ({ cells }: BudgetFileRow, column: BudgetColumn) =>
    (cells[at(column)] ?? '').normalize('NFKC').trim()
  const signs = createSignWatch()
  for (const row of rows) for (const column of ['nights', 'revenue'] as const) signs.see(text(row, column))
  const point = signs.sign() ?? 'point'
  const types = new Map(
    rules.types.flatMap(({ id, words }) => words.map((word) => [plainWord(word), id] as const)),
  )
  const wrong: WrongLine[] = []
  const cells: BudgetCell[] = []
  const seen = new Set<string>()
  let level: BudgetLevel | null = null
  for (const row of rows) {
    const fault = (column: BudgetColumn, why: WrongReason) => {
      wrong.push({ line: row.line, column, why, text: text(row, column).slice(0, 60) })
      return null
    }
    const month = monthIn(text(row, 'month'), rules.year)
    const roomTypeId = lineOf(text(row, 'type'), (word) => types.get(plainWord(word)) ?? null, 0 as const)
    const segment = lineOf(text(row, 'segment'), readSegment, '' as const)
    const nights = numberIn(text(row, 'nights'), point, 0, maxNights)
    const revenue = numberIn(text(row, 'revenue'), point, rules.minorDigits, maxMinor)
    if (typeof month === 'string') fault('month', month)
    else if (roomTypeId === null) fault('type', 'unknown')
    else if (segment === null) fault('segment', 'unknown')
    else if (typeof nights === 'string') fault('nights', nights)
    else if (typeof revenue === 'string') fault('revenue', revenue)
    else {
      const cell = { month, roomTypeId, segment, nights, revenueMinor: revenue }
      level ??= levelOf(cell)
      if (levelOf(cell) !== level) fault(hasTypes(level) === roomTypeId > 0 ? 'segment' : 'type', 'level')
      else if (seen.has(cellKey(cell))) fault('month', 'twice')
      else {
        seen.add(cellKey(cell))
        cells.push(cell)
      }
    }
  }
  return { level: level ?? 'house', cells, wrong }
}

function levelOf({ roomTypeId, segment }: BudgetCell): BudgetLevel {
  if (roomTypeId > 0) return segment === '' ? 'type' : 'both'
  return segment === '' ? 'house' : 'segment'
}

/** An empty cell and a word for all of them are the line of all. */
function lineOf<T, A>(text: string, read: (word: string) => T | null, ofAll: A): T | A | null {
  if (text === '' || text === '*' || all.has(plainWord(text))) return ofAll
  return read(text)
}

/** 3, 03, Mar, March, 3月, 三月, 2026-03, 2026/3/1, 2026年3月, 03/2026. */
function monthIn(text: string, year: number): number | WrongReason {
  if (text === '') return 'empty'
  const yearFirst = /^(\d{4})[-/.年 ]*(\d{1,2})月?(?:[-/.]\d{1,2})?(?:日)?(?:[ T]00:00(?::00)?.*)?$/.exec(
    text,
  )
  const yearLast = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  const bare = /^(\d{1,2})月?$/.exec(text)
  const [written, number] = yearFirst
    ? [Number(yearFirst[1]), Number(yearFirst[2])]
    : yearLast
      ? [Number(yearLast[2]), Number(yearLast[1])]
      : bare
        ? [year, Number(bare[1])]
        : monthByWord(text, year)
  if (number < 1 || number > 12) return 'notMonth'
  return written === year ? number : 'otherYear'
}

/** March 2026, Mar-26, 三月. */
function monthByWord(text: string, year: number): [number, number] {
  const found = /^(.*?[^\d\s,'’-])[\s,'’-]*(\d{4}|\d{2})?$/.exec(text)
  const written = found?.[2]
  const number = monthOfWord((found?.[1] ?? '').replace(/\.$/, ''))
  const ofYear = written === undefined ? year : Number(written) + (written.length === 2 ? 2000 : 0)
  return [ofYear, number]
}

function numberIn(text: string, sign: 'point' | 'comma', digits: number, most: number): number | WrongReason {
  if (text === '') return 'empty'
  const own = decimalSignOf(text)
  const plain = withPoint(text, own === 'either' || own === null ? sign : own)
  const found = /^(?:[¥$€£₩]|[A-Z]{3})?\s*(-?[\d\s'’]*\.?\d*)\s*(?:元|€|[A-Z]{3})?$/i.exec(plain)
  const bare = (found?.[1] ?? '').replace(/[\s'’]/g, '')
  // A spreadsheet's own sums have more decimals than money has; nights have none
  const number = decimalToMinor(bare, digits, digits === 0 ? 'exact' : 'half-up')
  if (number === null || number < 0) return 'notNumber'
  return number > most ? 'tooLarge' : number
}
