import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curvesOf, valueAt } from '#shared/domain/report/forecast/curves.ts'
import { errorsOf, quantileOf } from '#shared/domain/report/forecast/errors.ts'
import { bands, forecast, historyNeeded, targetNames } from '#shared/domain/report/forecast/forecast.ts'
import { smooth, smoothedAt } from '#shared/domain/report/forecast/smoothing.ts'
import { chooseWeights } from '#shared/domain/report/forecast/weights.ts'
import { chance, madeUp, type PaceRow, paceOf } from './support.ts'

describe('what was on the books', () => {
  const rows: PaceRow[] = [
    { created: 90, gone: null, arrival: 100, departure: 102 },
    { created: 97, gone: 99, arrival: 100, departure: 101 },
    // Walked in; a no-show; cancelled after it was over, as an import may say
    { created: 100, gone: null, arrival: 100, departure: 103 },
    { created: 60, gone: 100, arrival: 100, departure: 102 },
    { created: 95, gone: 105, arrival: 101, departure: 102 },
  ]
  const { rooms, arrivals, lost } = curvesOf(paceOf(rows), { first: 100, days: 2, longest: 6 })
  const at = (curve: typeof rooms, day: number) =>
    Array.from({ length: 7 }, (_, ahead) => valueAt(curve, day, ahead))

  it.each([
    ['rooms', rooms, 100, [2, 2, 3, 3, 2, 2, 2]],
    ['rooms of the next day, with who stays on', rooms, 101, [3, 3, 3, 3, 3, 3, 3]],
    ['arrivals', arrivals, 100, [2, 2, 3, 3, 2, 2, 2]],
    ['arrivals of the next day', arrivals, 101, [1, 1, 1, 1, 1, 1, 1]],
    ['arrivals that fell away', lost, 100, [0, 1, 2, 2, 1, 1, 1]],
    ['arrivals that fell away only later', lost, 101, [0, 0, 0, 0, 0, 0, 0]],
  ])('%s', (_what, curve, day, counts) => {
    expect(at(curve, day)).toEqual(counts)
  })

  it('is what a count of each day finds', () => {
    const made = madeUp(11, 40)
    const curves = curvesOf(paceOf(made), { first: 10, days: 20, longest: 15 })
    const open = (row: PaceRow, day: number) =>
      row.created <= day && (row.gone ?? Number.POSITIVE_INFINITY) > day
    for (let day = 10; day < 30; day++) {
      for (let ahead = 0; ahead <= 15; ahead++) {
        const there = made.filter(
          (row) => row.arrival <= day && row.departure > day && open(row, day - ahead),
        )
        const due = made.filter((row) => row.arrival === day && open(row, day - ahead))
        expect([
          valueAt(curves.rooms, day, ahead),
          valueAt(curves.arrivals, day, ahead),
          valueAt(curves.lost, day, ahead),
        ]).toEqual([there.length, due.length, due.filter((row) => !open(row, day)).length])
      }
    }
  })
})

describe('the season', () => {
  it('finds a week that repeats', () => {
    const week = [20, 20, 25, 30, 80, 90, 40]
    const seasons = smooth(
      Array.from({ length: 140 }, (_, day) => week[day % 7]!),
      1000,
    )
    const ahead = Array.from({ length: 14 }, (_, at) => Math.round(smoothedAt(seasons, 1139, 1140 + at)))
    expect(ahead).toEqual([...week, ...week])
  })
})

describe('errors', () => {
  it('are means over the days, in per cent over those on which something came', () => {
    expect(errorsOf([10, 4, 3], [8, 5, 0])).toEqual({ mae: 2, mape: (0.25 + 0.2) / 2, bias: 4 / 3 })
    expect(errorsOf([], [])).toEqual({ mae: null, mape: null, bias: null })
    expect([quantileOf([1, 2, 3, 4, 5], 0.5), quantileOf([0, 10], 0.1), quantileOf([7], 0.9)]).toEqual([
      3, 1, 7,
    ])
  })

  it('choose the method that was right, and pick-up among equals', () => {
    const next = chance(5)
    const trials = Array.from({ length: 50 }, () => {
      const came = 50 + next() * 50
      return { came, by: { pickup: came + 9, ratio: came - 30, season: came, year: came } }
    })
    expect(chooseWeights(trials, ['pickup', 'ratio', 'season']).season).toBe(1)
    expect(chooseWeights(trials, ['pickup', 'ratio'])).toEqual({
      pickup: 0.8,
      ratio: 0.2,
      season: 0,
      year: 0,
    })
    const even = trials.map(({ came }) => ({
      came,
      by: { pickup: came, ratio: came, season: came, year: came },
    }))
    expect(chooseWeights(even, ['pickup', 'ratio', 'season', 'year']).pickup).toBe(1)
  })
})

describe('a forecast', () => {
  const made = madeUp(3, 420)
  const known = 380

  it('is not made where the history is too short, and says how much is needed', () => {
    const needed = historyNeeded(bands[0].to)
    const until = (day: number) => forecast(paceOf(made), { known: day, ahead: 7, rooms: null })
    expect(until(needed - 2)).toEqual({ enough: false, needed, have: needed - 1 })
    expect(until(needed - 1).enough).toBe(true)
    expect(forecast(paceOf([]), { known, ahead: 7, rooms: null })).toEqual({ enough: false, needed, have: 0 })
  })

  it('reaches as far as the history allows', () => {
    const far = forecast(paceOf(made), { known, ahead: 90, rooms: null })
    expect(far.enough && [far.days.length, far.days[0]!.day, far.errors.length]).toEqual([30, known + 1, 9])
    const near = forecast(paceOf(made), { known, ahead: 10, rooms: null })
    expect(near.enough && near.days.length).toBe(10)
  })

  it('is better than the latest day of the same weekday, and its intervals hold', () => {
    const found = forecast(paceOf(made), { known, ahead: 30, rooms: null })
    if (!found.enough) throw new Error('too short')
    for (const { target, mae, naive, within } of found.errors) {
      if (target !== 'lost') expect(mae!, target).toBeLessThan(naive.mae!)
      expect(within, target).toBeGreaterThan(0.6)
    }
  })

  it('has its value within its interval, no more rooms than there are and no more lost than are booked', () => {
    const found = forecast(paceOf(made), { known, ahead: 30, rooms: 55 })
    if (!found.enough) throw new Error('too short')
    for (const day of found.days) {
      expect(day.rooms.high).toBeLessThanOrEqual(55)
      expect(day.lost.high).toBeLessThanOrEqual(day.arrivals.onBooks)
      for (const name of targetNames) expect(day[name].low >= 0 && day[name].low <= day[name].high).toBe(true)
    }
  })

  it('does not forget a party for what the season says', () => {
    const party = Array.from({ length: 40 }, () => ({
      created: known - 60,
      gone: null,
      arrival: known + 5,
      departure: known + 7,
    }))
    const found = forecast(paceOf([...made, ...party]), { known, ahead: 7, rooms: null })
    if (!found.enough) throw new Error('too short')
    const { rooms, arrivals, lost } = found.days[4]!
    expect(arrivals.onBooks).toBeGreaterThanOrEqual(40)
    // A fifth of what is booked falls away here, less of it so few days before
    expect(arrivals.value).toBeGreaterThan(0.85 * arrivals.onBooks)
    expect(rooms.value).toBeGreaterThan(0.85 * rooms.onBooks)
    expect(arrivals.value).toBeGreaterThanOrEqual(arrivals.onBooks - lost.high)
  })

  it('does not change by what happens later', () => {
    const soon = { known: historyNeeded(bands[1].to), ahead: 30, rooms: null }
    const before = forecast(paceOf(made), soon)
    expect(before.enough && before.days.length).toBe(14)
    const later = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(later, ({ seed, share }) => {
        const next = chance(seed)
        const rows = made.flatMap((row) => {
          if (row.created > soon.known) return next() < share ? [] : [row]
          const isOpen = row.gone === null || row.gone > soon.known
          if (!isOpen || next() > share) return [row]
          return [{ ...row, gone: next() < 0.5 ? null : soon.known + 1 + Math.floor(next() * 30) }]
        })
        const more = Array.from({ length: 200 }, () => {
          const arrival = soon.known + 1 + Math.floor(next() * 40)
          return {
            created: soon.known + 1 + Math.floor(next() * 20),
            gone: null,
            arrival,
            departure: arrival + 2,
          }
        })
        expect(forecast(paceOf([...rows, ...more]), soon)).toEqual(before)
      }),
      { numRuns: 6 },
    )
  })
})
