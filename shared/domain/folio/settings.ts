/** How the hotel keeps its money: rounding, limits, who posts without a shift, what stands on its paper. */
import type { PaperSize } from './paper-size.ts'

export const taxRoundings = ['line', 'document'] as const
export type TaxRounding = (typeof taxRoundings)[number]

/** For which postings an open shift is needed: none, whatever touches the cash drawer, all payments. */
export const shiftRules = ['none', 'cash', 'payments'] as const
export type ShiftRule = (typeof shiftRules)[number]

export type FolioSettings = {
  /** The chart that was loaded: `cn-general`; empty before. */
  chart: string
  taxRounding: TaxRounding
  /** The smallest coin in minor units: 5 in Switzerland; 1 where cash is not rounded. */
  cashStepMinor: number
  /** False where a certified device is needed that this program is not (Germany). */
  cashAllowed: boolean
  shiftRule: ShiftRule
  /** Roles that may post without a shift, by their codes. */
  shiftExempt: string[]
  /** Minor units; null: no limit. */
  creditLimitMinor: number | null
  /** From so many per cent of the limit on, the desk is warned. */
  warnPercent: number
  /** What a 押金 usually is. */
  keyDepositMinor: number
  /** Days for which a pre-authorisation holds. */
  holdDays: number
  paperSize: PaperSize
  /** Structured invoices (EN 16931) inside the PDF. */
  eInvoice: boolean
  /** As they stand on invoices. */
  sellerName: string
  sellerAddress: string
  sellerTaxNo: string
  sellerRegistration: string
  sellerBank: string
  footer: string
}

/** Before a chart is loaded: nothing is restricted that a hotel has not decided. */
export const defaultFolioSettings: FolioSettings = {
  chart: '',
  taxRounding: 'line',
  cashStepMinor: 1,
  cashAllowed: true,
  shiftRule: 'cash',
  shiftExempt: ['manager', 'administrator'],
  creditLimitMinor: null,
  warnPercent: 80,
  keyDepositMinor: 0,
  holdDays: 7,
  paperSize: 'a4',
  eInvoice: false,
  sellerName: '',
  sellerAddress: '',
  sellerTaxNo: '',
  sellerRegistration: '',
  sellerBank: '',
  footer: '',
}
