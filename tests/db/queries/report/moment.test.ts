import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LongReader, ReportFile } from '#db/handles.ts'
import { readLastAt, readLastOn } from '#db/queries/report/moment.ts'
import { reportTables } from '#db/report/tables.ts'
import { addToClock } from '#db/repositories/report/progress.ts'
import type { BusinessDate, Moment } from '#shared/values/index.ts'

let raw: Sqlite.Database
beforeEach(() => {
  raw = new Sqlite(':memory:')
  raw.exec('create table changes (seq integer primary key, moment text, business_date text)')
  raw.exec("attach ':memory:' as report")
  const clock = reportTables.find((table) => table.includes('clock_runs')) as string
  raw.exec(clock.replace('create table clock_runs', 'create table report.clock_runs'))
})
afterEach(() => void raw.close())

const at = (day: string, time = '12:00') => `2026-03-${day}T${time}:00.000Z`

/** A log with these moments, on the business dates of their days where none are given; taken in by pieces of two. */
function logOf(
  moments: readonly string[],
  dates: readonly string[] = moments.map((one) => one.slice(0, 10)),
) {
  const insert = raw.prepare('insert into changes (seq, moment, business_date) values (?, ?, ?)')
  const rows = moments.map((moment, index) => [index + 1, moment] as const)
  for (const [seq, moment] of rows) insert.run(seq, moment, dates[seq - 1])
  for (let from = 0; from < rows.length; from += 2)
    addToClock(raw as unknown as ReportFile, rows.slice(from, from + 2))
}
const seqAt = (moment: string) => readLastAt(raw as unknown as LongReader, moment as Moment)?.seq ?? null

describe('the last change at a moment', () => {
  test('of a clock that only goes on', () => {
    logOf([at('01'), at('02'), at('02'), at('05')])
    expect([at('01', '11:00'), at('01'), at('01', '13:00'), at('02'), at('04'), at('09')].map(seqAt)).toEqual(
      [null, 1, 1, 3, 3, 4],
    )
  })

  test.each([
    // A battery that was empty: two changes of 1970 among those of March
    [[at('01'), at('02'), '1970-01-01T00:00:00.000Z', '1970-01-01T00:01:00.000Z', at('03'), at('04')]],
    // A clock that was years ahead for two changes
    [[at('01'), at('02'), '2050-01-01T00:00:00.000Z', '2050-01-01T00:01:00.000Z', at('03'), at('04')]],
  ])('is not moved by a clock that was wrong for a while: %#', (moments) => {
    logOf(moments)
    expect(seqAt(at('01', '18:00'))).toBe(1)
    expect(seqAt(at('03', '18:00'))).toBe(5)
    expect(seqAt(at('09'))).toBe(6)
  })

  test('after a clock was set back an hour is the newest once nothing is later', () => {
    logOf([at('01', '09:00'), at('01', '10:00'), at('01', '09:10')])
    expect(seqAt(at('01', '10:30'))).toBe(3)
    logOf([])
    expect(seqAt(at('01', '08:00'))).toBeNull()
  })
})

test('the last change of a business date, or of the one before it', () => {
  logOf([at('01'), at('02'), at('03')], ['2026-03-01', '2026-03-01', '2026-03-04'])
  const on = (date: string) => readLastOn(raw as unknown as LongReader, date as BusinessDate)?.seq ?? null
  expect(['2026-02-28', '2026-03-01', '2026-03-03', '2026-03-04'].map(on)).toEqual([null, 2, 2, 3])
})
