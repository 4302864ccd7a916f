import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFractions,
  compareFractions,
  decimalToFraction,
  divideFractions,
  fraction,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from '#shared/values/index.ts'

const numbers = fc.integer({ min: -1_000_000, max: 1_000_000 })
const bottoms = fc.integer({ min: 1, max: 1_000_000 })
const fractions = fc.tuple(numbers, bottoms).map(([top, bottom]) => fraction(top, bottom))

describe('fractions', () => {
  it.each<[string, [number, number] | null]>([
    ['14.75', [59, 4]],
    ['0.10', [1, 10]],
    ['-0.5', [-1, 2]],
    [' 7 ', [7, 1]],
    ['.5', null],
    ['5.', null],
    ['1e3', null],
    ['１', null],
    ['', null],
  ])('reads %j', (text, parts) => {
    expect(decimalToFraction(text)).toEqual(parts && fraction(...parts))
  })

  it.each<[number, number, number, number]>([
    [1, 2, 1, 1],
    [-1, 2, 1, -1],
    [49, 100, 1, 0],
    [-49, 100, 1, 0],
    [25, 1, 10, 30],
    [-25, 1, 10, -30],
    [24, 1, 10, 20],
    [12, 1, 5, 10],
    [13, 1, 5, 15],
  ])('rounds %i/%i to steps of %i: %i', (top, bottom, step, rounded) => {
    expect(roundFraction(fraction(top, bottom), step)).toBe(rounded)
  })

  it.each([0, -1, 0.5, Number.NaN])('has no step of %d', (step) => {
    expect(() => roundFraction(fraction(1), step)).toThrow(RangeError)
  })

  it('refuses to round to what a number does not keep exactly', () => {
    expect(() => roundFraction(fraction(2n ** 53n))).toThrow(RangeError)
    expect(() => fraction(1, 0)).toThrow(RangeError)
  })

  it('computes exactly and keeps the sign above', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a)
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0)
        if (b.top === 0n) return
        const ratio = divideFractions(a, b)
        expect(multiplyFractions(ratio, b)).toEqual(a)
        expect(ratio.bottom > 0n).toBe(true)
      }),
    )
  })

  it('rounds to within half a step', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 100 }), (value, step) => {
        const rounded = roundFraction(value, step)
        expect(rounded % step === 0).toBe(true)
        const off = subtractFractions(value, fraction(rounded))
        const size = { top: off.top < 0n ? -off.top : off.top, bottom: off.bottom }
        expect(compareFractions(size, fraction(step, 2))).toBeLessThanOrEqual(0)
      }),
    )
  })
})
