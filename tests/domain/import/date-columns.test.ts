import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DatesShown,
  dateRuleOf,
  fitsBetter,
  readDateBy,
  watchDates,
} from '#shared/domain/import/date-columns.ts'
import type { DateOrder, ImportField } from '#shared/domain/import/row.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { booking, notesOf, read, rejected } from './support.ts'

/** What a file shows whose rows are “arrival departure nights”. */
function shown(...rows: string[]) {
  const watch = watchDates(
    new Map<ImportField, number>([
      ['arrival', 0],
      ['departure', 1],
      ['nights', 2],
    ]),
    {},
  )
  for (const row of rows) watch.see(row.split(' ').map((cell) => cell.replace('_', ' ')))
  const { arrival, departure } = watch.shown()
  return `${arrival} ${departure}`
}

describe('a column of dates', () => {
  const alone = (...cells: string[]) => {
    const watch = watchDates(new Map<ImportField, number>([['createdOn', 0]]), {})
    for (const cell of cells) watch.see([cell])
    return watch.shown().createdOn
  }
  test.each<[string[], DatesShown]>([
    [[], 'clear'],
    [['', ' '], 'clear'],
    [['2026-03-05', '5 March 2026', '12-Mar-26', '2026年3月5日'], 'clear'],
    [['05/05/2026'], 'clear'],
    [['soon'], 'clear'],
    [['03/04/2026'], 'open'],
    [['03/04/2026', '05/06/2026', ''], 'open'],
    [['03/04/2026', '13/04/2026'], 'dmy'],
    [['03/04/2026', '04/13/2026'], 'mdy'],
    [['03.04.26', '28.04.26'], 'dmy'],
    [['13/04/2026', '04/13/2026', '03/04/2026'], 'mixed'],
    // A weekday says which of the two it is.
    [['03/04/2026 (Fri)'], 'dmy'],
    [['03/04/2026 (Wed)'], 'mdy'],
    [['03/04/2026', '2026-04-05'], 'open'],
  ])('%j is %s', (cells, found) => {
    expect(alone(...cells)).toBe(found)
  })
})

describe('stays settle what their columns leave open', () => {
  test.each<[string, string[], string]>([
    ['nothing does', ['03/04/2026 05/04/2026'], 'open open'],
    [
      'one column has its own evidence, and the other’s month would come after',
      ['11/04/2026 15/04/2026'],
      'dmy dmy',
    ],
    ['a departure before the arrival', ['11/04/2026 02/05/2026'], 'dmy dmy'],
    ['a departure before the arrival, the other way', ['04/11/2026 05/02/2026'], 'mdy mdy'],
    ['a count of nights', ['3/5/2026 3/7/2026 2'], 'mdy mdy'],
    ['a count of nights, in words', ['3/5/2026 5/5/2026 2_nights'], 'dmy clear'],
    ['stays of a hundred nights', ['03/04/2026 09/04/2026', '04/04/2026 05/04/2026'], 'dmy dmy'],
    ['but not one of two months', ['03/04/2026 05/04/2026', '04/05/2026 06/05/2026'], 'open open'],
    // Each order fails somewhere: neither is right.
    ['rows that contradict each other', ['11/04/2026 02/05/2026', '04/11/2026 05/02/2026'], 'open open'],
    ['a count that fits neither', ['03/04/2026 05/04/2026 7'], 'open open'],
    ['a row that is no date is no evidence', ['soon 05/04/2026', '11/04/2026 02/05/2026'], 'dmy dmy'],
  ])('%s', (_why, rows, found) => {
    expect(shown(...rows)).toBe(found)
  })

  test('and never wrongly: true stays of up to sixty nights, in either order', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-06-01' as BusinessDate, days))
    const stay = fc.record({ arrival: day, nights: fc.integer({ min: 1, max: 60 }) })
    const written = (date: string, order: DateOrder) => {
      const [y, m, d] = date.split('-')
      return order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`
    }
    fc.assert(
      fc.property(
        fc.array(stay, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<'dmy' | 'mdy'>('dmy', 'mdy'),
        (stays, order) => {
          const rows = stays.map(
            ({ arrival, nights }) => `${written(arrival, order)} ${written(addDays(arrival, nights), order)}`,
          )
          for (const one of shown(...rows).split(' ')) expect(['clear', 'open', order]).toContain(one)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the rule of a column', () => {
  test.each<[DatesShown, DateOrder | undefined, DateOrder | null, boolean, DateOrder | null]>([
    ['dmy', undefined, 'dmy', false, null],
    ['mdy', undefined, 'mdy', false, null],
    ['clear', undefined, null, true, null],
    ['open', undefined, null, true, null],
    ['mixed', undefined, null, true, null],
    ['dmy', 'dmy', 'dmy', false, null],
    ['open', 'mdy', 'mdy', false, null],
    ['mixed', 'mdy', 'mdy', false, null],
    ['clear', 'ymd', 'ymd', false, null],
    // All dates fit another order than the stated one: those of two readings are not read by it.
    ['dmy', 'mdy', 'mdy', true, 'dmy'],
    ['mdy', 'ymd', 'ymd', true, 'mdy'],
  ])('%s, stated %s', (found, stated, order, only, fits) => {
    expect(dateRuleOf(found, stated)).toEqual({ order, only })
    if (stated) expect(fitsBetter(found, stated)).toBe(fits)
  })

  test.each<[string, DateOrder | null, boolean, object]>([
    ['03/04/2026', null, true, { wrong: 'ambiguous' }],
    ['13/04/2026', null, true, { date: '2026-04-13' }],
    ['04/13/2026', null, true, { date: '2026-04-13' }],
    ['05/05/2026', null, true, { date: '2026-05-05' }],
    ['2026-03-04', null, true, { date: '2026-03-04' }],
    ['31/31/2026', null, true, { wrong: 'impossible' }],
    ['soon', null, true, { wrong: 'form' }],
    ['03/04/2026', 'dmy', false, { date: '2026-04-03' }],
    ['03/04/2026', 'mdy', false, { date: '2026-03-04' }],
    ['03/04/2026', 'mdy', true, { wrong: 'ambiguous' }],
    ['13/04/2026', 'mdy', true, { wrong: 'impossible' }],
  ])('reads %s in order %s (%s)', (text, order, only, expected) => {
    expect(readDateBy(text, { order, only }, {})).toEqual(expected)
  })
})

describe('a row', () => {
  const open = { dateRules: { arrival: { order: null, only: true }, createdOn: { order: null, only: true } } }
  test('with a date of two readings is rejected with its own reason', () => {
    expect(read({ arrival: '03/04/2026' }, open)).toMatchObject({
      rejected: [{ reason: 'dateAmbiguous', field: 'arrival', value: '03/04/2026' }],
    })
    expect(
      read(
        { arrival: '05/03/2026', departure: '2026-03-08' },
        { dateRules: { arrival: { order: 'dmy', only: false } } },
      ),
    ).toMatchObject({
      booking: { arrival: '2026-03-05' },
    })
  })
  test('beside the stay keeps such a date as text', () => {
    expect(read({ createdOn: '03/04/2026', rate: '1' }, open)).toMatchObject({
      booking: { source: { createdOnText: '03/04/2026' } },
      notes: [{ reason: 'dateAmbiguous', field: 'createdOn' }],
    })
  })
  test('of a file whose columns nobody looked at is read in the order of its mapping', () => {
    expect(rejected({ arrival: '05/03/2026' })).toEqual([['dateForm', 'arrival']])
    expect(notesOf({ rate: '1' })).toEqual([])
    expect(booking({}).arrival).toBe('2026-03-05')
  })
})
