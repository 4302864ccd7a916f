import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackageElement, PackageImage } from '#shared/domain/folio/package.ts'
import { packageOf, partsOf, splitRate } from '#shared/domain/folio/package-split.ts'
import { type SharedLine, type SplitWay, shareLine, splitWeights } from '#shared/domain/folio/share-line.ts'
import { type SharingFolio, shareRate } from '#shared/domain/folio/sharing.ts'
import type { BusinessDate, FolioId, RatePlanId, TaxId, TransactionCodeId } from '#shared/values/index.ts'
import { taxFacts } from './taxes.ts'

const code = (id: number) => id as TransactionCodeId
const day = (text: string) => text as BusinessDate
const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)

const line = (gross: number, taxes: number[], quantity = 1000): SharedLine => ({
  quantity,
  grossMinor: gross,
  netMinor: gross - sum(taxes),
  taxes: taxes.map((taxMinor, at) => ({
    taxId: (at + 1) as TaxId,
    rate: '6',
    baseMinor: gross - sum(taxes),
    taxMinor,
  })),
})

describe('splitting a line', () => {
  it('gives each part its gross, net and tax', () => {
    const parts = shareLine(line(10_600, [600]), [1, 1, 1])
    expect(
      parts.ok && parts.value.map((part) => [part.netMinor, part.taxes[0]!.taxMinor, part.grossMinor]),
    ).toEqual([
      [3334, 200, 3534],
      [3333, 200, 3533],
      [3333, 200, 3533],
    ])
    expect(parts.ok && parts.value.map((part) => part.quantity)).toEqual([334, 333, 333])
  })

  it('gives each part its share of what its taxes are computed from', () => {
    const parts = shareLine({ ...line(10_600, [600]), facts: taxFacts({ adults: 2 }) }, [1, 3])
    expect(parts.ok && parts.value.map((part) => part.facts)).toEqual([
      taxFacts({ adults: 2, quantity: 250 }),
      taxFacts({ adults: 2, quantity: 750 }),
    ])
  })

  it('splits a line of nothing by its quantity', () => {
    const parts = shareLine(line(0, [0], 3000), [1, 2])
    expect(parts.ok && parts.value.map((part) => [part.quantity, part.grossMinor])).toEqual([
      [1000, 0],
      [2000, 0],
    ])
  })

  it('shares by the weights where a part has nothing left to share by', () => {
    // 1.00 that is 3.00 of tax less 2.00: the second tax can't follow what the first left of each part
    const parts = shareLine(line(100, [300, 50]), [1, 1])
    expect(
      parts.ok && parts.value.map((part) => [part.netMinor, ...part.taxes.map((tax) => tax.taxMinor)]),
    ).toEqual([
      [-125, 150, 25],
      [-125, 150, 25],
    ])
  })

  it('gives no part more tax than it costs', () => {
    const parts = shareLine(line(3, [1, 1, 1]), [1, 1, 1])
    expect(parts.ok && parts.value.map((part) => part.netMinor)).toEqual([0, 0, 0])
  })

  it('refuses a part that gets nothing', () => {
    expect(shareLine(line(2, [0]), [1, 1, 1])).toMatchObject({
      refusal: { code: 'SPLIT_PART_EMPTY', params: { part: 3 } },
    })
    expect(shareLine(line(100, [6]), [1, 0])).toMatchObject({
      refusal: { code: 'SPLIT_PART_EMPTY', params: { part: 2 } },
    })
    expect(shareLine(line(100, [6]), [0, 1])).toMatchObject({
      refusal: { code: 'SPLIT_PART_EMPTY', params: { part: 1 } },
    })
    expect(shareLine(line(100, [6]), [])).toMatchObject({ refusal: { code: 'SPLIT_PART_EMPTY' } })
  })

  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 })
  const lines = fc
    .tuple(fc.integer({ min: 10_000, max: 10_000_000 }), fc.array(fc.nat({ max: 3000 }), { maxLength: 3 }))
    .map(([gross, taxes]) => line(gross, taxes))

  it('is exact in every component, and each part adds up', () => {
    fc.assert(
      fc.property(lines, weights, (whole, given) => {
        const parts = shareLine(whole, given)
        if (!parts.ok) return
        const { value } = parts
        expect(sum(value.map((part) => part.grossMinor))).toBe(whole.grossMinor)
        expect(sum(value.map((part) => part.netMinor))).toBe(whole.netMinor)
        expect(sum(value.map((part) => part.quantity))).toBe(whole.quantity)
        for (const at of whole.taxes.keys()) {
          expect(sum(value.map((part) => part.taxes[at]!.taxMinor))).toBe(whole.taxes[at]!.taxMinor)
          expect(sum(value.map((part) => part.taxes[at]!.baseMinor))).toBe(whole.taxes[at]!.baseMinor)
        }
        for (const part of value) {
          expect(part.netMinor + sum(part.taxes.map((tax) => tax.taxMinor))).toBe(part.grossMinor)
          expect(part.netMinor).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('splits what is given back as the mirror of the charge', () => {
    fc.assert(
      fc.property(lines, weights, (whole, given) => {
        const negative = line(
          -whole.grossMinor,
          whole.taxes.map((tax) => 0 - tax.taxMinor),
          -whole.quantity,
        )
        const [one, back] = [shareLine(whole, given), shareLine(negative, given)]
        expect(back.ok).toBe(one.ok)
        if (!one.ok || !back.ok) return
        expect(back.value.map((part) => part.netMinor + 0)).toEqual(
          one.value.map((part) => 0 - part.netMinor),
        )
        expect(back.value.map((part) => part.quantity)).toEqual(one.value.map((part) => 0 - part.quantity))
      }),
    )
  })

  it.each<[string, SplitWay, number[] | [string, number]]>([
    ['amounts', { by: 'amounts', amounts: [4000, 6600] }, [4000, 6600]],
    ['amounts that leave a rest', { by: 'amounts', amounts: [4000, 6500] }, ['SPLIT_LEAVES_REST', 100]],
    ['amounts beyond the line', { by: 'amounts', amounts: [4000, 6700] }, ['SPLIT_LEAVES_REST', -100]],
    ['an amount of nothing', { by: 'amounts', amounts: [10_600, 0] }, ['SPLIT_PART_EMPTY', 2]],
    ['an amount of the other sign', { by: 'amounts', amounts: [-100, 10_700] }, ['SPLIT_PART_EMPTY', 1]],
    ['a part of a cent', { by: 'amounts', amounts: [0.5, 10_599.5] }, ['SPLIT_PART_EMPTY', 1]],
    ['one part', { by: 'amounts', amounts: [10_600] }, ['SPLIT_PART_EMPTY', 2]],
    ['percent', { by: 'percent', basisPoints: [3333, 6667] }, [3333, 6667]],
    ['thirds by percent', { by: 'percent', basisPoints: [3333, 3333, 3333] }, ['SPLIT_LEAVES_REST', 1]],
    ['quantity', { by: 'quantity', quantities: [1000, 2000] }, [1000, 2000]],
    ['a quantity that is left', { by: 'quantity', quantities: [1000, 1000] }, ['SPLIT_LEAVES_REST', 1000]],
    ['nights', { by: 'nights', nights: [2, 3], of: 5 }, [2, 3]],
    ['nights that are left', { by: 'nights', nights: [2, 2], of: 5 }, ['SPLIT_LEAVES_REST', 1]],
    ['shares', { by: 'shares', shares: [1, 1, 1] }, [1, 1, 1]],
    ['no share', { by: 'shares', shares: [1, 0] }, ['SPLIT_PART_EMPTY', 2]],
  ])('by %s', (_what, way, right) => {
    const weights = splitWeights(line(10_600, [600], 3000), way)
    if (weights.ok) return expect(weights.value).toEqual(right)
    const { rest, part } = weights.refusal.params
    expect([weights.refusal.code, rest ?? part]).toEqual(right)
  })

  it('splits a credit by its negative amounts, each part exactly what was said', () => {
    const credit = line(-10_600, [-600])
    const weights = splitWeights(credit, { by: 'amounts', amounts: [-4001, -6599] })
    expect(weights).toEqual({ ok: true, value: [4001, 6599] })
    const parts = shareLine(credit, weights.ok ? weights.value : [])
    expect(parts.ok && parts.value.map((part) => part.grossMinor)).toEqual([-4001, -6599])
  })
})

describe('what a rate includes', () => {
  const room = code(1)
  const element = (
    per: PackageElement['per'],
    amountMinor: number | null,
    basisPoints: number | null = null,
  ) => ({
    codeId: code(2),
    per,
    amountMinor,
    basisPoints,
  })
  const terms = (...elements: PackageElement[]) => ({ ratePlanIds: [], meals: [], elements })
  const split = (rate: number, elements: PackageElement[], adults = 2, children = 1) =>
    splitRate(rate, terms(...elements), { adults, children }, room).map((part) => part.amountMinor)

  it.each<[string, number, PackageElement[], number[]]>([
    ['nothing but the room', 50_000, [], [50_000]],
    ['per room', 50_000, [element('room', 3000)], [47_000, 3000]],
    ['per adult', 50_000, [element('adult', 3000)], [44_000, 6000]],
    ['per person', 50_000, [element('person', 3000)], [41_000, 9000]],
    ['a share of the rate, half up', 33_333, [element('room', null, 1500)], [28_333, 5000]],
    ['several', 50_000, [element('adult', 3000), element('room', null, 1000)], [39_000, 6000, 5000]],
    ['more than the rate: the room gets nothing', 10_000, [element('adult', 6000)], [0, 10_000]],
    ['what the first left', 10_000, [element('adult', 4000), element('adult', 4000)], [0, 8000, 2000]],
    ['a free night', 0, [element('adult', 4000)], [0]],
    ['a night given back', -50_000, [element('adult', 3000)], [-44_000, -6000]],
  ])('%s', (_what, rate, elements, amounts) => {
    expect(split(rate, elements)).toEqual(amounts)
    expect(sum(amounts)).toBe(rate)
  })

  it('is the room alone without a package', () => {
    expect(splitRate(50_000, undefined, { adults: 2, children: 0 }, room)).toEqual([
      { codeId: room, amountMinor: 50_000 },
    ])
  })

  it('adds up to the rate whatever is included, the room first', () => {
    const elements = fc.array(
      fc.record({
        codeId: fc.integer({ min: 2, max: 5 }).map(code),
        per: fc.constantFrom('room', 'adult', 'person' as const),
        amountMinor: fc.option(fc.nat({ max: 20_000 })),
        basisPoints: fc.option(fc.nat({ max: 10_000 })),
      }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(
        fc.integer({ min: -1e7, max: 1e7 }),
        elements,
        fc.nat({ max: 4 }),
        (rate, given, adults) => {
          const parts = splitRate(rate, terms(...given), { adults, children: 1 }, room)
          expect(sum(parts.map((part) => part.amountMinor))).toBe(rate)
          expect(parts[0]!.codeId).toBe(room)
          expect(parts.every((part) => part.amountMinor * Math.sign(rate) >= 0)).toBe(true)
        },
      ),
    )
  })

  it.each<[string, number, [number, number][], number[][]]>([
    [
      'seven to three',
      1500,
      [
        [2, 7000],
        [3, 3000],
      ],
      [
        [2, 1050],
        [3, 450],
      ],
    ],
    [
      'an odd cent to the larger remainder',
      1005,
      [
        [2, 7000],
        [3, 3000],
      ],
      [
        [2, 704],
        [3, 301],
      ],
    ],
    [
      'given back',
      -1005,
      [
        [2, 7000],
        [3, 3000],
      ],
      [
        [2, -704],
        [3, -301],
      ],
    ],
    [
      'too little for all',
      1,
      [
        [2, 7000],
        [3, 3000],
      ],
      [[2, 1]],
    ],
    [
      'nothing',
      0,
      [
        [2, 7000],
        [3, 3000],
      ],
      [[2, 0]],
    ],
    ['a code without parts', 1005, [], [[9, 1005]]],
  ])('a lump sum: %s', (_what, amount, parts, right) => {
    const lump = { id: code(9), parts: parts.map(([id, basisPoints]) => ({ codeId: code(id), basisPoints })) }
    expect(partsOf(lump, amount).map((part) => [part.codeId, part.amountMinor])).toEqual(right)
  })

  it('is the package of the plan, else of the meal', () => {
    const image = (name: string, plans: number[], meals: string[], active = true): PackageImage => ({
      code: name,
      nameEn: name,
      nameZh: name,
      terms: { ratePlanIds: plans as RatePlanId[], meals, elements: [] },
      active,
    })
    const packages = [
      image('old', [1], [], false),
      image('breakfast', [], ['breakfast']),
      image('romance', [1], []),
    ]
    const of = (ratePlanId: number | null, meal: string) =>
      packageOf(packages, { ratePlanId: ratePlanId as RatePlanId | null, meal })?.code
    expect(of(1, 'breakfast')).toBe('romance')
    expect(of(2, 'breakfast')).toBe('breakfast')
    expect(of(null, 'breakfast')).toBe('breakfast')
    expect(of(2, 'room-only')).toBe(undefined)
  })
})

describe('sharers of a room', () => {
  const folio = (
    id: number,
    share: number,
    from: string | null = null,
    to: string | null = null,
  ): SharingFolio => ({
    id: id as FolioId,
    share,
    shareFrom: from as BusinessDate | null,
    shareTo: to as BusinessDate | null,
  })
  const shares = (rate: number, folios: SharingFolio[], night = '2026-03-05') =>
    shareRate(rate, folios, day(night)).map((part) => [part.folioId, part.amountMinor])

  it.each<[string, SharingFolio[], number[][]]>([
    ['one pays all', [folio(1, 1), folio(2, 0)], [[1, 10_001]]],
    [
      'halves',
      [folio(1, 1), folio(2, 1)],
      [
        [1, 5001],
        [2, 5000],
      ],
    ],
    [
      'two to one',
      [folio(1, 2), folio(2, 1)],
      [
        [1, 6667],
        [2, 3334],
      ],
    ],
    [
      'from the night on',
      [folio(1, 1), folio(2, 1, '2026-03-05')],
      [
        [1, 5001],
        [2, 5000],
      ],
    ],
    ['before it', [folio(1, 1), folio(2, 1, '2026-03-06')], [[1, 10_001]]],
    [
      'before its end',
      [folio(1, 1), folio(2, 1, null, '2026-03-06')],
      [
        [1, 5001],
        [2, 5000],
      ],
    ],
    ['the end is not in it', [folio(1, 1), folio(2, 1, null, '2026-03-05')], [[1, 10_001]]],
    ['nobody that night', [folio(1, 0), folio(2, 1, '2026-04-01')], [[1, 10_001]]],
    ['no folio', [], []],
  ])('%s', (_what, folios, right) => {
    expect(shares(10_001, folios)).toEqual(right)
  })

  it('keeps a free night on the first payer', () => {
    expect(shares(0, [folio(1, 0), folio(2, 1), folio(3, 1)])).toEqual([[2, 0]])
  })

  it('loses nothing of any rate', () => {
    const folios = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), folios, (rate, given) => {
        expect(
          sum(
            shares(
              rate,
              given.map((share, at) => folio(at + 1, share)),
            ).map(([, part]) => part!),
          ),
        ).toBe(rate)
      }),
    )
  })
})
