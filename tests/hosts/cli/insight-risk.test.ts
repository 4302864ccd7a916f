import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { type DemandRow, demandFile } from '#tests/support/booking-demand.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function written(name: string, content: string | Buffer): string {
  const file = join(folder.path, name)
  writeFileSync(file, content)
  return file
}

/** From January to August, one of three cancelled; those of direct guests never. */
const rows: DemandRow[] = 'January February March April May June July August'.split(' ').flatMap((month) =>
  Array.from({ length: 24 }, (_, i): DemandRow => {
    const cancelled = i % 3 === 0
    return {
      arrival_date_month: month,
      arrival_date_day_of_month: String(i + 1),
      market_segment: i % 3 === 1 ? 'Direct' : 'Online TA',
      is_canceled: cancelled ? '1' : '0',
      reservation_status: cancelled ? 'Canceled' : 'Check-Out',
      reservation_status_date: cancelled ? '2016-01-01' : '2016-08-30',
    }
  }),
)

test('foretells later arrivals by rates where the past is short, and says how well', async () => {
  const file = written('past.csv.gz', gzipSync(demandFile(rows)))
  const { code, stdout } = await keyrack(['insight', 'risk', '--bookings', file, '--as-of', '2016-05-01'])
  expect(code).toBe(0)
  expect(onlyLine(stdout)).toMatchObject({
    asOf: '2016-05-01',
    model: 'rates',
    learnt: { bookings: 96, arrivals: { from: '2016-01-01', to: '2016-04-24' } },
    tested: { bookings: 96, arrivals: { from: '2016-05-01', to: '2016-08-24' } },
    // Of a positive and a negative: 32 direct ones are told apart, 32 others are tied
    cancelled: { auc: 0.75, baseRate: 1 / 3 },
    neverUsed: expect.arrayContaining(['status', 'country']),
  })
})

test('prints a line for each later arrival', async () => {
  const file = written('past.csv', demandFile(rows))
  const asked = ['insight', 'risk', '--bookings', file, '--as-of', '2016-05-01', '--format', 'csv']
  const { code, stdout } = await keyrack(asked)
  expect(code).toBe(0)
  const [head, first, ...rest] = stdout.trim().split('\n')
  expect(head).toBe('row,arrival,cancelled,noShow,away')
  // 32 of 64 others were cancelled, drawn towards a third as by 20 more
  expect(first).toBe(
    `97,2016-05-01,${((32 + 20 / 3) / 84).toFixed(6)},0.000000,${((32 + 20 / 3) / 84).toFixed(6)}`,
  )
  expect(rest).toHaveLength(95)
})

test.each([
  ['no date', rows, [], /--as-of/],
  ['two hotels', [...rows, { hotel: 'Resort Hotel' }], ['--as-of', '2016-05-01'], /City Hotel, Resort Hotel/],
  ['an unknown hotel', rows, ['--as-of', '2016-05-01', '--hotel', 'Ritz'], /City Hotel/],
  ['too few', rows.slice(0, 30), ['--as-of', '2016-02-01'], /24 bookings.*50/],
  ['a strange status', [{ reservation_status: 'Lost' }], ['--as-of', '2016-02-01'], /line 2.*Lost/],
] as const)('refuses %s in words', async (name, given, options, says) => {
  const file = written(`${name}.csv`, demandFile(given))
  const { code, stderr } = await keyrack(['insight', 'risk', '--bookings', file, ...options])
  expect(code).not.toBe(0)
  expect(stderr).toMatch(says)
})
