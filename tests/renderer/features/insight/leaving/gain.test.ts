import { expect, test } from 'vitest'
import { gainOf } from '#renderer/features/insight/leaving/gain.ts'

test.each([
  [0.92, 0.8, 'large'],
  [0.85, 0.8, 'large'],
  [0.84, 0.8, 'small'],
  [0.806, 0.8, 'small'],
  [0.804, 0.8, 'none'],
  [0.796, 0.8, 'none'],
  [0.79, 0.8, 'worse'],
] as const)('%d beside %d is called %s', (rule, naive, size) => {
  const gain = gainOf({ precision: rule }, { precision: naive })
  expect(gain?.size).toBe(size)
  expect(gain?.points).toBeCloseTo(100 * (rule - naive), 6)
})

test('where nobody was flagged nothing is compared', () => {
  expect(gainOf({ precision: null }, { precision: 0.5 })).toBeNull()
  expect(gainOf({ precision: 0.5 }, { precision: null })).toBeNull()
})
