import { expect, test } from 'vitest'
import { ageOf, daysBehindOf } from '#renderer/parts/insight/run-age.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const today = '2026-03-02' as BusinessDate
const ofToday = { asOf: today, moment: '2026-03-02T02:00:00.000Z' }
const earlier = { asOf: '2026-02-27' as BusinessDate, moment: '2026-02-27T02:00:00.000Z' }

test('results of today need no word; those of an earlier date say how many days they are behind', () => {
  expect(ageOf(ofToday, today)).toBeNull()
  expect(ageOf(earlier, today)).toEqual({ daysBehind: 3, old: true })
  expect([earlier.asOf, today].map((asOf) => daysBehindOf(asOf, today))).toEqual([3, 0])
  // A run of a later date than the hotel's is behind nothing
  expect(daysBehindOf(today, earlier.asOf)).toBe(0)
})

test('what the page says above is not said again by a section', () => {
  expect(ageOf(earlier, today, earlier.moment)).toBeNull()
  expect(ageOf(ofToday, today, ofToday.moment)).toBeNull()
})

test('a section whose own run is another one says of when it is', () => {
  // The model of an earlier day below results of today
  expect(ageOf(earlier, today, ofToday.moment)).toEqual({ daysBehind: 3, old: true })
  // Computed this morning, all others again since
  expect(ageOf(ofToday, today, '2026-03-02T09:00:00.000Z')).toEqual({ daysBehind: 0, old: true })
  // Newer than the rest: a refresh was cancelled after it
  expect(ageOf(ofToday, today, earlier.moment)).toEqual({ daysBehind: 0, old: false })
  // Nothing is said above while a computation runs
  expect(ageOf(ofToday, today, null)).toEqual({ daysBehind: 0, old: false })
})
