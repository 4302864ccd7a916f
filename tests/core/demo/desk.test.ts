import { describe, expect, test } from 'vitest'
import { createCalendar } from '#core/demo/calendar.ts'
import { demoPlans } from '#core/demo/data/hotel.ts'
import { randomOf } from '#core/demo/data/random.ts'
import { demoWords } from '#core/demo/data/words.ts'
import {
  cancelChance,
  placeFor,
  pricedNights,
  typesByShare,
  typeThatTakes,
  wantedFacts,
  wantedNights,
} from '#core/demo/desk.ts'
import type { House } from '#core/demo/house.ts'

/** Three types for two, three and four persons; two rooms of the first, one of each other. */
const house: House = {
  currency: 'CNY',
  types: [
    { code: '', id: 1 as never, maxPersons: 2, price: 1, share: 0.6 },
    { code: '', id: 2 as never, maxPersons: 3, price: 2, share: 0.3 },
    { code: '', id: 3 as never, maxPersons: 4, price: 3, share: 0.1 },
  ],
  rooms: [],
  plans: Object.fromEntries(
    demoPlans.map((plan, index) => [plan.code, { ...plan, id: index + 1 }]),
  ) as unknown as House['plans'],
  companies: [11, 12, 13] as never,
  online: [21, 22] as never,
  accountNames: new Map(),
  agencies: [31, 32] as never,
  price: (type, plan, ofDay) => type * 1000 + plan.length * 100 + ofDay,
}
const seeds = Array.from({ length: 400 }, (_, index) => index)

describe('a place in the hotel', () => {
  const rooms = () => createCalendar([0, 0, 1, 2], 3, 0, 100)
  const wish = { arrival: 50, nights: 2, type: 0, persons: 2, insists: false, earliest: 40, latest: 60 }
  const fill = (calendar: ReturnType<typeof rooms>, type: number, from: number, to: number) => {
    for (let times = 0; times < (type === 0 ? 2 : 1); times++) calendar.sell(type, from, to)
  }

  test('is the one wished for while it is there', () => {
    expect(placeFor(randomOf(1), house, rooms(), wish)).toEqual({ arrival: 50, nights: 2, type: 0 })
  })

  test('is else another type that takes as many persons', () => {
    const calendar = rooms()
    fill(calendar, 0, 51, 52)
    const types = new Set(seeds.map((seed) => placeFor(randomOf(seed), house, calendar, wish)?.type))
    expect([...types].sort()).toEqual([1, 2])
    for (const seed of seeds)
      expect(placeFor(randomOf(seed), house, calendar, { ...wish, persons: 4 })).toEqual({
        arrival: 50,
        nights: 2,
        type: 2,
      })
  })

  test('is else a day or two later or earlier, within what may be', () => {
    const calendar = rooms()
    for (const type of [0, 1, 2]) fill(calendar, type, 51, 52)
    const at = (more: Partial<typeof wish>) => placeFor(randomOf(1), house, calendar, { ...wish, ...more })
    // The night of the 51st is full: from 50 only a stay from 49 or 48, or from 52 on, misses it.
    expect(at({})).toMatchObject({ arrival: 49, nights: 2 })
    expect(at({ earliest: 50 })).toMatchObject({ arrival: 52, nights: 2 })
    expect(at({ earliest: 50, latest: 51 })).toMatchObject({ arrival: 50, nights: 1 })
    expect(at({ earliest: 49, latest: 60 })).toMatchObject({ arrival: 49 })
    expect(at({ earliest: 50, latest: 52 })).toMatchObject({ arrival: 52 })
    for (const type of [0, 1, 2]) fill(calendar, type, 52, 53)
    expect(at({ earliest: 50, latest: 54 })).toMatchObject({ arrival: 54, nights: 2 })
  })

  test('is else a single night, and none where the hotel is full', () => {
    const calendar = rooms()
    for (const type of [0, 1, 2]) {
      fill(calendar, type, 40, 51)
      fill(calendar, type, 52, 70)
    }
    expect(placeFor(randomOf(1), house, calendar, wish)).toMatchObject({ arrival: 51, nights: 1 })
    for (const type of [0, 1, 2]) fill(calendar, type, 51, 52)
    expect(placeFor(randomOf(1), house, calendar, wish)).toBeNull()
  })

  test('who insists gets that type on that day for that long, or none', () => {
    const calendar = rooms()
    const insisting = { ...wish, insists: true }
    expect(placeFor(randomOf(1), house, calendar, insisting)).toEqual({ arrival: 50, nights: 2, type: 0 })
    // A type that is too small is theirs to insist on.
    expect(placeFor(randomOf(1), house, calendar, { ...insisting, persons: 4 })).toMatchObject({ type: 0 })
    fill(calendar, 0, 51, 52)
    expect(placeFor(randomOf(1), house, calendar, insisting)).toBeNull()
  })

  test('a type takes so many persons: the wished one if it does, else the first, else the last', () => {
    expect(typeThatTakes(house, 1, 3)).toBe(1)
    expect(typeThatTakes(house, 0, 3)).toBe(1)
    expect(typeThatTakes(house, 2, 1)).toBe(2)
    expect(typeThatTakes(house, 0, 4)).toBe(2)
    expect(typeThatTakes(house, 0, 5)).toBe(2)
  })

  test('types are wished for by their share', () => {
    const types = typesByShare(house)
    const random = randomOf(2)
    const counts = [0, 0, 0]
    for (let times = 0; times < 2000; times++) {
      const type = types.pick(random)
      counts[type] = (counts[type] ?? 0) + 1
    }
    expect(counts.map((count) => Math.round(count / 200))).toEqual([6, 3, 1])
  })
})

test('each night has the price of its own day', () => {
  expect(pricedNights(house, 'BAR', 2, 70, 3, (day) => day - 60)).toEqual([
    { type: 2, room: -1, rateMinor: 2310 },
    { type: 2, room: -1, rateMinor: 2311 },
    { type: 2, room: -1, rateMinor: 2312 },
  ])
  expect(pricedNights(house, 'BAR', 2, 70, 0, () => 1)).toEqual([])
})

test('only who walks in comes for the day alone, and few of them', () => {
  const dayUse = (walkIn: boolean) =>
    seeds.filter((seed) => wantedNights(randomOf(seed), 2, false, walkIn) === 0).length
  expect(dayUse(false)).toBe(0)
  expect(dayUse(true)).toBeGreaterThan(2)
  expect(dayUse(true)).toBeLessThan(30)
})

describe('what is asked for', () => {
  type Asked = Parameters<typeof wantedFacts>[3]
  const all = (asked: Partial<Asked>, of = house, stream = 0) =>
    seeds.map((seed) =>
      wantedFacts(randomOf(stream, seed), of, demoWords.en, {
        working: false,
        walkIn: false,
        account: -1,
        weekly: false,
        ...asked,
      }),
    )
  const share = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / list.length
  const values = (list: readonly unknown[]) => [...new Set(list)].sort()

  test('work pays the company’s rate, pleasure a package', () => {
    const [work, pleasure] = [all({ working: true }), all({})]
    expect(share(work, ({ plan }) => plan === 'COR')).toBeGreaterThan(0.35)
    expect(values(work.map(({ plan }) => plan))).not.toContain('PKG')
    expect(share(pleasure, ({ plan }) => plan === 'PKG')).toBeGreaterThan(0.08)
    expect(values(pleasure.map(({ plan }) => plan))).not.toContain('COR')
    expect(share(all({ weekly: true }), ({ plan }) => plan === 'COR')).toBeCloseTo(0.8, 1)
  })

  test('the company is the guest’s own where there is one, and nobody else has any', () => {
    for (const one of all({ working: true, account: 1 }))
      expect(one.company).toBe(one.plan === 'COR' ? 12 : null)
    for (const one of all({ working: true, account: 0 }))
      expect(one.company).toBe(one.plan === 'COR' ? 11 : null)
    const drawn = all({ working: true }).filter(({ plan }) => plan === 'COR')
    expect(values(drawn.map(({ company }) => company))).toEqual([11, 12, 13])
    const without = all({ working: true }, { ...house, companies: [] })
    expect(values(without.map(({ company }) => company))).toEqual([null])
  })

  test('persons: work comes alone, pleasure in twos and threes, children with two adults only', () => {
    const [work, pleasure] = [all({ working: true }), all({})]
    expect(values(work.map(({ adults }) => adults))).toEqual([1, 2])
    expect(share(work, ({ adults }) => adults === 1)).toBeCloseTo(0.88, 1)
    expect(work.every(({ children, infants }) => children === 0 && infants === 0)).toBe(true)
    expect(values(pleasure.map(({ adults }) => adults))).toEqual([1, 2, 3])
    expect(share(pleasure, ({ adults }) => adults === 1)).toBeCloseTo(0.24, 1)
    expect(values(pleasure.map(({ children }) => children))).toEqual([0, 1, 2])
    expect(values(pleasure.map(({ infants }) => infants))).toEqual([0, 1])
    expect(share(pleasure, ({ infants }) => infants === 1)).toBeLessThan(0.1)
    for (const { adults, children, infants } of pleasure) {
      if (children > 0) expect([adults > 1, infants]).toEqual([true, 0])
    }
    const families = pleasure.filter(({ children }) => children > 0)
    expect(share(families, ({ children }) => children === 1)).toBeGreaterThan(0.55)
    expect(share(pleasure, ({ children }) => children > 0)).toBeLessThan(0.3)
  })

  test('agency, segment, channel, meal and guarantee go with the plan', () => {
    const segments: Record<string, string> = {
      COR: 'corporate',
      OTA: 'online-agency',
      OTAB: 'online-agency',
      GRP: 'group',
      COMP: 'complimentary',
      HSE: 'complimentary',
      BAR: 'transient',
      BARB: 'transient',
      PKG: 'transient',
    }
    const many = [1, 2, 3, 4, 5, 6].flatMap((stream) => [
      ...all({ working: true, account: (stream % 4) - 1 }, house, stream),
      ...all({ walkIn: stream > 4 }, house, -stream),
    ])
    expect(values(many.map(({ plan }) => plan))).toEqual(Object.keys(segments).sort())
    for (const { plan, agency, segment, channel, guarantee, meal } of many) {
      expect(segment).toBe(segments[plan])
      expect(meal).toBe(house.plans[plan].meal)
      const online = plan === 'OTA' || plan === 'OTAB'
      if (online) expect([21, 22]).toContain(agency)
      else if (plan === 'GRP') expect([31, 32]).toContain(agency)
      else expect(agency).toBeNull()
      if (online) expect(channel).toBe('online-agency')
      else if (plan === 'GRP') expect(channel).toBe('travel-agent')
      else if (plan === 'COR') expect(['corporate', 'telephone', 'walk-in']).toContain(channel)
      else expect(['website', 'telephone', 'direct', 'walk-in']).toContain(channel)
      if (plan === 'COR') expect(guarantee).toBe('company')
      else if (plan === 'COMP' || plan === 'HSE') expect(guarantee).toBe('none')
      else if (!online) expect(['none', 'refundable', 'deposit']).toContain(guarantee)
      else expect(['non-refundable', 'refundable', 'deposit', 'none']).toContain(guarantee)
    }
    const of = (plans: readonly string[]) => many.filter(({ plan }) => plans.includes(plan))
    for (const [guarantee, expected] of [
      ['non-refundable', 0.3],
      ['refundable', 0.3],
      ['deposit', 0.15],
      ['none', 0.25],
    ] as const)
      expect(share(of(['OTA', 'OTAB']), (one) => one.guarantee === guarantee)).toBeCloseTo(expected, 1)
    for (const [guarantee, expected] of [
      ['none', 0.45],
      ['refundable', 0.3],
      ['deposit', 0.25],
    ] as const)
      expect(share(of(['BAR', 'BARB', 'PKG']), (one) => one.guarantee === guarantee)).toBeCloseTo(expected, 1)
    const corporate = of(['COR']).filter(({ channel }) => channel !== 'walk-in')
    expect(share(corporate, ({ channel }) => channel === 'corporate')).toBeCloseTo(0.6, 1)
    expect(values(of(['OTA', 'OTAB']).map(({ guarantee }) => guarantee))).toHaveLength(4)
  })

  test('who walks in does so by the door, mostly, and nobody else', () => {
    const direct = (walkIn: boolean) =>
      [1, 2, 3]
        .flatMap((stream) => all({ walkIn }, house, stream))
        .filter(({ plan }) => ['BAR', 'BARB', 'PKG'].includes(plan))
    expect(share(direct(true), ({ channel }) => channel === 'walk-in')).toBeCloseTo(0.7, 1)
    expect(share(direct(false), ({ channel }) => channel === 'walk-in')).toBe(0)
  })

  test('few say something more', () => {
    const comments = all({}).map(({ comment }) => comment)
    expect(share(comments, (comment) => comment !== '')).toBeGreaterThan(0.03)
    expect(share(comments, (comment) => comment !== '')).toBeLessThan(0.15)
    for (const comment of comments) if (comment !== '') expect(demoWords.en.comments).toContain(comment)
  })
})

test('the earlier made and the less it costs, the likelier a booking is called off', () => {
  const free = { plan: 'OTA', guarantee: 'none' } as const
  expect(cancelChance(free, 0)).toBe(0)
  expect(cancelChance({ ...free, guarantee: 'non-refundable' }, 30)).toBe(0.04)
  expect(cancelChance({ ...free, guarantee: 'non-refundable' }, 0)).toBe(0)
  expect(cancelChance(free, 6)).toBeCloseTo(0.34 * (1 - Math.exp(-1)), 6)
  expect(cancelChance(free, 300)).toBeCloseTo(0.34, 6)
  expect(cancelChance({ plan: 'HSE', guarantee: 'none' }, 300)).toBeCloseTo(0.05, 6)
})
