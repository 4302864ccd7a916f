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
import { shownMoney } from '#renderer/ui/shown-money.ts'

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

describe('dates and figures', () => {
  it('have the weekday beside them', () => {
    expect(formatDate('2026-03-07', 'en-GB')).toBe('Sat 7 Mar 2026')
    expect(formatDate('2026-03-07', 'zh-CN')).toBe('2026/03/07 周六')
    expect(formatDate('2026-03-07', 'en-GB', 'day')).toBe('Sat 7 Mar')
    expect(formatDate('2026-03-07', 'en-GB', 'plain')).toBe('7 Mar 2026')
    expect(formatDate('2026-03-07', 'zh-CN', 'plain')).toBe('2026/03/07')
    expect(formatDate('2026-03-07', 'en-GB', 'axis')).toBe('7 Mar')
    expect(formatDate('2026-03-07', 'zh-CN', 'axis')).toBe('03/07')
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

  it.each([
    ['1200', '1,200.00'],
    ['1,200', '1,200.00'],
    ['１２００', '1,200.00'],
    ['￥１，２００．５', '1,200.50'],
    ['0', '0.00'],
    ['', ''],
    [' ', ' '],
    ['12.345', '12.345'],
    ['12,34', '12,34'],
    ['twelve', 'twelve'],
  ])('write the typed %j as %j', (text, shown) => {
    expect(shownMoney(text, 'CNY', 'zh-CN')).toBe(shown)
    // What is shown is read as the same amount
    expect(shownMoney(shown, 'CNY', 'zh-CN')).toBe(shown)
  })

  it('have no decimals where the currency has none', () => {
    expect(shownMoney('1200', 'JPY', 'en-GB')).toBe('1,200')
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
