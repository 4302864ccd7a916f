import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Row, Table } from '#shared/domain/report/result.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

/** Business date 2026-03-02, 12 rooms, two years. */
let t: TestApp
let raw: RawDatabase
beforeAll(async () => {
  t = await openDemoHotel()
  raw = openRaw(t.file, { readonly: true })
})
afterAll(async () => {
  raw.close()
  await t.close()
  expect(t.defects).toEqual([])
})

const run = async (name: InputOf<'report.run'>['name'], parameters: Record<string, string>) => {
  const result = await t.must('report.run', { name, parameters })
  const tableOf = (key: Table['key']) => result.tables.find((table) => table.key === key)!
  return { ...result, main: tableOf('main'), tableOf, codes: result.notes.map(({ code }) => code) }
}
const sumOf = (rows: readonly Row[], key: string) => rows.reduce((sum, row) => sum + Number(row[key]), 0)

/** Nights sold and revenue between two dates, of guests who came and, from the business date on, of who is to come. */
function sold(from: string, to: string, where = '1'): { nights: number; revenue: number } {
  return raw
    .prepare(
      `select count(*) as nights, coalesce(sum(n.rate_minor), 0) as revenue
       from room_nights n join bookings b on b.id = n.booking_id join rate_plans p on p.id = b.rate_plan_id
       where n.live = 1 and n.night >= ? and n.night < ? and ${where} and p.kind = 'sold' and b.segment <> 'complimentary'
         and (b.status in ('in-house', 'checked-out') or (b.status = 'confirmed' and n.night >= '2026-03-02'))`,
    )
    .get(from, to) as { nights: number; revenue: number }
}

describe('the budget', () => {
  const types = () => raw.prepare('select id from room_types order by id').pluck().all() as RoomTypeId[]
  beforeAll(async () => {
    const known = await t.must('budget.get', { year: 2026 })
    const cells = types().flatMap((roomTypeId) =>
      [1, 2, 3, 12].map((month) => ({
        month,
        roomTypeId,
        segment: '' as const,
        nights: 60 + month,
        revenueMinor: 4_000_001,
      })),
    )
    await t.must('budget.save', { year: 2026, version: known.version, level: 'type', cells })
  })

  test('by month is held against what was sold', async () => {
    const { main, says } = await run('budget', { year: '2026' })
    const february = main.rows.find(({ month }) => month === '2026-02')!
    const { nights, revenue } = sold('2026-02-01', '2026-03-01')
    expect(nights).toBeGreaterThan(50)
    const count = types().length
    expect(february).toMatchObject({
      budgetNights: 62 * count,
      roomsSold: nights,
      nightsVariance: nights - 62 * count,
      budgetRevenue: 4_000_001 * count,
      roomRevenue: revenue,
      revenueVariance: revenue - 4_000_001 * count,
      budgetReached: revenue / (4_000_001 * count),
    })
    expect(main.total).toMatchObject({
      budgetNights: (4 * 60 + 18) * count,
      budgetRevenue: 16_000_004 * count,
    })
    expect(sumOf(main.rows, 'budgetRevenue')).toBe(main.total!.budgetRevenue)
    expect(says).toMatchObject({ code: 'budget', params: { year: '2026' } })
  })

  test('by room type adds up to the same, and has no lines of segments', async () => {
    const byType = await run('budget', { year: '2026', by: 'roomType' })
    const bySegment = await run('budget', { year: '2026', by: 'segment' })
    const byMonth = await run('budget', { year: '2026' })
    const total = ({ main }: typeof byMonth) => ({
      ...main.total,
      month: null,
      roomType: null,
      segment: null,
    })
    expect([total(byType), total(bySegment)]).toEqual([total(byMonth), total(byMonth)])
    expect(sumOf(byType.main.rows, 'budgetNights')).toBe(byMonth.main.total!.budgetNights)
    expect(bySegment.main.rows.every(({ budgetNights }) => budgetNights === null)).toBe(true)
    expect(bySegment.codes).toContain('budgetUndivided')
  })

  test('of a day is the same in every report and for every period, and a year without one has none', async () => {
    // June 2026 is not lived yet: the days of June 2027 go by the means of weekdays
    const cells = [{ month: 6, roomTypeId: 0, segment: '' as const, nights: 211, revenueMinor: 9_000_001 }]
    await t.must('budget.save', { year: 2027, version: 0, level: 'house', cells } as never)
    const { tableOf, notes } = await run('budget', { year: '2027' })
    expect(notes).toContainEqual({ code: 'spread-weekdays', params: { months: 11 } })
    const june = tableOf('days').rows.filter(({ day }) => String(day).startsWith('2027-06'))
    const planned = june.map(({ day, budgetNights, budgetRevenue }) => [day, budgetNights, budgetRevenue])
    for (const [from, to] of [
      ['2027-06-01', '2027-06-30'],
      ['2027-06-10', '2027-06-16'],
    ] as const) {
      const { main } = await run('occupancy', { from, to, compare: 'budget' })
      expect(
        main.rows.map(({ day, roomsSoldBudget, roomRevenueBudget }) => [
          day,
          roomsSoldBudget,
          roomRevenueBudget,
        ]),
      ).toEqual(planned.filter(([day]) => String(day) >= from && String(day) <= to))
    }
    const without = await run('occupancy', { from: '2028-06-01', to: '2028-06-30', compare: 'budget' })
    expect(without.codes).toContain('noBudget')
    const byType = { from: '2028-06-01', to: '2028-06-30', compare: 'budget', by: 'roomType' }
    expect((await run('occupancy', byType)).codes).toContain('noBudget')
  })

  test('by day is exactly its months, and says by which shape', async () => {
    const { tableOf, notes } = await run('budget', { year: '2026' })
    const days = tableOf('days')
    expect(days.rows.length).toBe(365)
    for (const month of ['01', '02', '03', '12']) {
      const own = days.rows.filter(({ day }) => String(day).startsWith(`2026-${month}`))
      expect(sumOf(own, 'budgetNights')).toBe((60 + Number(month)) * types().length)
      expect(sumOf(own, 'budgetRevenue')).toBe(4_000_001 * types().length)
    }
    expect(sumOf(days.rows, 'roomsSold')).toBe(days.total!.roomsSold)
    // Every day of 2025 was lived
    expect(notes).toContainEqual({ code: 'spread-last-year', params: { months: 12 } })
  })

  test('of a year without one says so', async () => {
    const { main, codes, tables, says } = await run('budget', { year: '2029' })
    expect([codes.includes('noBudgetYear'), tables.length, says]).toEqual([true, 1, null])
    expect(main.rows.every(({ budgetNights }) => budgetNights === null)).toBe(true)
  })
})

describe('the competitor set', () => {
  test('is held against the same months and days', async () => {
    const cells = {
      '2025-02': { roomsAvailable: 2800, roomsSold: 1400, revenueMinor: 63_000_000 },
      '2025-03-01': { roomsAvailable: 100, roomsSold: 40, revenueMinor: 2_000_000 },
    }
    const { version } = await t.must('compSet.get', { year: 2025 })
    await t.must('compSet.save', { year: 2025, version, hotels: 'Grand', cells })
    const months = await run('compSet', { from: '2025-02-01', to: '2025-03-31', basis: 'operational' })
    const february = months.main.rows.find(({ month }) => month === '2025-02')!
    const { nights, revenue } = sold('2025-02-01', '2025-03-01')
    expect(february.setOccupancy).toBe(0.5)
    expect(february.setAdr).toBe(45_000)
    expect(february.ari).toBeCloseTo((revenue / nights / 45_000) * 100, 8)
    expect(Number(february.mpi)).toBeCloseTo((Number(february.occupancy) / 0.5) * 100, 8)
    const march = months.main.rows.find(({ month }) => month === '2025-03')!
    const first = sold('2025-03-01', '2025-03-02')
    expect(march.ari).toBeCloseTo((first.revenue / first.nights / 50_000) * 100, 8)
    expect(months.main.rows.length).toBe(2)
    const days = await run('compSet', { from: '2025-03-01', to: '2025-03-31', by: 'day' })
    expect(days.main.rows.map((row) => row.day)).toEqual(['2025-03-01'])
    const cut = await run('compSet', { from: '2025-02-10', to: '2025-03-31' })
    expect(cut.notes).toContainEqual({ code: 'compSetCut', params: { months: 1 } })
    expect(cut.main.rows.length).toBe(1)
    const none = await run('compSet', { from: '2020-02-10', to: '2020-03-31' })
    expect([none.main.rows.length, none.codes.includes('noCompSet')]).toEqual([0, true])
  })
})

describe('the forecast', () => {
  test('is of the coming days, with its errors beside it', async () => {
    const { main, tableOf, codes, says } = await run('forecast', { from: '2026-02-20', to: '2026-03-31' })
    expect(main.rows.map(({ day }) => day).slice(0, 2)).toEqual(['2026-03-02', '2026-03-03'])
    expect(main.rows.length).toBe(30)
    for (const row of main.rows) {
      expect(Number(row.roomsLow)).toBeLessThanOrEqual(Number(row.roomsExpected))
      expect(Number(row.roomsHigh)).toBeLessThanOrEqual(12)
    }
    // What was booked before the business date began; on it, a booking or two may have been cancelled since
    const booked = raw
      .prepare(
        `select count(*) from room_nights n join bookings b on b.id = n.booking_id join rate_plans p on p.id = b.rate_plan_id
         where n.night = '2026-03-10' and n.live = 1 and b.created_on < '2026-03-02' and p.kind = 'sold'
           and b.segment <> 'complimentary'`,
      )
      .pluck()
      .get()
    expect(main.rows.find(({ day }) => day === '2026-03-10')!.roomsBooked).toBeLessThanOrEqual(
      Number(booked) + 2,
    )
    expect(main.rows.find(({ day }) => day === '2026-03-10')!.roomsBooked).toBeGreaterThanOrEqual(
      Number(booked),
    )
    const errors = tableOf('errors')
    expect(errors.rows.length).toBeGreaterThanOrEqual(9)
    for (const row of errors.rows.filter(({ target }) => target !== 'lost'))
      expect(Number(row.meanError), `${row.target} ${row.daysAhead}`).toBeLessThan(Number(row.naiveError))
    expect(codes).toEqual(['forecastMethod', 'forecastKnown', 'forecastPast'])
    expect(says).toMatchObject({ code: 'forecast', params: { days: 30 } })
  })

  test('is not made for days that are over', async () => {
    const { main, codes } = await run('forecast', { from: '2026-02-01', to: '2026-02-10' })
    expect([main.rows.length, codes]).toEqual([0, ['forecastMethod', 'forecastKnown', 'forecastOver']])
  })
})

test('a forecast years after the last guest says so, and not that the first has yet to come', async () => {
  const late = await openFilledApp(import.meta.filename, smallHotel)
  const store = openRaw(late.file, { readonly: false })
  store.prepare("update settings set business_date = '2031-03-02'").run()
  store.close()
  const { notes } = await late.must('report.run', { name: 'forecast' })
  await late.close()
  expect(notes).toContainEqual({ code: 'forecastNoRecent', params: { date: '2026-03-12' } })
  expect(notes.map(({ code }) => code)).not.toContain('forecastTooShort')
})

test.each([
  ['budget', { year: '2026' }, { month: '2026-02' }, '2026-02-01', '2026-03-01'],
  ['budget', { year: '2026' }, { day: '2026-02-10' }, '2026-02-10', '2026-02-11'],
  ['forecast', { from: '2026-03-02', to: '2026-03-31' }, { day: '2026-03-10' }, '2026-03-10', '2026-03-11'],
])('the bookings behind a row of %s %j %j have a night there', async (name, parameters, row, from, to) => {
  const { rows } = await t.must('report.bookings', {
    name,
    parameters: parameters as Record<string, string>,
    row: row as Record<string, string>,
  })
  const there = raw
    .prepare(
      `select distinct b.id from room_nights n join bookings b on b.id = n.booking_id
       where n.live = 1 and n.night >= ? and n.night < ?
         and (b.status in ('in-house', 'checked-out') or (b.status = 'confirmed' and n.night >= '2026-03-02')) order by 1`,
    )
    .pluck()
    .all(from, to)
  expect(there.length).toBeGreaterThan(0)
  expect(rows.map(({ id }) => id as number).sort((a, b) => a - b)).toEqual(there)
})
