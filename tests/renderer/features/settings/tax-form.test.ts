import { expect, test } from 'vitest'
import type { Basis } from '#renderer/features/settings/money/money-things.ts'
import { newRate, readRates, typedRates } from '#renderer/features/settings/money/tax-form.ts'

const bases: Basis[] = [
  { kind: 'percent', percent: '7.5' },
  { kind: 'percent', percent: '3.2', baseReduction: '11' },
  { kind: 'per-unit', amountMinor: 150 },
  { kind: 'per-night', amountMinor: 200 },
  { kind: 'per-person', amountMinor: 250 },
  { kind: 'percent-per-person', percent: '5' },
  { kind: 'percent-per-person', percent: '5', maxMinor: 1_430 },
  { kind: 'steps', steps: [{ upToMinor: 5_000, amountMinor: 120 }] },
  { kind: 'steps', steps: [{ upToMinor: 1_000_000, amountMinor: 20_000 }], edge: 'upper' },
]

test.each(bases)('a rate is read as it was shown: %j', (basis) => {
  const rates = [{ from: null, basis }]
  expect(readRates(typedRates(rates, 'EUR'), 'EUR')).toEqual({ rates, amounts: [] })
})

test('what is no amount is named by its path', () => {
  const steps = [{ upTo: 'x', amount: '1.00' }]
  const rates = [
    { ...newRate, kind: 'steps' as const, steps },
    { ...newRate, kind: 'percent-per-person' as const, figure: '5', most: '-' },
  ]
  expect(readRates(rates, 'EUR').amounts).toEqual(['0.basis.steps.0.upToMinor', '1.basis.maxMinor'])
})
