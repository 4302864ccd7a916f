import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eInvoiceOf, percentOf } from '#shared/domain/folio/e-invoice.ts'
import type { PaperContent, PaperLine } from '#shared/domain/folio/paper.ts'
import { chargeOf, germanCredit, germanStay, paperOf, paymentOf, receiptOf } from '../../support/papers.ts'

function must(content: PaperContent) {
  const invoice = eInvoiceOf(content)
  if (!invoice.ok) throw new Error(invoice.refusal.code)
  return invoice.value
}
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

describe('an invoice of EN 16931', () => {
  it('has the charges with one VAT each, the city’s tax as exempt lines, and the sums of the paper', () => {
    const invoice = must(germanStay('invoice', 'en'))
    expect(
      invoice.lines.map(({ name, netMinor, category, percent }) => [name, netMinor, category, percent]),
    ).toEqual([
      ['Room', 12000, 'S', '7'],
      ['City tax', 900, 'E', '0'],
      ['Room', 12000, 'S', '7'],
      ['City tax', 900, 'E', '0'],
      ['Breakfast, food', 1439, 'S', '7'],
      ['Breakfast, drinks', 555, 'S', '19'],
    ])
    expect(invoice.vat).toEqual([
      { category: 'S', percent: '7', exemption: '', baseMinor: 25439, taxMinor: 1781 },
      { category: 'E', percent: '0', exemption: 'Not subject to VAT', baseMinor: 1800, taxMinor: 0 },
      { category: 'S', percent: '19', exemption: '', baseMinor: 555, taxMinor: 105 },
    ])
    expect(invoice).toMatchObject({
      typeCode: '380',
      grossMinor: 29680,
      paidMinor: 10000,
      roundingMinor: 0,
      dueMinor: 19680,
    })
  })

  it('a tax that VAT is charged on is part of its line', () => {
    const room: PaperLine = {
      ...chargeOf('2026-03-05', 'Room', 0, null),
      netMinor: 10000,
      taxes: [
        { name: 'Fee', rate: '5', baseMinor: 10000, taxMinor: 500, vatCategory: '' },
        { name: 'VAT', rate: '10', baseMinor: 10500, taxMinor: 1050, vatCategory: 'S' },
      ],
      taxMinor: 1550,
      grossMinor: 11550,
    }
    const paper = { ...germanStay('invoice', 'en'), ...paperOf('invoice', 'en', [room]) }
    expect(must(paper).lines.map(({ name, netMinor }) => [name, netMinor])).toEqual([['Room', 10500]])
  })

  it('a credit note has positive amounts', () => {
    const credit = must(germanCredit('en'))
    expect(credit).toMatchObject({ typeCode: '381', grossMinor: 29680, dueMinor: 29680, paidMinor: 0 })
    for (const { quantity, netMinor } of credit.lines)
      expect([quantity > 0, netMinor > 0]).toEqual([true, true])
  })

  it('taxes rounded line by line: VAT by rate is of the sum, and the difference is said as rounding', () => {
    // Ten times 1.00 with 7 % in it: 0.93 + 0.07 each; 7 % of 9.30 is 0.65, not 0.70
    const lines = Array.from({ length: 10 }, () =>
      chargeOf('2026-03-05', 'Coffee', 100, { name: 'VAT', percent: 7 }),
    )
    const invoice = must(paperOf('invoice', 'en', lines))
    expect(invoice).toMatchObject({
      netMinor: 930,
      taxMinor: 65,
      grossMinor: 995,
      roundingMinor: 5,
      dueMinor: 1000,
    })
  })

  it('whatever is charged, its rules hold', () => {
    const charge = fc
      .tuple(
        fc.integer({ min: -50000, max: 50000 }),
        fc.constantFrom(0, 7, 19),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([gross, percent, quantity]) =>
        chargeOf('2026-03-05', 'x', gross, percent === 0 ? null : { name: 'VAT', percent }, {
          quantity: quantity * 1000,
        }),
      )
    const payment = fc.integer({ min: -5000, max: 5000 }).map((minor) => paymentOf('2026-03-05', 'p', minor))
    const line: fc.Arbitrary<PaperLine> = fc.oneof(charge, charge, payment)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
        const paper = paperOf('invoice', 'en', lines)
        const invoice = must(paper)
        // BR-CO-10, 13: the sum of the lines' nets is the net
        expect(sum(invoice.lines.map(({ netMinor }) => netMinor))).toBe(invoice.netMinor)
        // BR-CO-14: the tax is the sum of the taxes by category and rate; BR-CO-15: net + tax = gross
        expect(sum(invoice.vat.map(({ taxMinor }) => taxMinor))).toBe(invoice.taxMinor)
        expect(invoice.netMinor + invoice.taxMinor).toBe(invoice.grossMinor)
        // BR-CO-16: what is due, and it is what the paper says
        expect(invoice.grossMinor - invoice.paidMinor + invoice.roundingMinor).toBe(invoice.dueMinor)
        expect(invoice.dueMinor).toBe(paper.dueMinor)
        // BR-CO-17 and BR-S-8: each rate's tax is of its base, and its base of its lines
        for (const vat of invoice.vat) {
          const own = invoice.lines.filter(
            (one) => one.category === vat.category && one.percent === vat.percent,
          )
          expect(sum(own.map(({ netMinor }) => netMinor))).toBe(vat.baseMinor)
          expect(Math.abs(vat.taxMinor - (vat.baseMinor * Number(vat.percent)) / 100)).toBeLessThanOrEqual(
            0.5,
          )
        }
        // BR-27, and quantity × price = net
        for (const one of invoice.lines) {
          expect(one.priceMinor).toBeGreaterThanOrEqual(0)
          expect((one.quantity * one.priceMinor) / 1000).toBe(one.netMinor)
        }
        // Rounding line by line is never off by more than half a cent a line
        expect(Math.abs(invoice.roundingMinor)).toBeLessThanOrEqual(lines.length)
      }),
    )
  })

  it.each([
    ['EINVOICE_KIND', germanStay('bill', 'en')],
    ['EINVOICE_KIND', receiptOf('receipt', 'en', 100)],
    [
      'EINVOICE_NO_TAX_NO',
      germanStay('invoice', 'en', { seller: { ...germanStay('invoice', 'en').seller, taxNo: ' ' } }),
    ],
    [
      'EINVOICE_NO_ADDRESS',
      germanStay('invoice', 'en', { seller: { ...germanStay('invoice', 'en').seller, address: '' } }),
    ],
    [
      'EINVOICE_NO_PAYEE',
      germanStay('invoice', 'en', { payee: { ...germanStay('invoice', 'en').payee, address: '' } }),
    ],
  ] as const)('is refused: %s', (code, content) => {
    expect(eInvoiceOf(content)).toMatchObject({ ok: false, refusal: { code } })
  })
})

it.each([
  [1050, '7.5', 79],
  [-1050, '7.5', -79],
  [930, '7', 65],
  [1, '50', 1],
  [100, '5.875', 6],
  [12345, '0', 0],
])('%d × %s %% is %d', (minor, percent, tax) => {
  expect(percentOf(minor, percent)).toBe(tax)
})
