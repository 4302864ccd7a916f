import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { ReportResult, Row } from '#shared/domain/report/result.ts'
import type { AccountId } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

let t: TestApp
beforeAll(async () => {
  t = await openDemoHotel()
}, 120_000)
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const quarter = { from: '2026-01-10', to: '2026-04-20' }
const past = { from: '2025-03-05', to: '2026-02-20' }

async function run(name: ReportName, parameters: Record<string, string>): Promise<ReportResult> {
  return await t.must('report.run', { name, parameters })
}

function look<R>(sql: string): R[] {
  const raw = openRaw(t.file, { readonly: true })
  const rows = raw.prepare(sql).all() as R[]
  raw.close()
  return rows
}

const sumOf = (rows: readonly Row[], key: string) => rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)

describe('sums over parts are the whole', () => {
  const houseCuts = [
    'day',
    'week',
    'month',
    'quarter',
    'year',
    'weekday',
    'roomType',
    'floor',
    'segment',
    'channel',
    'agency',
  ]
  const more = ['company', 'country', 'ratePlan', 'meal', 'leadTime', 'stayLength', 'tier', 'valueClass']
  test.each([...houseCuts, ...more])('occupancy by %s', async (by) => {
    const whole = (await run('occupancy', { ...quarter, by: 'year' })).tables[0].total as Row
    const [{ rows, total }] = (await run('occupancy', { ...quarter, by })).tables
    expect(Number(whole.roomsSold)).toBeGreaterThan(0)
    expect(total).toEqual(whole)
    for (const key of [
      'roomsSold',
      'nightsOccupied',
      'complimentary',
      'houseUse',
      'roomRevenue',
      'guestNights',
    ])
      expect(sumOf(rows, key), key).toBe(whole[key])
  })

  test.each([
    [
      'onBooks',
      ['day', 'week', 'month', 'roomType', 'segment', 'channel'],
      ['roomsSold', 'roomRevenue', 'roomsSoldLastYear', 'nightsSameMoment', 'revenueSameMoment'],
    ],
    [
      'cancellations',
      ['month', 'week', 'leadTime', 'segment', 'channel', 'country', 'ratePlan', 'guarantee'],
      ['bookings', 'cancelled', 'noShows', 'lostNights', 'lostRevenue'],
    ],
    ['stayLength', ['stayLength', 'segment', 'roomType', 'month'], ['stays', 'bookedNights']],
    ['leadTime', ['leadTime', 'channel', 'country', 'month'], ['bookings', 'cancelled']],
    ['sources', ['channel', 'segment', 'agency', 'ratePlan'], ['bookings', 'roomsSold', 'roomRevenue']],
    [
      'guestNights',
      ['country', 'month', 'day'],
      ['personsArrived', 'guestNights', 'adultNights', 'childNights'],
    ],
    ['commissions', ['agency', 'month'], ['stays', 'bookedNights', 'commissionBase']],
    [
      'pickup',
      ['day', 'week', 'roomType', 'segment'],
      ['nightsThen', 'nightsUp', 'nightsDown', 'nightsNet', 'roomsSold', 'revenueNet'],
    ],
  ] as const)('%s', async (name, by, figures) => {
    const totals = []
    for (const cut of by) {
      const { tables } = await run(name, { ...quarter, by: cut })
      totals.push(Object.fromEntries(figures.map((key) => [key, tables[0].total?.[key]])))
      for (const key of figures)
        expect(sumOf(tables[0].rows, key), `${cut} ${key}`).toBe(tables[0].total?.[key])
    }
    expect(Number(totals[0]?.[figures[0]])).toBeGreaterThan(0)
    for (const total of totals) expect(total).toEqual(totals[0])
  })

  test('figures are ratios of sums, never means of the rows’ ratios', async () => {
    const { rows, total } = (await run('occupancy', { ...quarter, by: 'month' })).tables[0]
    expect(total?.occupancy).toBe(sumOf(rows, 'roomsSold') / sumOf(rows, 'roomsAvailable'))
    expect(total?.adr).toBe(Math.round(sumOf(rows, 'roomRevenue') / sumOf(rows, 'roomsSold')))
    expect(total?.revpar).toBe(Math.round(sumOf(rows, 'roomRevenue') / sumOf(rows, 'roomsAvailable')))
  })
})

test('last year at this moment is what dates of creation and cancellation say', async () => {
  const period = { from: '2026-03-02', to: '2026-03-31' }
  const { tables } = await run('onBooks', { ...period, compare: 'last-year' })
  const nights = look<{ night: string; created: string; gone: string | null; rate: number }>(
    `select n.night, b.created_on as created, n.rate_minor as rate,
       case b.status when 'cancelled' then b.cancelled_on when 'no-show' then b.arrival end as gone
     from room_nights n join bookings b on b.id = n.booking_id left join rate_plans p on p.id = b.rate_plan_id
     where b.status not in ('enquiry', 'waitlisted') and coalesce(p.kind, 'sold') = 'sold' and b.segment <> 'complimentary'`,
  )
  for (const row of tables[0].rows) {
    const then = nights.filter(
      ({ night, created, gone }) =>
        night === String(row.day).replace('2026', '2025') &&
        created <= '2025-03-02' &&
        (gone === null || gone > '2025-03-02'),
    )
    expect(row).toMatchObject({
      nightsSameMoment: then.length,
      revenueSameMoment: then.reduce((sum, { rate }) => sum + rate, 0),
    })
  }
  expect(sumOf(tables[0].rows, 'nightsSameMoment')).toBeGreaterThan(0)
})

test('a commission is each stay’s, half up, and one that nobody agreed on is in no sum', async () => {
  for (const { id, version, basisPoints } of await t.must('commission.list', {}))
    if (basisPoints !== null) await t.must('commission.save', { id, version, basisPoints: null })
  const before = await run('commissions', past)
  const [first] = before.tables[0].rows
  expect(before.tables[0].total?.commission).toBeNull()
  const id = Number(first?.agency) as AccountId
  const { version = 0 } = (await t.must('commission.list', {})).find((one) => one.id === id) ?? {}
  await t.must('commission.save', { id, version, basisPoints: 1237 })
  const after = await run('commissions', past)
  const stays = look<{ total: number; free: number }>(
    `select b.total_minor as total, coalesce(p.kind, 'sold') <> 'sold' or b.segment = 'complimentary' as free
     from bookings b left join rate_plans p on p.id = b.rate_plan_id
     where b.agency_id = ${id} and b.status = 'checked-out' and b.departure between '${past.from}' and '${past.to}'`,
  )
  const owed = stays.reduce(
    (sum, { total, free }) => sum + (free ? 0 : Math.floor((total * 1237) / 10_000 + 0.5)),
    0,
  )
  const row = after.tables[0].rows.find(({ agency }) => agency === id)
  expect(row).toMatchObject({ stays: stays.length, commission: owed })
  expect(owed).toBeGreaterThan(0)
  expect(after.tables[0].total?.commission).toBe(owed)
  expect(after.tables[0].total?.commissionRate).toBe(owed / Number(row?.commissionBase))
  expect(after.notes.map(({ code }) => code)).toContain('noCommissionAgreed')
  const behind = await t.must('report.bookings', {
    name: 'commissions',
    parameters: past,
    row: { agency: id },
  })
  expect(behind.rows).toHaveLength(Math.min(500, stays.length))
})

describe('against a budget', () => {
  beforeAll(async () => {
    const cells = [1, 2, 3, 4, 5, 6].map((month) => ({
      month,
      roomTypeId: 0 as const,
      segment: '' as const,
      nights: 200 + month,
      revenueMinor: 10_000_000 + month,
    }))
    const { version } = await t.must('budget.get', { year: 2026 })
    await t.must('budget.save', { year: 2026, version, level: 'house', cells })
  })

  test('whole months are what was typed, and their days add up to them', async () => {
    const period = { from: '2026-01-01', to: '2026-04-30', compare: 'budget' }
    const byMonth = await run('occupancy', { ...period, by: 'month' })
    expect(byMonth.tables[0].rows.map(({ roomsSoldBudget }) => roomsSoldBudget)).toEqual([201, 202, 203, 204])
    const byDay = await run('occupancy', { ...period, by: 'day' })
    expect(sumOf(byDay.tables[0].rows, 'roomRevenueBudget')).toBe(40_000_010)
    const { total } = byDay.tables[0]
    expect(total?.roomsSoldChange).toBe(Number(total?.roomsSold) - 810)
    expect(total?.occupancyBudget).toBe(810 / Number(total?.roomsAvailable))
  })

  test('parts that the budget does not have are unknown, and a filter has none', async () => {
    const bySegment = await run('occupancy', { ...quarter, by: 'segment', compare: 'budget' })
    expect(bySegment.tables[0].rows.every(({ roomsSoldBudget }) => roomsSoldBudget === null)).toBe(true)
    expect(Number(bySegment.tables[0].total?.roomsSoldBudget)).toBeGreaterThan(0)
    expect(bySegment.notes.map(({ code }) => code)).toContain('budgetUndivided')
    const filtered = await run('occupancy', { ...quarter, segment: 'corporate', compare: 'budget' })
    expect(filtered.notes.map(({ code }) => code)).toContain('budgetUnfiltered')
  })
})

describe('a budget by type', () => {
  beforeAll(async () => {
    const types = look<{ id: number }>('select id from room_types where active = 1 order by id')
    const cells = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
      types.map(({ id }, place) => ({
        month,
        roomTypeId: id as never,
        segment: '' as const,
        nights: 31 + month * 7 + place * 13,
        revenueMinor: 1_234_567 + month * 1_003 + place * 77_777,
      })),
    )
    const { version } = await t.must('budget.get', { year: 2025 })
    await t.must('budget.save', { year: 2025, version, level: 'type', cells })
  })

  test.each([
    ['2025-03-05', '2025-06-20'],
    ['2025-02-11', '2025-02-11'],
    ['2025-01-01', '2025-12-31'],
  ])('adds up to the house, also over parts of months: %s to %s', async (from, to) => {
    const [{ rows, total }] = (await run('occupancy', { from, to, by: 'roomType', compare: 'budget' })).tables
    expect(Number(total?.roomsSoldBudget)).toBeGreaterThan(0)
    for (const key of ['roomsSoldBudget', 'roomRevenueBudget', 'roomsSoldChange', 'roomRevenueChange'])
      expect(sumOf(rows, key), key).toBe(total?.[key])
    const byDay = (await run('occupancy', { from, to, compare: 'budget' })).tables[0].total
    expect([byDay?.roomsSoldBudget, byDay?.roomRevenueBudget]).toEqual([
      total?.roomsSoldBudget,
      total?.roomRevenueBudget,
    ])
  })
})

test.each(['roomType', 'chargedType', 'tier', 'segment', 'month'])(
  'upgrades by %s add up to the total',
  async (by) => {
    const [{ rows, total }] = (await run('upgrades', { from: '2024-06-01', to: '2026-02-20', by })).tables
    expect(Number(total?.upgraded)).toBeGreaterThan(0)
    for (const key of ['upgraded', 'downgraded', 'sameRate', 'nightsOccupied'])
      expect(sumOf(rows, key), key).toBe(total?.[key])
  },
)

test('another period: days by date, the total of all its days', async () => {
  const found = await run('occupancy', {
    from: '2026-01-01',
    to: '2026-02-28',
    by: 'month',
    compare: '2025-01-01..2025-03-31',
  })
  const other = await run('occupancy', { from: '2025-01-01', to: '2025-03-31', by: 'month' })
  const sold = other.tables[0].rows.map(({ roomsSold }) => roomsSold)
  expect(found.tables[0].rows.map(({ roomsSoldOther }) => roomsSoldOther)).toEqual(sold.slice(0, 2))
  expect(found.tables[0].total?.roomsSoldOther).toBe(other.tables[0].total?.roomsSold)
  expect(found.notes).toContainEqual({ code: 'daysAlone', params: { count: 31 } })
})

test('days before the hotel’s first night are not taken for days without guests', async () => {
  const found = await run('occupancy', {
    from: '2025-01-01',
    to: '2025-03-31',
    by: 'month',
    compare: 'last-year',
  })
  const [main] = found.tables
  expect(main.rows.at(0)?.roomsSoldLastYear).toBeNull()
  expect(main.total).toMatchObject({ roomsSoldLastYear: null, roomsSoldChange: null })
  expect(found.notes.map(({ code }) => code)).toContain('againstBeforeFirst')
})

describe('the bookings behind a row are those that it counts', () => {
  test.each(['month', 'week', 'weekday', 'roomType', 'floor', 'segment', 'country', 'leadTime', 'tier'])(
    'occupancy by %s',
    async (by) => {
      const { tables } = await run('occupancy', { ...past, by })
      const row = tables[0].rows.find(({ roomsSold }) => Number(roomsSold) > 0) as Row
      const key = { [by]: row[by] ?? null }
      const behind = await t.must('report.bookings', {
        name: 'occupancy',
        parameters: { ...past, by },
        row: key,
      })
      expect(behind.rows.length).toBeGreaterThan(0)
      expect(behind.rows.length).toBeLessThanOrEqual(Number(row.nightsOccupied))
      const total = await t.must('report.bookings', {
        name: 'occupancy',
        parameters: { ...past, by },
        row: {},
      })
      expect(total.rows.length).toBe(500)
    },
  )

  test('of a cohort, of persons, of a pace and of a day', async () => {
    const parameters = { ...past, by: 'segment' }
    const cancelled = await run('cancellations', parameters)
    const [worst] = cancelled.tables[0].rows as [Row]
    const lost = await t.must('report.bookings', {
      name: 'cancellations',
      parameters,
      row: { segment: worst.segment ?? null },
    })
    expect(lost.rows).toHaveLength(Number(worst.cancelled) + Number(worst.noShows))

    const persons = await t.must('report.bookings', {
      name: 'guestNights',
      parameters: past,
      row: { country: 'CHN' },
    })
    expect(persons.rows.length).toBeGreaterThan(0)

    const pace = { from: '2026-01-01', to: '2026-01-31' }
    const before = await t.must('report.bookings', {
      name: 'pace',
      parameters: pace,
      row: { day: '2025-12-01' },
    })
    expect(before.rows.length).toBeGreaterThan(0)
    expect(before.rows.length).toBeLessThan(
      (await t.must('report.bookings', { name: 'pace', parameters: pace, row: {} })).rows.length,
    )

    const day = await run('daily', { on: '2026-02-14' })
    const guests = await t.must('report.bookings', {
      name: 'daily',
      parameters: { on: '2026-02-14' },
      row: { span: 'day' },
    })
    expect(guests.rows).toHaveLength(Number(day.tables[0].rows[0]?.nightsOccupied))
  })
})

describe('a table says whether its rows and its total lead to bookings', () => {
  const leads = async (name: ReportName, parameters: Record<string, string>) =>
    (await run(name, parameters)).tables.map(({ key, bookings }) => [key, bookings])

  test('not where rows count no bookings', async () => {
    expect(await leads('audit', { ...past, by: 'act' })).toEqual([['main', undefined]])
    expect(await leads('compSet', past)).toEqual([['main', undefined]])
    expect(new Set((await leads('yearbook', { year: '2025' })).map(([, of]) => of))).toEqual(
      new Set([undefined]),
    )
    expect(await leads('preferences', {})).toEqual([['main', undefined]])
    expect(await leads('preferences', { guests: 'coming' })).toEqual([['main', 'rows']])
    expect(await leads('pace', { from: '2026-01-01', to: '2026-01-31' })).toEqual([['main', 'rows']])
    expect(await leads('loyalty', { ...past, by: 'tier' })).toEqual([
      ['main', 'rows-and-total'],
      ['moves', undefined],
    ])
  })

  test.each<[ReportName, Record<string, string>, string, string]>([
    ['cancellations', { ...past, by: 'channel' }, 'bands', 'leadTime'],
    ['leadTime', { ...past, by: 'channel' }, 'bands', 'leadTime'],
    ['stayLength', { ...past, by: 'channel' }, 'bands', 'stayLength'],
    ['changes', { ...past, by: 'month' }, 'kinds', 'kind'],
  ])('a row of the table beside %s leads to a part, its total to all', async (name, parameters, key, cut) => {
    const table = (await run(name, parameters)).tables.find((one) => one.key === key)
    expect(table?.bookings).toBe('rows-and-total')
    const rows = table?.rows ?? []
    const behind = async (row: Row) =>
      (await t.must('report.bookings', { name, parameters, row })).rows.length
    const least = rows.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] as Row
    expect(await behind({ [cut]: least[cut] ?? null })).toBeLessThanOrEqual(sizeOf(least))
    expect(await behind({})).toBeGreaterThan(sizeOf(least))
  })

  test('the total of the days of a month leads to the month, that of a forecast to what is ahead', async () => {
    const days = (await run('daily', { on: '2026-02-14' })).tables.find(({ key }) => key === 'days')
    expect(days?.bookings).toBe('rows-and-total')
    const behind = async (name: ReportName, parameters: Record<string, string>) =>
      (await t.must('report.bookings', { name, parameters, row: {} })).rows.map(({ id }) => id)
    const ofMonth = { from: '2026-02-01', to: '2026-02-14' }
    expect(await behind('daily', { on: '2026-02-14' })).toEqual(await behind('occupancy', ofMonth))
    const around = { from: '2026-02-01', to: '2026-03-20' }
    const [main] = (await run('forecast', around)).tables
    expect(main.bookings).toBe('rows-and-total')
    const ahead = { from: String(main.rows[0]?.day), to: '2026-03-20' }
    expect(await behind('forecast', around)).toEqual(await behind('occupancy', ahead))
  })

  /** How many bookings a row can have at most. */
  function sizeOf(row: Row): number {
    return Number(row.bookings ?? row.stays ?? row.changedBookings)
  }
})

test('pick-up from one moment to a third is that to the second and that from it', async () => {
  const period = { from: '2025-10-01', to: '2025-12-31' }
  const pickUp = async (since: string, asOf: string) =>
    (await t.must('report.run', { name: 'pickup', parameters: { ...period, by: 'week', since }, asOf }))
      .tables[0]
  const [a, b, c] = ['2025-08-31', '2025-09-20', '2025-10-15'] as const
  const [whole, first, second] = await Promise.all([pickUp(a, c), pickUp(a, b), pickUp(b, c)])
  const weeks = new Set([...whole.rows, ...first.rows, ...second.rows].map(({ week }) => week))
  expect(weeks.size).toBeGreaterThan(10)
  for (const key of ['nightsNet', 'revenueNet'])
    for (const week of weeks) {
      const of = (rows: readonly Row[]) => Number(rows.find((row) => row.week === week)?.[key] ?? 0)
      expect(of(whole.rows), `${week} ${key}`).toBe(of(first.rows) + of(second.rows))
    }
  const { total } = whole
  expect(Number(total?.nightsUp)).toBeGreaterThan(0)
  expect(Number(total?.nightsDown)).toBeLessThan(0)
  expect(total?.nightsNet).toBe(Number(total?.nightsUp) + Number(total?.nightsDown))
  expect(total?.revenueNet).toBe(Number(total?.revenueUp) + Number(total?.revenueDown))
  expect(total?.nightsThen).toBe((await pickUp(a, a)).total?.roomsSold)
  const moved = await t.must('report.bookings', {
    name: 'pickup',
    parameters: { ...period, by: 'week', since: a },
    asOf: c,
    row: {},
  })
  expect(moved.rows.length).toBeGreaterThan(0)
})
