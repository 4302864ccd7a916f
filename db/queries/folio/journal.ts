import { sql } from 'kysely'
import type { JournalAccount, JournalEntry, JournalPosting } from '#shared/domain/folio/plain-journal.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const accounts = prepared((db, _at: object) =>
  db
    .selectFrom('ledger_accounts')
    .select(['id', 'code', 'name_en as nameEn', 'name_zh as nameZh', 'class'])
    .orderBy('code'),
)

/** Every account of the chart, by its number. */
export async function readJournalAccounts(db: Reader): Promise<JournalAccount[]> {
  return (await accounts.all(db, {})) as JournalAccount[]
}

const opening = preparedSql(
  (at: { from: string }) => sql<{ accountId: number; amountMinor: number }>`
    select account_id as accountId, sum(debit_minor - credit_minor) as amountMinor from ledger_days
    where business_date < ${at.from} group by account_id having amountMinor <> 0 order by account_id`,
)

/** What each account stood at before a day: debit positive. */
export async function readOpening(db: Reader, from: BusinessDate) {
  return await opening.all(db, { from })
}

const currencies = preparedSql(
  (_at: object) => sql<{ currency: string }>`select distinct currency from payments order by currency`,
)

export async function readPaidCurrencies(db: Reader): Promise<string[]> {
  return (await currencies.all(db, {})).map(({ currency }) => currency)
}

type Page = { from: string; to: string; date: string; after: number; limit: number }
type Head = { id: number; date: BusinessDate; kind: string }

const heads = preparedSql(
  (at: Page) => sql<Head>`
    select id, business_date as date, kind from postings
    where business_date >= ${at.from} and business_date <= ${at.to} and (business_date, id) > (${at.date}, ${at.after})
    order by business_date, id limit ${at.limit}`,
)
const entriesOf = preparedSql(
  (at: { ids: string }) => sql<JournalEntry & { postingId: number }>`
    select posting_id as postingId, account_id as accountId, amount_minor as amountMinor, currency, foreign_minor as foreignMinor
    from ledger_entries where posting_id in (select value from json_each(${at.ids})) order by posting_id, n`,
)
const linesOf = preparedSql(
  (at: { ids: string }) => sql<JournalPosting['lines'][number] & { postingId: number }>`
    select l.posting_id as postingId, c.code, l.text, l.folio_id as folioId, l.window, l.gross_minor as grossMinor
    from folio_lines l join transaction_codes c on c.id = l.code_id
    where l.posting_id in (select value from json_each(${at.ids})) order by l.id`,
)

/** A page of postings of a period, both days included, in the order of date and number. */
export async function readJournalPage(db: Reader, page: Page): Promise<JournalPosting[]> {
  const found = await heads.all(db, page)
  const ids = JSON.stringify(found.map(({ id }) => id))
  const entries = Map.groupBy(await entriesOf.all(db, { ids }), ({ postingId }) => postingId)
  const lines = Map.groupBy(await linesOf.all(db, { ids }), ({ postingId }) => postingId)
  return found.map((head) => ({
    ...head,
    entries: entries.get(head.id) ?? [],
    lines: lines.get(head.id) ?? [],
  }))
}
