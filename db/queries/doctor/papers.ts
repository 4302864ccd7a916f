import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { error, type Finding, namedOfAKind } from './finding.ts'
import { hasLedger } from './ledger.ts'

/** What is kept of deposits and vouchers against their moves, and papers against the rules of their numbers and lines. */
export function examinePapers(raw: RawDatabase): Finding[] {
  if (!hasLedger(raw)) return []
  const named = (code: Finding['code'], text: string) =>
    (raw.prepare(`${text} limit ?`).all(namedOfAKind) as Finding['params'][]).map((row) => error(code, row))
  return [
    ...named(
      'DEPOSIT_MOVES',
      `select d.slip_no as slip from deposits d where d.held_minor <>
         (select coalesce(sum(m.amount_minor), 0) from deposit_moves m where m.deposit_id = d.id)`,
    ),
    // Nothing is held on the two accounts that is not some deposit's
    ...named(
      'DEPOSIT_LEDGER',
      `select a.code as account from ledger_accounts a where a.role in ('deposits', 'key-deposits')
         and (select coalesce(sum(debit_minor - credit_minor), 0) from ledger_days d where d.account_id = a.id) <>
           -(select coalesce(sum(held_minor), 0) from deposits d where (d.kind = 'key') = (a.role = 'key-deposits'))`,
    ),
    // One whose sale was undone is worth nothing and has paid nothing
    ...named(
      'VOUCHER_DIFFERS',
      `select v.number as number from vouchers v
       join (select voucher_id, sum(amount_minor) as paid from payments where voucher_id is not null group by voucher_id
         union all select id, 0 from vouchers where id not in (select voucher_id from payments where voucher_id is not null)) p
         on p.voucher_id = v.id
       where v.left_minor <> v.amount_minor - p.paid and not (v.left_minor = 0 and p.paid = 0)`,
    ),
    ...named(
      'VOUCHER_LEDGER',
      `select a.code as account from ledger_accounts a where a.role = 'vouchers'
         and (select coalesce(sum(debit_minor - credit_minor), 0) from ledger_days d where d.account_id = a.id) <>
           -(select coalesce(sum(left_minor), 0) from vouchers)`,
    ),
    // What a company owes by its items is what the ledger has under its name
    ...named(
      'ITEMS_DIFFER',
      `select a.code as account from accounts a join (
         select account_id as id, sum(amount_minor) as owed, 0 as booked from account_items group by account_id
         union all
         select party_account_id, 0, sum(amount_minor) from ledger_entries where party_account_id is not null group by party_account_id
       ) s on s.id = a.id group by a.id having sum(s.owed) <> sum(s.booked)`,
    ),
    // From 1 on (or from where the system before ended), each once, up to the one before the next: asked of the rows, for the index may be missing
    ...named(
      'PAPER_NUMBERS',
      `select s.code as series, y.year as year from (
         select series_id, year from paper_numbers union select series_id, year from papers) y
       join paper_series s on s.id = y.series_id
       left join (select series_id, year, count(*) as papers, count(distinct number) as numbers, min(number) as least,
           max(number) as most from papers group by series_id, year) p using (series_id, year)
       left join paper_numbers n using (series_id, year)
       where coalesce(p.papers, 0) <> coalesce(n.next - n.first, 0) or p.papers <> p.numbers or p.least <> n.first or p.most <> n.next - 1`,
    ),
    ...named(
      'LINE_INVOICED_TWICE',
      `select line_id as line from (
         select line_id, round, sum(kind = 'invoice') - sum(kind = 'credit') as live,
           sum(kind = 'invoice') as invoices from paper_lines group by line_id, round)
       group by line_id having sum(live) > 1 or min(live) < 0 or max(invoices) > 1`,
    ),
    ...named(
      'LINE_FAPIAO_TWICE',
      `select l.line_id as line from fapiao_lines l join fapiao f on f.id = l.fapiao_id
       where f.status not in ('red', 'withdrawn') group by l.line_id having count(*) > 1`,
    ),
  ]
}
