import { describe, expect, it } from 'vitest'
import { roundCash } from '#shared/domain/folio/cash-rounding.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { convertMoney, lineTotal } from '#shared/domain/folio/convert.ts'
import { documentDifference, type PricedLine } from '#shared/domain/folio/document-tax.ts'
import { partsOf } from '#shared/domain/folio/package-split.ts'
import type { Tax, Taxed, TaxFacts } from '#shared/domain/folio/tax.ts'
import { type Currency, decimalToMinor, minorDigits, type TransactionCodeId } from '#shared/values/index.ts'
import {
  type Amounts,
  type Golden,
  minorIn,
  termsIn,
  workedFolio,
  workedFolios,
} from '#tests/support/worked-folios.ts'
import { taxesOf, taxFacts } from './taxes.ts'

type Computed = { code: string; priced: PricedLine; taxed: Taxed }

/** A folio computed by the engine, its amounts in minor units by tax code. */
class Folio {
  readonly golden: Golden
  readonly taxes: ReadonlyMap<string, Tax>
  readonly lines: Computed[]

  constructor(name: string) {
    this.golden = workedFolio(name)
    const codes = Object.keys(this.golden.taxes)
    const terms = codes.map((code) => termsIn(this.golden, code))
    this.taxes = new Map(taxesOf(...terms).map((tax, at) => [codes[at]!, tax]))
    this.lines = this.golden.lines.flatMap((line) => this.compute(line))
  }

  minor(text: string): number {
    return minorIn(this.golden, text)
  }

  private compute(line: Golden['lines'][number]): Computed[] {
    const quantity = decimalToMinor(line.quantity, 3)!
    const total = lineTotal(quantity, this.minor(line.unit))
    const { parts = [] } = this.golden.codes[line.code]!
    const names = [line.code, ...parts.map(([code]) => code)]
    const lump = {
      id: 0 as TransactionCodeId,
      parts: parts.map(([, basisPoints], at) => ({ codeId: (at + 1) as TransactionCodeId, basisPoints })),
    }
    return partsOf(lump, total).map(({ codeId, amountMinor }) => {
      const code = names[codeId]!
      const taxes = this.golden.codes[code]!.taxes!.map((tax) => this.taxes.get(tax)!)
      const facts = taxFacts({ date: line.date as TaxFacts['date'], quantity, ...line.facts })
      const priced = { taxes, priceMinor: amountMinor, facts }
      return { code, priced, taxed: computeTaxes(taxes, amountMinor, facts) }
    })
  }

  byTax(taxed: Taxed[]): { [code: string]: number } {
    const sums: { [code: string]: number } = {}
    for (const { taxId, taxMinor } of taxed.flatMap((one) => one.taxes)) {
      const code = this.codeOf(taxId)
      sums[code] = (sums[code] ?? 0) + taxMinor
    }
    return sums
  }

  codeOf(taxId: number): string {
    return [...this.taxes].find(([, tax]) => tax.id === taxId)![0]
  }

  amounts(texts: Amounts): { [code: string]: number } {
    return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, this.minor(text)]))
  }

  /** Net, taxes and gross of the folio by its way of rounding, and what per-document rounding changed. */
  totals() {
    const all = this.lines.map((line) => line.taxed)
    const taxes = this.byTax(all)
    let gross = all.reduce((sum, one) => sum + one.grossMinor, 0)
    const differences: { [code: string]: { tax: number; gross: number } } = {}
    if (this.golden.taxRounding === 'document') {
      for (const one of documentDifference(this.lines.map((line) => line.priced))) {
        const code = this.codeOf(one.taxId)
        differences[code] = { tax: one.taxMinor, gross: one.grossMinor }
        taxes[code] = (taxes[code] ?? 0) + one.taxMinor
        gross += one.grossMinor
      }
    }
    return { net: gross - Object.values(taxes).reduce((a, b) => a + b, 0), taxes, gross, differences }
  }

  /** What each payment is in the hotel's currency, what cash rounding adds to the folio, and what is left. */
  settle(gross: number) {
    const step = this.golden.cashStep ? this.minor(this.golden.cashStep) : 1
    let left = gross
    let rounding = 0
    const received = this.golden.payments.map(({ amount, foreign, currency, rate, rest }) => {
      if (rest) rounding = roundCash(left, step) - left
      const paid = rest
        ? left + rounding
        : foreign
          ? this.converted(foreign, currency!, rate!)
          : this.minor(amount!)
      left -= rest ? paid - rounding : paid
      return paid
    })
    return { received, rounding, balance: left }
  }

  private converted(amount: string, currency: Currency, rate: string): number {
    const minor = decimalToMinor(amount, minorDigits(currency))!
    return convertMoney(minor, rate, currency, this.golden.currency)!
  }

  /** By item of an invoice and rate, as a tax platform wants them. */
  invoices() {
    const sums = new Map<string, { item: string; rate: string; net: number; tax: number; gross: number }>()
    for (const { code, taxed } of this.lines) {
      const item = this.golden.codes[code]!.invoiceItem!
      for (const tax of taxed.taxes) {
        const key = `${item} ${tax.rate}`
        const sum = sums.get(key) ?? { item, rate: tax.rate, net: 0, tax: 0, gross: 0 }
        sum.net += taxed.netMinor
        sum.tax += tax.taxMinor
        sum.gross += taxed.grossMinor
        sums.set(key, sum)
      }
    }
    return [...sums.values()]
  }
}

for (const name of workedFolios) {
  describe(name, () => {
    const folio = new Folio(name)
    const { right } = folio.golden

    it('has the lines that were worked out by hand', () => {
      expect(
        folio.lines.map(({ code, taxed }) => ({
          code,
          net: taxed.netMinor,
          taxes: folio.byTax([taxed]),
          gross: taxed.grossMinor,
        })),
      ).toEqual(
        right.lines.map((line) => ({
          code: line.code,
          net: folio.minor(line.net),
          taxes: folio.amounts(line.taxes),
          gross: folio.minor(line.gross),
        })),
      )
    })

    it('has their totals', () => {
      const { net, taxes, gross, differences } = folio.totals()
      expect({ net, taxes, gross }).toEqual({
        net: folio.minor(right.totals.net),
        taxes: folio.amounts(right.totals.taxes),
        gross: folio.minor(right.totals.gross),
      })
      const changed = Object.entries(right.differences ?? {}).map(([code, { tax, gross: more }]) => [
        code,
        { tax: folio.minor(tax), gross: folio.minor(more) },
      ])
      expect(differences).toEqual(Object.fromEntries(changed))
    })

    it('is paid as it says', () => {
      const { received, rounding, balance } = folio.settle(folio.totals().gross)
      if (right.received) expect(received).toEqual(right.received.map((text) => folio.minor(text)))
      if (right.paid) expect(received.reduce((a, b) => a + b, 0)).toBe(folio.minor(right.paid))
      expect(rounding).toBe(folio.minor(right.cashRounding ?? '0'))
      if (right.balance) expect(balance).toBe(folio.minor(right.balance))
    })

    it('is invoiced by item and rate', () => {
      if (!right.invoices) return
      expect(folio.invoices()).toEqual(
        right.invoices.map((one) => ({
          ...one,
          net: folio.minor(one.net),
          tax: folio.minor(one.tax),
          gross: folio.minor(one.gross),
        })),
      )
    })
  })
}

it('there are fifteen, each with its sources and its steps', () => {
  const all = workedFolios.map((name) => new Folio(name).golden)
  expect(all).toHaveLength(15)
  expect(all.filter((one) => one.sources.length === 0 || one.byHand.length < 2)).toEqual([])
})
