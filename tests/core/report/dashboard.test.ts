import { afterAll, beforeAll, expect, test } from 'vitest'
import { counterpartsOf } from '#shared/domain/report/compare.ts'
import { type Dashboard, sumAhead } from '#shared/domain/report/dashboard.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import { addDays, type BusinessDate, nightsOf } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

let t: TestApp
let seen: Dashboard
beforeAll(async () => {
  t = await openDemoHotel()
  seen = await t.must('report.dashboard', {})
}, 120_000)
afterAll(() => t.close())

const totalOf = async (from: BusinessDate, to: BusinessDate) => {
  const { tables } = await t.must('report.run', {
    name: 'occupancy',
    parameters: { from, to: addDays(to, -1) },
  })
  return tables[0].total
}

/** What the folios say beside is no figure of the occupancy report. */
function ofRooms<F extends object>(figures: F): Partial<F> {
  const {
    totalRevenue: _total,
    trevpar: _trevpar,
    ...rooms
  } = figures as F & { totalRevenue?: unknown; trevpar?: unknown }
  return rooms as Partial<F>
}

test('each span has the figures that the occupancy report has of its dates', async () => {
  expect(seen.spans.map(({ name }) => name)).toEqual(['today', 'month', 'year', 'ahead'])
  for (const { period, figures } of seen.spans) {
    expect(figures.roomsSold).toBeGreaterThan(0)
    expect(await totalOf(period.from, period.to)).toMatchObject(ofRooms(figures))
  }
})

test('last year by date is the same report a year earlier', async () => {
  const month = seen.spans.find(({ name }) => name === 'month')
  if (!month) throw new Error('no month')
  const { pairs } = counterpartsOf(month.period, 'last-year', 'CHN')
  const [first, last] = [pairs[0]?.against, pairs.at(-1)?.against]
  if (!first || !last) throw new Error('no day')
  const lastYear = month.against['last-year']
  if (!lastYear) throw new Error('no year before')
  expect(await totalOf(first, addDays(last, 1))).toMatchObject(ofRooms(lastYear))
  expect(month.against['last-year']?.roomsSold).toBeGreaterThan(0)
})

test('arrivals, by country as by segment, are the guests who came or come in the month to date', async () => {
  const sum = (rows: Dashboard['arrivals']['country']) =>
    rows.reduce((all, { arrivals }) => all + arrivals, 0)
  expect(sum(seen.arrivals.country)).toBe(sum(seen.arrivals.segment))
  expect(sum(seen.arrivals.country)).toBeGreaterThan(0)
  expect(seen.loyalty.nights).toBe(seen.spans.find(({ name }) => name === 'month')?.figures.roomsSold)
  expect(seen.loyalty.memberNights).toBeLessThanOrEqual(seen.loyalty.nights)
  const { asked, done, declined, open } = seen.requests
  expect(done + declined + open).toBe(asked)
})

test('a year ago fewer of the coming nights were on the books than came, and a week brought some, whatever the clock says', () => {
  const ahead = seen.spans.find(({ name }) => name === 'ahead')?.against
  expect(ahead?.['same-moment']?.roomsSold).toBeGreaterThan(0)
  expect(ahead?.['same-moment']?.roomsSold).toBeLessThan(ahead?.['last-year']?.roomsSold ?? 0)
  const week = seen.pickUps.find(({ since }) => since === 'week')
  expect(week?.moment).toBe('week-ago')
  expect(week?.net?.roomNights).toBeGreaterThan(0)
})

test.each(['passport', '2026-02-30', '2026-03-01 08:00'])('since %j is named as no date', async (since) => {
  const reply = await t.call('report.dashboard', { since })
  expect(reply).toMatchObject({ fault: { issues: [{ path: ['since'], code: 'invalid.date' }] } })
})

test('pick-up is counted as the reports count it: since the end of yesterday and of the day a week ago', async () => {
  const netOf = async (name: 'pickup' | 'onBooks', since: string) => {
    const { tables } = await t.must('report.run', { name, parameters: { period: 'next-90-days', since } })
    const { nightsNet, revenueNet } = tables[0].total ?? {}
    return { roomNights: nightsNet, roomRevenue: revenueNet }
  }
  for (const [since, from] of [
    ['day', 'yesterday'],
    ['week', 'week-ago'],
    ['week', '2026-02-23'],
  ] as const) {
    const { net } = seen.pickUps.find((one) => one.since === since) ?? {}
    expect(net).toEqual(await netOf('pickup', from))
    expect(net).toEqual(await netOf('onBooks', from))
  }
})

test('a report that counts from a week ago says so, and from which date', async () => {
  const parameters = { period: 'next-90-days', since: 'week-ago' }
  for (const name of ['pickup', 'onBooks'] as const) {
    const result = await t.must('report.run', { name, parameters })
    const { says, facts } = wordReport(result, 'en', { locale: 'en-GB', timeZone: 'Asia/Shanghai' })
    expect(says).toMatch(/net since the end of Mon,? 23 Feb 2026/)
    expect(facts).toContain('Since: A week ago')
  }
})

test('a moment to count from that lies after the one that is looked from is refused, here as in the reports', async () => {
  const late = { asOf: '2026-01-15', since: '2026-02-01' }
  const refusal = { code: 'REPORT_SINCE_AFTER', params: { since: '2026-02-01', date: '2026-01-15' } }
  expect(await t.call('report.dashboard', late)).toMatchObject({ refusal })
  for (const name of ['pickup', 'onBooks'] as const) {
    const parameters = { period: 'next-90-days', since: late.since }
    expect(await t.call('report.run', { name, parameters, asOf: late.asOf })).toMatchObject({ refusal })
  }
})

test('overdue requests are those of any stay, whenever they were due', async () => {
  const { tables } = await t.must('report.run', {
    name: 'requests',
    parameters: { from: '2023-01-01', to: '2026-12-31' },
  })
  expect(seen.requests.late).toBe(tables[0].total?.overdue)
  expect(seen.requests.late).toBeGreaterThan(0)
})

test('differences of shares are points, of everything else its own kind', async () => {
  const parameters = { period: 'this-month', compare: 'last-year' }
  for (const name of ['occupancy', 'onBooks'] as const) {
    const { columns } = (await t.must('report.run', { name, parameters })).tables[0]
    const kindOf = (key: string) => columns.find((column) => column.key === key)?.kind
    expect(kindOf('occupancyChange')).toBe('points')
    expect(kindOf('occupancyLastYear')).toBe('share')
    expect(kindOf('roomRevenueChange')).toBe('money')
  }
})

test('the daily report says of a night that is not over who is expected', async () => {
  const says = async (on: string) => (await t.must('report.run', { name: 'daily', parameters: { on } })).says
  expect((await says('2026-03-01'))?.code).toBe('daily')
  expect((await says('2026-03-02'))?.code).toBe('dailyAhead')
})

test('the coming days are the books of each, beside their weekdays of last year as they ended', async () => {
  const span = seen.spans.find(({ name }) => name === 'ahead')
  expect(seen.ahead.map(({ day }) => day)).toEqual(span && nightsOf(span.period.from, span.period.to))
  const { roomsSold, lastYear } = sumAhead(seen.ahead)
  expect(roomsSold).toBe(span?.figures.roomsSold)
  expect(lastYear).toBe(span?.against['same-weekday']?.roomsSold)
  expect(lastYear).toBeGreaterThan(0)
  expect(seen.ahead.every(({ sameMoment }) => sameMoment !== null)).toBe(true)
  const { sameMoment } = sumAhead(seen.ahead)
  expect(sameMoment).toBeGreaterThan(0)
  expect(sameMoment).toBe(span?.against['same-moment']?.roomsSold)
  expect(sameMoment).toBeLessThan(lastYear ?? 0)
})

test('the heat map has every day of the year', () => {
  expect(seen.days).toHaveLength(365)
  expect(seen.days[0]?.day).toBe('2026-01-01')
})

test('its weeks begin as the settings of reports say', async () => {
  expect(seen.weekStarts).toBe('monday')
  const { version, ...settings } = await t.must('report.settings', {})
  await t.must('report.saveSettings', { ...settings, version, weekStarts: 'sunday' })
  expect((await t.must('report.dashboard', {})).weekStarts).toBe('sunday')
  const year = await t.must('report.run', { name: 'occupancy', parameters: { period: 'this-year' } })
  expect(year.weekStarts).toBe('sunday')
})

test('a clerk sees no money on it', async () => {
  const reply = await t.deskAs('clerk').call('report.dashboard', {})
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const clerks = reply.output as Dashboard
  expect(clerks.withoutRevenue).toBe(true)
  expect(clerks.spans.every(({ figures }) => figures.adr === null && figures.roomRevenue === 0)).toBe(true)
  expect(clerks.loyalty.revenue).toBe(0)
})
