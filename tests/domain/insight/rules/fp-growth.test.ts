import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssociationRule, findRules } from '#shared/domain/insight/rules/association.ts'
import { collectBaskets, itemsOfLine } from '#shared/domain/insight/rules/baskets.ts'
import { minCount, reaches, shareOf } from '#shared/domain/insight/rules/share.ts'

function basketsOf(lists: readonly (readonly string[])[]) {
  const baskets = collectBaskets()
  for (const list of lists) baskets.add(list.map(baskets.placeOf))
  return baskets.done()
}

function rulesIn(lists: readonly (readonly string[])[], support: number, confidence: number) {
  const found = findRules(basketsOf(lists), { support, confidence })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

/** Every subset of all items counted in every basket: shares nothing with the tree. */
function byBruteForce(lists: readonly (readonly string[])[], least: number) {
  const words = [...new Set(lists.flat())]
  const sets = lists.map((list) => new Set(list))
  const frequent = new Map<string, number>()
  for (let mask = 1; mask < 2 ** words.length; mask++) {
    const items = words.filter((_, at) => mask & (1 << at))
    const count = sets.filter((set) => items.every((item) => set.has(item))).length
    if (count >= least) frequent.set([...items].sort().join(' '), count)
  }
  return frequent
}

function rulesByBruteForce(frequent: Map<string, number>, total: number, confidence: number) {
  const rules = new Map<string, Omit<AssociationRule, 'given' | 'adds' | 'counts'>>()
  for (const [key, both] of frequent) {
    const items = key.split(' ')
    if (items.length < 2) continue
    for (const adds of items) {
      const rest = items.filter((item) => item !== adds)
      const share = both / (frequent.get(rest.join(' ')) as number)
      if (share < confidence) continue
      const lift = share / ((frequent.get(adds) as number) / total)
      rules.set(`${rest.join(' ')} > ${adds}`, { support: both / total, confidence: share, lift })
    }
  }
  return rules
}

describe('itemsets and rules', () => {
  const item = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')
  const lists = fc.array(fc.array(item, { maxLength: 8 }), { minLength: 1, maxLength: 40 })
  const share = fc.constantFrom(0, 0.05, 0.1, 0.25, 0.3, 0.5)

  test('are those of a count of every subset, on 200 sets of random baskets', () => {
    fc.assert(
      fc.property(lists, share, fc.constantFrom(0, 0.2, 0.5, 0.8, 1), (baskets, support, confidence) => {
        // In hundredths and whole numbers, as the shares are written
        const least = Math.max(1, Math.ceil((Math.round(support * 100) * baskets.length) / 100))
        const frequent = byBruteForce(baskets, least)
        const expected = rulesByBruteForce(frequent, baskets.length, confidence)
        const found = rulesIn(baskets, support, confidence)
        expect(found.baskets).toBe(baskets.length)
        expect(found.itemsets).toBe(frequent.size)
        expect(found.rules.map((rule) => `${rule.given.join(' ')} > ${rule.adds}`).sort()).toEqual(
          [...expected.keys()].sort(),
        )
        for (const rule of found.rules) {
          const same = expected.get(`${rule.given.join(' ')} > ${rule.adds}`)
          expect(rule.support).toBeCloseTo(same?.support as number, 12)
          expect(rule.confidence).toBeCloseTo(same?.confidence as number, 12)
          expect(rule.lift).toBeCloseTo(same?.lift as number, 12)
        }
      }),
      { numRuns: 200, seed: 9 },
    )
  })

  test('do not hang on the order of the baskets or of the items in them', () => {
    fc.assert(
      fc.property(lists, (baskets) => {
        const turned = baskets.map((list) => [...list].reverse()).reverse()
        expect(rulesIn(turned, 0.1, 0.3)).toEqual(rulesIn(baskets, 0.1, 0.3))
      }),
      { numRuns: 50, seed: 9 },
    )
  })

  test('come out as worked by hand', () => {
    const found = rulesIn([['tea', 'cake'], ['tea', 'cake', 'jam'], ['tea'], ['jam'], []], 0.4, 0.5)
    expect(found.baskets).toBe(5)
    // cake 2, jam 2, tea 3, cake with tea 2
    expect(found.itemsets).toBe(4)
    expect(found.rules).toEqual([
      {
        given: ['cake'],
        adds: 'tea',
        support: 2 / 5,
        confidence: 1,
        lift: 5 / 3,
        counts: { both: 2, given: 2, adds: 3 },
      },
      {
        given: ['tea'],
        adds: 'cake',
        support: 2 / 5,
        confidence: 2 / 3,
        lift: 5 / 3,
        counts: { both: 2, given: 3, adds: 2 },
      },
    ])
  })

  test('stay within a size that is asked for', () => {
    const baskets = basketsOf([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
    const found = findRules(baskets, { support: 0.5, confidence: 0.5, maxSize: 2 })
    expect(found).toMatchObject({ ok: true, value: { itemsets: 6 } })
  })

  test('are none where there is no basket or no item', () => {
    expect(rulesIn([], 0.001, 0.5)).toEqual({ baskets: 0, itemsets: 0, rules: [] })
    expect(rulesIn([[], []], 0.001, 0.5)).toEqual({ baskets: 2, itemsets: 0, rules: [] })
  })

  test('are refused where five million itemsets do not hold them', () => {
    const wide = Array.from({ length: 23 }, (_, at) => `item ${at}`)
    expect(findRules(basketsOf([wide]), { support: 1, confidence: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_MANY_ITEMSETS' },
    })
  })

  test('can be stopped in the middle', () => {
    const stop = () => {
      throw new Error('stopped')
    }
    const baskets = basketsOf([['a', 'b']])
    expect(() => findRules(baskets, { support: 0.5, confidence: 0.5, pulse: stop })).toThrow('stopped')
  })
})

describe('the least count', () => {
  test.each([
    [0.1, 30, 3],
    [0.001, 9835, 10],
    [0.001, 10_000, 10],
    [0.07, 100, 7],
    [0.29, 100, 29],
    [1e-7, 10_000_000, 1],
    [1e-7, 10_000_001, 2],
    [0, 50, 1],
    [1, 50, 50],
    [0.5, 0, 1],
  ])('%s of %i baskets is %i', (share, total, least) => {
    expect(minCount(shareOf(share), total)).toBe(least)
  })

  test('a share of exactly the confidence reaches it', () => {
    expect(reaches(7, 100, shareOf(0.07))).toBe(true)
    expect(reaches(1, 3, shareOf(0.3333333333333333))).toBe(true)
    expect(reaches(1, 3, shareOf(0.3333333333333334))).toBe(false)
    expect(reaches(29, 100, shareOf(0.29))).toBe(true)
    expect(reaches(28, 100, shareOf(0.29))).toBe(false)
  })
})

describe('a line of items', () => {
  test.each([
    ['bread, milk ,  whole milk', ['bread', 'milk', 'whole milk']],
    ['bread,,milk,,,', ['bread', 'milk']],
    ['"cream, sour",milk', ['cream, sour', 'milk']],
    [' "a ""b"" c" , d', ['a "b" c', 'd']],
    ['5" nails,wood', ['5" nails', 'wood']],
    ['', null],
    [' , ,', null],
  ])('%s', (line, items) => {
    expect(itemsOfLine(line)).toEqual(items)
  })

  test('an item that is named twice counts once', () => {
    const found = rulesIn([['a', 'a', 'b'], ['b']], 0.5, 0.1)
    expect(found.itemsets).toBe(3)
    expect(found.rules.find(({ adds }) => adds === 'a')?.support).toBe(0.5)
  })
})
