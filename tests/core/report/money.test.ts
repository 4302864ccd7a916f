import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { ageBalance } from '#shared/domain/report/ageing.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { Row, Table } from '#shared/domain/report/result.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type MoneyHotel, moneyHotel } from '#tests/support/money-hotel.ts'

let t: TestApp & { made: MoneyHotel }
let raw: RawDatabase
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, moneyHotel)
  raw = openRaw(t.file, { readonly: true })
}, 120_000)
afterAll(async () => {
  raw.close()
  await t.close()
  expect(t.defects).toEqual([])
})

const run = (name: ReportName, parameters: Record<string, string> = {}) =>
  t.must('report.run', { name, parameters })
const today = () => ({ from: t.made.day, to: t.made.day })
const figure = (table: Table | undefined, key: string) => Number(table?.total?.[key])
const sum = (rows: readonly Row[], key: string) => rows.reduce((all, row) => all + Number(row[key]), 0)
const one = (text: string) => raw.prepare(text).pluck().get()

test('the trial balance has every account once, is zero together, and each closing balance is the sum of its entries', async () => {
  const [table] = (await run('trialBalance', today())).tables
  expect(table.total).toMatchObject({ openingBalance: 0, closingBalance: 0 })
  expect(figure(table, 'debit')).toBe(figure(table, 'credit'))
  expect(figure(table, 'debit')).toBeGreaterThan(0)
  const entries = raw
    .prepare('select account_id as id, sum(amount_minor) as sum from ledger_entries group by account_id')
    .all() as { id: number; sum: number }[]
  expect(new Map(table.rows.map((row) => [row.ledgerAccount, row.closingBalance]))).toEqual(
    new Map(entries.map(({ id, sum }) => [id, sum])),
  )
  const codes = table.rows.map((row) =>
    one(`select code from ledger_accounts where id = ${row.ledgerAccount}`),
  )
  expect(codes).toEqual(codes.toSorted())
})

test('the day after, what closed the day before opens it', async () => {
  const [before] = (await run('trialBalance', today())).tables
  const next = addDays(t.made.day, 1)
  const [after] = (await run('trialBalance', { from: next, to: next })).tables
  expect(after.total).toMatchObject({ debit: 0, credit: 0, closingBalance: 0 })
  expect(after.rows.map(({ openingBalance }) => openingBalance)).toEqual(
    before.rows.map(({ closingBalance }) => closingBalance),
  )
})

test.each(['code', 'revenueGroup', 'day', 'month'])(
  'revenue by %s is that of the ledger’s accounts of revenue',
  async (by) => {
    const [table] = (await run('revenue', { ...today(), by })).tables
    const ledger = one(
      `select -sum(amount_minor) from ledger_entries e join ledger_accounts a on a.id = e.account_id where a.class = 'revenue'`,
    )
    expect(figure(table, 'totalRevenue')).toBe(ledger)
    for (const key of ['charged', 'allowances', 'totalRevenue', 'revenueTax', 'revenueWithTax'])
      expect(sum(table.rows, key)).toBe(figure(table, key))
    expect(figure(table, 'charged') + figure(table, 'allowances')).toBe(ledger)
    expect(figure(table, 'allowances')).toBeLessThan(0)
  },
)

test('what was corrected is in no revenue, and what was moved or split is there once', async () => {
  const { tables, names } = await run('revenue', { ...today(), by: 'code' })
  const of = (code: string) =>
    tables[0].rows.find((row) => names[`transaction-code:${row.code}`]?.en.startsWith(`${code} `))
  expect(of('SHOP')).toBeUndefined()
  expect(of('LAUN')).toMatchObject({ totalRevenue: 10_000, revenueTax: 600, revenueWithTax: 10_600 })
  expect(of('TEL')).toMatchObject({ revenueWithTax: 1_999 })
})

test('the taxes of a day are what its tax accounts were credited, and their base is of the lines', async () => {
  const [byTax] = (await run('taxes', { ...today(), by: 'tax' })).tables
  const ledger = one(
    `select -sum(amount_minor) from ledger_entries where account_id in (select account_id from taxes)`,
  )
  expect(figure(byTax, 'taxAmount')).toBe(ledger)
  expect(sum(byTax.rows, 'taxAmount')).toBe(ledger)
  expect(byTax.rows.map(({ taxRate }) => taxRate).toSorted()).toEqual(['13 %', '6 %', '9 %'])
  const [byDay] = (await run('taxes', { ...today(), by: 'day' })).tables
  expect(byDay.rows).toMatchObject([{ day: t.made.day, taxAmount: ledger }])
})

test.each(['method', 'code', 'user', 'day', 'month'])(
  'payments by %s are what came in, less what went out',
  async (by) => {
    const [table] = (await run('payments', { ...today(), by })).tables
    expect(table.total).toMatchObject({ payments: 3, givenOut: 4_000, correctedPayments: 0 })
    expect(figure(table, 'received')).toBe(35_617 + 20_000 + 1_999)
    expect(figure(table, 'netReceived')).toBe(one('select sum(amount_minor) from payments'))
    for (const key of ['payments', 'received', 'givenOut', 'netReceived'])
      expect(sum(table.rows, key)).toBe(figure(table, key))
  },
)

test('a row of payments leads to the bookings that paid, a house account to none', async () => {
  const behind = (row: Row) =>
    t.must('report.bookings', { name: 'payments', parameters: { ...today(), by: 'method' }, row })
  expect((await behind({ method: 'card' })).rows.map(({ id }) => id)).toEqual([t.made.booking])
  expect((await behind({ method: 'wechat' })).rows).toEqual([])
  const revenue = await t.must('report.bookings', {
    name: 'revenue',
    parameters: { ...today(), by: 'revenueGroup' },
    row: { revenueGroup: 'room' },
  })
  expect(revenue.rows.map(({ id }) => id)).toEqual([t.made.booking])
})

test('open balances are those of the folios, and before the first day there are none', async () => {
  const { tables } = await run('openBalances', { on: t.made.day })
  const [main, bands, people] = tables
  const balances = one('select sum(balance_minor) from folio_balances')
  expect(figure(main, 'openBalance')).toBe(balances)
  expect(figure(main, 'owing') - figure(main, 'inCredit')).toBe(balances)
  expect(sum(bands?.rows ?? [], 'owing')).toBe(figure(main, 'owing'))
  expect(people?.rows).toHaveLength(figure(main, 'openFolios'))
  expect(people?.rows[0]).toMatchObject({ booking: t.made.booking, folioKind: 'booking', oldestDays: 0 })
  const [before] = (await run('openBalances', { on: addDays(t.made.day, -1) })).tables
  expect(before.rows).toEqual([])
  const bookings = await t.must('report.bookings', {
    name: 'openBalances',
    parameters: { on: t.made.day },
    row: { kind: 'booking' },
  })
  expect(bookings.rows.map(({ id }) => id)).toEqual([t.made.booking])
})

test('as of the moment before a posting, reports are what they were', async () => {
  const all = ['trialBalance', 'revenue', 'payments', 'taxes', 'openBalances'] as const
  const parametersOf = (name: ReportName): Record<string, string> =>
    name === 'openBalances' ? { on: t.made.day } : today()
  const before = await Promise.all(all.map((name) => run(name, parametersOf(name))))
  const moment = one('select max(moment) from changes') as string
  const { folioId, codes } = { folioId: t.made.folio, codes: t.made.codes }
  await t.must('folio.charge', {
    folioId,
    items: [{ codeId: codes.REST as never, unitMinor: 12_345 }],
  } as never)
  await t.must('folio.pay', { folioId, codeId: codes.CASH as never, amountMinor: 7_000 })
  for (const [at, name] of all.entries()) {
    const now = await run(name, parametersOf(name))
    expect([name, now.tables[0].total]).not.toEqual([name, before[at]?.tables[0].total])
    const then = await t.must('report.run', { name, parameters: parametersOf(name), asOf: moment })
    expect([name, then.tables]).toEqual([name, before[at]?.tables])
  }
})

test('TRevPAR is total revenue by the rooms available, and unknown where the ledger does not know the days', async () => {
  const { tables, notes } = await run('daily', { on: t.made.day })
  const [day, month, year] = tables[0].rows
  // One of two rooms is posted; the other is in the total as booked
  const toPost = Number(
    one(`select sum(n.rate_minor) from room_nights n where n.night = '${t.made.day}' and n.live = 1 and n.booking_id is not null
      and not exists (select 1 from postings p where p.origin = 'room:' || n.booking_id || ':' || n.night)`),
  )
  expect(toPost).toBeGreaterThan(0)
  const total = figure((await run('revenue', today())).tables[0], 'totalRevenue') + toPost
  expect(day).toMatchObject({ totalRevenue: total, trevpar: Math.round(total / Number(day?.roomsAvailable)) })
  // Postings began on 2 March
  expect(month).toMatchObject({ totalRevenue: null, trevpar: null })
  expect(year).toMatchObject({ totalRevenue: null, trevpar: null })
  expect(notes).toContainEqual({ code: 'trevparFrom', params: { date: t.made.day } })
  const seen = await t.must('report.dashboard', {})
  const [now] = seen.spans
  expect(now?.figures).toMatchObject({ totalRevenue: total, trevpar: day?.trevpar })
  expect(seen.spans.find(({ name }) => name === 'ahead')?.figures.totalRevenue).toBeNull()
})

test('each is worded in both languages', async () => {
  for (const name of [
    'trialBalance',
    'revenue',
    'payments',
    'taxes',
    'openBalances',
    'depositsHeld',
  ] as const) {
    const found = await run(name, name === 'openBalances' || name === 'depositsHeld' ? {} : today())
    for (const language of ['en', 'zh'] as const) {
      const text = JSON.stringify(
        wordReport(found, language, {
          locale: language === 'en' ? 'en-GB' : 'zh-CN',
          timeZone: 'Asia/Shanghai',
        }),
      )
      expect(text).not.toMatch(/report(Says|Note|Column|Definition)\./)
      expect(text).not.toContain('{{')
    }
  }
})

const day = (at: number) => addDays('2026-03-31' as BusinessDate, -at)

test.each<[number, [number, number][], [number, number][]]>([
  [100, [[0, 100]], [[0, 100]]],
  [
    100,
    [
      [0, 60],
      [20, 100],
    ],
    [
      [0, 60],
      [8, 40],
    ],
  ],
  [50, [[40, 200]], [[31, 50]]],
  [
    300,
    [
      [0, 60],
      [95, 100],
    ],
    [
      [0, 60],
      [91, 240],
    ],
  ],
  [0, [[3, 10]], []],
])('of %i, charged %j, is open %j', (balance, charges, expected) => {
  const made = charges.map(([age, grossMinor]) => ({ day: day(age), grossMinor }))
  expect([...ageBalance(balance, made, day(0))]).toEqual(expected)
})

test('what is open by age is the balance', () => {
  const charge = fc.record({ age: fc.nat(400), grossMinor: fc.integer({ min: 1, max: 10_000 }) })
  fc.assert(
    fc.property(fc.nat(50_000), fc.array(charge), (balance, charges) => {
      const newest = charges.toSorted((a, b) => a.age - b.age)
      const aged = ageBalance(
        balance,
        newest.map(({ age, ...one }) => ({ ...one, day: day(age) })),
        day(0),
      )
      expect([...aged.values()].reduce((all, minor) => all + minor, 0)).toBe(balance)
    }),
  )
})
