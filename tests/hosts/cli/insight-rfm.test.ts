import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { tempFolder } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { totalRevenueSql } from '#tests/support/reckoning.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function written(name: string, text: string): string {
  const file = join(folder.path, name)
  writeFileSync(file, text)
  return file
}

async function rfm(...args: string[]) {
  const ran = await keyrack(['insight', 'rfm', ...args])
  expect(ran.code, ran.stderr).toBe(0)
  return onlyLine(ran.stdout) as {
    cuts: unknown
    segments: { segment: string; guests: number; revenue: number }[]
    guests: Record<string, unknown>[]
  }
}

/**
 * Worked by hand at the end of 2026-03-31: days 1, 90, 30, 59 (mean 45), counts 3, 1, 2, 2 (mean 2), sums 600.30, 900.00,
 * 100.10, 0.00 (mean 400.10).
 */
const table = [
  'guest,date,amount',
  'Li,2026-01-10,200.10',
  'Li,2026-02-10,200.10',
  'Li,2026-03-30,200.10',
  '"Zhao, J",2025-12-31,900.00',
  'Wu,2026-02-01,50.05',
  'Wu,2026-03-01,50.05',
  'He,2026-01-05,0',
  'He,2026-01-31,0',
  '',
].join('\r\n')

describe('a worked table', () => {
  const file = written('worked.csv', table)

  test('is cut at the mean, a value that equals it high', async () => {
    const found = await rfm('--transactions', file, '--as-of', '2026-03-31')
    expect(Object.keys(found)).toEqual(['cuts', 'segments', 'guests'])
    expect(found.cuts).toEqual({ recencyDays: 45, frequency: 2, monetary: expect.closeTo(400.1, 9) })
    expect(found.guests).toEqual([
      {
        guest: 'Li',
        recencyDays: 1,
        frequency: 3,
        monetary: 600.3,
        r: 'H',
        f: 'H',
        m: 'H',
        segment: '重要价值',
      },
      {
        guest: 'Zhao, J',
        recencyDays: 90,
        frequency: 1,
        monetary: 900,
        r: 'L',
        f: 'L',
        m: 'H',
        segment: '重要挽留',
      },
      {
        guest: 'Wu',
        recencyDays: 30,
        frequency: 2,
        monetary: 100.1,
        r: 'H',
        f: 'H',
        m: 'L',
        segment: '一般价值',
      },
      {
        guest: 'He',
        recencyDays: 59,
        frequency: 2,
        monetary: 0,
        r: 'L',
        f: 'H',
        m: 'L',
        segment: '一般保持',
      },
    ])
    expect(found.segments).toEqual([
      { segment: '重要价值', guests: 1, revenue: 600.3 },
      { segment: '重要发展', guests: 0, revenue: 0 },
      { segment: '重要保持', guests: 0, revenue: 0 },
      { segment: '重要挽留', guests: 1, revenue: 900 },
      { segment: '一般价值', guests: 1, revenue: 100.1 },
      { segment: '一般发展', guests: 0, revenue: 0 },
      { segment: '一般保持', guests: 1, revenue: 0 },
      { segment: '一般挽留', guests: 0, revenue: 0 },
    ])
  })

  test('is scored by quintiles from 1 to 5', async () => {
    const found = await rfm('--transactions', file, '--as-of', '2026-03-31', '--cut', 'quintile')
    // numpy.quantile([1, 90, 30, 59], [.2, .4, .6, .8])
    const cuts = found.cuts as Record<string, number[]>
    expect(cuts.recencyDays).toEqual([18.4, 35.8, 53.2, 71.4].map((value) => expect.closeTo(value, 9)))
    expect(found.guests.map(({ r, f, m }) => [r, f, m])).toEqual([
      [5, 5, 4],
      [1, 1, 5],
      [4, 2, 2],
      [2, 2, 1],
    ])
  })

  test('is seen from its last date, and at an earlier one without what is later', async () => {
    const last = await rfm('--transactions', file)
    expect(last.guests[0]).toMatchObject({ guest: 'Li', recencyDays: 0 })
    const earlier = await rfm('--transactions', file, '--as-of', '2026-01-10')
    expect(earlier.guests.map(({ guest }) => guest)).toEqual(['Li', 'Zhao, J', 'He'])
    expect(earlier.guests[2]).toMatchObject({ recencyDays: 5, frequency: 1 })
  })

  test('is printed as CSV', async () => {
    const ran = await keyrack([
      'insight',
      'rfm',
      '--transactions',
      file,
      '--as-of',
      '2026-03-31',
      '--format',
      'csv',
    ])
    expect(ran.stdout.trimEnd().split('\n').slice(0, 3)).toEqual([
      'guest,recencyDays,frequency,monetary,r,f,m,segment',
      'Li,1,3,600.3,H,H,H,重要价值',
      '"Zhao, J",90,1,900,L,L,H,重要挽留',
    ])
  })
})

describe('wrong use is refused, naming line and column', () => {
  const refused = async (text: string, ...more: string[]) => {
    const ran = await keyrack(['insight', 'rfm', '--transactions', written('wrong.csv', text), ...more])
    expect(ran.code).not.toBe(0)
    expect(ran.stdout).toBe('')
    return ran.stderr
  }
  test.each([
    ['guest,date,amount\nLi,2026-01-01,5\nWu,2026-01-02,-3\n', /line 3, column amount: -3 is below zero/],
    ['guest,date,amount\nLi,2026-02-30,5\n', /line 2, column date: “2026-02-30” is not a date/],
    ['guest,date,amount\nLi,01.02.2026,5\n', /line 2, column date/],
    ['guest,date,amount\nLi,2026-01-01,five\n', /line 2, column amount: “five” is not a number/],
    ['guest,date,amount\n,2026-01-01,5\n', /line 2, column guest/],
    ['guest,date\nLi,2026-01-01\n', /no column amount/],
    ['guest,date,amount\n', /no rows/],
    ['', /no rows/],
  ])('%j', async (text, words) => {
    expect(await refused(text)).toMatch(words)
  })

  test('a date before the first row, a cut that is none', async () => {
    const good = 'guest,date,amount\nLi,2026-01-01,5\n'
    expect(await refused(good, '--as-of', '2025-01-01')).toMatch(/no row up to 2025-01-01/)
    expect(await refused(good, '--as-of', 'soon')).toMatch(/“soon” is not a date/)
    expect(await refused(good, '--cut', 'median')).toMatch(/“median” is not valid. Known: mean, quintile/)
    expect(await refused(good, '--unit', 'week')).toMatch(/--unit/)
  })
})

test('over a store: every guest with a stay, scored by the cut that is asked for', async () => {
  const hotel = await openDemoHotel()
  const file = join(folder.path, 'hotel.keyrack')
  copyFileSync(hotel.file, file)
  await hotel.close()
  const { code, stdout } = await keyrack(['insight', 'rfm', '--store', file, '--cut', 'quintile'])
  expect(code).toBe(0)
  const { segments, guests } = JSON.parse(stdout) as {
    segments: { segment: string; guests: number; revenue: number }[]
    guests: { guest: string; frequency: number; monetary: number; r: number; segment: string }[]
  }
  const raw = openRaw(file, { readonly: true })
  const known = raw
    .prepare(
      `select b.guest_id as id, sum(${totalRevenueSql('b')}) / 100.0 as revenue from bookings b join guests g on g.id = b.guest_id
        where b.status = 'checked-out' and g.unnamed = 0 and g.id not in (${excludedGuests}) group by b.guest_id order by b.guest_id`,
    )
    .all({ on: raw.prepare('select business_date from settings').pluck().get() }) as {
    id: number
    revenue: number
  }[]
  raw.close()
  expect(guests.map(({ guest, monetary }) => [Number(guest), monetary])).toEqual(
    known.map(({ id, revenue }) => [id, expect.closeTo(revenue, 6)]),
  )
  for (const { segment, guests: count, revenue } of segments) {
    const own = guests.filter((one) => one.segment === segment)
    expect(own.length).toBe(count)
    expect(own.reduce((sum, { monetary }) => sum + monetary, 0)).toBeCloseTo(revenue, 4)
  }
  expect(new Set(guests.map(({ r }) => r))).toEqual(new Set([1, 2, 3, 4, 5]))
})
