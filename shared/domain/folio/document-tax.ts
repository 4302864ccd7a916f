/** Tax rounded once per document instead of once per line: what that changes. */

import type { TaxId } from '../../values/index.ts'
import {
  addFractions,
  type Fraction,
  roundFraction,
  subtractFractions,
  zeroFraction,
} from '../../values/index.ts'
import { type TaxOptions, taxParts } from './compute-tax.ts'
import type { Tax, TaxFacts } from './tax.ts'

/** A line as it was priced: the total of the line and what its taxes are computed from. */
export type PricedLine = { taxes: readonly Tax[]; priceMinor: number; facts: TaxFacts }

/**
 * What per-document rounding adds to a tax, and to the gross: 0 for a tax that prices contain (it moves between net and tax),
 * the same as the tax for one on top. The net changes by the gross less the taxes.
 */
export type DocumentDifference = { taxId: TaxId; rate: string; taxMinor: number; grossMinor: number }

/** A tax of a document before rounding and as its lines have it; `inPrice` is the part that prices contain. */
export type DocumentTax = {
  taxId: TaxId
  rate: string
  exact: Fraction
  exactInPrice: Fraction
  linesMinor: number
  linesInPriceMinor: number
}

/** The taxes of a document by tax and rate, in the order in which they first come. */
export function unroundedTaxes(lines: readonly PricedLine[], options: TaxOptions = {}): DocumentTax[] {
  const byTax = new Map<string, DocumentTax>()
  for (const line of lines) {
    const { sign, parts } = taxParts(line.taxes, line.priceMinor, line.facts, options)
    const add = sign < 0 ? subtractFractions : addFractions
    for (const { due, ...part } of parts) {
      const key = `${due.tax.id} ${due.rate}`
      const sum = byTax.get(key) ?? emptyTax(due.tax.id, due.rate)
      byTax.set(key, {
        ...sum,
        exact: add(sum.exact, part.exact),
        exactInPrice: add(sum.exactInPrice, part.exactInPrice),
        linesMinor: sum.linesMinor + sign * part.taxMinor,
        linesInPriceMinor: sum.linesInPriceMinor + sign * part.inPriceMinor,
      })
    }
  }
  return [...byTax.values()]
}

/** Per-document rounding (each tax and rate rounded once over all lines) less the sum of what the lines have. */
export function documentDifference(
  lines: readonly PricedLine[],
  options: TaxOptions = {},
): DocumentDifference[] {
  const step = options.step ?? 1
  return unroundedTaxes(lines, options).flatMap((tax) => {
    const taxMinor = roundFraction(tax.exact, step) - tax.linesMinor
    const inPriceMinor = roundFraction(tax.exactInPrice, step) - tax.linesInPriceMinor
    if (taxMinor === 0 && inPriceMinor === 0) return []
    return [{ taxId: tax.taxId, rate: tax.rate, taxMinor, grossMinor: taxMinor - inPriceMinor }]
  })
}

function emptyTax(taxId: TaxId, rate: string): DocumentTax {
  return { taxId, rate, exact: zeroFraction, exactInPrice: zeroFraction, linesMinor: 0, linesInPriceMinor: 0 }
}
