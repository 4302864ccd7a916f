import { describe, expect, test } from 'vitest'
import { arrivalInput, untypedArrival, wrongArrival } from '#renderer/features/booking/typed-arrival.ts'
import type { Currency } from '#shared/values/index.ts'

const currency = 'CNY' as Currency
const typed = (over: Partial<typeof untypedArrival>) => ({ ...untypedArrival, ...over })

describe('the arrival as typed', () => {
  test('says nothing while it is empty', () => {
    expect(wrongArrival(untypedArrival, currency)).toEqual({})
    expect(arrivalInput(untypedArrival, currency)).toEqual({
      expectedTime: null,
      holdUntil: null,
      depositMinor: null,
      depositDueOn: null,
    })
  })

  test.each([
    ['1530', '15:30'],
    ['9:05', '09:05'],
    ['18：00', '18:00'],
  ])('%s is %s', (text, time) => {
    expect(wrongArrival(typed({ holdUntil: text }), currency)).toEqual({})
    expect(arrivalInput(typed({ holdUntil: text }), currency).holdUntil).toBe(time)
  })

  test('names what can’t be meant by its field', () => {
    const wrong = typed({ expectedTime: '25:00', holdUntil: '9pm', deposit: 'abc', depositDueOn: 'soon' })
    expect(Object.keys(wrongArrival(wrong, currency))).toEqual([
      'expectedTime',
      'holdUntil',
      'deposit',
      'depositDueOn',
    ])
  })

  test('a deposit of nothing is none, and is due on no day', () => {
    const input = (deposit: string) => arrivalInput(typed({ deposit, depositDueOn: '2026-03-01' }), currency)
    expect(input('300')).toMatchObject({ depositMinor: 30_000, depositDueOn: '2026-03-01' })
    expect(input('0')).toMatchObject({ depositMinor: null, depositDueOn: null })
    expect(input('')).toMatchObject({ depositMinor: null, depositDueOn: null })
  })
})
