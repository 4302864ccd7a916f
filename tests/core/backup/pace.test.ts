import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace } from '#core/backup/copy-in-thread.ts'

test('a silent check moves the bar, slower and slower, and never claims its end', () => {
  const shown: number[] = []
  const pace = createPace((percent) => shown.push(percent))
  pace.tell(25)
  pace.estimate(1000)
  pace.silent({ to: 75, seconds: 100 }, 1000)
  pace.estimate(1000)
  pace.estimate(51_000)
  pace.estimate(101_000)
  pace.estimate(10_000_000)
  expect(shown).toEqual([25, 44, 56, 74])
  // What is told ends the estimate; what lies behind it is not shown.
  pace.tell(60)
  pace.estimate(20_000_000)
  pace.tell(80)
  expect(shown).toEqual([25, 44, 56, 74, 80])
})

test('whatever is told and estimated, percent are shown once each and upwards', () => {
  const step = fc.oneof(
    fc.record({ tell: fc.integer({ min: 0, max: 100 }) }),
    fc.record({
      to: fc.integer({ min: 0, max: 100 }),
      seconds: fc.double({ min: 0, max: 500, noNaN: true }),
    }),
    fc.record({ at: fc.integer({ min: 0, max: 1_000_000 }) }),
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const shown: number[] = []
      const pace = createPace((percent) => shown.push(percent))
      let now = 0
      for (const one of steps) {
        if ('tell' in one) pace.tell(one.tell)
        else if ('to' in one) pace.silent(one, now)
        else pace.estimate((now += one.at))
      }
      expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b))
      expect(Math.max(0, ...shown)).toBeLessThanOrEqual(100)
    }),
  )
})
