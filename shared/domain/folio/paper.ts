/**
 * Paper: what is printed of money. An invoice, credit note, receipt or deposit receipt is numbered without gaps per series
 * and year and never changed once issued: its content is kept as it was printed. A bill and a pro forma have no number.
 */
import type { BusinessDate, FolioId, Moment, PaperId, PaperSeriesId, PostingId } from '../../values/index.ts'
import type { PaymentMethod } from './chart.ts'
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

export const paperLanguages = ['en', 'zh'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

/** A receipt says what was received or given back; the others what is charged. */
export function isReceipt(kind: PrintKind): boolean {
  return kind === 'receipt' || kind === 'deposit-receipt' || kind === 'key-deposit-slip'
}

/** `country`: ISO 3166, two letters; of a payee empty where it isn't known. */
export type PaperParty = { name: string; address: string; taxNo: string; email: string; country: string }

/**
 * charge: what is owed; rounding: what cash can't pay, posted apart; payment: what was paid (negative gross) or given back.
 * Credit notes have the charges of their invoice with opposite signs.
 */
export const paperLineKinds = ['charge', 'rounding', 'payment'] as const
export type PaperLineKind = (typeof paperLineKinds)[number]

/** A tax of a line, or over the whole paper. `rate` "6" for 6 %, empty for fixed amounts; `vatCategory` empty where it is no VAT. */
export type PaperTax = {
  name: string
  rate: string
  baseMinor: number
  taxMinor: number
  vatCategory: string
}

/** How it was paid, as far as it is said on paper; foreign amounts in minor units of their own currency. */
export type PaperPayment = {
  method: PaymentMethod
  currency: string
  foreignMinor: number | null
  rate: string | null
  tenderedMinor: number | null
  changeMinor: number | null
  brand: string
  lastFour: string
  reference: string
}

/** A line as printed; `date` is the day of the service, of a payment its business date. net + taxes = gross. */
export type PaperLine = {
  kind: PaperLineKind
  date: BusinessDate
  code: string
  text: string
  /** Thousandths. */
  quantity: number
  unitMinor: number
  netMinor: number
  taxMinor: number
  grossMinor: number
  taxes: PaperTax[]
  /** The night's room, or empty. */
  roomNo: string
  payment: PaperPayment | null
}

export type PaperContent = {
  kind: PrintKind
  /** Its number as printed; empty for bills and pro formas. */
  label: string
  /** The hotel's calendar and clock at the moment of issue: `14:05`. The business date may be another. */
  issuedOn: BusinessDate
  issuedAt: string
  businessDate: BusinessDate
  currency: string
  language: PaperLanguage
  reverses: { label: string; issuedOn: BusinessDate } | null
  seller: PaperParty & { phone: string; registration: string; bank: string }
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
  /** Of the charges. */
  netMinor: number
  taxMinor: number
  grossMinor: number
  /** What cash can't pay: gross + rounding is to be paid. */
  roundingMinor: number
  /** Payments and deposits on it, as a positive sum. */
  paidMinor: number
  /** gross + rounding − paid. */
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

/** A number as it is compared: without case, spaces and separators. `inv 2026/000123` is INV2026-000123. */
export function foldLabel(typed: string): string {
  // Normalising would make letters of №
  const plain = typed.replaceAll('№', '').normalize('NFKC')
  return plain.replaceAll(/[\s#–—./-]/g, '').toUpperCase()
}
