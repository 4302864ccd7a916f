import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { LunarDay } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import {
  type Festival,
  festivalPeriod,
  festivalsOf,
  findFestival,
  sameFestivalDay,
} from '#shared/domain/report/festivals.ts'
import { addDays, type BusinessDate, fromDayNumber, toDayNumber } from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const cases = new URL('../../../../shared/cases/worked.jsonl', import.meta.url)

/** First and last day off, as the State Council announced them for the year. */
const announced: [Festival, number, string, string][] = [
  ['new-year', 2021, '2021-01-01', '2021-01-03'],
  ['new-year', 2023, '2022-12-31', '2023-01-02'],
  ['new-year', 2024, '2023-12-30', '2024-01-01'],
  ['new-year', 2025, '2025-01-01', '2025-01-01'],
  ['new-year', 2026, '2026-01-01', '2026-01-03'],
  ['spring-festival', 2025, '2025-01-28', '2025-02-04'],
  ['qingming', 2022, '2022-04-03', '2022-04-05'],
  ['qingming', 2023, '2023-04-05', '2023-04-05'],
  ['qingming', 2024, '2024-04-04', '2024-04-06'],
  ['qingming', 2026, '2026-04-04', '2026-04-06'],
  ['labour-day', 2025, '2025-05-01', '2025-05-05'],
  ['dragon-boat', 2021, '2021-06-12', '2021-06-14'],
  ['dragon-boat', 2023, '2023-06-22', '2023-06-24'],
  ['dragon-boat', 2025, '2025-05-31', '2025-06-02'],
  ['mid-autumn', 2021, '2021-09-19', '2021-09-21'],
  ['mid-autumn', 2022, '2022-09-10', '2022-09-12'],
  ['mid-autumn', 2026, '2026-09-25', '2026-09-27'],
  ['national-day', 2012, '2012-09-30', '2012-10-07'],
  ['national-day', 2020, '2020-10-01', '2020-10-08'],
  ['national-day', 2023, '2023-09-29', '2023-10-06'],
  ['national-day', 2024, '2024-10-01', '2024-10-07'],
  ['national-day', 2025, '2025-10-01', '2025-10-08'],
]

describe('the days off around a festival', () => {
  it.each(announced)('%s %i is %s to %s, as it was announced', (name, year, first, last) => {
    expect(festivalPeriod(name, year)).toEqual({ from: first, to: addDays(day(last), 1) })
  })

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, sunday) => {
    expect(festivalPeriod('easter', year)).toEqual({
      from: addDays(day(sunday), -2),
      to: addDays(day(sunday), 2),
    })
  })

  it('New Year of 2030 is 3 February', () => {
    expect(festivalPeriod('spring-festival', 2030).from).toBe('2030-02-02')
  })

  it('is never longer than eight days nor empty, in every year that a hotel has to do with', () => {
    for (const name of [...festivalsOf('CHN'), ...festivalsOf('DEU')]) {
      for (let year = 1902; year < 2199; year++) {
        const { from, to } = festivalPeriod(name, year)
        const length = toDayNumber(to) - toDayNumber(from)
        expect(length >= 1 && length <= 8, `${name} ${year}`).toBe(true)
      }
    }
  })
})

describe.skipIf(!existsSync(cases))(
  'the worked cases of the lunar calendar (skipped where they are absent)',
  () => {
    const rows = existsSync(cases)
      ? readFileSync(cases, 'utf8')
          .split('\n')
          .filter((line) => line.startsWith('{"id": "lunar-'))
          .map(
            (line) =>
              JSON.parse(line) as { id: string; inputs: { lunar?: string }; right: { gregorian: string } },
          )
          .filter(({ inputs }) => inputs.lunar !== undefined)
      : []

    it('are there', () => expect(rows.length).toBeGreaterThanOrEqual(8))

    it.each(rows.map((row) => [row.id, row.inputs.lunar!, row.right.gregorian] as const))(
      '%s: %s is %s',
      (_id, lunar, gregorian) => {
        const [year, month, date] = lunar.replace(/ .*/, '').split('-')
        const leap = month!.endsWith('bis') ? -1 : 1
        const solar = LunarDay.fromYmd(
          Number(year),
          leap * Number.parseInt(month!, 10),
          Number(date),
        ).getSolarDay()
        expect([solar.getYear(), solar.getMonth(), solar.getDay()]).toEqual(gregorian.split('-').map(Number))
      },
    )

    it('New Year’s Eve is the last day of the old year, the 29th or the 30th', () => {
      expect(festivalPeriod('spring-festival', 2021).from).toBe('2021-02-11')
      expect(festivalPeriod('spring-festival', 2022).from).toBe('2022-01-31')
    })
  },
)

describe('the same festival day of last year', () => {
  it.each<[string, string, string | null, string]>([
    ['CHN', '2026-02-16', '2025-01-28', 'New Year’s Eve'],
    ['CHN', '2026-02-20', '2025-02-01', 'day 5 of Spring Festival'],
    ['CHN', '2026-02-12', '2025-01-24', 'four days before it'],
    ['CHN', '2026-02-26', '2025-02-07', 'three days after it'],
    ['CHN', '2026-10-03', '2025-10-03', 'day 3 of National Day'],
    ['CHN', '2024-10-01', '2023-09-29', 'National Day with Mid-Autumn before it last year'],
    ['CHN', '2025-10-08', null, 'an eighth day, of which last year had seven'],
    ['CHN', '2026-09-26', null, 'Mid-Autumn, which last year was a part of National Day'],
    ['CHN', '2024-12-31', '2023-12-29', 'the day before New Year'],
    ['CHN', '2026-01-02', null, 'the second of three, where last year had one'],
    ['CHN', '2026-03-12', null, 'an ordinary day'],
    ['DEU', '2026-04-05', '2025-04-20', 'Easter Sunday'],
    ['DEU', '2026-12-24', '2025-12-24', 'Christmas Eve'],
    ['DEU', '2026-12-29', '2025-12-29', 'nearer to the turn of the year'],
    ['DEU', '2026-10-01', null, 'National Day of another country'],
    ['CHN', '1901-10-01', null, 'before the first year that is known'],
  ])('%s %s → %s: %s', (country, date, against, _why) => {
    expect(sameFestivalDay(day(date), country)).toBe(against)
  })

  it('is in the same place of the same festival, a year earlier', () => {
    const dates = fc.integer({ min: toDayNumber(day('1904-01-01')), max: toDayNumber(day('2197-12-31')) })
    fc.assert(
      fc.property(dates, fc.constantFrom('CHN', 'DEU'), (number, country) => {
        const date = fromDayNumber(number)
        const against = sameFestivalDay(date, country)
        if (against === null) return
        const here = findFestival(date, country)!
        const days = toDayNumber(date) - toDayNumber(against)
        expect(days).toBeGreaterThan(300)
        expect(days).toBeLessThan(430)
        const last = festivalPeriod(here.festival, here.year - 1)
        if (here.place === 'on') expect(against >= last.from && against < last.to).toBe(true)
        else expect(against < last.from || against >= last.to).toBe(true)
      }),
    )
  })
})
