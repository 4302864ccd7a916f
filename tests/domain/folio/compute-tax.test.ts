import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import { lineTotal } from '#shared/domain/folio/convert.ts'
import type { TaxFacts, TaxTerms } from '#shared/domain/folio/tax.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { percentTax, taxesOf, taxFacts, taxTerms } from './taxes.ts'

const day = (text: string) => text as BusinessDate
const included = { included: true }
const chain = { addsToBase: true }
const perUnit = (amountMinor: number, terms: Partial<TaxTerms> = {}) =>
  taxTerms({ kind: 'per-unit', amountMinor }, terms)

/** Net, each tax, gross. */
function compute(terms: TaxTerms[], price: number, facts: Partial<TaxFacts> = {}, step = 1) {
  const { netMinor, taxes, grossMinor } = computeTaxes(taxesOf(...terms), price, taxFacts(facts), { step })
  return [netMinor, taxes.map((tax) => tax.taxMinor), grossMinor]
}

const hamburg2013 = (terms: Partial<TaxTerms> = {}) =>
  taxTerms(
    {
      kind: 'steps',
      steps: [50, 100, 150, 200, 250, 300, 350, 400].map((upTo, at) => ({
        upToMinor: upTo * 100,
        amountMinor: (at + 1) * 100,
      })),
    },
    terms,
  )

/** The sources and reasons of the worked cases are those of their file. */
describe('worked cases of a price', () => {
  const ten = (terms: Partial<TaxTerms> = {}) => percentTax('10', terms)
  it.each<[string, TaxTerms[], number, [number, number[], number], Partial<TaxFacts>?, number?]>([
    ['tax-01', [percentTax('8', included), percentTax('0', included)], 12440, [11519, [921, 0], 12440]],
    ['tax-02b', [percentTax('5', included)], 1000, [950, [50], 1000], {}, 5],
    ['tax-03', [percentTax('15'), percentTax('5.5', included)], 230000, [218009, [32701, 11991], 262701]],
    ['tax-05a', [percentTax('19')], 22689, [22689, [4311], 27000]],
    ['tax-05c', [percentTax('19', included)], 27000, [22689, [4311], 27000]],
    ['tax-06', [percentTax('20', included)], 399999999, [333333332, [66666667], 399999999]],
    ['tax-07b', [percentTax('21', included)], 280, [231, [49], 280]],
    ['tax-09a', [percentTax('6'), percentTax('6'), percentTax('3')], 10000, [10000, [600, 600, 300], 11500]],
    [
      'tax-09d',
      [percentTax('6', chain), percentTax('6', chain), percentTax('3')],
      10000,
      [10000, [600, 636, 337], 11573],
    ],
    ['tax-09e', [percentTax('6', included), percentTax('6', included)], 1779, [1589, [95, 95], 1779]],
    [
      'tax-10b',
      [perUnit(100, chain), percentTax('21'), perUnit(200)],
      9500,
      [9500, [500, 2100, 1000], 13100],
      { quantity: 5000 },
    ],
    [
      'tax-11',
      [ten({ ...included, ...chain }), ten(), ten(included), ten(), ten(included)],
      13200,
      [10000, [1000, 1100, 1100, 1100, 1100], 15400],
    ],
    ['tax-13b', [percentTax('10')], 4594, [4594, [459], 5053]],
    ['tax-14a', [percentTax('20', included)], 3940, [3283, [657], 3940]],
    ['city-01', [hamburg2013(chain), percentTax('7')], 10000, [10000, [200, 714], 10914], { adults: 2 }],
    ['city-02b', [hamburg2013(chain), percentTax('7')], 5001, [5001, [200, 364], 5565]],
    ['city-02d', [hamburg2013(chain), percentTax('7')], 15001, [15001, [400, 1078], 16479]],
    [
      'city-03, a night',
      [taxTerms({ kind: 'percent-per-person', percent: '5' }, { exemptUnderAge: 18 })],
      10000,
      [10000, [250], 10250],
      { adults: 2, childAges: [9, null] },
    ],
    [
      'city-03, the stay',
      [taxTerms({ kind: 'percent-per-person', percent: '5' }, { exemptUnderAge: 18 })],
      70000,
      [70000, [1750], 71750],
      { adults: 2, childAges: [9, 17], quantity: 7000 },
    ],
    ['city-07, lodging', [percentTax('7', included)], 8000, [7477, [523], 8000]],
    ['city-07, package', [percentTax('19', included)], 2000, [1681, [319], 2000]],
    [
      'city-09',
      [percentTax('14.75', included), taxTerms({ kind: 'per-night', amountMinor: 350 }, included)],
      10098,
      [8495, [1253, 350], 10098],
    ],
    ['city-11', [percentTax('17', included)], 1170000, [1000000, [170000], 1170000]],
    ['cash-07, the tax', [percentTax('15')], 99999, [99999, [15000], 114999]],
  ])('%s', (_id, terms, price, right, facts = {}, step = 1) => {
    expect(compute(terms, price, facts, step)).toEqual(right)
    // And what is given back is its mirror
    const [net, taxes, gross] = right
    expect(compute(terms, -price, facts, step)).toEqual([-net, taxes.map((tax) => 0 - tax), -gross])
  })

  it('city-02: the tax of the step with its VAT', () => {
    const withTax = (price: number) =>
      computeTaxes(taxesOf(hamburg2013(chain), percentTax('7')), price, taxFacts())
    const without = (price: number) => computeTaxes(taxesOf(percentTax('7')), price, taxFacts())
    expect(withTax(5001).grossMinor - without(5001).grossMinor).toBe(214)
    expect(withTax(15001).grossMinor - without(15001).grossMinor).toBe(428)
  })

  it.each<[string, string, number]>([
    ['tax-15', '2022-11-01', 12300],
    ['tax-15', '2023-02-02', 11500],
    ['tax-15', '2022-12-31', 12300],
    ['tax-15', '2023-01-01', 11500],
  ])('%s: the rate of %s', (_id, date, gross) => {
    const dated = taxTerms([
      { from: day('2023-01-01'), basis: { kind: 'percent', percent: '15' } },
      { from: null, basis: { kind: 'percent', percent: '23' } },
    ])
    expect(compute([dated], 10000, { date: day(date) })[2]).toBe(gross)
  })

  it.each([
    ['2026-06-30', 285, 8900],
    ['2026-07-01', 500, 10000],
    ['2027-07-01', 800, 10000],
  ])('city-05: the Ortstaxe of %s', (date, tax, base) => {
    const ortstaxe = taxTerms([
      { from: null, basis: { kind: 'percent', percent: '3.2', baseReduction: '11' } },
      { from: day('2026-07-01'), basis: { kind: 'percent', percent: '5' } },
      { from: day('2027-07-01'), basis: { kind: 'percent', percent: '8' } },
    ])
    const taxed = computeTaxes(taxesOf(ortstaxe), 10000, taxFacts({ date: day(date) }))
    expect(taxed.taxes).toMatchObject([{ taxMinor: tax, baseMinor: base }])
  })

  it('led-03: a total rounds once', () => {
    expect(lineTotal(203_890, 1602)).toBe(326_632)
    expect(lineTotal(-203_890, 1602)).toBe(-326_632)
  })
})

describe('who and what is free', () => {
  it.each<[string, number | null, (number | null)[], number]>([
    ['no limit, everybody pays', null, [3, null], 4],
    ['below the age', 18, [17, 18], 3],
    ['a child of unknown age', 16, [null, 16], 3],
    ['an age that nobody is below', 0, [0, null], 4],
  ])('by age: %s', (_what, exemptUnderAge, childAges, payers) => {
    const perPerson = taxTerms({ kind: 'per-person', amountMinor: 150 }, { exemptUnderAge })
    expect(compute([perPerson], 10000, { adults: 2, childAges })[1]).toEqual([payers * 150])
  })

  it.each<[string, Partial<TaxTerms>, Partial<TaxFacts>, number[]]>([
    ['a business stay', { exemptBusiness: true }, { business: true }, []],
    ['a private stay', { exemptBusiness: true }, { business: false }, [500]],
    ['the night before', { exemptFromNight: 91 }, { nightNo: 90, nights: 120 }, [500]],
    ['the night itself', { exemptFromNight: 91 }, { nightNo: 91, nights: 120 }, []],
    ['back to the first', { exemptFromNight: 180, exemptBackToFirst: true }, { nightNo: 1, nights: 180 }, []],
    ['not reached', { exemptFromNight: 180, exemptBackToFirst: true }, { nightNo: 1, nights: 179 }, [500]],
    ['no night', { exemptFromNight: 180, exemptBackToFirst: true }, { nightNo: 0, nights: 200 }, [500]],
    [
      'no rate yet',
      { rates: [{ from: day('2027-01-01'), basis: { kind: 'percent', percent: '5' } }] },
      {},
      [],
    ],
  ])('%s', (_what, terms, facts, taxes) => {
    expect(compute([percentTax('5', terms)], 10000, facts)[1]).toEqual(taxes)
  })

  it('leaves an included tax that nobody owes in the net', () => {
    const exempt = percentTax('5', { ...included, exemptBusiness: true })
    expect(compute([exempt], 10500, { business: true })).toEqual([10500, [], 10500])
  })
})

describe('bases', () => {
  it('computes a tax on the price alone where it ignores those before it', () => {
    const terms = [
      percentTax('10', chain),
      percentTax('10', { ...chain, ignoresEarlier: true }),
      percentTax('10'),
    ]
    expect(compute(terms, 10000)).toEqual([10000, [1000, 1000, 1200], 13200])
  })

  it('takes included taxes by amount out of the price before percentages', () => {
    // 110.00 = 1.1 × (net + 2 × 2.50): net 95.00
    const city = taxTerms({ kind: 'per-person', amountMinor: 250 }, { ...included, ...chain })
    expect(compute([city, percentTax('10', included)], 11000, { adults: 2 })).toEqual([
      9500,
      [500, 1000],
      11000,
    ])
  })

  it('puts the VAT of a tax on top on top, and leaves the VAT of the price in it', () => {
    // 107.00 with 7 %: net 100.00, 50.00 each; 1.00 each on top with 0.14 of VAT
    const terms = [hamburg2013(chain), percentTax('7', included)]
    expect(compute(terms, 10700, { adults: 2 })).toEqual([10000, [200, 714], 10914])
    expect(compute(terms, -10700, { adults: 2 })).toEqual([-10000, [-200, -714], -10914])
  })

  it('solves an included tax by steps with the step that agrees with its own net', () => {
    // 52.00: 51.00 + 1.00 would be beyond the first step, so 50.00 + 2.00
    expect(compute([hamburg2013(included)], 5200)).toEqual([5000, [200], 5200])
    expect(compute([hamburg2013(included)], 5100)).toEqual([5000, [100], 5100])
    // No net leads to 51.50: 50.50 is on the second step, 49.50 on the first. The higher tax holds
    expect(compute([hamburg2013(included)], 5150)).toEqual([4950, [200], 5150])
    // Two steps up, and steps in any order
    expect(compute([hamburg2013(included)], 15300)).toEqual([15000, [300], 15300])
    const turned = taxTerms({
      kind: 'steps',
      steps: [
        { upToMinor: 10000, amountMinor: 200 },
        { upToMinor: 5000, amountMinor: 100 },
      ],
    })
    expect([5000, 5001].map((price) => compute([turned], price)[1])).toEqual([[100], [200]])
    // “Less than” instead of “up to”
    const less = taxTerms({
      kind: 'steps',
      edge: 'upper',
      steps: [
        { upToMinor: 10000, amountMinor: 0 },
        { upToMinor: 15000, amountMinor: 100 },
        { upToMinor: 99999, amountMinor: 200 },
      ],
    })
    expect([9999, 10000, 14999, 15000, 200000].map((price) => compute([less], price)[1])).toEqual([
      [0],
      [100],
      [100],
      [200],
      [200],
    ])
    // Beyond the last step its amount
    expect(compute([hamburg2013()], 99900)).toEqual([99900, [800], 100700])
  })

  it('rounds the tariff of one person and night, up to its ceiling', () => {
    const tariff = (maxMinor?: number) =>
      taxTerms({ kind: 'percent-per-person', percent: '5', ...(maxMinor ? { maxMinor } : {}) })
    // 100.00 / 3 × 5 % = 1.6667: 1.67 each
    expect(compute([tariff()], 10000, { adults: 3 })[1]).toEqual([501])
    expect(compute([tariff(150)], 10000, { adults: 3 })[1]).toEqual([450])
    expect(compute([tariff(167)], 10000, { adults: 3 })[1]).toEqual([501])
    // In the price: 105.00 = 1.05 × 100.00, with a ceiling that is not reached or without one
    for (const maxMinor of [undefined, 999]) {
      const inPrice = { ...tariff(maxMinor), included: true }
      expect(compute([inPrice], 10500, { adults: 2 })).toEqual([10000, [500], 10500])
    }
    // Half of them are exempt: 102.50 = 1.025 × 100.00
    const half = { ...tariff(), included: true, exemptUnderAge: 18 }
    expect(compute([half], 10250, { adults: 1, childAges: [5] })).toEqual([10000, [250], 10250])
    expect(compute([tariff()], 10000, { quantity: 0 })[1]).toEqual([0])
    expect(compute([{ ...tariff(230), included: true }], 30000, { adults: 2 })).toEqual([29540, [460], 30000])
    expect(compute([tariff()], 10000, { adults: 0 })[1]).toEqual([0])
  })

  it('counts nights and units by the quantity', () => {
    const facts = { adults: 2, quantity: 3000 }
    expect(compute([taxTerms({ kind: 'per-night', amountMinor: 350 })], 30000, facts)[1]).toEqual([1050])
    expect(compute([taxTerms({ kind: 'per-person', amountMinor: 350 })], 30000, facts)[1]).toEqual([2100])
    // 300.00 for three nights of two: 50.00 each
    expect(compute([hamburg2013()], 30000, facts)[1]).toEqual([600])
  })

  it('states the base that a percentage is taken of, and none but the net for amounts', () => {
    const terms = [percentTax('10', chain), percentTax('5'), perUnit(100)]
    const { taxes } = computeTaxes(taxesOf(...terms), 10000, taxFacts())
    expect(taxes).toEqual([
      { taxId: 1, rate: '10', baseMinor: 10000, taxMinor: 1000 },
      { taxId: 2, rate: '5', baseMinor: 11000, taxMinor: 550 },
      { taxId: 3, rate: '', baseMinor: 11000, taxMinor: 100 },
    ])
  })

  it('owes taxes by night on a free room, and gives them back for a negative quantity', () => {
    const terms = [taxTerms({ kind: 'per-night', amountMinor: 350 }), percentTax('8')]
    expect(compute(terms, 0)).toEqual([0, [350, 0], 350])
    expect(compute(terms, 0, { quantity: -1000 })).toEqual([0, [-350, 0], -350])
    // A price has its own sign
    expect(compute(terms, 10000, { quantity: -1000 })).toEqual([10000, [350, 800], 11150])
  })

  it('has no tax of a percentage that is none', () => {
    expect(() => compute([percentTax('six')], 10000)).toThrow('not a percentage: six')
  })
})

const percents = fc
  .integer({ min: 0, max: 3000 })
  .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`)
const amounts = fc.integer({ min: 0, max: 2000 })
const bases = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percent: percents, baseReduction: percents }),
  fc.record({ kind: fc.constantFrom('per-unit', 'per-night', 'per-person' as const), amountMinor: amounts }),
  fc.record({ kind: fc.constant('percent-per-person' as const), percent: percents, maxMinor: amounts }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc.array(fc.record({ upToMinor: fc.nat({ max: 50000 }), amountMinor: amounts }), { maxLength: 4 }),
  }),
)
const anyTerms = fc
  .record({
    basis: bases,
    included: fc.boolean(),
    addsToBase: fc.boolean(),
    ignoresEarlier: fc.boolean(),
    exemptUnderAge: fc.option(fc.integer({ min: 1, max: 18 })),
  })
  .map(({ basis, ...terms }) => taxTerms(basis, terms))
const rules = fc.array(anyTerms, { maxLength: 5 })
const anyFacts = fc
  .record({
    quantity: fc.integer({ min: 1, max: 9 }).map((n) => n * 1000),
    adults: fc.integer({ min: 0, max: 4 }),
    childAges: fc.array(fc.option(fc.nat({ max: 17 })), { maxLength: 3 }),
  })
  .map((facts) => taxFacts(facts))
const prices = fc.integer({ min: 0, max: 10_000_000 })
const steps = fc.constantFrom(1, 1, 1, 5, 10)

describe('every price', () => {
  it('is its net and its taxes, in multiples of the smallest amount', () => {
    fc.assert(
      fc.property(rules, prices, anyFacts, steps, (terms, price, facts, step) => {
        const taxed = computeTaxes(taxesOf(...terms), price * step, facts, { step })
        expect(taxed.netMinor + taxed.taxes.reduce((all, tax) => all + tax.taxMinor, 0)).toBe(
          taxed.grossMinor,
        )
        expect(taxed.taxes.every((tax) => tax.taxMinor % step === 0)).toBe(true)
        expect(Math.abs(taxed.netMinor % step)).toBe(0)
        if (terms.every((one) => one.included)) expect(taxed.grossMinor).toBe(price * step)
        if (terms.every((one) => !one.included)) expect(taxed.netMinor).toBe(price * step)
      }),
    )
  })

  it('is the mirror of the same price given back', () => {
    fc.assert(
      fc.property(rules, prices, anyFacts, (terms, price, facts) => {
        fc.pre(price > 0)
        const one = computeTaxes(taxesOf(...terms), price, facts)
        const back = computeTaxes(taxesOf(...terms), -price, facts)
        expect(back.grossMinor + one.grossMinor).toBe(0)
        expect(back.netMinor + one.netMinor).toBe(0)
        expect(back.taxes.map((tax) => tax.taxMinor + tax.baseMinor)).toEqual(
          one.taxes.map((tax) => 0 - (tax.taxMinor + tax.baseMinor)),
        )
      }),
    )
  })

  it('costs no less when it is raised, and has no less of a tax that it contains', () => {
    // Steps may be any amounts here, falling ones too
    const rising = rules.filter((all) => !all.some((one) => one.rates[0]?.basis.kind === 'steps'))
    fc.assert(
      fc.property(
        rising,
        prices,
        fc.nat({ max: 1000 }),
        anyFacts,
        fc.boolean(),
        (all, price, more, facts, isIn) => {
          const taxes = taxesOf(...all.map((one) => ({ ...one, included: isIn })))
          const low = computeTaxes(taxes, price, facts)
          const high = computeTaxes(taxes, price + more, facts)
          expect(high.grossMinor - low.grossMinor).toBeGreaterThanOrEqual(more)
          for (const at of low.taxes.keys()) {
            expect(high.taxes[at]!.taxMinor).toBeGreaterThanOrEqual(low.taxes[at]!.taxMinor)
          }
        },
      ),
    )
  })

  it('gives equal included percentages equal taxes', () => {
    fc.assert(
      fc.property(percents, prices, fc.integer({ min: 2, max: 4 }), (percent, price, count) => {
        const terms = Array.from({ length: count }, () => percentTax(percent, included))
        const { taxes } = computeTaxes(taxesOf(...terms), price, taxFacts())
        expect(new Set(taxes.map((tax) => tax.taxMinor)).size).toBe(1)
      }),
    )
  })

  it('has a tax of the order of its rate', () => {
    fc.assert(
      fc.property(percents, prices, fc.boolean(), (percent, price, isIncluded) => {
        const [tax] = computeTaxes(
          taxesOf(percentTax(percent, { included: isIncluded })),
          price,
          taxFacts(),
        ).taxes
        const rate = Number(percent) / 100
        const about = isIncluded ? (price * rate) / (1 + rate) : price * rate
        expect(Math.abs(tax!.taxMinor - about)).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
    )
  })
})
