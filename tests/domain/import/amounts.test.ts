import { expect, test } from 'vitest'
import { createSignWatch, decimalSignOf, withPoint } from '#shared/domain/import/amounts.ts'
import type { DecimalSign } from '#shared/domain/import/row.ts'

test.each<[string, DecimalSign | 'either' | null]>([
  ['', null],
  ['free', null],
  ['1234', null],
  ['1.234', 'either'],
  ['12,345', 'either'],
  ['123.456', 'either'],
  ['1234.567', 'point'],
  ['0.125', 'point'],
  ['0,125', 'comma'],
  ['1.23', 'point'],
  ['1.2345', 'point'],
  ['1,2345', 'comma'],
  ['1,234.5', 'point'],
  ['1,2.345', 'point'],
  ['1.234,5', 'comma'],
  ['1,234,567', 'point'],
  ['1.234.567', 'comma'],
  ['¥ 1。5', 'point'],
  ['１，５', 'comma'],
])('%j leaves of its decimal sign: %s', (amount, sign) => {
  expect(decimalSignOf(amount)).toBe(sign)
})

test.each<[string, DecimalSign, string]>([
  ['1234', 'point', '1234'],
  ['1,234', 'point', '1234'],
  ['1,234.50', 'point', '1234.50'],
  ['1.234,50', 'comma', '1234.50'],
  ['1.234.567,89', 'comma', '1234567.89'],
  ['12,345,678', 'point', '12345678'],
  ['123,456', 'point', '123456'],
  ['¥ 1.234,5 net', 'comma', '¥ 1234.5 net'],
  ['0,5', 'comma', '0.5'],
  ['5,', 'comma', '5.'],
  // Groups that are none, before the sign or behind it, leave the amount as it is: it is refused, not guessed at.
  ['1234,567', 'point', '1234,567'],
  ['12,34', 'point', '12,34'],
  ['1,2345', 'point', '1,2345'],
  ['1,23,456', 'point', '1,23,456'],
  ['1,234.567,8', 'point', '1,234.567,8'],
  ['1.5.5', 'point', '1.5.5'],
  ['1,5,5', 'comma', '1,5,5'],
])('%j with a %s for its decimals is %j', (amount, sign, plain) => {
  expect(withPoint(amount, sign)).toBe(plain)
})

test.each<[string[], DecimalSign | null]>([
  [[], null],
  [['1234', ''], null],
  [['1.234', '12,345'], null],
  [['1.234', '1.5'], 'point'],
  [['1,5', '2,5', '1.234'], 'comma'],
  [['1,5', '1.5'], null],
])('a column of %j says %s', (amounts, sign) => {
  const watch = createSignWatch()
  for (const amount of amounts) watch.see(amount)
  expect(watch.sign()).toBe(sign)
})
