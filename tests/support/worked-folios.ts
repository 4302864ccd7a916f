import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TaxFacts, TaxTerms } from '#shared/domain/folio/tax.ts'
import { type Currency, decimalToMinor, minorDigits } from '#shared/values/index.ts'
import { taxTerms } from '#tests/domain/folio/taxes.ts'

/**
 * Folios worked out by hand: `byHand` has the steps and `right` their results, from the rules and sources that each names.
 * A figure there is changed only by working it out again, never by copying what the program says.
 */
export type Amounts = { [code: string]: string }
export type Golden = {
  title: string
  sources: string[]
  byHand: string[]
  currency: Currency
  taxRounding: 'line' | 'document'
  cashStep?: string
  taxes: { [code: string]: Partial<TaxTerms> & { basis?: Parameters<typeof taxTerms>[0] } }
  codes: { [code: string]: { taxes?: string[]; parts?: [string, number][]; invoiceItem?: string } }
  lines: { code: string; date: string; quantity: string; unit: string; facts?: Partial<TaxFacts> }[]
  payments: {
    by: string
    amount?: string
    foreign?: string
    currency?: Currency
    rate?: string
    rest?: boolean
  }[]
  right: {
    lines: { code: string; net: string; taxes: Amounts; gross: string }[]
    totals: { net: string; taxes: Amounts; gross: string }
    differences?: { [code: string]: { tax: string; gross: string } }
    received?: string[]
    paid?: string
    cashRounding?: string
    balance?: string
    invoices?: { item: string; rate: string; net: string; tax: string; gross: string }[]
  }
}

const folder = join(import.meta.dirname, '../golden/folio')
export const workedFolios = readdirSync(folder).toSorted()

export function workedFolio(name: string): Golden {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden
}

/** An amount of the folio's currency in minor units. */
export function minorIn({ currency }: Golden, text: string): number {
  const minor = decimalToMinor(text, minorDigits(currency))
  if (minor === null) throw new Error(`not an amount: ${text}`)
  return minor
}

/** The terms of one of its taxes. */
export function termsIn({ taxes }: Golden, code: string): TaxTerms {
  const { basis, rates, ...rest } = taxes[code]!
  return taxTerms(rates ?? basis!, rest)
}
