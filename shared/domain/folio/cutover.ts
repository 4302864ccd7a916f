/**
 * What the books begin with: the open balances of the system before, as of the business date, against equity. Amounts are
 * minor units; what an account or a guest is owed is negative.
 */
import { type BusinessDate, type Currency, isBusinessDate, parseMoney } from '../../values/index.ts'
import { type DepositKind, depositKinds } from './deposit.ts'

export const cutoverSections = ['folios', 'deposits', 'items', 'vouchers', 'numbers'] as const
export type CutoverSection = (typeof cutoverSections)[number]

/** `line` is where it was in its file, the first line being 1; of typed rows their place in the list. */
type Row = { line: number }
export type FolioOpening = Row & { confirmationNo: string; window: number; amountMinor: number; text: string }
export type DepositOpening = Row & {
  confirmationNo: string
  kind: DepositKind
  slipNo: string
  amountMinor: number
  takenOn: BusinessDate
  /** The payment code that it was taken by. */
  code: string
}
export type ItemOpening = Row & {
  account: string
  dated: BusinessDate
  dueOn: BusinessDate | null
  reference: string
  amountMinor: number
}
export type VoucherOpening = Row & {
  number: string
  amountMinor: number
  soldOn: BusinessDate
  expiresOn: BusinessDate | null
}
export type NumberOpening = Row & { series: string; year: number; next: number }

export type Opening = {
  folios: FolioOpening[]
  deposits: DepositOpening[]
  items: ItemOpening[]
  vouchers: VoucherOpening[]
  numbers: NumberOpening[]
  /** Cash in the safe. */
  safeMinor: number
}

/** The ledgers that are compared with the trial balance of the system before. */
export const openingLedgers = ['guest', 'deposits', 'keyDeposits', 'cityLedger', 'vouchers', 'cash'] as const
export type OpeningLedger = (typeof openingLedgers)[number]
export type OpeningTotals = { [L in OpeningLedger]: number }

/** What an opening comes to by ledger: what is owed to the hotel, or what the hotel owes, as a positive sum. */
export function totalsOfOpening(opening: Opening): OpeningTotals {
  const sum = (rows: readonly { amountMinor: number }[]) =>
    rows.reduce((total, { amountMinor }) => total + amountMinor, 0)
  return {
    guest: sum(opening.folios),
    deposits: sum(opening.deposits.filter(({ kind }) => kind === 'deposit')),
    keyDeposits: sum(opening.deposits.filter(({ kind }) => kind === 'key')),
    cityLedger: sum(opening.items),
    vouchers: sum(opening.vouchers),
    cash: opening.safeMinor,
  }
}

export const openingMistakes = [
  'EMPTY',
  'NOT_AN_AMOUNT',
  'NOT_ABOVE_ZERO',
  'ZERO',
  'NOT_A_DATE',
  'NOT_A_NUMBER',
  'NOT_A_CHOICE',
  'COLUMN_MISSING',
  'TWICE',
  'AHEAD',
  'BOOKING_UNKNOWN',
  'WINDOW_UNKNOWN',
  'FOLIO_CLOSED',
  'CODE_UNKNOWN',
  'SLIP_TAKEN',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_TWICE',
  'VOUCHER_TAKEN',
  'SERIES_UNKNOWN',
  'NUMBER_DRAWN',
] as const
export type OpeningMistake = (typeof openingMistakes)[number]

/** One wrong field of one line, with what stands there. */
export type WrongLine = {
  section: CutoverSection
  line: number
  field: string
  code: OpeningMistake
  value: string
}

type Kind =
  | 'text'
  | 'optional'
  | 'amount'
  | 'signed'
  | 'date'
  | 'optional date'
  | 'whole'
  /** The first where none is given. */
  | 'window'
  | 'deposit kind'
type Column = { field: string; kind: Kind; heads: readonly string[] }

/** The columns of each section in their order; a file may name them in English or Chinese, or have them in this order. */
export const openingColumns: { readonly [S in CutoverSection]: readonly Column[] } = {
  folios: [
    { field: 'confirmationNo', kind: 'text', heads: ['confirmation', 'confirmation no', '确认号', '预订号'] },
    { field: 'window', kind: 'window', heads: ['window', '账页'] },
    { field: 'amountMinor', kind: 'signed', heads: ['amount', 'balance', '金额', '余额'] },
    { field: 'text', kind: 'optional', heads: ['text', 'note', '说明', '备注'] },
  ],
  deposits: [
    { field: 'confirmationNo', kind: 'text', heads: ['confirmation', 'confirmation no', '确认号', '预订号'] },
    { field: 'kind', kind: 'deposit kind', heads: ['kind', '类别'] },
    { field: 'slipNo', kind: 'text', heads: ['slip', 'slip no', '单号'] },
    { field: 'amountMinor', kind: 'amount', heads: ['amount', '金额'] },
    { field: 'takenOn', kind: 'date', heads: ['taken', 'date', '日期', '收取日'] },
    { field: 'code', kind: 'text', heads: ['code', 'method', '付款方式', '代码'] },
  ],
  items: [
    { field: 'account', kind: 'text', heads: ['account', '账户', '客户'] },
    { field: 'dated', kind: 'date', heads: ['dated', 'date', '日期'] },
    { field: 'dueOn', kind: 'optional date', heads: ['due', 'due on', '到期日'] },
    { field: 'reference', kind: 'optional', heads: ['reference', 'invoice', '参考号', '单据号'] },
    { field: 'amountMinor', kind: 'signed', heads: ['amount', '金额'] },
  ],
  vouchers: [
    { field: 'number', kind: 'text', heads: ['number', 'voucher', '号码', '券号'] },
    { field: 'amountMinor', kind: 'amount', heads: ['amount', 'left', '金额', '余额'] },
    { field: 'soldOn', kind: 'date', heads: ['sold', 'sold on', '售出日'] },
    { field: 'expiresOn', kind: 'optional date', heads: ['expires', 'expires on', '到期日'] },
  ],
  numbers: [
    { field: 'series', kind: 'text', heads: ['series', '系列', '单据'] },
    { field: 'year', kind: 'whole', heads: ['year', '年度', '年'] },
    { field: 'next', kind: 'whole', heads: ['next', 'next number', '下一号'] },
  ],
}

/** What a workbook may call the sheet of each section, in lower case. */
export const openingSheets: { readonly [S in CutoverSection]: readonly string[] } = {
  folios: ['folios', 'guest folios', '账单', '在住账单'],
  deposits: ['deposits', '押金', '订金', '押金与订金'],
  items: ['items', 'accounts', 'city ledger', '应收', '应收账款'],
  vouchers: ['vouchers', '礼券'],
  numbers: ['numbers', 'next numbers', '编号', '单据编号'],
}

type ReadRow = { line: number } & { [field: string]: unknown }

/** Lines of a table in the order of the section's columns; `line` is where each was, the first one being 1. */
export type OpeningLine = { line: number; cells: readonly string[] }

/**
 * Puts a table's cells into the order of the section's columns. The first line is a head where it names a column; a column
 * without which no line can be read and which it does not name is missing. Lines that are empty are passed over.
 */
export function alignOpening(
  section: CutoverSection,
  table: readonly OpeningLine[],
): { lines: OpeningLine[]; missing: string[] } {
  const columns = openingColumns[section]
  const first = table[0]?.cells.map((cell) => cell.normalize('NFKC').trim().toLowerCase()) ?? []
  const hasHead = first.some((cell) => columns.some(({ heads }) => heads.includes(cell)))
  const at = columns.map(({ heads }, place) =>
    hasHead ? first.findIndex((cell) => heads.includes(cell)) : place,
  )
  const missing = columns.filter(({ kind }, place) => at[place] === -1 && !isOptional(kind))
  const lines = table
    .slice(hasHead ? 1 : 0)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: columns.map(({ kind }, place) => plainCell(kind, cells[at[place] ?? -1] ?? '')),
    }))
  return { lines, missing: missing.map(({ field }) => field) }
}

/** A text as the fields of a page write it; what can't be read stays as it is. */
function plainCell(kind: Kind, cell: string): string {
  const text = cell.normalize('NFKC').trim()
  if (kind === 'date' || kind === 'optional date') return dateOf(text) ?? text
  return kind === 'deposit kind' ? (depositKindOf(text) ?? text) : text
}

/** Reads aligned lines. Each wrong field is named with its line; a line with one is not among the rows. */
export function readOpeningLines(
  section: CutoverSection,
  lines: readonly OpeningLine[],
  currency: Currency,
): { rows: ReadRow[]; wrong: WrongLine[] } {
  const rows: ReadRow[] = []
  const wrong: WrongLine[] = []
  for (const { line, cells } of lines) {
    const row: ReadRow = { line }
    const before = wrong.length
    openingColumns[section].forEach(({ field, kind }, place) => {
      const value = cells[place]?.normalize('NFKC').trim() ?? ''
      const read = readCell(kind, value, currency)
      if ('mistake' in read) wrong.push({ section, line, field, code: read.mistake, value })
      else row[field] = read.value
    })
    if (wrong.length === before) rows.push(row)
  }
  return { rows, wrong }
}

/** Reads a table into the rows of a section; a column that is missing is named once, and not with every line. */
export function readOpening(
  section: CutoverSection,
  table: readonly (readonly string[])[],
  currency: Currency,
): { rows: ReadRow[]; wrong: WrongLine[] } {
  const { lines, missing } = alignOpening(
    section,
    table.map((cells, index) => ({ line: index + 1, cells })),
  )
  if (missing.length === 0) return readOpeningLines(section, lines, currency)
  const wrong = missing.map(
    (field): WrongLine => ({ section, line: 1, field, code: 'COLUMN_MISSING', value: '' }),
  )
  return { rows: [], wrong }
}

function isOptional(kind: Kind): boolean {
  return kind === 'optional' || kind === 'optional date' || kind === 'window'
}

function readCell(
  kind: Kind,
  text: string,
  currency: Currency,
): { value: unknown } | { mistake: OpeningMistake } {
  if (text === '') {
    if (kind === 'optional') return { value: '' }
    if (kind === 'window') return { value: 1 }
    return kind === 'optional date' ? { value: null } : { mistake: 'EMPTY' }
  }
  if (kind === 'text' || kind === 'optional') return { value: text }
  if (kind === 'amount' || kind === 'signed') {
    const minor = parseMoney(text, currency)
    if (minor === null) return { mistake: 'NOT_AN_AMOUNT' }
    if (minor === 0) return { mistake: 'ZERO' }
    return kind === 'amount' && minor < 0 ? { mistake: 'NOT_ABOVE_ZERO' } : { value: minor }
  }
  if (kind === 'whole' || kind === 'window')
    return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { mistake: 'NOT_A_NUMBER' }
  if (kind === 'deposit kind') {
    const known = depositKindOf(text)
    return known ? { value: known } : { mistake: 'NOT_A_CHOICE' }
  }
  const date = dateOf(text)
  return date === null ? { mistake: 'NOT_A_DATE' } : { value: date }
}

/** The kind of a deposit that a word means; undefined for another word. */
export function depositKindOf(text: string): DepositKind | undefined {
  return depositKinds.find((one) => one === text.toLowerCase()) ?? depositWords[text]
}

const depositWords: { [word: string]: DepositKind } = {
  订金: 'deposit',
  定金: 'deposit',
  预付: 'deposit',
  押金: 'key',
}

/** `2026-03-02`, `2026/3/2`; days first or months first can't be told apart and are refused. */
function dateOf(text: string): BusinessDate | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!match) return null
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDate(date) ? date : null
}
