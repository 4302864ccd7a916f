import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodWords, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { foldKey, isPartial, timeKey } from '#shared/domain/report/fold.ts'
import { readParameters, readReportName } from '#shared/domain/report/parameters.ts'
import { periodOf, weekOf, weekStarts } from '#shared/domain/report/period.ts'
import { addDays, businessDateOf, fromDayNumber, weekdayOf } from '#shared/values/index.ts'

const today = businessDateOf('2026-03-18')
const at = { today, starts: 'monday' as const }
const read = (given: Record<string, string>, name: (typeof reportNames)[number] = 'occupancy') =>
  readParameters(name, given, at)

describe('words for a period, on Wednesday 18 March 2026', () => {
  test.each([
    ['today', '2026-03-18', '2026-03-18'],
    ['yesterday', '2026-03-17', '2026-03-17'],
    ['this-week', '2026-03-16', '2026-03-22'],
    ['last-week', '2026-03-09', '2026-03-15'],
    ['this-month', '2026-03-01', '2026-03-31'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['month-to-date', '2026-03-01', '2026-03-18'],
    ['this-quarter', '2026-01-01', '2026-03-31'],
    ['last-quarter', '2025-10-01', '2025-12-31'],
    ['this-year', '2026-01-01', '2026-12-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
    ['year-to-date', '2026-01-01', '2026-03-18'],
    ['next-7-days', '2026-03-18', '2026-03-24'],
    ['next-30-days', '2026-03-18', '2026-04-16'],
    ['next-90-days', '2026-03-18', '2026-06-15'],
    ['last-30-days', '2026-02-16', '2026-03-17'],
    ['last-90-days', '2025-12-18', '2026-03-17'],
    ['last-12-months', '2025-03-01', '2026-02-28'],
  ] as const)('%s is %s to %s', (word, from, last) => {
    const period = periodOf(word, today, 'monday')
    expect([period.from, addDays(period.to, -1)]).toEqual([from, last])
  })

  test('every word is tried', () => expect(periodWords).toHaveLength(18))
})

test('a week begins on the day that the hotel says, and holds its date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.constantFrom(...weekStarts),
      (number, starts) => {
        const date = fromDayNumber(number)
        const first = weekOf(date, starts)
        expect(weekdayOf(first)).toBe({ monday: 1, sunday: 0, saturday: 6 }[starts])
        expect(first <= date && date < addDays(first, 7)).toBe(true)
      },
    ),
  )
})

describe('parameters', () => {
  test('without any, every report has its usual ones, and reads its own again', () => {
    for (const name of reportNames) {
      const found = read({}, name)
      if (!found.ok) throw new Error(`${name}: ${found.refusal.code}`)
      const again = readParameters(name, found.value.parameters, at)
      expect(again).toEqual(found)
      for (const spec of specOf(name).parameters)
        if (spec.kind === 'choice') expect(found.value.parameters[spec.name]).not.toBe('')
    }
  })

  test.each([
    [
      { from: '2026-03-05', to: '2026-03-01' },
      'REPORT_PERIOD_BACKWARDS',
      { from: '2026-03-05', to: '2026-03-01' },
    ],
    [{ from: '1950-01-01', to: '2149-12-31' }, 'REPORT_PERIOD_LONG', { days: 73_049, max: 18_263 }],
    [{ from: '2026-02-30' }, 'REPORT_DATE_WRONG', { parameter: 'from', value: '2026-02-30' }],
    [
      { period: 'last-yaer' },
      'REPORT_CHOICE_UNKNOWN',
      { parameter: 'period', value: 'last-yaer', nearest: 'last-year' },
    ],
    [{ by: 'segmnet' }, 'REPORT_CHOICE_UNKNOWN', { parameter: 'by', value: 'segmnet', nearest: 'segment' }],
    [{ bye: 'day' }, 'REPORT_PARAMETER_UNKNOWN', { report: 'occupancy', parameter: 'bye', nearest: 'by' }],
  ])('%j is refused as %s', (given, code, params) => {
    const found = read(given as Record<string, string>)
    expect(found).toEqual({ ok: false, refusal: { code, params } })
  })

  // Last year, the season around a period and the day after it would lie beyond the calendar
  test.each([
    ['occupancy', { from: '2199-12-31', to: '2199-12-31' }, 'from'],
    ['occupancy', { from: '1900-01-01' }, 'from'],
    ['occupancy', { from: '2196-12-31', to: '2197-01-01' }, 'to'],
    ['occupancy', { compare: '2199-12-01..2199-12-31' }, 'compare'],
    ['occupancy', { compare: '1900-01-01..1900-01-31' }, 'compare'],
    ['daily', { on: '2199-12-31' }, 'on'],
    ['daily', { on: '1900-01-01' }, 'on'],
  ] as const)('%s of %j is refused at the edge of the calendar', (name, given, parameter) => {
    const found = read(given, name)
    expect(found).toMatchObject({ refusal: { code: 'REPORT_DATE_FAR', params: { parameter } } })
  })

  test.each(['1900', '1902', '2197', '2199', '2026.5'])('the year %s is refused', (year) => {
    for (const name of ['yearbook', 'budget'] as const)
      expect(read({ year }, name)).toMatchObject({ refusal: { code: 'REPORT_YEAR_WRONG' } })
  })

  test.each(['1900-01-01', '2199-12-31'])('on the business date %s no report is made', (today) => {
    for (const name of reportNames)
      expect(readParameters(name, {}, { today: businessDateOf(today), starts: 'monday' })).toMatchObject({
        refusal: { code: 'REPORT_DATE_FAR', params: { parameter: 'today', value: today } },
      })
  })

  test('one date alone is one day; both are included', () => {
    const found = read({ from: '2026-03-05' })
    expect(found.ok && found.value.period).toEqual({ from: '2026-03-05', to: '2026-03-06' })
  })

  test('filters are kept as they were given', () => {
    const found = read({ segment: 'corporate', roomType: 'DLX' })
    expect(found.ok && found.value.filters).toEqual([
      { dimension: 'roomType', value: 'DLX' },
      { dimension: 'segment', value: 'corporate' },
    ])
  })
})

test.each([
  ['on-books', 'onBooks'],
  ['onBooks', 'onBooks'],
  ['occupancy', 'occupancy'],
])('the report %s is %s', (text, name) => expect(readReportName(text)).toEqual({ ok: true, value: name }))

test('a mistyped report is answered with the nearest', () => {
  expect(readReportName('ocupancy')).toEqual({
    ok: false,
    refusal: { code: 'REPORT_UNKNOWN', params: { name: 'ocupancy', nearest: 'occupancy' } },
  })
})

test.each([
  ['week', '2026-03-18', '2026-03-16'],
  ['month', '2026-03-18', '2026-03'],
  ['quarter', '2026-03-18', '2026-Q1'],
  ['year', '2026-03-18', '2026'],
  ['weekday', '2026-03-18', 3],
  ['day', '2026-03-18', '2026-03-18'],
] as const)('the %s of %s is %s', (name, day, key) => {
  expect(timeKey(name, businessDateOf(day), 'monday')).toBe(key)
})

test('what was read by month becomes its quarter', () => {
  expect(['01', '03', '04', '09', '10', '12'].map((m) => foldKey('quarter', `2025-${m}`, 'monday'))).toEqual([
    '2025-Q1',
    '2025-Q1',
    '2025-Q2',
    '2025-Q3',
    '2025-Q4',
    '2025-Q4',
  ])
})

test('a group that goes beyond the period is partial', () => {
  const period = { from: businessDateOf('2026-01-01'), to: businessDateOf('2026-03-19') }
  expect(isPartial('month', '2026-03', period)).toBe(true)
  expect(isPartial('month', '2026-02', period)).toBe(false)
  expect(isPartial('quarter', '2026-Q1', period)).toBe(true)
  expect(isPartial('year', '2026', period)).toBe(true)
  expect(isPartial('week', '2026-03-09', period)).toBe(false)
  expect(isPartial('week', '2025-12-29', period)).toBe(true)
  expect(isPartial('day', '2026-03-18', period)).toBe(false)
})
