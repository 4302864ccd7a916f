import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  type BusinessDate,
  businessDateInZone,
  businessDateOf,
  dayFrom,
  dayOf,
  fromDayNumber,
  isBusinessDate,
  isTimeZone,
  maxDate,
  minDate,
  monthLength,
  monthOf,
  nightsBetween,
  nightsOf,
  parseBusinessDate,
  toDayNumber,
  weekdayOf,
  yearOf,
} from '#shared/values/index.ts'

const FIRST = toDayNumber(businessDateOf('1900-01-01'))
const LAST = toDayNumber(businessDateOf('2199-12-31'))
const anyDate = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)
const nearDate = fc.integer({ min: FIRST + 5000, max: LAST - 5000 }).map(fromDayNumber)

describe('parseBusinessDate', () => {
  test.each(['2026-03-05', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (text) => {
    expect(parseBusinessDate(text)).toBe(text)
  })
  test.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-2-3',
    '26-02-03',
    '1899-12-31',
    '2200-01-01',
    '2026-03-05T00:00',
    ' 2026-03-05',
    '2026-03-05\n',
    '２０２６-03-05',
    '2026-03-05 ',
    '2026-00-00',
    '2026-03-0x',
    '2026-xx-05',
    '20x6-03-05',
    '2026-03-005',
    '2026-003-05',
    '02026-03-05',
    '',
  ])('refuses %j', (text) => {
    expect(parseBusinessDate(text)).toBeNull()
    expect(() => businessDateOf(text)).toThrow(RangeError)
  })
  test('what is no text is no date', () => {
    for (const value of [null, undefined, 20_260_305, ['2026-03-05'], Object('2026-03-05')])
      expect(isBusinessDate(value)).toBe(false)
  })
})

describe('day arithmetic', () => {
  test('agrees with the platform calendar on every day', () => {
    for (let day = FIRST; day <= LAST; day++) {
      const expected = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (fromDayNumber(day) !== expected) expect(fromDayNumber(day)).toBe(expected)
      if (toDayNumber(expected as BusinessDate) !== day)
        expect(toDayNumber(expected as BusinessDate)).toBe(day)
    }
  })
  test('adding and subtracting are inverse, and text order is day order', () => {
    fc.assert(
      fc.property(nearDate, nearDate, fc.integer({ min: -5000, max: 5000 }), (a, b, n) => {
        expect(addDays(addDays(a, n), -n)).toBe(a)
        expect(nightsBetween(a, addDays(a, n))).toBe(n)
        expect(Math.sign(nightsBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
        expect([minDate(a, b), maxDate(a, b)]).toEqual([a, b].sort())
      }),
    )
  })
  test('nights are half-open', () => {
    const arrival = businessDateOf('2026-02-27')
    expect(nightsOf(arrival, businessDateOf('2026-03-02'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(nightsOf(arrival, arrival)).toEqual([])
    expect(nightsOf(arrival, businessDateOf('2026-02-20'))).toEqual([])
  })
  test('weekday, month and year', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const platform = new Date(`${date}T00:00:00Z`)
        expect(weekdayOf(date)).toBe(platform.getUTCDay())
        expect(monthOf(date)).toBe(platform.getUTCMonth() + 1)
        expect(yearOf(date)).toBe(platform.getUTCFullYear())
        expect(dayOf(date)).toBe(platform.getUTCDate())
      }),
    )
  })
  test('months end where the month ends', () => {
    expect(addMonths(businessDateOf('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(businessDateOf('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addMonths(businessDateOf('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(businessDateOf('2026-01-15'), -13)).toBe('2024-12-15')
  })
  test.each([
    [2026, 1, 31],
    [2026, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2026, 4, 30],
    [2026, 12, 31],
    [2026, 0, 0],
    [2026, 13, 0],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(monthLength(year, month)).toBe(days)
  })
  test.each([
    ['1900-01-01', 0, '1900-01-01'],
    ['1900-01-02', -1, '1900-01-01'],
    ['1900-01-01', -1, null],
    ['2199-12-30', 1, '2199-12-31'],
    ['2199-12-31', 1, null],
    ['2026-02-27', 3, '2026-03-02'],
    ['2026-03-05', 1e9, null],
  ])('what is typed as %s and %i days is %s', (date, days, expected) => {
    expect(dayFrom(businessDateOf(date), days)).toBe(expected)
  })
  test('the first and the last month can be counted to', () => {
    expect(addMonths(businessDateOf('1900-02-15'), -1)).toBe('1900-01-15')
    expect(addMonths(businessDateOf('2199-11-30'), 1)).toBe('2199-12-30')
    expect(() => addMonths(businessDateOf('1900-01-15'), -1)).toThrow(RangeError)
  })
  test('outside 1900–2199 is a defect', () => {
    expect(() => addDays(businessDateOf('2199-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(businessDateOf('1900-01-01'), -1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
    expect(() => addMonths(businessDateOf('2199-12-31'), 1)).toThrow(RangeError)
  })
})

test.each([
  ['2000-03-05', '2026-03-04', 25],
  ['2000-03-05', '2026-03-05', 26],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
])('born %s is on %s aged %i', (born, on, age) => {
  expect(ageOn(businessDateOf(born), businessDateOf(on))).toBe(age)
})

describe('the day in the hotel', () => {
  test.each([
    [Date.UTC(2026, 2, 5, 15, 59, 59), 'Asia/Shanghai', '2026-03-05'],
    [Date.UTC(2026, 2, 5, 16), 'Asia/Shanghai', '2026-03-06'],
    [Date.UTC(2026, 0, 1, 4), 'America/New_York', '2025-12-31'],
    [Date.UTC(2026, 2, 29, 1, 30), 'Europe/Berlin', '2026-03-29'],
    [Date.UTC(2026, 11, 31, 10, 30), 'Pacific/Kiritimati', '2027-01-01'],
  ])('%i in %s', (epochMs, zone, expected) => {
    expect(businessDateInZone(epochMs, zone)).toBe(expected)
  })
  test('zones', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true)
    expect(isTimeZone('Asia/Nowhere')).toBe(false)
    expect(() => businessDateInZone(0, 'Asia/Nowhere')).toThrow(RangeError)
  })
  test('a moment outside 1900–2199 is a defect', () => {
    expect(() => businessDateInZone(Date.UTC(2200, 0, 1), 'UTC')).toThrow(RangeError)
    expect(() => businessDateInZone(-62_000_000_000_000, 'UTC')).toThrow(RangeError)
  })
})
