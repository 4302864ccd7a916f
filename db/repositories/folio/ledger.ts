import { type Insertable, sql } from 'kysely'
import type { BusinessDate, FolioLineId, PostingId } from '#shared/values/index.ts'
import { preparedInsert, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { stands } from '../../posting-stands.ts'
import type {
  AccountItemsTable,
  DepositMovesTable,
  FolioLinesTable,
  LedgerEntriesTable,
  LineTaxesTable,
  PaymentsTable,
  PostingsTable,
} from '../../schema/folio.ts'

/** The rows of one posting, ready to be written. */
export type PostingRows = {
  posting: Insertable<PostingsTable> & { id: PostingId }
  lines: (Insertable<FolioLinesTable> & { id: FolioLineId })[]
  taxes: Insertable<LineTaxesTable>[]
  entries: Insertable<LedgerEntriesTable>[]
  payments: Insertable<PaymentsTable>[]
  depositMoves: Insertable<DepositMovesTable>[]
  accountItems: Insertable<AccountItemsTable>[]
}

const insertPosting = preparedInsert('postings', [
  'id',
  'kind',
  'business_date',
  'moment',
  'actor',
  'workstation',
  'reason',
  'reverses',
  'origin',
  'round',
  'shift_id',
  'currency',
])
const insertLines = preparedInsert('folio_lines', [
  'id',
  'posting_id',
  'folio_id',
  'window',
  'code_id',
  'business_date',
  'service_date',
  'text',
  'quantity',
  'unit_minor',
  'net_minor',
  'gross_minor',
  'booking_id',
  'room_no',
  'negates',
  'about',
  'facts',
])
const insertTaxes = preparedInsert('line_taxes', [
  'line_id',
  'n',
  'tax_id',
  'business_date',
  'rate',
  'base_minor',
  'tax_minor',
])
const insertEntries = preparedInsert('ledger_entries', [
  'posting_id',
  'n',
  'account_id',
  'amount_minor',
  'folio_id',
  'window',
  'party_account_id',
  'deposit_id',
  'shift_id',
  'currency',
  'foreign_minor',
])
const insertPayments = preparedInsert('payments', [
  'posting_id',
  'n',
  'folio_id',
  'line_id',
  'deposit_id',
  'code_id',
  'method',
  'business_date',
  'amount_minor',
  'currency',
  'foreign_minor',
  'rate',
  'tendered_minor',
  'change_minor',
  'brand',
  'last_four',
  'reference',
  'account_id',
  'voucher_id',
  'shift_id',
  'actor',
])
const insertDepositMoves = preparedInsert('deposit_moves', [
  'deposit_id',
  'posting_id',
  'kind',
  'amount_minor',
])
const insertAccountItems = preparedInsert('account_items', [
  'posting_id',
  'n',
  'account_id',
  'dated',
  'due_on',
  'reference',
  'amount_minor',
  'paper_id',
])

/** Sums by key, so that a posting touches each balance and each day once. */
function summed<K extends object>(rows: readonly { key: K; amount: number }[]): { key: K; amount: number }[] {
  const byKey = new Map<string, { key: K; amount: number }>()
  for (const { key, amount } of rows) {
    const name = JSON.stringify(key)
    const sum = byKey.get(name)
    if (sum) sum.amount += amount
    else byKey.set(name, { key, amount })
  }
  return [...byKey.values()]
}

type Balance = { folioId: number; window: number; amount: number }
const addToBalance = preparedSql(
  (at: Balance) => sql<object>`
    insert into folio_balances (folio_id, window, balance_minor) values (${at.folioId}, ${at.window}, ${at.amount})
    on conflict (folio_id, window) do update set balance_minor = balance_minor + excluded.balance_minor`,
)

type Day = { date: string; account: number; debit: number; credit: number }
const addToDay = preparedSql(
  (at: Day) => sql<object>`
    insert into ledger_days (business_date, account_id, debit_minor, credit_minor)
    values (${at.date}, ${at.account}, ${at.debit}, ${at.credit})
    on conflict (business_date, account_id)
    do update set debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor`,
)

/** Writes a posting, and adds it to the balances of its folios and the sums of its day. */
export async function appendPosting(tx: Writer, rows: PostingRows): Promise<void> {
  await insertPosting(tx, [rows.posting])
  await insertLines(tx, rows.lines)
  await insertTaxes(tx, rows.taxes)
  await insertEntries(tx, rows.entries)
  await insertPayments(tx, rows.payments)
  await insertDepositMoves(tx, rows.depositMoves)
  await insertAccountItems(tx, rows.accountItems)
  const balances = rows.lines.map(({ folio_id: folioId, window, gross_minor: amount }) => ({
    key: { folioId, window },
    amount,
  }))
  for (const { key, amount } of summed(balances)) await addToBalance.run(tx, { ...key, amount })
  for (const day of daysOf(rows)) await addToDay.run(tx, day)
}

function daysOf({ posting, entries }: PostingRows): Day[] {
  const days = new Map<number, Day>()
  for (const { account_id: account, amount_minor: amount } of entries) {
    const day = days.get(account) ?? { date: posting.business_date, account, debit: 0, credit: 0 }
    if (amount > 0) day.debit += amount
    else day.credit -= amount
    days.set(account, day)
  }
  return [...days.values()]
}

const freeNumbers = preparedSql(
  (_at: object) => sql<{ posting: PostingId; line: FolioLineId }>`
    select coalesce((select max(id) from postings), 0) + 1 as posting,
      coalesce((select max(id) from folio_lines), 0) + 1 as line`,
)

/** The first free numbers of a posting and of a line; neither is ever deleted, so that none is given twice. */
export async function nextNumbers(tx: Reader): Promise<{ posting: PostingId; line: FolioLineId }> {
  const free = await freeNumbers.first(tx, {})
  if (!free) throw new Error('a select without a row')
  return free
}

const lastOfOrigin = preparedSql(
  (at: { origin: string }) => sql<{ round: number; stands: 0 | 1 }>`
    select p.round, ${stands(sql.ref('p.id'))} as stands from postings p where p.origin = ${at.origin}
    order by p.round desc limit 1`,
)

const standingOf = preparedSql(
  (at: { origin: string }) => sql<{ id: PostingId; businessDate: BusinessDate; grossMinor: number }>`
    select p.id, p.business_date as businessDate,
      (select coalesce(sum(l.gross_minor), 0) from folio_lines l where l.posting_id = p.id) as grossMinor from postings p where p.origin = ${at.origin} and ${stands(sql.ref('p.id'))}
    order by p.round desc limit 1`,
)

/** The posting that stands for something that is posted once; null where none does. */
export async function readStandingOf(tx: Reader, origin: string) {
  return (await standingOf.first(tx, { origin })) ?? null
}

const originsOf = preparedSql(
  (at: { origin: string }) => sql<{ origin: string }>`
    select distinct p.origin from postings p
    where p.origin >= ${at.origin} and p.origin < ${at.origin} || '~' and ${stands(sql.ref('p.id'))}`,
)

/** The origins that begin so of postings that stand. */
export async function readOriginsOf(tx: Reader, origin: string): Promise<string[]> {
  return (await originsOf.all(tx, { origin })).map((row) => row.origin)
}

/** Whether something of such an origin was posted and stands. */
export async function hasPostedOrigin(tx: Reader, origin: string): Promise<boolean> {
  return (await readOriginsOf(tx, origin)).length > 0
}

/**
 * In which round something that is posted once may be posted now: 0 the first time, one more after each time that its
 * posting was taken back. Null while it stands.
 */
export async function nextRound(tx: Reader, origin: string): Promise<number | null> {
  const last = await lastOfOrigin.first(tx, { origin })
  if (!last) return 0
  return last.stands ? null : last.round + 1
}
