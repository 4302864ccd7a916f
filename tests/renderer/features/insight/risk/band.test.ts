import { expect, test } from 'vitest'
import { type Band, type Bin, bandOf, isBandOf } from '#renderer/features/insight/risk/band.ts'

const binsOf = (...given: number[]): Bin[] => given.map((one) => ({ given: one, came: one, bookings: 10 }))
const bandsOf = (bins: readonly Bin[]) => bins.map((bin) => bandOf(bin, bins))

test('the groups of the chart share out all chances from 0 to 1, each at its own mean', () => {
  const bins = binsOf(0.02, 0.06, 0.2)
  expect(bandsOf(bins)).toEqual([{ from: 0, to: 0.04 }, { from: 0.04, to: 0.13 }, { from: 0.13 }])
})

test('groups of one mean lead to the same bookings, none of them to nobody', () => {
  const bins = binsOf(0.1, 0.1, 0.3)
  expect(bandsOf(bins)).toEqual([{ from: 0, to: 0.2 }, { from: 0, to: 0.2 }, { from: 0.2 }])
  expect(bandsOf(binsOf(0.1))).toEqual([{ from: 0 }])
})

test('what is shown is marked in the chart, also after it was read again', () => {
  const bins = binsOf(0.02, 0.06, 0.2)
  const kept = JSON.parse(JSON.stringify(bandOf(bins[2] as Bin, bins))) as Band
  expect(bins.map((bin) => isBandOf(kept, bin, bins))).toEqual([false, false, true])
  expect(bins.some((bin) => isBandOf(null, bin, bins))).toBe(false)
})
