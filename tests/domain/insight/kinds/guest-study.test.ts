import { describe, expect, test } from 'vitest'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import {
  type GuestStudy,
  neededForTree,
  placeGuests,
  studyGuests,
} from '#shared/domain/insight/kinds/guest-study.ts'
import { outcomeOf, placesAsked } from '#shared/domain/insight/kinds/targets.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'
import { outlineOf } from '#shared/domain/insight/learn/rules.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

const day = dayOf('2026-01-01')
const dateOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)

/** Half of the guests have breakfast and come every hundred days, the others came once. */
function hotel(guests: number): History {
  const random = seededRandom(5)
  const written = Array.from({ length: guests }, (_, at): WrittenBooking[] => {
    const isRegular = at % 2 === 0
    const first = day - 1500 + Math.floor(random() * 1400)
    const stays = isRegular ? Math.floor((day - first) / 100) + 1 : 1
    return Array.from({ length: stays }, (_, stay) => ({
      guest: at + 1,
      arrival: dateOf(first + stay * 100),
      departure: dateOf(first + stay * 100 + 1 + Math.floor(random() * 3)),
      createdOn: dateOf(first + stay * 100 - 3),
      meal: isRegular === random() < 0.9 ? 'breakfast' : 'room-only',
      total: 300,
    }))
  }).flat()
  return historyOf(guests, written)
}

const history = hotel(1200)
const factsIn = (guests: History) => (of: number, places?: ArrayLike<number>) =>
  factsAsOf(guests, of, () => undefined, places)
const factsOf = factsIn(history)
const study = (guests = history, mostRows = 200_000) =>
  studyGuests('comesBack12', guests, day, factsIn(guests), { allowProtected: false, mostRows })
const found = study() as GuestStudy

describe('a target of guests', () => {
  test('is learned two years back and judged on the year since', () => {
    for (const [year, back] of [
      [found.trained, 730],
      [found.judged, 365],
    ] as const) {
      const { places, target } = outcomeOf('comesBack12', history, day - back, Number.NaN)
      const positives = target.filter((met) => met).length
      expect(year).toEqual({ day: day - back, guests: places.length, positives })
    }
    expect(found.study.fit.auc).toBeGreaterThan(0.85)
    expect(found.study.fit.baseRate).toBeCloseTo(found.judged.positives / found.judged.guests, 12)
  })

  test('nothing after the date has an effect', () => {
    const later = structuredClone(history)
    const { bookings } = later
    for (let b = 0; b < bookings.arrival.length; b++)
      if (bookings.createdOn[b]! > day) bookings.total[b] = 9e9
    expect(study(later)).toEqual(found)
  })

  test('every guest of the date falls under the rule that they meet', () => {
    const facts = factsOf(day)
    const placed = placeGuests('comesBack12', found.study.tree, history, day, factsOf)
    const asked = [...placesAsked('comesBack12', history, day)].map((place) => facts.place.indexOf(place))
    expect([...placed.guest]).toEqual(asked.map((row) => facts.id[row]))
    const leaves = new Set(found.study.rules.map(({ leaf }) => leaf))
    for (const [at, row] of asked.entries()) {
      const rule = found.study.rules.find(({ leaf }) => leaf === placed.leaf[at])!
      expect(leaves).toContain(placed.leaf[at])
      for (const condition of rule.conditions) {
        if (condition.kind !== 'number') continue
        const value = facts.numbers[condition.column as 'stays'][row]!
        if (Number.isNaN(value)) expect(condition.missing).not.toBe(false)
        else {
          expect(value).toBeGreaterThan(condition.above ?? Number.NEGATIVE_INFINITY)
          expect(value).toBeLessThanOrEqual(condition.atMost ?? Number.POSITIVE_INFINITY)
        }
      }
    }
  })

  test('of many guests a seeded part is studied, and all are counted', () => {
    const part = study(history, 300) as GuestStudy
    expect(part.trained).toEqual(found.trained)
    expect(part.study.trained.rows).toBe(300)
    expect(part.study.fit.rows).toBe(300)
    expect(study(history, 300)).toEqual(part)
  })

  test('too few guests, and a target that nobody meets, are said with the numbers', () => {
    const few = hotel(60)
    expect(study(few)).toMatchObject({ year: 'trained', found: { day: day - 730 } })
    const before = dayOf('2019-01-01')
    expect(studyGuests('comesBack12', history, before, factsOf, { allowProtected: false })).toEqual({
      year: 'trained',
      found: { day: before - 730, guests: 0, positives: 0 },
    })
    const nobody = studyGuests('direct', history, day, factsOf, { allowProtected: false })
    expect(nobody).toMatchObject({ year: 'trained' })
    expect(neededForTree).toEqual({ guests: 100, each: 20 })
  })

  test('the drawn tree has each node’s numbers, and ends in the rules', () => {
    const lines = outlineOf(found.study.tree)
    expect(lines[0]).toMatchObject({ depth: 0, condition: null, covers: found.trained.guests })
    expect(lines.flatMap(({ leaf }) => (leaf === null ? [] : [leaf])).toSorted((a, b) => a - b)).toEqual(
      found.study.rules.map(({ leaf }) => leaf).toSorted((a, b) => a - b),
    )
    for (const [at, line] of lines.entries()) {
      if (line.leaf !== null) continue
      const rest = lines.slice(at + 1)
      const end = rest.findIndex(({ depth }) => depth <= line.depth)
      const children = rest
        .slice(0, end < 0 ? rest.length : end)
        .filter(({ depth }) => depth === line.depth + 1)
      expect(children.length).toBe(2)
      expect(children.reduce((sum, { covers }) => sum + covers, 0)).toBe(line.covers)
      const positives = children.reduce((sum, { covers, share }) => sum + covers * share, 0)
      expect(positives / line.covers).toBeCloseTo(line.share, 9)
    }
  })
})
