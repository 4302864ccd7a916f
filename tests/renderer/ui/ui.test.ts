import { describe, expect, it } from 'vitest'
import { passwordStrength } from '#renderer/parts/access/password-strength.ts'
import {
  formatBytes,
  formatDate,
  formatMoment,
  formatMomentDay,
  formatMoney,
  formatNumber,
} from '#renderer/ui/format.ts'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { typedDate } from '#renderer/ui/typed-date.ts'
import { businessDateOf } from '#shared/values/business-date.ts'

describe('moving in a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 3, 9],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['Enter', 3, null],
  ])('%s from %i', (key, from, to) => {
    expect(nextIndex(key, from, 10, 8)).toBe(to)
  })

  it('stays nowhere in an empty list', () => {
    expect(nextIndex('ArrowDown', -1, 0, 8)).toBeNull()
  })
})

describe('a typed day', () => {
  const base = businessDateOf('2026-03-02')
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3/5', '2026-03-05'],
    ['0305', '2026-03-05'],
    ['３／５', '2026-03-05'],
    ['3/1', '2027-03-01'],
    ['29.2', null],
    ['2/29', '2028-02-29'],
    ['5', '2026-03-05'],
    ['1', '2026-04-01'],
    ['31', '2026-03-31'],
    ['+3', '2026-03-05'],
    ['-1', '2026-03-01'],
    ['2026-02-30', null],
    ['+999', '2028-11-25'],
    ['soon', null],
    ['', null],
  ])('%s', (text, date) => {
    expect(typedDate(text, base)).toBe(date)
  })

  it('is none beyond the last year there is', () => {
    const lastDays = businessDateOf('2199-12-30')
    expect(typedDate('+1', lastDays)).toBe('2199-12-31')
    for (const text of ['+9', '1', '3-1']) expect(typedDate(text, lastDays)).toBeNull()
  })
})

describe('dates and figures', () => {
  it('have the weekday beside them', () => {
    expect(formatDate('2026-03-07', 'en-GB')).toBe('Sat 7 Mar 2026')
    expect(formatDate('2026-03-07', 'zh-CN')).toBe('2026/03/07 周六')
    expect(formatDate('2026-03-07', 'en-GB', 'day')).toBe('Sat 7 Mar')
    expect(formatDate('2026-03-07', 'en-GB', 'plain')).toBe('7 Mar 2026')
    expect(formatDate('2026-03-07', 'zh-CN', 'plain')).toBe('2026/03/07')
  })

  it('follow the hotel’s clock, not the machine’s', () => {
    expect(formatMomentDay('2026-03-07T18:30:00.000Z', 'en-GB', 'Asia/Shanghai')).toBe('8 Mar 2026')
    expect(formatMomentDay('2026-03-07T18:30:00.000Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026/03/08')
    expect(formatMoment('2026-03-07T18:30:00.000Z', 'en-GB', 'Asia/Shanghai')).toBe('8 Mar 2026, 02:30')
  })

  it('keep the currency’s decimals and a true minus', () => {
    expect(formatMoney(123450, 'CNY', 'zh-CN')).toBe('1,234.50')
    expect(formatMoney(-80, 'JPY', 'en-GB')).toBe('−80')
    expect(formatMoney(123450, 'CNY', 'zh-CN', true)).toBe('¥1,234.50')
  })

  it('print — over a zero denominator', () => {
    expect(formatNumber(null, 'en-GB')).toBe('—')
  })

  it('say sizes as people do', () => {
    expect(formatBytes(1_400_000_000, 'en-GB')).toBe('1.4 GB')
    expect(formatBytes(599, 'zh-CN')).toBe('599 字节')
  })
})

describe('a password', () => {
  it.each([
    ['short', 'tooShort'],
    ['password1', 'weak'],
    ['aaaaaaaaaa', 'weak'],
    ['12345678', 'weak'],
    ['lina2026!x', 'hasName'],
    ['tqmzrvwk', 'fair'],
    ['correct horse', 'good'],
    ['correct horse battery staple', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password, ['lina', ''])).toBe(strength)
  })
})
