import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { imageSql } from '#db/queries/change/images.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'
import { moneyKinds } from '#db/queries/doctor/money-image-texts.ts'
import { openFilledApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { moneyHotel, wholeMoneyHotel } from '#tests/support/money-hotel.ts'

const folder = tempFolder()
const opened: TestApp[] = []
beforeAll(async () => {
  // Two files, because a template is known by the file that it is made by
  await keep('folios', openFilledApp(import.meta.filename, moneyHotel))
  await keep(
    'whole',
    openFilledApp(join(import.meta.dirname, '../../../support/money-hotel.ts'), wholeMoneyHotel),
  )
}, 120_000)
afterAll(async () => {
  for (const app of opened) await app.close()
  folder.remove()
})

type Store = 'folios' | 'whole'
async function keep(name: Store, opening: Promise<TestApp>): Promise<void> {
  const app = await opening
  opened.push(app)
  expect(app.defects).toEqual([])
  const raw = openRaw(app.file, { readonly: false })
  raw.prepare('vacuum into ?').run(join(folder.path, `${name}.keyrack`))
  raw.close()
}

let copies = 0

/** What doctor says of a copy after somebody with a database tool was at it; the guards are put back. */
async function tampered(statement: string, store: Store = 'folios'): Promise<Finding[]> {
  copies += 1
  const file = join(folder.path, `copy-${copies}.keyrack`)
  copyFileSync(join(folder.path, `${store}.keyrack`), file)
  const raw = openRaw(file, { readonly: false })
  const guards = raw
    .prepare(
      "select name, sql from sqlite_master where type = 'trigger' and (name like '%_keep' or name like '%_stay')",
    )
    .all() as { name: string; sql: string }[]
  raw.pragma('foreign_keys = off')
  for (const { name } of guards) raw.exec(`drop trigger ${name}`)
  raw.exec(statement)
  for (const { sql } of guards) raw.exec(sql)
  raw.close()
  const log = {
    defect: (_incident: string, error: unknown) => expect.fail(String(error)),
    info: () => undefined,
  }
  const examined = await compose({ file, mode: 'existing', toExamine: true, log })
  if ('trouble' in examined) throw new Error(examined.trouble.code)
  const { findings } = await examined.examine()
  await examined.close()
  return findings.filter(({ code }) => code !== 'OTHERS_MAY_WRITE')
}

test.each(['folios', 'whole'] as const)(
  'a hotel whose desk has posted everything has no findings: %s',
  async (store) => {
    expect(await tampered('select 1', store)).toEqual([])
  },
)

test('an item of an account that the ledger does not have is named', async () => {
  const statement = 'update account_items set amount_minor = amount_minor + 1'
  expect(await tampered(statement, 'whole')).toMatchObject([
    { code: 'ITEMS_DIFFER', params: { account: 'ACME' } },
  ])
})

const posted = [
  'folio-setting',
  'ledger-account',
  'tax',
  'tax-rule',
  'transaction-code',
  'exchange-rate',
  'paper-series',
  'folio',
  'posting',
  'deposit',
  'hold',
  'voucher',
  'shift',
  'paper',
  'fapiao',
  'package',
  'fee-policy',
]

test.each(posted)('the image of a %s that is compared with the log has all that the log has', (entity) => {
  const kind = moneyKinds.find((one) => one.entity === entity)!
  const raw = openRaw(join(folder.path, 'whole.keyrack'), { readonly: true })
  const { id, after } = raw
    .prepare(
      `select entity_id as id, ${imageSql(raw).after} as after from changes where entity = ? and before is null order by seq desc`,
    )
    .get(entity) as { id: number; after: string }
  const stored = raw
    .prepare(`select ${kind.text} from ${kind.table} t where t.id = ?`)
    .pluck()
    .get(id) as string
  raw.close()
  // Whose story a posting belongs to is in the log alone
  const logged = Object.keys(JSON.parse(after)).filter((field) => entity !== 'posting' || field !== 'folioId')
  expect(Object.keys(JSON.parse(stored)).sort()).toEqual(logged.sort())
})

const anEntry = '(posting_id, n) in (select posting_id, n from ledger_entries order by posting_id limit 1)'
const deposit = `insert into deposits (id, kind, slip_no, folio_id, taken_on, code_id, amount_minor, held_minor, slip_lost, note, version)
  values (1, 'key', 'KEY-1', 1, '2026-03-02', 1, 500, 500, 0, '', 1);`
const voucher = `insert into vouchers (id, number, sold_on, amount_minor, left_minor, version) values (1, 'V1', '2026-03-02', 500, 400, 1);`
const papers = (...numbers: number[]) =>
  numbers
    .map(
      (
        number,
        at,
      ) => `insert into papers (id, kind, series_id, year, number, label, issued_on, business_date, moment, actor,
    language, payee_name, content, net_minor, tax_minor, gross_minor) values (${at + 1}, 'invoice', 1, 2026, ${number}, 'X', '2026-03-02', '2026-03-02',
    '2026-03-02T00:00:00.000Z', 'x', 'en', '', '{}', 0, 0, 0);`,
    )
    .join('')
const next = (number: number) => `insert into paper_numbers values (1, 2026, 1, ${number});`
const onInvoice = (round: number, kind: string) =>
  `insert into paper_lines values ((select min(id) from folio_lines), ${round}, '${kind}', 1);`

test.each<[string, string, Finding['code'], Finding['params']]>([
  [
    'an entry',
    `update ledger_entries set amount_minor = amount_minor + 1 where ${anEntry}`,
    'POSTING_UNBALANCED',
    { offMinor: 1 },
  ],
  [
    'the sums of a day',
    "update ledger_days set debit_minor = debit_minor + 1, credit_minor = credit_minor + 1 where account_id = (select id from ledger_accounts where role = 'cash')",
    'DAY_DIFFERS',
    { date: '2026-03-02', account: '100101' },
  ],
  [
    'a day taken away',
    "delete from ledger_days where account_id = (select id from ledger_accounts where role = 'cash')",
    'DAY_DIFFERS',
    { account: '100101' },
  ],
  [
    'a day put there',
    "insert into ledger_days select '2026-03-01', id, 5, 5 from ledger_accounts where role = 'safe'",
    'DAY_DIFFERS',
    { date: '2026-03-01' },
  ],
  [
    'a balance',
    'update folio_balances set balance_minor = balance_minor + 1 where window = 2',
    'BALANCE_DIFFERS',
    { window: 2 },
  ],
  ['a balance taken away', 'delete from folio_balances where window = 2', 'BALANCE_DIFFERS', { window: 2 }],
  [
    'the window of an entry',
    'update ledger_entries set window = 7 where window = 2',
    'LINES_DIFFER',
    { window: 2 },
  ],
  [
    'the net of a line',
    'update folio_lines set net_minor = net_minor + 1 where id = 2',
    'LINE_SUM',
    { line: 2 },
  ],
  ['a tax', 'update line_taxes set tax_minor = tax_minor + 1 where line_id = 2', 'LINE_SUM', { line: 2 }],
  [
    'the day of a line',
    "update folio_lines set business_date = '2026-03-01' where id = 2",
    'POSTING_DATE',
    {},
  ],
  [
    'the day of a tax',
    "update line_taxes set business_date = '2026-03-01' where line_id = 2",
    'POSTING_DATE',
    {},
  ],
  [
    'the day of a payment',
    "update payments set business_date = '2026-03-01' where method = 'card'",
    'POSTING_DATE',
    {},
  ],
  [
    'the amount of a payment',
    "update payments set amount_minor = amount_minor - 1 where method = 'wechat'",
    'PAYMENT_DIFFERS',
    {},
  ],
  ['what is held of a deposit, beside its moves', deposit, 'DEPOSIT_MOVES', { slip: 'KEY-1' }],
  ['what is held of a deposit, beside the ledger', deposit, 'DEPOSIT_DIFFERS', { slip: 'KEY-1' }],
  ['the account of deposits', deposit, 'DEPOSIT_LEDGER', { account: '224101' }],
  ['what is left of a voucher', voucher, 'VOUCHER_DIFFERS', { number: 'V1' }],
  ['the account of vouchers', voucher, 'VOUCHER_LEDGER', { account: '220302' }],
  ['a paper taken away', papers(1, 3) + next(4), 'PAPER_NUMBERS', { year: 2026 }],
  ['the first paper taken away', papers(2) + next(3), 'PAPER_NUMBERS', { year: 2026 }],
  ['the last paper taken away', papers(1) + next(3), 'PAPER_NUMBERS', { year: 2026 }],
  ['a number that was not drawn', papers(1), 'PAPER_NUMBERS', { year: 2026 }],
  [
    'a line on two invoices',
    papers(1, 2) + next(3) + onInvoice(0, 'invoice') + onInvoice(1, 'invoice'),
    'LINE_INVOICED_TWICE',
    {},
  ],
  [
    'a line credited and never invoiced',
    papers(1) + next(2) + onInvoice(0, 'credit'),
    'LINE_INVOICED_TWICE',
    {},
  ],
  [
    'a line in two requests for a 发票',
    `insert into fapiao (id, folio_id, kind, title, tax_no, details, status, amount_minor, asked_on, version)
    values (1, 1, 'ordinary', '', '', '{}', 'asked', 1, '2026-03-02', 1), (2, 1, 'ordinary', '', '', '{}', 'issued', 1, '2026-03-02', 1);
    insert into fapiao_lines values (2, 0, 1), (2, 1, 2);`,
    'LINE_FAPIAO_TWICE',
    { line: 2 },
  ],
  [
    'a line and its tax, folio and ledger together',
    `update folio_lines set gross_minor = gross_minor + 1, net_minor = net_minor + 1 where id = 2;
    update ledger_entries set amount_minor = amount_minor + iif(amount_minor > 0, 1, -1) where posting_id = (select posting_id from folio_lines where id = 2) and n < 2`,
    'IMAGE_DIFFERS',
    { entity: 'posting' },
  ],
  [
    'the text of a line',
    "update folio_lines set text = 'x' where id = 2",
    'IMAGE_DIFFERS',
    { entity: 'posting', field: 'texts' },
  ],
  [
    'a posting that was put there',
    `insert into postings (id, kind, business_date, moment, actor, workstation, round, currency)
    values (999, 'charge', '2026-03-02', '', 'x', 'x', 0, 'CNY')`,
    'IMAGE_UNLOGGED',
    { entity: 'posting', id: 999 },
  ],
  [
    'who pays a window',
    `update folio_windows set payee = '{"name":"x","address":"","taxNo":"","email":""}' where folio_id = 1 and window = 1`,
    'IMAGE_DIFFERS',
    { entity: 'folio', field: 'windows' },
  ],
  [
    'a folio’s state',
    "update folios set status = 'closed' where id = 1",
    'IMAGE_DIFFERS',
    { entity: 'folio', field: 'status' },
  ],
  [
    'the account of a code',
    "update transaction_codes set account_id = 1 where code = 'ROOM'",
    'IMAGE_DIFFERS',
    { entity: 'transaction-code', field: 'accountId' },
  ],
  [
    'the terms of a tax',
    "update taxes set terms = json_set(terms, '$.included', 1) where code = 'VAT6'",
    'IMAGE_DIFFERS',
    { entity: 'tax', field: 'terms' },
  ],
  [
    'the settings of money',
    "update folio_settings set terms = json_set(terms, '$.cashStepMinor', 5)",
    'IMAGE_DIFFERS',
    { entity: 'folio-setting', field: 'cashStepMinor' },
  ],
  [
    'an exchange rate',
    "update exchange_rates set rate = '9'",
    'IMAGE_DIFFERS',
    { entity: 'exchange-rate', field: 'rate' },
  ],
])('%s is found', async (_what, statement, code, params) => {
  const findings = await tampered(statement)
  expect(findings.map((one) => one.code)).toContain(code)
  expect(findings.find((one) => one.code === code)?.params).toMatchObject(params)
})
