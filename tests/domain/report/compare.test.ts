import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  counterpartsOf,
  coverageOf,
  dateLastYear,
  momentLastYear,
  momentOn,
  partialNote,
  runsOf,
} from '#shared/domain/report/compare.ts'
import {
  addDays,
  type BusinessDate,
  fromDayNumber,
  type Moment,
  toDayNumber,
  weekdayOf,
} from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const span = (from: string, to: string) => ({ from: day(from), to: day(to) })
const daysOf = ({ from, to }: { from: BusinessDate; to: BusinessDate }) =>
  Array.from({ length: toDayNumber(to) - toDayNumber(from) }, (_, at) => addDays(from, at))
const years = fc.integer({ min: 1904, max: 2196 })
const spans = fc
  .tuple(
    fc.integer({ min: toDayNumber(day('1904-01-01')), max: toDayNumber(day('2196-01-01')) }),
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([from, length]) => ({ from: fromDayNumber(from), to: fromDayNumber(from + length) }))

describe('the same dates of last year', () => {
  it.each([
    ['a common year', '2027-02-01', '2027-03-01', '2026-02-01', '2026-02-28', 28, []],
    [
      'a leap year, whose 29 February stands alone',
      '2024-02-01',
      '2024-03-01',
      '2023-02-01',
      '2023-02-28',
      28,
      ['leapDayAlone'],
    ],
    [
      'after a leap year, whose 29th counts with the 28th',
      '2025-02-01',
      '2025-03-01',
      '2024-02-01',
      '2024-02-29',
      29,
      ['leapDayCounted'],
    ],
  ])('%s', (_when, from, to, first, last, count, notes) => {
    const found = counterpartsOf(span(from, to), 'last-year', 'CHN')
    expect([found.pairs[0]?.against, found.pairs.at(-1)?.against, found.pairs.length]).toEqual([
      first,
      last,
      count,
    ])
    expect(found.notes.map(({ code }) => code)).toEqual(notes)
  })

  it('says which day is counted with which', () => {
    expect(counterpartsOf(span('2025-02-28', '2025-03-01'), 'last-year', 'CHN')).toEqual({
      pairs: [
        { day: '2025-02-28', against: '2024-02-28' },
        { day: '2025-02-28', against: '2024-02-29' },
      ],
      notes: [{ code: 'leapDayCounted', params: { day: '2024-02-29', with: '2024-02-28' } }],
    })
    expect(counterpartsOf(span('2024-02-29', '2024-03-01'), 'last-year', 'CHN')).toEqual({
      pairs: [],
      notes: [{ code: 'leapDayAlone', params: { day: '2024-02-29' } }],
    })
  })

  it('of a whole year are the whole year before, each day once', () => {
    fc.assert(
      fc.property(years, (year) => {
        const found = counterpartsOf(span(`${year}-01-01`, `${year + 1}-01-01`), 'last-year', 'CHN').pairs
        const against = found.map((pair) => pair.against)
        expect([...new Set(against)].sort()).toEqual(against)
        expect([against[0], against.at(-1)]).toEqual([`${year - 1}-01-01`, `${year - 1}-12-31`])
        expect(against.length).toBe(toDayNumber(day(`${year}-01-01`)) - toDayNumber(day(`${year - 1}-01-01`)))
      }),
    )
  })

  it('leaves out what was before 1900', () => {
    expect(counterpartsOf(span('1900-01-01', '1900-02-01'), 'last-year', 'CHN').pairs).toEqual([])
    expect(counterpartsOf(span('1900-12-01', '1901-01-02'), 'same-weekday', 'CHN').pairs.length).toBe(2)
    expect(dateLastYear(day('1900-05-01'))).toBe(null)
  })
})

describe('the same weekdays and festival days', () => {
  it('are 364 days earlier', () => {
    fc.assert(
      fc.property(spans, (period) => {
        const { pairs, notes } = counterpartsOf(period, 'same-weekday', 'CHN')
        expect(notes).toEqual([])
        const right = pairs.filter((pair) => weekdayOf(pair.against) === weekdayOf(pair.day))
        expect(right.map((pair) => addDays(pair.against, 364))).toEqual(daysOf(period))
      }),
    )
  })

  it('have one counterpart for each day of the period, in its order', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom('CHN', 'DEU'), (period, country) => {
        const { pairs } = counterpartsOf(period, 'festival', country)
        expect(pairs.map((pair) => pair.day)).toEqual(daysOf(period))
      }),
    )
  })

  it('say how many days are held against which, and how many of last year stand for two', () => {
    // New Year’s Eve was 28 January 2025 and is 16 February 2026
    expect(counterpartsOf(span('2026-02-01', '2026-03-01'), 'festival', 'CHN').notes).toEqual([
      { code: 'festivalDays', params: { festival: 20, weekday: 8 } },
      { code: 'festivalTwice', params: { days: 8 } },
    ])
    expect(counterpartsOf(span('2026-03-08', '2026-03-15'), 'festival', 'CHN').notes).toEqual([
      { code: 'festivalDays', params: { festival: 0, weekday: 7 } },
    ])
  })
})

describe('runs of days', () => {
  it('hold every pair once, in order, and are as few as the distance changes', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom('last-year', 'same-weekday', 'festival'), (period, by) => {
        const { pairs } = counterpartsOf(period, by, 'CHN')
        const runs = runsOf(pairs)
        const spread = runs.flatMap(({ from, to, apart }) =>
          daysOf({ from, to }).map((against) => ({ day: addDays(against, apart), against })),
        )
        expect(spread).toEqual(pairs)
        if (by === 'same-weekday') expect(runs.length).toBe(1)
      }),
    )
  })
})

describe('moments and parts', () => {
  it.each([
    ['2026-03-02T04:00:00.000Z', '2025-03-02T04:00:00.000Z'],
    ['2024-02-29T23:59:59.999Z', '2023-02-28T23:59:59.999Z'],
  ])('%s was %s a year earlier', (now, then) => {
    expect(momentLastYear(now as Moment)).toBe(then)
  })

  it.each([
    ['past', '2026-02-01', '2026-03-01', { days: 28, lived: 28, coming: 0 }],
    ['in part', '2026-03-01', '2026-04-01', { days: 31, lived: 1, coming: 30 }],
    ['from today on', '2026-03-02', '2026-03-03', { days: 1, lived: 0, coming: 1 }],
    ['to come', '2026-04-01', '2026-05-01', { days: 30, lived: 0, coming: 30 }],
  ])('a period that is %s', (_what, from, to, coverage) => {
    const today = day('2026-03-02')
    expect(coverageOf(span(from, to), today)).toEqual(coverage)
    const partial = coverage.lived > 0 && coverage.coming > 0
    expect(partialNote(span(from, to), today)).toEqual(
      partial
        ? { code: 'periodPartial', params: { lived: coverage.lived, coming: coverage.coming, today } }
        : null,
    )
  })
})

describe('the moment from which one looks back', () => {
  it.each([
    ['2026-03-02', '2026-03-02T04:00:00.000Z', '2026-03-02T04:00:00.000Z'],
    // After midnight, before the night was ended
    ['2026-03-01', '2026-03-02T19:30:00.000Z', '2026-03-02T19:30:00.000Z'],
    ['2026-03-02', '2026-12-01T04:00:00.000Z', '2026-03-02T04:00:00.000Z'],
    ['2026-03-02', '2019-01-01T23:59:59.999Z', '2026-03-02T23:59:59.999Z'],
  ])('on %s by a clock of %s is %s', (today, clock, moment) => {
    expect(momentOn(today as BusinessDate, clock as Moment)).toBe(moment)
  })
})
