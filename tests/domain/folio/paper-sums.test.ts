import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperLine, PaperTax } from '#shared/domain/folio/paper.ts'
import { serviceDates, taxesOf, taxTableOf, totalsOf } from '#shared/domain/folio/paper-sums.ts'
import { chargeOf } from '../../support/papers.ts'

const minor = fc.integer({ min: -1_000_000, max: 1_000_000 })
const tax = fc.record<PaperTax>({
  name: fc.constantFrom('VAT', 'City tax', 'State'),
  rate: fc.constantFrom('6', '7', '19', ''),
  baseMinor: minor,
  taxMinor: minor,
  vatCategory: fc.constantFrom('', 'S', 'E'),
})
const line: fc.Arbitrary<PaperLine> = fc
  .record({
    kind: fc.constantFrom<PaperLine['kind']>('charge', 'charge', 'charge', 'rounding', 'payment'),
    net: minor,
    taxes: fc.array(tax, { maxLength: 3 }),
  })
  .map(({ kind, net, taxes }) => {
    const own = kind === 'charge' ? taxes : []
    const taxMinor = own.reduce((sum, one) => sum + one.taxMinor, 0)
    return {
      ...chargeOf('2026-03-05', 'x', 0, null),
      kind,
      netMinor: net,
      taxes: own,
      taxMinor,
      grossMinor: net + taxMinor,
    }
  })
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

describe('whatever is on a paper', () => {
  it('its tax table adds up to its net, its tax and its gross', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { rows, untaxedMinor } = taxTableOf(lines)
        const totals = totalsOf(lines)
        expect(sum(rows.map((row) => row.netMinor ?? 0)) + untaxedMinor).toBe(totals.netMinor)
        expect(sum(rows.map((row) => row.taxMinor))).toBe(totals.taxMinor)
        expect(sum(rows.map((row) => row.grossMinor)) + untaxedMinor).toBe(totals.grossMinor)
        for (const row of rows) expect(row.grossMinor).toBe((row.netMinor ?? 0) + row.taxMinor)
      }),
    )
  })

  it('its totals are those of its lines, and its taxes those of its charges', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const totals = totalsOf(lines)
        expect(totals.dueMinor).toBe(sum(lines.map(({ grossMinor }) => grossMinor)))
        expect(totals.netMinor + totals.taxMinor).toBe(totals.grossMinor)
        expect(totals.dueMinor).toBe(totals.grossMinor + totals.roundingMinor - totals.paidMinor)
        expect(sum(taxesOf(lines).map(({ taxMinor }) => taxMinor))).toBe(totals.taxMinor)
      }),
    )
  })
})

it('a charge stands in the row of its VAT, and its other taxes in rows without a net', () => {
  const cityTax = { name: 'City tax', rate: '5', baseMinor: 10000, taxMinor: 500, vatCategory: '' }
  const room = chargeOf('2026-03-05', 'Room', 11200, { name: 'VAT', percent: 7, more: [cityTax] })
  expect(taxTableOf([{ ...room, taxes: [...room.taxes].reverse() }]).rows).toEqual([
    { name: 'VAT', rate: '7', netMinor: 10000, baseMinor: 10000, taxMinor: 700, grossMinor: 10700 },
    { name: 'City tax', rate: '5', netMinor: null, baseMinor: 10000, taxMinor: 500, grossMinor: 500 },
  ])
})

it('the dates of service are those of charges alone', () => {
  const lines = [chargeOf('2026-03-06', 'a', 1, null), chargeOf('2026-03-05', 'b', 1, null)]
  const paid: PaperLine = { ...chargeOf('2026-01-01', 'c', -1, null), kind: 'payment' }
  expect(serviceDates([...lines, paid])).toEqual({ first: '2026-03-05', last: '2026-03-06' })
  expect(serviceDates([paid])).toBeNull()
})
