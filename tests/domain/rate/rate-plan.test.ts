import { expect, test } from 'vitest'
import { isSold, meals, priceOf, ratePlanKinds } from '#shared/domain/rate/rate-plan.ts'

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

test('meals as hotels name them, and nights that are given', () => {
  expect(meals).toEqual(['room-only', 'breakfast', 'half-board', 'full-board', 'undefined-meal'])
  expect(ratePlanKinds.filter((kind) => !isSold(kind, 'transient'))).toEqual(['complimentary', 'house-use'])
})
