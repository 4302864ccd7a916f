/**
 * Paper: what is printed of money. An invoice, credit note, receipt or deposit receipt is numbered without gaps per series
 * and year and never changed once issued: its content is kept as it was printed. A bill and a pro forma have no number.
 */
import type { BusinessDate, FolioId, Moment, PaperId, PaperSeriesId, PostingId } from '../../values/index.ts'
import type { TaxRounding } from './settings.ts'

/** 结账单 and 账单 are never called 发票: its number comes from the tax platform. */
export const paperKinds = [
  'invoice',
  'credit-note',
  'receipt',
  'deposit-receipt',
  'key-deposit-slip',
] as const
export type PaperKind = (typeof paperKinds)[number]
/** What is printed without a number too. */
export const printKinds = [...paperKinds, 'bill', 'pro-forma'] as const
export type PrintKind = (typeof printKinds)[number]

/** A4, US Letter, 241 mm three-part continuous forms (241 × 280 mm), 80 mm thermal rolls. */
export const paperSizes = ['a4', 'letter', 'form-241', 'roll-80'] as const
export type PaperSize = (typeof paperSizes)[number]

export const paperLanguages = ['en', 'zh'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

export type PaperParty = { name: string; address: string; taxNo: string; email: string }

/** A line as printed. `rates`: its taxes in words ("6%"). Payments have `paid` true and a negative gross. */
export type PaperLine = {
  date: BusinessDate
  code: string
  text: string
  /** Thousandths. */
  quantity: number
  unitMinor: number
  netMinor: number
  taxMinor: number
  grossMinor: number
  rates: string
  paid: boolean
  /** The night's room, or empty. */
  roomNo: string
  /** EN 16931: category and percentage of its VAT; empty where it has none. */
  vatCategory: string
  vatPercent: string
}

/** A tax over the whole paper. `rate` "6" for 6 %, empty for fixed amounts. */
export type PaperTax = {
  name: string
  rate: string
  baseMinor: number
  taxMinor: number
  vatCategory: string
}

export type PaperContent = {
  kind: PrintKind
  /** Its number as printed; empty for bills and pro formas. */
  label: string
  issuedOn: BusinessDate
  businessDate: BusinessDate
  currency: string
  language: PaperLanguage
  reverses: { label: string; issuedOn: BusinessDate } | null
  seller: PaperParty & { phone: string; registration: string; bank: string; country: string }
  payee: PaperParty
  guest: string
  confirmationNo: string
  roomNo: string
  arrival: BusinessDate | null
  departure: BusinessDate | null
  folioNo: string
  window: number
  lines: PaperLine[]
  taxes: PaperTax[]
  taxRounding: TaxRounding
  netMinor: number
  taxMinor: number
  grossMinor: number
  /** Payments and deposits on it, as a positive sum. */
  paidMinor: number
  /** gross − paid. */
  dueMinor: number
  reason: string
  cashier: string
  footer: string
}

/** A numbered paper as the change log names it. */
export type PaperImage = {
  kind: PaperKind
  label: string
  issuedOn: BusinessDate
  folioId: FolioId | null
  window: number | null
  postingId: PostingId | null
  language: PaperLanguage
  payeeName: string
  netMinor: number
  taxMinor: number
  grossMinor: number
  reverses: PaperId | null
}

export type PaperRow = PaperImage & {
  id: PaperId
  seriesId: PaperSeriesId
  year: number
  number: number
  businessDate: BusinessDate
  moment: Moment
  actor: string
}

/** Numbers of a series begin again at 1 each year of issue: prefix, year, number of so many digits. */
export type PaperSeriesImage = {
  code: string
  kind: PaperKind
  prefix: string
  digits: number
  active: boolean
}

/** The number as printed: prefix, year, and number filled up to its digits: `INV-2026-00042`. */
export function paperLabel(
  series: Pick<PaperSeriesImage, 'prefix' | 'digits'>,
  year: number,
  number: number,
): string {
  return `${series.prefix}${year}-${String(number).padStart(series.digits, '0')}`
}
