import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate } from '#renderer/ui/format.ts'
import { type DateKind, dateOrder, type Reading, typedDate } from '#renderer/ui/typed-date.ts'
import {
  addDays,
  type BusinessDate,
  businessDateOf,
  dayOf,
  fromDayNumber,
} from '#shared/values/business-date.ts'

/** A Monday. */
const today = businessDateOf('2026-03-02')
const english: Reading = { kind: 'day', today, base: today, order: 'day-month' }
const chinese: Reading = { ...english, order: 'month-day' }
const from = (arrival: string): Reading => ({ ...english, kind: 'departure', base: businessDateOf(arrival) })
const past: Reading = { ...english, kind: 'past' }
const birth: Reading = { ...english, kind: 'birth' }

describe('a typed day', () => {
  it.each([
    ['today', '2026-03-02'],
    ['今天', '2026-03-02'],
    ['tomorrow', '2026-03-03'],
    ['Tmr', '2026-03-03'],
    ['明天', '2026-03-03'],
    ['后天', '2026-03-04'],
    ['大后天', '2026-03-05'],
    ['昨天', '2026-03-01'],
    ['fr', '2026-03-06'],
    ['fri', '2026-03-06'],
    ['Friday', '2026-03-06'],
    ['周五', '2026-03-06'],
    ['星期五', '2026-03-06'],
    ['礼拜天', '2026-03-08'],
    ['mon', '2026-03-02'],
    ['周一', '2026-03-02'],
    ['next fri', '2026-03-13'],
    ['下周五', '2026-03-13'],
    ['下周一', '2026-03-09'],
    ['下下周日', '2026-03-22'],
    ['本周三', '2026-03-04'],
    ['上周五', '2026-02-27'],
    ['+2', '2026-03-04'],
    ['＋２', '2026-03-04'],
    ['-1', '2026-03-01'],
    ['−1', '2026-03-01'],
    ['+999', '2028-11-25'],
    ['5', '2026-03-05'],
    ['5th', '2026-03-05'],
    ['5日', '2026-03-05'],
    ['2', '2026-03-02'],
    ['1', '2026-04-01'],
    ['31', '2026-03-31'],
    ['6 mar', '2026-03-06'],
    ['6mar', '2026-03-06'],
    ['March 6', '2026-03-06'],
    ['1 Sept 2027', '2027-09-01'],
    ['6.3.', '2026-03-06'],
    ['25/3', '2026-03-25'],
    ['3/25', '2026-03-25'],
    ['29.2', '2028-02-29'],
    ['2026-03-06', '2026-03-06'],
    ['20260306', '2026-03-06'],
    ['2026/3/6', '2026-03-06'],
    ['2026年3月6日', '2026-03-06'],
    ['3月6日', '2026-03-06'],
    ['3月6号', '2026-03-06'],
    ['fri 6 mar', '2026-03-06'],
    ['2026/03/06 周五', '2026-03-06'],
    ['sat 6 mar 2026', null],
    ['2026-02-30', null],
    ['20260230', null],
    ['32', null],
    ['13/13', null],
    ['soon', null],
    ['f', null],
    ['+', null],
    ['constructor', null],
    ['', null],
  ])('%s is %s, in both orders', (text, date) => {
    expect(typedDate(text, english)).toBe(date)
    expect(typedDate(text, chinese)).toBe(date)
  })

  it.each([
    ['3/6', '2026-06-03', '2026-03-06'],
    ['3-6', '2026-06-03', '2026-03-06'],
    ['3.6', '2026-06-03', '2026-03-06'],
    ['３／６', '2026-06-03', '2026-03-06'],
    ['0306', '2026-06-03', '2026-03-06'],
    ['1/3', '2027-03-01', '2027-01-03'],
    ['3/6/2027', '2027-06-03', '2027-03-06'],
  ])('%s is %s where the day is first, %s where the month is', (text, dayFirst, monthFirst) => {
    expect(typedDate(text, english)).toBe(dayFirst)
    expect(typedDate(text, chinese)).toBe(monthFirst)
  })

  it.each([
    ['+2', '2026-03-08'],
    ['2n', '2026-03-08'],
    ['2 nights', '2026-03-08'],
    ['2晚', '2026-03-08'],
    ['sun', '2026-03-08'],
    ['fri', '2026-03-13'],
    ['8', '2026-03-08'],
    ['tomorrow', '2026-03-03'],
    ['下周五', '2026-03-13'],
  ])('%s leaves on %s after an arrival on Friday 6 March', (text, date) => {
    expect(typedDate(text, from('2026-03-06'))).toBe(date)
  })

  it.each([
    ['mon', '2026-03-02'],
    ['fri', '2026-02-27'],
    ['-7', '2026-02-23'],
    ['15', '2026-02-15'],
    ['1', '2026-03-01'],
    ['25/12', '2025-12-25'],
    ['29/2', '2024-02-29'],
    ['昨天', '2026-03-01'],
  ])('%s was %s where the past is meant', (text, date) => {
    expect(typedDate(text, past)).toBe(date)
  })

  it.each([
    ['fri', null],
    ['+2', null],
    ['15', null],
    ['6/3', null],
    ['0306', null],
    ['6/3/1985', '1985-03-06'],
    ['6.3.1985', '1985-03-06'],
    ['19850306', '1985-03-06'],
    ['6 Mar 1985', '1985-03-06'],
    ['1985年3月6日', '1985-03-06'],
  ])('%s was born on %s', (text, date) => {
    expect(typedDate(text, birth)).toBe(date)
  })

  it('is none beyond the last year there is', () => {
    const lastDays = businessDateOf('2199-12-30')
    const reading = { ...chinese, today: lastDays, base: lastDays }
    expect(typedDate('+1', reading)).toBe('2199-12-31')
    for (const text of ['+9', '1', '3-1', '下周五']) expect(typedDate(text, reading)).toBeNull()
  })

  it('has the order of the language, and of the country where English differs', () => {
    expect(dateOrder('zh-CN', 'USA')).toBe('month-day')
    expect(dateOrder('en-GB', 'USA')).toBe('month-day')
    expect(dateOrder('en-GB', 'CHN')).toBe('day-month')
    expect(dateOrder('en-GB', undefined)).toBe('day-month')
  })
})

describe('any day', () => {
  const days = fc.integer({ min: -20_000, max: 80_000 }).map(fromDayNumber)
  const kinds = fc.constantFrom<DateKind>('day', 'departure', 'past', 'birth')
  const orders = fc.constantFrom<Reading['order']>('day-month', 'month-day')

  it('is understood as every screen shows it, whatever the field asks for', () => {
    fc.assert(
      fc.property(days, days, kinds, orders, (date, base, kind, order) => {
        const reading = { kind, order, today: base, base }
        for (const locale of ['en-GB', 'zh-CN'])
          for (const style of ['short', 'plain'] as const)
            expect(typedDate(formatDate(date, locale, style), reading)).toBe(date)
        expect(typedDate(date, reading)).toBe(date)
      }),
    )
  })

  it('is understood without its year within the year that the field looks to', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), orders, (base, away, order) => {
        const later = addDays(base, away)
        const sooner = addDays(base, -away)
        for (const locale of ['en-GB', 'zh-CN']) {
          // In Chinese the month is first as it is shown
          const reading = { today: base, base, order: locale === 'zh-CN' ? ('month-day' as const) : order }
          expect(typedDate(formatDate(later, locale, 'day'), { ...reading, kind: 'day' })).toBe(later)
          expect(typedDate(formatDate(sooner, locale, 'day'), { ...reading, kind: 'past' })).toBe(sooner)
        }
      }),
    )
  })

  it('of the month is the next such day, the base itself included', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 31 }), (base, day) => {
        const found = typedDate(String(day), { ...english, base }) as BusinessDate
        expect(dayOf(found)).toBe(day)
        for (let earlier = base; earlier < found; earlier = addDays(earlier, 1)) {
          expect(dayOf(earlier)).not.toBe(day)
        }
      }),
    )
  })

  it('is a real day, on the side that the field looks to, or none', () => {
    const marks = [...'0123456789/-.+ 年月日周五下frimaonext']
    const texts = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...marks), maxLength: 9 }),
    )
    fc.assert(
      fc.property(texts, days, kinds, orders, (text, base, kind, order) => {
        const date: BusinessDate | null = typedDate(text, { kind, order, today: base, base })
        if (date === null) return
        expect(businessDateOf(date)).toBe(date)
        if (/^\d{1,2}$/.test(text.trim())) expect(kind === 'past' ? date <= base : date >= base).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
