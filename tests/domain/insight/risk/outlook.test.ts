import { describe, expect, it } from 'vitest'
import { blockDistribution, countDistribution } from '#shared/domain/insight/risk/count-distribution.ts'
import { createMade, outcomeCame, outcomeCancelled, setDays } from '#shared/domain/insight/risk/made.ts'
import { outlookOf } from '#shared/domain/insight/risk/outlook.ts'
import { chanceLeft, fitTiming } from '#shared/domain/insight/risk/timing.ts'

const single = (probabilities: number[]) => probabilities.map((probability) => ({ rooms: 1, probability }))

describe('blocks of rooms', () => {
  it('of one room each are independent events', () => {
    const probabilities = [0.1, 0.7, 0.25, 0.9]
    for (const [count, share] of blockDistribution(single(probabilities)).entries())
      expect(share).toBeCloseTo(countDistribution(probabilities)[count]!, 12)
  })

  it('come or stay away as one', () => {
    const found = blockDistribution([
      { rooms: 3, probability: 0.4 },
      { rooms: 1, probability: 0.5 },
    ])
    for (const [count, share] of [0.3, 0.3, 0, 0.2, 0.2].entries())
      expect(found[count]).toBeCloseTo(share, 12)
  })
})

describe('the outlook of a day', () => {
  const costs = { walked: 200, empty: 100 }

  it('says how many to expect, and what a full house may be sold to', () => {
    // Four rooms, all booked: three arrivals that come in 8 of 10 cases, one guest who stays on; P(at most 1 comes) = 0.104
    const day = outlookOf({ rooms: 4, arrivals: single([0.8, 0.8, 0.8]), staying: single([1]) }, costs)
    expect(day).toMatchObject({ booked: 3, rooms: 4, night: 4, from: 1, to: 3 })
    expect(day.expected).toBeCloseTo(2.4, 12)
    expect(day.nightExpected).toBeCloseTo(3.4, 12)
    // P(0 empty) = 0.512 ≥ 100/300: one more room would be walked too often
    expect(day.hint).toMatchObject({ limit: 4, beyond: 0, ratio: expect.closeTo(1 / 3, 12) })
    expect(day.hint?.costAtRooms).toBeCloseTo(60, 9)
  })

  it('sells beyond where more stay away than is likely to be walked', () => {
    const day = outlookOf({ rooms: 4, arrivals: single([0.5, 0.5, 0.5, 0.5]), staying: [] }, costs)
    // P(0) = 1/16, P(≤ 1) = 5/16, P(≤ 2) = 11/16 ≥ 1/3
    expect(day.hint).toMatchObject({ limit: 6, beyond: 2 })
    // Costs by hand: at 4 rooms 2 empty in the mean; at 6 walked 2·1/16 + 1·4/16 = 6/16, empty 4/16 + 2/16 = 6/16
    expect(day.hint?.costAtRooms).toBeCloseTo(200, 9)
    expect(day.hint?.costAtLimit).toBeCloseTo((6 / 16) * 200 + (6 / 16) * 100, 9)
  })

  it('with rooms to sell counts only the doubt in what is booked', () => {
    const day = outlookOf({ rooms: 10, arrivals: single([0.5, 0.5]), staying: [] }, costs)
    // 8 are free for sure; P(8) = 1/4, P(≤ 9) = 3/4
    expect(day.hint).toMatchObject({ limit: 11, beyond: 1 })
  })

  it('already sold beyond advises no more, and counts those who are walked in both figures', () => {
    const day = outlookOf({ rooms: 2, arrivals: single([1, 1, 1]), staying: [] }, costs)
    expect(day.hint).toMatchObject({ limit: 3, beyond: 1, costAtRooms: 200, costAtLimit: 200 })
  })

  it('gives no hint without costs, without rooms, or where both cost nothing', () => {
    const facts = { rooms: 2, arrivals: single([0.9]), staying: [] }
    expect(outlookOf(facts, null).hint).toBeNull()
    expect(outlookOf({ ...facts, rooms: 0 }, costs).hint).toBeNull()
    expect(outlookOf(facts, { walked: 0, empty: 0 }).hint).toBeNull()
    expect(outlookOf({ rooms: 2, arrivals: [], staying: [] }, costs)).toMatchObject({
      booked: 0,
      expected: 0,
      to: 0,
    })
  })
})

describe('what is left of a cancellation’s probability', () => {
  // 100 bookings made 50 days ahead: 60 cancelled 40 days before, 40 cancelled 5 days before, 100 came
  const made = createMade(200)
  for (let row = 0; row < 200; row++) {
    setDays(made, row, { createdOn: 1000, arrival: 1050, nights: 1 })
    made.outcome[row] = row < 100 ? outcomeCancelled : outcomeCame
    if (row < 100) made.cancelledOn[row] = row < 60 ? 1010 : 1045
  }
  const timing = fitTiming(
    made,
    Uint32Array.from({ length: 200 }, (_, row) => row),
  )

  it('is all of it on the day it was made, and what comes late near the arrival', () => {
    expect(chanceLeft(timing, 0.5, 50, 50)).toBe(0.5)
    // Of 140 still there 30 days before, 40 are cancelled
    expect(chanceLeft(timing, 0.5, 50, 30)).toBeCloseTo(40 / 140, 12)
    expect(chanceLeft(timing, 0.5, 50, 5)).toBeCloseTo(40 / 140, 12)
    expect(chanceLeft(timing, 0.5, 50, 3)).toBe(0)
  })

  it('never grows as the arrival comes near', () => {
    const left = Array.from({ length: 51 }, (_, days) => chanceLeft(timing, 0.7, 50, days))
    expect([...left].sort((a, b) => a - b)).toEqual(left)
  })

  it('is sure where it was sure, and nothing where it was impossible', () => {
    expect(chanceLeft(timing, 0, 50, 20)).toBe(0)
    expect(chanceLeft(timing, 1, 50, 20)).toBe(1)
  })
})
