import { openRaw } from '#db/dialect/sqlite/connection.ts'

/** What is wrong in the ledger of a store, by rules that any bookkeeper knows: nothing, in a store that is right. */
export function ledgerFaults(file: string): string[] {
  const db = openRaw(file, { readonly: true })
  try {
    return checks.flatMap(([what, sql]) =>
      db
        .prepare(sql)
        .all()
        .map((row) => `${what}: ${JSON.stringify(row)}`),
    )
  } finally {
    db.close()
  }
}

const guests = `(select id from ledger_accounts where role = 'guest-ledger')`

const checks: [string, string][] = [
  [
    'a posting does not add up to zero',
    'select posting_id, sum(amount_minor) as off from ledger_entries group by posting_id having off <> 0',
  ],
  [
    'a line is not its net and taxes',
    `select l.id from folio_lines l where l.gross_minor <> l.net_minor
      + coalesce((select sum(t.tax_minor) from line_taxes t where t.line_id = l.id), 0)`,
  ],
  [
    'a balance is not its lines',
    `select folio_id, window, sum(b) as off from (
      select folio_id, window, balance_minor as b from folio_balances
      union all select folio_id, window, -gross_minor from folio_lines) group by folio_id, window having off <> 0`,
  ],
  [
    'a balance is not its entries',
    `select folio_id, window, sum(b) as off from (
      select folio_id, window, balance_minor as b from folio_balances
      union all select folio_id, window, -amount_minor from ledger_entries where account_id = ${guests})
      group by folio_id, window having off <> 0`,
  ],
  [
    'a day of an account is not its entries',
    `select business_date, account_id, sum(b) as off from (
      select business_date, account_id, debit_minor - credit_minor as b from ledger_days
      union all select p.business_date, e.account_id, -e.amount_minor from ledger_entries e join postings p on p.id = e.posting_id)
      group by business_date, account_id having off <> 0`,
  ],
  [
    'a tax account is not the taxes of lines',
    `select account_id, sum(b) as off from (
      select x.account_id, t.tax_minor as b from line_taxes t join taxes x on x.id = t.tax_id
      union all select account_id, amount_minor from ledger_entries where account_id in (select account_id from taxes))
      group by account_id having off <> 0`,
  ],
  [
    'what is held is not the ledger’s',
    `select sum(b) as off from (
      select held_minor as b from deposits union all select amount_minor from ledger_entries
      where account_id in (select id from ledger_accounts where role in ('deposits', 'key-deposits'))) having off <> 0`,
  ],
  [
    'what is held of a deposit is not its moves',
    `select d.id from deposits d where d.held_minor <>
      (select coalesce(sum(m.amount_minor), 0) from deposit_moves m where m.deposit_id = d.id)`,
  ],
  [
    'what accounts owe is not the ledger’s',
    `select account, sum(b) as off from (
      select account_id as account, amount_minor as b from account_items
      union all select party_account_id, -amount_minor from ledger_entries
      where account_id = (select id from ledger_accounts where role = 'city-ledger')) group by account having off <> 0`,
  ],
  [
    'a line is taken off twice',
    'select negates from folio_lines where negates is not null group by negates having count(*) > 1',
  ],
  [
    'a line and what took it off do not cancel',
    `select l.id from folio_lines l join folio_lines n on n.negates = l.id
      where l.gross_minor + n.gross_minor <> 0 or l.net_minor + n.net_minor <> 0 or l.folio_id <> n.folio_id or l.window <> n.window`,
  ],
  [
    'a number is missing or twice',
    `select series_id, year, count(*) as n, max(number) as top,
      (select first from paper_numbers f where f.series_id = p.series_id and f.year = p.year) as first
      from papers p group by series_id, year having n <> top - first + 1`,
  ],
]
