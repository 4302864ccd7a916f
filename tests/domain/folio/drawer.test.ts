import { describe, expect, test } from 'vitest'
import { mistakeIn, sumsOf } from '#shared/domain/folio/denominations.ts'
import { bookOfPart, compareCount } from '#shared/domain/folio/drawer.ts'

describe('a count', () => {
  test.each([
    [{ CNY: { '10000': 2, '50': 0 } }, null],
    [{}, null],
    [{ CNY: { '10000': 0.5 } }, 'COUNT_NOT_WHOLE'],
    [{ CNY: { '10000': -1 } }, 'COUNT_NOT_WHOLE'],
    [{ CNY: { '10000': 100_001 } }, 'COUNT_NOT_WHOLE'],
    [{ CNY: { '2500': 1 } }, 'COUNT_FACE'],
    [{ THB: { '2500': 1 } }, null],
    [{ THB: { '-2500': 1 } }, 'COUNT_FACE'],
    [{ THB: { '25.5': 1 } }, 'COUNT_FACE'],
    [{ THB: { '0': 1 } }, 'COUNT_FACE'],
  ])('%j → %s', (count, wanted) => {
    expect(mistakeIn(count as never)?.code ?? null).toBe(wanted)
  })

  test('adds up by currency', () => {
    expect(sumsOf({ CNY: { '10000': 2, '50': 3 }, USD: { '100': 4 } })).toEqual({ CNY: 20_150, USD: 400 })
  })
})

describe('a drawer against its count', () => {
  const sevenTimes = (units: number) => units * 7
  test('names what is over and short by currency, the hotel’s own first', () => {
    const drawer = [
      { currency: 'USD', units: 100, bookMinor: 690 },
      { currency: 'CNY', units: 500, bookMinor: 500 },
    ]
    expect(compareCount('CNY', drawer, { CNY: 400, USD: 101 }, sevenTimes)).toEqual([
      { currency: 'CNY', units: 500, bookMinor: 500, countedUnits: 400, overUnits: -100, overMinor: -100 },
      { currency: 'USD', units: 100, bookMinor: 690, countedUnits: 101, overUnits: 1, overMinor: 7 },
    ])
  })

  test('asks for a rate only where something foreign differs', () => {
    const drawer = [{ currency: 'USD', units: 100, bookMinor: 690 }]
    expect(compareCount('CNY', drawer, { USD: 100 }, () => null)).toHaveLength(2)
    expect(compareCount('CNY', drawer, { USD: 99 }, () => null)).toEqual({ rateMissing: 'USD' })
    expect(compareCount('CNY', drawer, {}, () => null)).toEqual({ rateMissing: 'USD' })
  })

  test('parts of foreign cash carry their part of the books, the last one the rest', () => {
    const cash = { currency: 'USD', units: 300, bookMinor: 2_101 }
    expect(bookOfPart(cash, 100)).toBe(700)
    expect(bookOfPart(cash, 300)).toBe(2_101)
  })
})
