import { expect, test } from 'vitest'
import { intervalOf, isInSample } from '../../scripts/mutation/sample.ts'

const numbers = Array.from({ length: 2000 }, (_, id) => String(id))
const drawn = (percent: number, draw = 1) => numbers.filter((id) => isInSample(id, { percent, draw }))

test('a sample has about so many per cent, the same at every run, and a larger one has the smaller one in it', () => {
  expect(drawn(15)).toHaveLength(281)
  expect(drawn(15)).toEqual(drawn(15))
  expect(drawn(30)).toEqual(expect.arrayContaining(drawn(15)))
  expect(drawn(100)).toEqual(numbers)
  expect(drawn(15, 2)).not.toEqual(drawn(15))
})

test.each([
  // Wilson’s interval: 8 of 10 is the textbook’s example
  [8, 10, 49.0, 94.3],
  [50, 50, 92.9, 100],
  [0, 20, 0, 16.1],
  [0, 0, 0, 100],
])('%i of %i killed', (hits, all, low, high) => {
  const [from, to] = intervalOf(hits, all)
  expect(from).toBeCloseTo(low, 1)
  expect(to).toBeCloseTo(high, 1)
})
