import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { Row, Table } from '#shared/domain/report/result.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

/** Months of a hotel that has kept its books for a while, asked of the entries of the ledger by hand. */
let t: TestApp
let raw: RawDatabase
beforeAll(async () => {
  t = await openDemoHotel()
  raw = openRaw(t.file, { readonly: true })
}, 120_000)
afterAll(async () => {
  raw.close()
  await t.close()
  expect(t.defects).toEqual([])
})

const run = async (name: ReportName, parameters: Record<string, string>) =>
  (await t.must('report.run', { name, parameters })).tables[0] as Table
const sum = (rows: readonly Row[], key: string) => rows.reduce((all, row) => all + Number(row[key] ?? 0), 0)
const one = (sql: string, at: object) => (raw.prepare(sql).pluck().get(at) as number | null) ?? 0
/** What accounts were moved by within the period, debit positive. */
const moved = (where: string, at: object) =>
  one(
    `select sum(e.amount_minor) from ledger_entries e join postings p on p.id = e.posting_id
       join ledger_accounts a on a.id = e.account_id
     where p.business_date between @from and @to and ${where}`,
    at,
  )

const months = [
  { from: '2026-01-01', to: '2026-01-31' },
  { from: '2025-09-01', to: '2025-09-30' },
]

describe.each(months)('from $from to $to', (period) => {
  test('revenue is what accounts of revenue were credited', async () => {
    for (const by of ['code', 'revenueGroup', 'day']) {
      const table = await run('revenue', { ...period, by })
      expect(table.rows.length).toBeGreaterThan(2)
      expect(sum(table.rows, 'totalRevenue')).toBe(Number(table.total?.totalRevenue))
      expect(table.total?.totalRevenue).toBe(-moved("a.class = 'revenue'", period))
    }
  })

  test('taxes are what tax accounts were credited', async () => {
    const table = await run('taxes', { ...period, by: 'day' })
    expect(sum(table.rows, 'taxAmount')).toBe(-moved('a.id in (select account_id from taxes)', period))
  })

  test('payments are what came in on their accounts, deposits with them', async () => {
    const table = await run('payments', { ...period, by: 'method' })
    const net = one(
      'select sum(amount_minor) from payments where business_date between @from and @to',
      period,
    )
    expect(table.total?.netReceived).toBe(net)
    expect(Number(table.total?.received) - Number(table.total?.givenOut)).toBe(
      net - Number(table.total?.correctedPayments ?? 0),
    )
    const drawers = moved(
      "a.role = 'cash' and p.kind not in ('float', 'cash-up', 'over-short', 'drop')",
      period,
    )
    const cash = table.rows.find((row) => row.method === 'cash')
    expect(cash?.netReceived).toBe(drawers)
  })

  test('the trial balance is zero together and closes with the entries to the end', async () => {
    const table = await run('trialBalance', period)
    const closing = raw
      .prepare(
        `select e.account_id as id, sum(e.amount_minor) as minor from ledger_entries e
           join postings p on p.id = e.posting_id where p.business_date <= @to group by e.account_id`,
      )
      .all(period) as { id: number; minor: number }[]
    expect(Object.fromEntries(table.rows.map((row) => [row.ledgerAccount, row.closingBalance]))).toEqual(
      Object.fromEntries(closing.map(({ id, minor }) => [id, minor])),
    )
    expect(sum(table.rows, 'closingBalance')).toBe(0)
    expect(table.total?.debit).toBe(table.total?.credit)
  })

  test('open balances and deposits held at its end are what their accounts stood at', async () => {
    const at = { from: '0', to: period.to }
    const open = await run('openBalances', { on: period.to })
    expect(open.total?.openBalance).toBe(moved("a.role = 'guest-ledger'", at))
    const held = await run('depositsHeld', { on: period.to })
    expect(held.total?.depositsHeld).toBe(-moved("a.role in ('deposits', 'key-deposits')", at))
    expect(sum(held.rows, 'depositsHeld')).toBe(Number(held.total?.depositsHeld))
  })
})

test('total revenue of the business date is what was posted and the nights that are still to be posted', async () => {
  const [now] = (await t.must('report.dashboard', {})).spans
  const on = '2026-03-02'
  const posted = -moved("a.class = 'revenue'", { from: on, to: on })
  const toPost = one(
    `select sum(n.rate_minor) from room_nights n join bookings b on b.id = n.booking_id
       left join rate_plans r on r.id = b.rate_plan_id
     where n.night = @on and n.live = 1 and (b.status = 'in-house' or b.status = 'checked-out' or b.status = 'confirmed')
       and coalesce(r.kind, '') not in ('complimentary', 'house-use') and b.segment <> 'complimentary'
       and not exists (select 1 from postings p where p.origin = 'room:' || b.id || ':' || n.night)`,
    { on },
  )
  expect(toPost).toBeGreaterThan(0)
  expect(now?.figures.totalRevenue).toBe(posted + toPost)
  expect(Number(now?.figures.totalRevenue)).toBeGreaterThanOrEqual(Number(now?.figures.roomRevenue))
})
