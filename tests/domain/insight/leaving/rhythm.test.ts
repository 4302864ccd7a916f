import { describe, expect, test } from 'vitest'
import { leftOutOf, pastOf } from '#shared/domain/insight/future/past.ts'
import {
  fewestGaps,
  longerShare,
  overdueOf,
  ownInterval,
  rhythmOf,
} from '#shared/domain/insight/leaving/rhythm.ts'
import { levelOf, riskOf, usualLevels } from '#shared/domain/insight/leaving/risk.ts'
import { fromDayNumber } from '#shared/values/index.ts'
import { dayOf, historyOf } from '#tests/support/history.ts'

const start = dayOf('2024-01-01')

/** Guests who came on these days of the year 2024, from 0. */
function hotel(days: readonly (readonly number[])[]) {
  const history = historyOf(
    days.length,
    days.flatMap((those, g) =>
      those.map((day) => ({
        guest: g + 1,
        arrival: fromDayNumber(start + day),
        departure: fromDayNumber(start + day + 1),
      })),
    ),
  )
  const past = pastOf(history, start + 300)
  return { past, out: leftOutOf(history, past) }
}

const regular = Array.from({ length: 10 }, (_, g) => [g, g + 20, g + 50])

describe('rhythm', () => {
  // 10 × (20, 30), one of 40 and 60, one with a single stay
  const { past, out } = hotel([...regular, [0, 40, 100], [5]])
  const rhythm = rhythmOf(past, out)
  if (!rhythm) throw new Error('no rhythm')

  test('the hotel’s is the median of all gaps', () => expect(rhythm.median).toBe(30))

  test('the own interval is the mean of the own gaps and the hotel’s median', () => {
    expect(ownInterval(past, 0, 30)).toBeCloseTo((20 + 30 + 30) / 3)
    expect(ownInterval(past, 10, 30)).toBeCloseTo((40 + 60 + 30) / 3)
    expect(ownInterval(past, 11, 30)).toBe(30)
  })

  test('overdue counts from the last arrival in own intervals', () => {
    expect(overdueOf(past, 10, 30)).toBeCloseTo(200 / (130 / 3))
  })

  test('the share of longer gaps is counted, with half a gap added', () => {
    const ratios = [...rhythm.ratios]
    for (const at of [0, 0.7, 0.75, 1, 1.2, 1.4, 5]) {
      const longer = ratios.filter((ratio) => ratio >= at).length
      expect(longerShare(rhythm, at)).toBeCloseTo((longer + 0.5) / (ratios.length + 1), 12)
    }
  })

  test('a hotel of few gaps has none', () => {
    const small = hotel(regular.slice(0, fewestGaps / 2 - 1))
    expect(rhythmOf(small.past, small.out)).toBeNull()
  })
})

test.each([
  [1, 1, 0],
  [0.4, 0.1, 0.7],
  [0, 0, 1],
  [null, 0.2, 0.8],
])('P(alive) %d and %d of longer gaps are a risk of %d', (alive, longer, risk) =>
  expect(riskOf(alive, longer)).toBeCloseTo(risk, 12),
)

test.each([
  [0.99, 1, null],
  [1, 0.2, 'due'],
  [1.5, 0.45, 'late'],
  [2, 0.65, 'leaving'],
  [9, 0.85, 'lost'],
])('%d intervals and a risk of %d: %s', (overdue, risk, level) =>
  expect(levelOf(overdue, risk, usualLevels)).toBe(level),
)
