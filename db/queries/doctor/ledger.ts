import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'

/** Postings looked at in one statement: few enough to show progress, so many that sums need no disk. */
const postingsAtOnce = 50_000

/** `other`: of a day its credits, `sum` being its debits. */
type Sum = { key: string; sum: number; other: number }

/**
 * Every posting's entries add up to zero, its lines and their taxes are what its entries and its day say, and the sums kept
 * in passing (days, balances of folios, what is held of deposits) are those of the entries. A store of a version before
 * money has no ledger.
 */
export function examineLedger(raw: RawDatabase, progress: Progress = () => undefined): Finding[] {
  if (!hasLedger(raw)) return []
  const kept = keptSums(raw)
  const postings: Finding[] = []
  const total = raw.prepare('select count(*) from postings').pluck().get() as number
  const batch = raw.prepare(
    'select count(*) as count, max(id) as last from (select id from postings where id > ? order by id limit ?)',
  )
  const checks = postingChecks(raw)
  let after = 0
  let done = 0
  for (let full = true; full; progress(done, total)) {
    const { count, last } = batch.get(after, postingsAtOnce) as { count: number; last: number | null }
    const range = { after, last: last ?? after }
    for (const { find, finding } of checks) {
      for (const row of find.all(range) as Finding['params'][])
        if (postings.length < namedOfAKind) postings.push(finding(row))
    }
    for (const sums of kept) sums.add(range)
    full = count === postingsAtOnce
    after = range.last
    done += count
  }
  return [...postings, ...kept.flatMap((sums) => sums.differing())]
}

export function hasLedger(raw: RawDatabase): boolean {
  return raw.prepare("select 1 from sqlite_master where name = 'ledger_days'").get() !== undefined
}

type Range = { after: number; last: number }

/** What is wrong within one posting. */
function postingChecks(raw: RawDatabase) {
  const within = 'posting_id > @after and posting_id <= @last'
  return [
    {
      find: raw.prepare(
        `select p.id as posting, coalesce(sum(e.amount_minor), 0) as offMinor from postings p
         left join ledger_entries e on e.posting_id = p.id
         where p.id > @after and p.id <= @last group by p.id having offMinor <> 0`,
      ),
      finding: (row: Finding['params']) => error('POSTING_UNBALANCED', row),
    },
    {
      // What its lines put on each window is what its entries say that the guest owes
      find: raw.prepare(
        `select posting_id as posting, folio_id as folio, window from (
           select posting_id, folio_id, window, gross_minor as amount from folio_lines where ${within}
           union all
           select posting_id, folio_id, window, -amount_minor from ledger_entries
           where ${within} and account_id = (select id from ledger_accounts where role = 'guest-ledger')
         ) group by posting_id, folio_id, window having sum(amount) <> 0`,
      ),
      finding: (row: Finding['params']) => error('LINES_DIFFER', row),
    },
    {
      find: raw.prepare(
        `select l.id as line, l.posting_id as posting from folio_lines l
         where l.posting_id > @after and l.posting_id <= @last and l.net_minor + coalesce(
           (select sum(tax_minor) from line_taxes t where t.line_id = l.id), 0) <> l.gross_minor`,
      ),
      finding: (row: Finding['params']) => error('LINE_SUM', row),
    },
    {
      // Reports read the day from the line and from the payment
      find: raw.prepare(
        `select p.id as posting from postings p join folio_lines l on l.posting_id = p.id
         where p.id > @after and p.id <= @last and (l.business_date <> p.business_date or exists (
           select 1 from line_taxes t where t.line_id = l.id and t.business_date <> l.business_date))
         union
         select p.id from postings p join payments m on m.posting_id = p.id
         where p.id > @after and p.id <= @last and m.business_date <> p.business_date`,
      ),
      finding: (row: Finding['params']) => error('POSTING_DATE', row),
    },
    {
      // What was paid is what the line that it pays takes off the folio
      find: raw.prepare(
        `select m.posting_id as posting from payments m join folio_lines l on l.id = m.line_id
         where m.posting_id > @after and m.posting_id <= @last and l.gross_minor <> -m.amount_minor`,
      ),
      finding: (row: Finding['params']) => error('PAYMENT_DIFFERS', row),
    },
  ]
}

type Kept = { add: (range: Range) => void; differing: () => Finding[] }

/** Sums kept beside the postings, each added up again while postings are read, and compared at the end. */
function keptSums(raw: RawDatabase): Kept[] {
  const within = 'e.posting_id > @after and e.posting_id <= @last'
  return [
    keptSum(
      raw,
      `select p.business_date || ' ' || e.account_id as key, sum(max(e.amount_minor, 0)) as sum,
         sum(max(-e.amount_minor, 0)) as other
       from postings p join ledger_entries e on e.posting_id = p.id where ${within} group by p.business_date, e.account_id`,
      `select business_date || ' ' || account_id as key, debit_minor as sum, credit_minor as other from ledger_days`,
      (key) => {
        const [date = '', account = ''] = key.split(' ')
        return error('DAY_DIFFERS', { date, account: codeOf(raw, Number(account)) })
      },
    ),
    keptSum(
      raw,
      `select e.folio_id || ' ' || e.window as key, sum(e.gross_minor) as sum, 0 as other from folio_lines e
       where ${within} group by e.folio_id, e.window`,
      `select folio_id || ' ' || window as key, balance_minor as sum, 0 as other from folio_balances`,
      (key) => {
        const [folio = '', window = ''] = key.split(' ')
        return error('BALANCE_DIFFERS', { folio: Number(folio), window: Number(window) })
      },
    ),
    keptSum(
      raw,
      `select e.deposit_id || ' ' || a.role as key, -sum(e.amount_minor) as sum, 0 as other
       from ledger_entries e join ledger_accounts a on a.id = e.account_id
       where ${within} and a.role in ('deposits', 'key-deposits') and e.deposit_id is not null
       group by e.deposit_id, a.role`,
      `select id || ' ' || iif(kind = 'key', 'key-deposits', 'deposits') as key, held_minor as sum, 0 as other from deposits`,
      (key) => error('DEPOSIT_DIFFERS', { slip: slipOf(raw, Number(key.split(' ')[0])) }),
    ),
  ]
}

/** One kept sum: what the postings come to by key, against what is on file by the same key. */
function keptSum(raw: RawDatabase, added: string, onFile: string, finding: (key: string) => Finding): Kept {
  const sums = new Map<string, readonly [number, number]>()
  const statement = raw.prepare(added)
  return {
    add: (range) => {
      for (const { key, sum, other } of statement.iterate(range) as Iterable<Sum>) {
        const [before, beside] = sums.get(key) ?? [0, 0]
        sums.set(key, [before + sum, beside + other])
      }
    },
    differing: () => {
      const odd: string[] = []
      for (const { key, sum, other } of raw.prepare(onFile).iterate() as Iterable<Sum>) {
        const [added, beside] = sums.get(key) ?? [0, 0]
        if ((added !== sum || beside !== other) && odd.length < namedOfAKind) odd.push(key)
        sums.delete(key)
      }
      const missing = [...sums].filter(([, [sum, other]]) => sum !== 0 || other !== 0).map(([key]) => key)
      return [...odd, ...missing].slice(0, namedOfAKind).map(finding)
    },
  }
}

function codeOf(raw: RawDatabase, account: number): string {
  const code = raw.prepare('select code from ledger_accounts where id = ?').pluck().get(account)
  return typeof code === 'string' ? code : String(account)
}

function slipOf(raw: RawDatabase, deposit: number): string {
  const slip = raw.prepare('select slip_no from deposits where id = ?').pluck().get(deposit)
  return typeof slip === 'string' ? slip : String(deposit)
}
