import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DatedCopy, filesToKeep, retention } from '#shared/domain/backup/retention.ts'
import { addDays, type BusinessDate, fromDayNumber, type Moment, toDayNumber } from '#shared/values/index.ts'

const copy = (day: string, time = '03:00'): DatedCopy => ({
  file: `${day} ${time}`,
  day: day as BusinessDate,
  made: `${day}T${time}:00.000Z` as Moment,
})
const keptOf = (copies: DatedCopy[]) => [...filesToKeep(copies)].sort()
/** A copy for each of so many days up to this one. */
const daily = (last: string, count: number) =>
  Array.from({ length: count }, (_, back) => copy(addDays(last as BusinessDate, -back)))

describe('the rule', () => {
  test.each([
    ['keeps nothing of nothing', [], []],
    ['keeps the only one', [copy('2026-03-02')], ['2026-03-02 03:00']],
    [
      'keeps the newest of a day',
      [copy('2026-03-02', '03:00'), copy('2026-03-02', '15:00'), copy('2026-03-02', '09:00')],
      ['2026-03-02 15:00'],
    ],
    [
      // 8 March is a Sunday, 9 March the Monday after it.
      'keeps 7 days and the newest of the week before them',
      daily('2026-03-15', 8),
      [
        '2026-03-08 03:00',
        '2026-03-09 03:00',
        '2026-03-10 03:00',
        '2026-03-11 03:00',
        '2026-03-12 03:00',
        '2026-03-13 03:00',
        '2026-03-14 03:00',
        '2026-03-15 03:00',
      ],
    ],
    [
      'drops the day before, which is in no newest place',
      daily('2026-03-14', 8).filter(({ day }) => day !== '2026-03-08'),
      [
        '2026-03-09 03:00',
        '2026-03-10 03:00',
        '2026-03-11 03:00',
        '2026-03-12 03:00',
        '2026-03-13 03:00',
        '2026-03-14 03:00',
        '2026-03-07 03:00',
      ].sort(),
    ],
  ])('%s', (_name, copies, kept) => {
    expect(keptOf(copies)).toEqual(kept)
  })

  test('of two years of nights it keeps 7 days, 5 weeks and 12 months', () => {
    expect(keptOf(daily('2026-12-31', 730))).toEqual(
      [
        '2026-12-25',
        '2026-12-26',
        '2026-12-27',
        '2026-12-28',
        '2026-12-29',
        '2026-12-30',
        '2026-12-31',
        // Sundays; 27 and 31 December are the newest of their weeks too.
        '2026-12-20',
        '2026-12-13',
        '2026-12-06',
        '2026-11-30',
        '2026-10-31',
        '2026-09-30',
        '2026-08-31',
        '2026-07-31',
        '2026-06-30',
        '2026-05-31',
        '2026-04-30',
        '2026-03-31',
        '2026-02-28',
        '2026-01-31',
      ]
        .map((day) => `${day} 03:00`)
        .sort(),
    )
  })

  test('counts days that have a copy: a month without backups costs none of those before it', () => {
    const before = daily('2026-03-10', 7)
    const after = copy('2026-05-20')
    const kept = keptOf([...before, after])
    expect(kept).toContain(after.file)
    expect(kept).toHaveLength(7)
  })

  const days = fc.integer({
    min: toDayNumber('2024-01-01' as BusinessDate),
    max: toDayNumber('2027-12-31' as BusinessDate),
  })
  const anyCopies = fc
    .uniqueArray(fc.tuple(days, fc.integer({ min: 10, max: 23 })), {
      maxLength: 200,
      selector: ([day, hour]) => `${day} ${hour}`,
    })
    .map((made) => made.map(([day, hour]) => copy(fromDayNumber(day), `${hour}:00`)))

  test('always keeps the newest, never more than 24, and says the same again after it was carried out', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const kept = filesToKeep(copies)
        const newest = copies.reduce<DatedCopy | null>((a, b) => (a && a.made > b.made ? a : b), null)
        if (newest) expect(kept.has(newest.file)).toBe(true)
        expect(kept.size).toBeLessThanOrEqual(24)
        expect(kept.size).toBeGreaterThanOrEqual(Math.min(7, new Set(copies.map(({ day }) => day)).size))
        const left = copies.filter(({ file }) => kept.has(file))
        expect(filesToKeep(left)).toEqual(kept)
      }),
    )
  })

  test('does not depend on the order that a folder is listed in', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        expect(filesToKeep([...copies].reverse())).toEqual(filesToKeep(copies))
      }),
    )
  })

  test('a newer copy brings none back that was dropped before', () => {
    fc.assert(
      fc.property(anyCopies, days, (copies, day) => {
        const earlier = copies.filter((one) => one.day < fromDayNumber(day))
        const before = filesToKeep(earlier)
        const newer = copy(fromDayNumber(day), '23:30')
        const after = filesToKeep([...earlier, newer])
        after.delete(newer.file)
        expect([...after].filter((file) => !before.has(file))).toEqual([])
      }),
    )
  })
})

describe('a rule that the hotel chose', () => {
  const copies = daily('2026-03-15', 40)
  test.each([
    ['the newest alone', { days: 1, weeks: 0, months: 0 }, ['2026-03-15']],
    ['three days', { days: 3, weeks: 0, months: 0 }, ['2026-03-13', '2026-03-14', '2026-03-15']],
    ['a day and two months', { days: 1, weeks: 0, months: 2 }, ['2026-02-28', '2026-03-15']],
    ['a day and two weeks', { days: 1, weeks: 2, months: 0 }, ['2026-03-08', '2026-03-15']],
  ])('keeps %s', (_what, rule, days) => {
    expect([...filesToKeep(copies, rule)].sort()).toEqual(days.map((day) => `${day} 03:00`))
  })

  test('keeps more by more, and the newest by any that keeps a day', () => {
    const rule = fc.record({
      days: fc.integer({ min: 1, max: 40 }),
      weeks: fc.integer({ min: 0, max: 8 }),
      months: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(rule, rule, (a, b) => {
        const both = {
          days: Math.max(a.days, b.days),
          weeks: Math.max(a.weeks, b.weeks),
          months: Math.max(a.months, b.months),
        }
        const kept = filesToKeep(copies, both)
        for (const file of filesToKeep(copies, a)) expect(kept.has(file)).toBe(true)
        expect(filesToKeep(copies, a).has('2026-03-15 03:00')).toBe(true)
      }),
    )
    expect(filesToKeep(copies)).toEqual(filesToKeep(copies, retention))
  })
})
