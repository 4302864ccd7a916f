/**
 * An invoice as EN 16931 has it, from the paper that is printed: lines with one VAT each, VAT by category and rate, totals
 * that keep the standard's own sums (BR-CO-10 to BR-CO-17). A credit note (381) has positive amounts, as the standard wants.
 */
import { ok, type Result, refuse, sumMoney } from '../../values/index.ts'
import type { PaperContent, PaperLine, PaperTax } from './paper.ts'

/** `exemption`: why nothing is due (BT-120); empty where VAT is. `quantity` in thousandths, negative for what is taken back. */
export type EInvoiceLine = {
  name: string
  date: PaperLine['date']
  quantity: number
  priceMinor: number
  netMinor: number
  category: string
  percent: string
  exemption: string
}
export type EInvoiceVat = Pick<EInvoiceLine, 'category' | 'percent' | 'exemption'> & {
  baseMinor: number
  taxMinor: number
}
export type EInvoice = {
  typeCode: '380' | '381'
  lines: EInvoiceLine[]
  vat: EInvoiceVat[]
  netMinor: number
  taxMinor: number
  grossMinor: number
  paidMinor: number
  /** BT-114: cash rounding, and what taxes that were rounded line by line differ from those by rate. */
  roundingMinor: number
  dueMinor: number
}

export type EInvoiceCode =
  | 'EINVOICE_KIND'
  | 'EINVOICE_NO_TAX_NO'
  | 'EINVOICE_NO_ADDRESS'
  | 'EINVOICE_NO_PAYEE'

/**
 * Refuses what is neither an invoice nor a credit note, and what the standard can't be without: the seller's tax number (BR-S-02),
 * the addresses of both (BR-08, BR-10) and the payee's name (BR-07).
 */
export function eInvoiceOf(content: PaperContent): Result<EInvoice, EInvoiceCode> {
  const { kind, seller, payee } = content
  if (kind !== 'invoice' && kind !== 'credit-note') return refuse('EINVOICE_KIND')
  if (seller.taxNo.trim() === '') return refuse('EINVOICE_NO_TAX_NO')
  if (seller.address.trim() === '' || seller.name.trim() === '') return refuse('EINVOICE_NO_ADDRESS')
  if (payee.name.trim() === '' || payee.address.trim() === '')
    return refuse('EINVOICE_NO_PAYEE', { payee: payee.name })
  const sign = kind === 'credit-note' ? -1 : 1
  const lines = content.lines
    .filter((line) => line.kind === 'charge')
    .flatMap(linesOf)
    .filter(({ netMinor }) => netMinor !== 0)
    .map((line) => signed(line, sign))
  const vat = vatOf(lines)
  const netMinor = sumMoney(lines.map((line) => line.netMinor))
  const taxMinor = sumMoney(vat.map((one) => one.taxMinor))
  const paidMinor = kind === 'credit-note' ? 0 : content.paidMinor
  const dueMinor = kind === 'credit-note' ? 0 - content.grossMinor : content.dueMinor
  const grossMinor = netMinor + taxMinor
  const roundingMinor = dueMinor - (grossMinor - paidMinor)
  const typeCode = kind === 'credit-note' ? '381' : '380'
  return ok({ typeCode, lines, vat, netMinor, taxMinor, grossMinor, paidMinor, roundingMinor, dueMinor })
}

/**
 * A charge with its VAT, and what of it is under no VAT (a tax of the city) as lines of their own. “Outside of VAT” (O) may stand
 * beside no other category (BR-O-11), so that it is said as exempt with that reason.
 */
function linesOf(line: PaperLine): EInvoiceLine[] {
  const vat = line.taxes.find(({ vatCategory }) => vatCategory !== '')
  const others = line.taxes.filter((tax) => tax !== vat)
  const inBase = vat ? vat.baseMinor : 0
  const outside = line.netMinor + sumMoney(others.map((tax) => tax.taxMinor)) - inBase
  const main = vat ? [lineOf(line, line.text, inBase, vat)] : []
  const isOthers = outside === sumMoney(others.map((tax) => tax.taxMinor))
  if (vat && isOthers) return [...main, ...others.map((tax) => lineOf(line, tax.name, tax.taxMinor, null))]
  return [...main, lineOf(line, line.text, outside, null)]
}

const withoutVat = { category: 'E', percent: '0', exemption: 'Not subject to VAT' }

function lineOf(line: PaperLine, name: string, netMinor: number, vat: PaperTax | null): EInvoiceLine {
  // A price per unit that has no more digits than the currency; else one of the whole (BR-27: never below zero)
  const perUnit = (Math.abs(netMinor) * 1000) / Math.abs(line.quantity || 1)
  const isWhole = line.quantity !== 0 && Number.isInteger(perUnit)
  const size = isWhole ? Math.abs(line.quantity) : 1000
  return {
    name,
    date: line.date,
    quantity: netMinor < 0 ? 0 - size : size,
    priceMinor: isWhole ? perUnit : Math.abs(netMinor),
    netMinor,
    ...(vat ? categoryOf(vat) : withoutVat),
  }
}

function categoryOf({ vatCategory, rate, name }: PaperTax) {
  if (vatCategory === 'O') return withoutVat
  if (vatCategory === 'S') return { category: 'S', percent: rate, exemption: '' }
  return { category: vatCategory, percent: '0', exemption: vatCategory === 'Z' ? '' : name }
}

function signed(line: EInvoiceLine, sign: 1 | -1): EInvoiceLine {
  return sign === 1 ? line : { ...line, quantity: 0 - line.quantity, netMinor: 0 - line.netMinor }
}

/** BG-23: the nets by category and rate, and the VAT on their sum (BR-CO-17), rounded half up. */
function vatOf(lines: readonly EInvoiceLine[]): EInvoiceVat[] {
  const groups = new Map<string, EInvoiceVat>()
  for (const { category, percent, exemption, netMinor } of lines) {
    const key = `${category} ${percent}`
    const group = groups.get(key) ?? { category, percent, exemption, baseMinor: 0, taxMinor: 0 }
    groups.set(key, { ...group, baseMinor: sumMoney([group.baseMinor, netMinor]) })
  }
  return [...groups.values()].map((group) => ({
    ...group,
    taxMinor: percentOf(group.baseMinor, group.percent),
  }))
}

/** So many per cent of an amount by their digits: `percentOf(1050, "7.5")` is 79 (78.75). Halves go away from zero. */
export function percentOf(minor: number, percent: string): number {
  const [whole = '0', fraction = ''] = percent.split('.')
  const bottom = 100n * 10n ** BigInt(fraction.length)
  const top = BigInt(Math.abs(minor)) * BigInt(whole + fraction)
  const rounded = Number((2n * top + bottom) / (2n * bottom))
  return minor < 0 ? 0 - rounded : rounded
}
