import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { documentDifference, type PricedLine, unroundedTaxes } from '#shared/domain/folio/document-tax.ts'
import type { TaxTerms } from '#shared/domain/folio/tax.ts'
import { percentTax, taxesOf, taxFacts, taxTerms } from './taxes.ts'

const included = { included: true }
const chain = { addsToBase: true }
const lines = (terms: TaxTerms[], ...prices: number[]): PricedLine[] =>
  prices.map((priceMinor) => ({ taxes: taxesOf(...terms), priceMinor, facts: taxFacts() }))

/** Net, taxes, gross of a document per line, and with what per-document rounding changes. */
function perDocument(document: PricedLine[]) {
  const all = document.map((line) => computeTaxes(line.taxes, line.priceMinor, line.facts))
  const byTax = new Map<number, number>()
  for (const tax of all.flatMap((line) => line.taxes)) {
    byTax.set(tax.taxId, (byTax.get(tax.taxId) ?? 0) + tax.taxMinor)
  }
  const differences = documentDifference(document)
  for (const one of differences) byTax.set(one.taxId, (byTax.get(one.taxId) ?? 0) + one.taxMinor)
  const gross =
    all.reduce((sum, line) => sum + line.grossMinor, 0) +
    differences.reduce((sum, one) => sum + one.grossMinor, 0)
  const taxes = [...byTax.values()]
  return { net: gross - taxes.reduce((a, b) => a + b, 0), taxes, gross }
}

describe('rounding per document', () => {
  it('tax-12b: three cents more than per line', () => {
    const indian = [
      percentTax('6', chain),
      percentTax('6', { ...chain, ignoresEarlier: true }),
      percentTax('3'),
    ]
    const document = lines(indian, 1589, 1589)
    expect(perDocument(document)).toEqual({ net: 3178, taxes: [191, 191, 107], gross: 3667 })
    expect(documentDifference(document)).toEqual([
      { taxId: 1, rate: '6', taxMinor: 1, grossMinor: 1 },
      { taxId: 2, rate: '6', taxMinor: 1, grossMinor: 1 },
      { taxId: 3, rate: '3', taxMinor: 1, grossMinor: 1 },
    ])
  })

  it('moves between net and tax where the price contains it: the guest pays the same', () => {
    // 2 × 19.70 with 20 %: 3.2833 a line, 6.5667 together
    const document = lines([percentTax('20', included)], 1970, 1970)
    expect(documentDifference(document)).toEqual([{ taxId: 1, rate: '20', taxMinor: 1, grossMinor: 0 }])
    expect(perDocument(document)).toEqual({ net: 3283, taxes: [657], gross: 3940 })
  })

  it('tax-09e: the exact taxes of two equal ones', () => {
    const [one, two] = unroundedTaxes(lines([percentTax('6', included), percentTax('6', included)], 1779))
    // 17.79 × 6 / 112 = 0.953035714…
    expect(one!.exact).toEqual({ top: 5337n, bottom: 56n })
    expect(two!.exact).toEqual(one!.exact)
  })

  it('changes nothing for amounts, for a single line that is exact, and for a line with its correction', () => {
    expect(documentDifference(lines([taxTerms({ kind: 'per-night', amountMinor: 350 })], 999, 999))).toEqual(
      [],
    )
    expect(documentDifference(lines([percentTax('10')], 1000))).toEqual([])
    expect(documentDifference(lines([percentTax('7', included)], 1233, -1233))).toEqual([])
    expect(unroundedTaxes(lines([percentTax('7', included)], 1233, -1233))[0]!.exact.top).toBe(0n)
  })

  it('rounds a percentage on top of the exact net, not of the stated one', () => {
    // 11.95 / 1.19 = 10.042017: half of it five times is 25.105, of the stated 10.04 it would be 25.10
    const document = lines([percentTax('50'), percentTax('19', included)], 1195, 1195, 1195, 1195, 1195)
    expect(documentDifference(document)).toEqual([
      { taxId: 1, rate: '50', taxMinor: 1, grossMinor: 1 },
      { taxId: 2, rate: '19', taxMinor: -1, grossMinor: 0 },
    ])
  })

  it('keeps a tax by steps on the step of the stated net', () => {
    // 10.042 is beyond 10.04, but the bill says 10.04
    const steps = [
      { upToMinor: 1004, amountMinor: 100 },
      { upToMinor: 9999, amountMinor: 200 },
    ]
    const document = lines([taxTerms({ kind: 'steps', steps }), percentTax('19', included)], 1195)
    expect(documentDifference(document)).toEqual([])
    expect(unroundedTaxes(document)[0]).toMatchObject({ exact: { top: 100n, bottom: 1n }, linesMinor: 100 })
  })

  it('rounds to the smallest amount of the currency', () => {
    // 2 × 10.00 × 5/105 = 0.952: lines have 0.50 each, the document 0.95
    const document = lines([percentTax('5', included)], 1000, 1000)
    expect(documentDifference(document, { step: 5 })).toEqual([
      { taxId: 1, rate: '5', taxMinor: -5, grossMinor: 0 },
    ])
  })

  it('keeps rates of one tax apart', () => {
    const food = taxesOf(percentTax('7', included))
    const drinks = taxesOf(percentTax('19', included))
    const document = [
      ...[1, 2, 3].map(() => ({ taxes: food, priceMinor: 535 + 2, facts: taxFacts() })),
      { taxes: drinks, priceMinor: 1190, facts: taxFacts() },
    ]
    // 5.37 × 7/107 = 0.35131; three are 1.0539
    expect(documentDifference(document)).toEqual([])
    expect(unroundedTaxes(document).map((tax) => [tax.rate, tax.linesMinor])).toEqual([
      ['7', 105],
      ['19', 190],
    ])
  })

  it('is within half a cent of the exact sum of each tax, whatever the lines', () => {
    const prices = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        prices,
        fc.boolean(),
        fc.integer({ min: 1, max: 2500 }),
        (given, isIncluded, hundredths) => {
          const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
          const document = lines([percentTax(percent, { included: isIncluded })], ...given)
          const { net, taxes, gross } = perDocument(document)
          const sum = given.reduce((a, b) => a + b, 0)
          expect(isIncluded ? gross : net).toBe(sum)
          const rate = hundredths / 10_000
          const exact = isIncluded ? (sum * rate) / (1 + rate) : sum * rate
          expect(Math.abs(taxes[0]! - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        },
      ),
    )
  })
})
