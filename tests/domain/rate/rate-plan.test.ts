import { expect, test } from 'vitest'
import * as contract from '#shared/contract/rate.ts'
import { isSold, priceOf } from '#shared/domain/rate/rate-plan.ts'

test.each<[string, Parameters<typeof priceOf>[0], number]>([
  ['the plan’s own price', { prices: { 7: 45_000 } }, 45_000],
  ['a price of nothing is a price', { prices: { 7: 0 } }, 0],
  ['the base rate where the plan has none for the type', { prices: { 8: 45_000 } }, 60_000],
  ['the base rate without a plan', undefined, 60_000],
])('a night costs %s', (_what, plan, minor) => {
  expect(priceOf(plan, { id: 7, baseRateMinor: 60_000 })).toBe(minor)
})

test.each<[string | null, string, boolean]>([
  ['sold', 'transient', true],
  [null, 'transient', true],
  ['complimentary', 'transient', false],
  ['house-use', 'transient', false],
  ['sold', 'complimentary', false],
  [null, 'complimentary', false],
])('a night on a plan of kind %s in the segment %s is sold: %s', (kind, segment, sold) => {
  expect(isSold(kind, segment)).toBe(sold)
})

test('a plan is saved with a meal and a kind of the lists, and no other', () => {
  for (const meal of ['room-only', 'breakfast', 'half-board', 'full-board', 'undefined-meal'])
    expect(contract.meal.safeParse(meal).success).toBe(true)
  expect(contract.meal.safeParse('brunch').success).toBe(false)
  const { kind } = contract.list.output.element.shape
  for (const one of ['sold', 'complimentary', 'house-use']) expect(kind.safeParse(one).success).toBe(true)
  expect(kind.safeParse('free').success).toBe(false)
})
