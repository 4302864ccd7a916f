import { describe, expect, test } from 'vitest'
import { randomOf } from '#core/demo/data/random.ts'
import { createPopulation, type Regular } from '#core/demo/population.ts'
import { fromDayNumber, toDayNumber, weekdayOf } from '#shared/values/index.ts'

const first = toDayNumber('2024-01-01' as never)
const last = first + 900
const regular: Regular = {
  habit: 'weekly',
  business: false,
  member: false,
  booksOnly: false,
  nationality: 'CHN',
  madeOn: first,
  account: -1,
  type: 0,
}

function town(guests: number, facts: (id: number) => Partial<Regular> = () => ({})) {
  const population = createPopulation(guests, first, last, fromDayNumber)
  for (let id = 1; id <= guests; id++) population.add(id, { ...regular, ...facts(id) })
  return population
}

/** The days on which guests are due, each called on its very day. */
function dueDays(population: ReturnType<typeof town>, from: number, to: number): Map<number, number> {
  const days = new Map<number, number>()
  for (let day = from; day < to; day++)
    for (let id = population.due(day); id !== 0; id = population.due(day)) days.set(id, day)
  return days
}

describe('what is kept of a guest', () => {
  test('comes back as it was', () => {
    const population = town(0)
    const habits = ['once', 'occasional', 'regular', 'frequent', 'weekly'] as const
    const kept = createPopulation(40, first, last, fromDayNumber)
    const facts = Array.from({ length: 40 }, (_, index) => ({
      habit: habits[index % 5] ?? 'once',
      business: index % 2 === 1,
      member: index % 3 === 1,
      booksOnly: index % 7 === 1,
      nationality: ['CHN', 'JPN', 'DEU'][index % 3] ?? '',
      madeOn: first + index * 20,
      account: index - 1,
      type: index % 6,
    }))
    for (const [index, one] of facts.entries()) kept.add(index + 1, one)
    expect(facts.map((_, index) => kept.get(index + 1))).toEqual(facts)
    expect([population.count, kept.count]).toEqual([0, 40])
  })

  test('who travels together does so again; a first companion is kept by both', () => {
    const population = town(4)
    population.pair(1, 2)
    expect([1, 2, 3].map(population.companionOf)).toEqual([2, 1, 0])
    population.pair(3, 2)
    expect([1, 2, 3].map(population.companionOf)).toEqual([2, 1, 2])
  })
})

describe('who comes again', () => {
  test('by habit: hardly anybody of those who come once, nearly all who come weekly', () => {
    const share = (habit: Regular['habit']) => {
      const population = town(300, () => ({ habit }))
      const random = randomOf(1, habit.length)
      for (let id = 1; id <= 300; id++) population.comesAgain(random, id, first + 5)
      return dueDays(population, first, last).size / 300
    }
    expect(share('once')).toBeLessThan(0.12)
    expect(share('occasional')).toBeGreaterThan(0.55)
    expect(share('occasional')).toBeLessThan(0.75)
    expect(share('regular')).toBeGreaterThan(0.85)
    expect(share('weekly')).toBeGreaterThan(0.97)
  })

  test('after an interval of their own: weekly guests within days, regular ones within months', () => {
    const waits = (habit: Regular['habit']) => {
      const population = town(200, () => ({ habit }))
      const random = randomOf(2, habit.length)
      const found: number[] = []
      for (let id = 1; id <= 200; id++) population.comesAgain(random, id, first + 20)
      for (let day = first + 20; day < last; day++)
        for (let id = population.due(day); id !== 0; id = population.due(day)) found.push(day - first - 20)
      return found.reduce((sum, wait) => sum + wait, 0) / found.length
    }
    // Each is called up to six days before their time.
    expect(waits('weekly')).toBeGreaterThan(0)
    expect(waits('weekly')).toBeLessThan(10)
    expect(waits('frequent')).toBeGreaterThan(12)
    expect(waits('frequent')).toBeLessThan(32)
    expect(waits('regular')).toBeGreaterThan(60)
    expect(waits('regular')).toBeLessThan(100)
  })

  test('somebody’s own interval is drawn once: the waits of one guest differ less than those of many', () => {
    const population = town(30, () => ({ habit: 'frequent' }))
    const random = randomOf(3)
    const waits = new Map<number, number[]>()
    for (let round = 0; round < 30; round++) {
      for (let id = 1; id <= 30; id++) population.comesAgain(random, id, first + 10)
      for (let day = first + 10; day < last; day++)
        for (let id = population.due(day); id !== 0; id = population.due(day))
          waits.set(id, [...(waits.get(id) ?? []), day - first])
    }
    const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
    const means = [...waits.values()].map(mean)
    const spread = Math.sqrt(mean(means.map((one) => (one - mean(means)) ** 2)))
    // With an interval drawn anew each time, thirty waits would bring the means within two days.
    expect(spread).toBeGreaterThan(5)
    expect(spread).toBeLessThan(25)
  })

  test('work takes place from Sunday to Wednesday, pleasure at a week’s end', () => {
    for (const [business, wanted] of [
      [true, [0, 1, 2, 3]],
      [false, [0, 4, 5, 6]],
    ] as const) {
      const population = town(200, () => ({ habit: 'regular', business }))
      const random = randomOf(4)
      for (let id = 1; id <= 200; id++) population.comesAgain(random, id, first + 30)
      const weekdays = new Set<number>()
      // Asked about six days before, so that each is met at the far end of what counts as near.
      let before = new Set<number>()
      for (let day = first + 30; day < last - 10; day++) {
        const probe = new Set<number>()
        for (let id = population.due(day); id !== 0; id = population.due(day)) probe.add(id)
        if (day > first + 31)
          for (const id of probe) if (!before.has(id)) weekdays.add(weekdayOf(fromDayNumber(day + 6)))
        before = probe
      }
      expect([...weekdays].sort(), String(business)).toEqual(wanted)
    }
  })

  test('nobody is called before their last stay is over, and nobody is lost by it', () => {
    const population = town(1)
    population.comesAgain(randomOf(5, 1), 1, first + 10)
    population.taken(1, first + 60)
    const day = [...dueDays(population, first + 10, last).values()]
    expect(day).toHaveLength(1)
    expect(day[0]).toBeGreaterThanOrEqual(first + 60)
    // What is known of an earlier stay does not shorten a later one.
    population.taken(1, first + 200)
    population.taken(1, first + 100)
    expect(population.anybody(randomOf(6), first + 199)).toBe(0)
    expect(population.anybody(randomOf(6), first + 200)).toBe(1)
  })

  test('a call to come again ends what was taken before', () => {
    const population = town(1)
    population.taken(1, first + 300)
    population.comesAgain(randomOf(7), 1, first + 100)
    expect(population.anybody(randomOf(8), first + 99)).toBe(0)
    expect(population.anybody(randomOf(8), first + 100)).toBe(1)
  })
})

describe('anybody', () => {
  test('is somebody who is free and who stays: no secretary, nobody in a room', () => {
    const population = town(50, (id) => ({ booksOnly: id % 2 === 0 }))
    for (let id = 1; id <= 25; id++) population.taken(id, first + 40)
    const random = randomOf(9)
    const met = new Set<number>()
    for (let times = 0; times < 600; times++) met.add(population.anybody(random, first + 39))
    met.delete(0)
    expect([...met].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => 27 + index * 2))
  })

  test('is nobody where eight were asked in vain', () => {
    const secretaries = town(50, () => ({ booksOnly: true }))
    expect(secretaries.anybody(randomOf(10), first + 40)).toBe(0)
    // One free guest among fifty is met by eight tries about one time in seven.
    const population = town(50, (id) => ({ booksOnly: id !== 50 }))
    const random = randomOf(11)
    let met = 0
    for (let times = 0; times < 2000; times++) if (population.anybody(random, first + 40) === 50) met++
    expect(met / 2000).toBeGreaterThan(0.11)
    expect(met / 2000).toBeLessThan(0.19)
  })
})

describe('when a day is over', () => {
  test('who was not called comes another time or not at all', () => {
    const population = town(200, () => ({ habit: 'occasional' }))
    const random = randomOf(12)
    for (let id = 1; id <= 200; id++) population.comesAgain(random, id, first + 10)
    for (let day = first; day < first + 400; day++) population.pass(random, day)
    const later = dueDays(population, first + 400, last)
    // Of an occasional guest’s chances 70 % are lost each time one passes.
    expect(later.size).toBeGreaterThan(10)
    expect(later.size).toBeLessThan(80)
    const weekly = town(100)
    for (let id = 1; id <= 100; id++) weekly.comesAgain(random, id, first + 10)
    for (let day = first; day < first + 60; day++) weekly.pass(random, day)
    expect(dueDays(weekly, first + 60, last).size).toBeGreaterThan(70)
  })

  test('where many are missed guests grow more eager, where many idle less so', () => {
    const share = (prepare: (population: ReturnType<typeof town>) => void) => {
      const population = town(1000, () => ({ habit: 'occasional' }))
      prepare(population)
      const random = randomOf(13)
      for (let id = 1; id <= 1000; id++) population.comesAgain(random, id, first + 30)
      return dueDays(population, first + 30, last).size / 1000
    }
    const usual = share(() => undefined)
    const missed = share((population) => {
      for (let day = first; day < first + 20; day++) {
        for (let times = 0; times < 400; times++) population.due(day)
        population.pass(randomOf(14), day)
      }
    })
    expect(missed - usual).toBeGreaterThan(0.15)
    // Fewer misses than are looked at make no difference.
    const few = share((population) => {
      for (let times = 0; times < 399; times++) population.due(first)
      population.pass(randomOf(14), first)
    })
    expect(few).toBe(usual)
    const idle = share((population) => {
      const random = randomOf(15)
      for (let round = 0; round < 12; round++) {
        for (let id = 1; id <= 1000; id++) population.comesAgain(random, id, first + 1)
        for (let day = first; day < last; day++) population.pass(random, day)
      }
    })
    expect(usual - idle).toBeGreaterThan(0.15)
  })
})
