import { describe, expect, test } from 'vitest'
import {
  arrivalsByDay,
  bookedBefore,
  demandOn,
  LONGEST_LEAD,
  leadTime,
  nightsOfStay,
} from '#core/demo/data/demand.ts'
import { mixed, randomOf, weighted, weightedCharacters } from '#core/demo/data/random.ts'
import { demoSize, maxBookings, roomsAndYearsFor } from '#core/demo/data/scale.ts'
import { toDayNumber } from '#shared/values/index.ts'

const day = (date: string) => toDayNumber(date as never)
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
const many = <T>(draw: () => T, times = 4000) => Array.from({ length: times }, draw)

describe('chance that can be repeated', () => {
  test('gives the same numbers on every machine', () => {
    expect([mixed(1), mixed(1, 2), mixed(2, 1), mixed(-1), mixed(1.9)]).toEqual([
      1_059_954_845, 4_017_857_470, 3_055_902_382, 4_288_662_295, 1_059_954_845,
    ])
    const random = randomOf(7, 11, 3)
    expect(many(() => Math.floor(random.next() * 2 ** 32), 6)).toEqual([
      3_392_886_294, 3_309_685_574, 1_446_859_907, 3_879_008_118, 3_773_569_733, 3_205_766_422,
    ])
  })

  test('each source is its own, and even', () => {
    const firsts = new Set(Array.from({ length: 1000 }, (_, index) => randomOf(7, index).next()))
    expect(firsts.size).toBe(1000)
    const numbers = many(randomOf(1).next.bind(randomOf(1)))
    expect(mean(numbers)).toBeCloseTo(0.5, 1)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    for (let part = 0; part < 10; part++) {
      const share = numbers.filter((one) => Math.floor(one * 10) === part).length / 4000
      expect(share).toBeGreaterThan(0.08)
      expect(share).toBeLessThan(0.12)
    }
  })

  test('whole numbers, lists and likelihoods', () => {
    const random = randomOf(2)
    const sorted = (draw: () => unknown) => [...new Set(many(draw, 500))].sort()
    expect(sorted(() => random.below(4))).toEqual([0, 1, 2, 3])
    expect(sorted(() => random.between(-1, 2))).toEqual([-1, 0, 1, 2])
    expect(sorted(() => random.between(5, 5))).toEqual([5])
    expect(sorted(() => random.of(['a', 'b', 'c']))).toEqual(['a', 'b', 'c'])
    expect(mean(many(() => (random.chance(0.2) ? 1 : 0)))).toBeCloseTo(0.2, 1)
    expect(many(() => random.chance(0), 100)).not.toContain(true)
    expect(many(() => random.chance(1), 100)).not.toContain(false)
  })

  test('laws have their mean and their spread', () => {
    const random = randomOf(3)
    const normal = many(() => random.normal())
    expect(Math.abs(mean(normal))).toBeLessThan(0.06)
    expect(mean(normal.map((one) => one * one))).toBeCloseTo(1, 0)
    expect(Math.abs(mean(normal.map((one) => one * one)) - 1)).toBeLessThan(0.1)
    expect(normal.filter((one) => Math.abs(one) < 1).length / 4000).toBeCloseTo(0.68, 1)
    const waits = many(() => random.exponential(20))
    expect(Math.abs(mean(waits) - 20)).toBeLessThan(1.5)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0)
    const tries = many(() => random.geometric(0.25))
    expect(Math.abs(mean(tries) - 3)).toBeLessThan(0.25)
    expect(Math.min(...tries)).toBe(0)
    expect(tries.every(Number.isInteger)).toBe(true)
  })

  test('values are picked by their weight', () => {
    const weights = { a: 50, b: 31, c: 14, d: 4.8, e: 0.2 }
    const { pick, values } = weighted(Object.entries(weights))
    expect(values).toEqual(['a', 'b', 'c', 'd', 'e'])
    const random = randomOf(4)
    const picked = many(() => pick(random), 10_000)
    for (const [value, weight] of Object.entries(weights))
      expect(Math.abs(picked.filter((one) => one === value).length / 100 - weight)).toBeLessThan(1.6)
    const even = weighted([
      ['x', 3],
      ['y', 3],
      ['z', 3],
    ])
    const evenly = many(() => even.pick(random), 3000)
    for (const value of ['x', 'y', 'z'])
      expect(Math.abs(evenly.filter((one) => one === value).length / 3000 - 1 / 3)).toBeLessThan(0.04)
    expect(weighted([['only', 9]]).pick(random)).toBe('only')
    const characters = weightedCharacters(' 王60 欧阳30.5\n 李 ')
    expect(characters.values).toEqual(['王', '欧阳', '李'])
    const names = many(() => characters.pick(random), 3000)
    expect(names.filter((name) => name === '李').length / 3000).toBeCloseTo(1 / 91.5, 2)
    expect(names.filter((name) => name === '欧阳').length / 3000).toBeCloseTo(30.5 / 91.5, 1)
  })
})

describe('how large a demo hotel is', () => {
  test.each([
    [
      { rooms: 100, years: 3 },
      { rooms: 100, years: 3, bookings: 31_051, guests: 16_147, meanNights: 3 },
    ],
    [
      { rooms: 10, years: 1, guests: 50 },
      { rooms: 10, years: 1, bookings: 1081, guests: 50, meanNights: 3 },
    ],
    [
      { rooms: 100, years: 3, bookings: 1000 },
      { bookings: 1000, guests: 520, meanNights: 3 },
    ],
  ])('%j', (asked, expected) => {
    expect(demoSize(asked)).toMatchObject(expected)
  })

  test('more bookings make shorter stays, down to where they do not fit any more', () => {
    expect(demoSize({ rooms: 100, years: 3, bookings: 60_000 })?.meanNights).toBeCloseTo(1.5525, 3)
    const most = maxBookings(100, 3)
    expect(most).toBe(81_002)
    expect(demoSize({ rooms: 100, years: 3, bookings: most })?.meanNights).toBeGreaterThanOrEqual(1.15)
    expect(demoSize({ rooms: 100, years: 3, bookings: most + 1 })).toBeNull()
  })

  test.each([
    [10, { rooms: 20, years: 3 }],
    [10_000, { rooms: 20, years: 3 }],
    [30_000, { rooms: 60, years: 3 }],
    [60_000, { rooms: 120, years: 3 }],
    [64_000, { rooms: 80, years: 5 }],
    [70_000, { rooms: 90, years: 5 }],
    [170_000, { rooms: 200, years: 5 }],
    [176_000, { rooms: 110, years: 10 }],
    [200_000, { rooms: 120, years: 10 }],
    [1_000_000, { rooms: 300, years: 20 }],
    [9_000_000, { rooms: 2000, years: 20 }],
  ])('%d bookings need %j, and fit', (bookings, expected) => {
    expect(roomsAndYearsFor(bookings)).toEqual(expected)
    if (bookings < 9_000_000) expect(demoSize({ ...roomsAndYearsFor(bookings), bookings })).not.toBeNull()
  })
})

describe('when guests come', () => {
  test('a day’s demand goes with its month, its weekday and the festivals', () => {
    // Two Tuesdays and two Saturdays without a festival, the weeks of 1 May and 1 October with one.
    const [winter, autumn] = [demandOn(day('2025-02-11')), demandOn(day('2025-10-14'))]
    expect(autumn.weight / winter.weight).toBeCloseTo(1.14 / 0.78, 6)
    expect(winter.price).toBeCloseTo(0.55 + 0.45 * 0.78, 6)
    expect(winter.working).toBeCloseTo((0.56 * 1.25) / (0.56 * 1.25 + 0.44 * 0.7), 6)
    expect(winter.weight).toBeCloseTo(0.78 * (0.56 * 1.25 + 0.44 * 0.7), 6)
    const [friday, saturday, sunday] = ['2025-02-14', '2025-02-15', '2025-02-16'].map((date) =>
      demandOn(day(date)),
    )
    expect(friday?.price).toBeCloseTo(1.12 * winter.price, 6)
    expect(saturday?.price).toBeCloseTo(1.12 * winter.price, 6)
    expect(sunday?.price).toBeCloseTo(winter.price, 6)
    const festive = demandOn(day('2025-10-07'))
    expect(festive.price).toBeCloseTo((0.55 + 0.45 * 1.14 * 1.2) * 1.25, 6)
    const [work, pleasure] = [0.56 * 1.25 * 0.4, 0.44 * 0.7 * 1.8]
    expect(festive.weight).toBeCloseTo(1.14 * 1.2 * (work + pleasure), 6)
    expect(festive.working).toBeCloseTo(work / (work + pleasure), 6)
    const festival = (date: string) => demandOn(day(date)).working < 0.4
    expect(['2025-04-30', '2025-05-01', '2025-05-05', '2025-05-06'].map(festival)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(['2025-09-30', '2025-10-01', '2025-10-07', '2025-10-08'].map(festival)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('how long before they book', () => {
    expect([bookedBefore(-1), bookedBefore(0)]).toEqual([1, 1])
    expect(bookedBefore(6)).toBeCloseTo(
      0.1 * Math.exp(-6 / 0.35) + 0.38 * Math.exp(-1) + 0.37 * Math.exp(-6 / 22) + 0.15 * Math.exp(-0.1),
      6,
    )
    const random = randomOf(5)
    const leads = many(() => leadTime(random, -3))
    expect(mean(leads)).toBeGreaterThan(17)
    expect(mean(leads)).toBeLessThan(22)
    const days = (from: number) => leads.filter((lead) => lead >= from).length / 4000
    for (const from of [1, 6, 20, 60]) expect(Math.abs(days(from) - bookedBefore(from))).toBeLessThan(0.03)
    expect(Math.min(...leads)).toBe(0)
    const late = many(() => leadTime(random, 30), 500)
    expect(Math.min(...late)).toBe(30)
    // Who is known to book a month before is one of those who book early.
    expect(mean(late)).toBeGreaterThan(60)
    expect(new Set(many(() => leadTime(random, LONGEST_LEAD), 50))).toEqual(new Set([LONGEST_LEAD]))
  })

  test('how long they stay: around a mean, shorter for work, now and then for weeks', () => {
    const random = randomOf(6)
    const nights = (of: number, working: boolean) => many(() => nightsOfStay(random, of, working))
    const [work, pleasure] = [nights(3, true), nights(3, false)]
    expect(Math.abs(mean(work) - 2.77)).toBeLessThan(0.2)
    expect(Math.abs(mean(pleasure) - 3.3)).toBeLessThan(0.25)
    expect(Math.min(...work)).toBe(1)
    const weeks = pleasure.filter((one) => one > 21).length
    expect(weeks).toBeGreaterThan(0)
    expect(weeks).toBeLessThan(40)
    expect(Math.max(...pleasure)).toBeLessThanOrEqual(28)
    expect(mean(nights(1, true))).toBeLessThan(1.25)
  })

  test('all bookings arrive, most on the days to today, a fair makes one day full', () => {
    const today = day('2026-03-02')
    const first = today - 400
    const counts = arrivalsByDay(randomOf(7), first, today, 20_000)
    expect(counts).toHaveLength(400 + LONGEST_LEAD)
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(20_000)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0)
    const past = counts.slice(0, 400).reduce((sum, one) => sum + one, 0)
    expect(past / 20_000).toBeGreaterThan(0.9)
    expect(past / 20_000).toBeLessThan(0.98)
    const at = (offset: number) => counts[400 + offset] ?? 0
    expect(at(12)).toBeGreaterThan(4 * Math.max(at(11), at(13)))
    const expected = (offset: number) => demandOn(today + offset).weight * bookedBefore(offset)
    expect(mean([at(20), at(21), at(22)]) / mean([20, 21, 22].map(expected))).toBeGreaterThan(0)
    const usual = mean(Array.from({ length: 60 }, (_, i) => at(-i - 1) / expected(-i - 1)))
    const soon = mean(Array.from({ length: 10 }, (_, i) => at(i + 1) / expected(i + 1)))
    expect(soon / usual).toBeGreaterThan(0.8)
    expect(soon / usual).toBeLessThan(1.4)
    // Two days in 47 are those of a smaller fair.
    const fairs = Array.from({ length: 400 }, (_, i) => first + i).filter((one) => one % 47 < 2)
    const fair = mean(fairs.map((one) => (counts[one - first] ?? 0) / demandOn(one).weight))
    const others = Array.from({ length: 400 }, (_, i) => first + i).filter((one) => one % 47 > 1)
    const other = mean(others.map((one) => (counts[one - first] ?? 0) / demandOn(one).weight))
    expect(fair / other).toBeGreaterThan(1.6)
    expect(fair / other).toBeLessThan(2)
    // More come from year to year, and no two days of a kind have the same.
    const long = arrivalsByDay(randomOf(8), today - 3650, today, 200_000)
    const year = (from: number) => long.slice(from, from + 365).reduce((sum, one) => sum + one, 0)
    expect(year(9 * 365) / year(0)).toBeGreaterThan(1.2)
    expect(year(9 * 365) / year(0)).toBeLessThan(1.35)
    const noise = Array.from({ length: 300 }, (_, i) => (long[i] ?? 0) / demandOn(today - 3650 + i).weight)
    const spread = Math.sqrt(mean(noise.map((one) => (one / mean(noise) - 1) ** 2)))
    expect(spread).toBeGreaterThan(0.1)
    expect(spread).toBeLessThan(0.3)
  })
})
