import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstVisitOf } from '#shared/domain/report/visits.ts'
import { addDays, businessDateOf } from '#shared/values/index.ts'

const start = businessDateOf('2026-01-01')
const stay = (from: number, nights: number) => ({
  arrival: addDays(start, from),
  departure: addDays(start, from + nights),
})

describe('the first visit', () => {
  test('stays that touch or overlap are one, also behind a longer one', () => {
    const one = [stay(0, 10), stay(2, 3), stay(9, 1), stay(10, 2)]
    expect(firstVisitOf(one)).toEqual({ end: addDays(start, 12), again: false })
    expect(firstVisitOf([...one, stay(13, 1)])).toEqual({ end: addDays(start, 12), again: true })
    expect(firstVisitOf([])).toBeNull()
  })

  test('is the first run of days in house, and another run is another visit', () => {
    const stays = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 60 }), nights: fc.integer({ min: 0, max: 9 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(stays, (some) => {
        const sorted = some.toSorted((a, b) => a.from - b.from || a.nights - b.nights)
        // Half days, so that a day use and a departure on the day of an arrival both touch
        const inHouse = new Set<number>()
        for (const { from, nights } of some)
          for (let at = 2 * from; at <= 2 * (from + nights); at++) inHouse.add(at)
        const ends = [...inHouse].filter((at) => !inHouse.has(at + 1)).sort((a, b) => a - b)
        expect(firstVisitOf(sorted.map(({ from, nights }) => stay(from, nights)))).toEqual({
          end: addDays(start, (ends[0] as number) / 2),
          again: ends.length > 1,
        })
      }),
    )
  })
})
