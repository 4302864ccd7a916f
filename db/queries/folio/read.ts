import { sql } from 'kysely'
import type { Line, PostingKind } from '#shared/domain/folio/posting.ts'
import type { LineTax, TaxFacts } from '#shared/domain/folio/tax.ts'
import type {
  BookingId,
  BusinessDate,
  FolioId,
  FolioLineId,
  GuestId,
  PostingId,
} from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** A line with its posting's kind and whether another line took it off. */
export type LineOnFile = Line & {
  kind: PostingKind
  /** The line that negates it, if any. */
  negatedBy: FolioLineId | null
}

type LineRow = {
  id: FolioLineId
  posting_id: PostingId
  folio_id: FolioId
  window: number
  code_id: number
  business_date: BusinessDate
  service_date: BusinessDate
  text: string
  quantity: number
  unit_minor: number
  net_minor: number
  gross_minor: number
  booking_id: BookingId | null
  room_no: string | null
  negates: FolioLineId | null
  about: FolioLineId | null
  facts: string | null
  kind: PostingKind
  negated_by: FolioLineId | null
  taxes: string | null
}

const lineColumns = sql.raw(`
  l.id, l.posting_id, l.folio_id, l.window, l.code_id, l.business_date, l.service_date, l.text, l.quantity, l.unit_minor,
  l.net_minor, l.gross_minor, l.booking_id, l.room_no, l.negates, l.about, l.facts, p.kind,
  (select n.id from folio_lines n where n.negates = l.id) as negated_by,
  (select json_group_array(json_array(t.tax_id, t.rate, t.base_minor, t.tax_minor) order by t.n) from line_taxes t where t.line_id = l.id) as taxes`)

const linesByIds = preparedSql(
  (at: { ids: string }) => sql<LineRow>`
    select ${lineColumns} from folio_lines l join postings p on p.id = l.posting_id
    where l.id in ${listedIn(at.ids)} order by l.id`,
)
const linesOfPosting = preparedSql(
  (at: { id: PostingId }) => sql<LineRow>`
    select ${lineColumns} from folio_lines l join postings p on p.id = l.posting_id
    where l.posting_id = ${at.id} order by l.id`,
)
function lineOf(row: LineRow): LineOnFile {
  const taxes = row.taxes ? (JSON.parse(row.taxes) as [number, string, number, number][]) : []
  return {
    id: row.id,
    postingId: row.posting_id,
    folioId: row.folio_id,
    window: row.window,
    codeId: row.code_id as LineOnFile['codeId'],
    businessDate: row.business_date,
    serviceDate: row.service_date,
    text: row.text,
    quantity: row.quantity,
    unitMinor: row.unit_minor,
    netMinor: row.net_minor,
    grossMinor: row.gross_minor,
    taxes: taxes.map(
      ([taxId, rate, baseMinor, taxMinor]): LineTax => ({
        taxId: taxId as LineTax['taxId'],
        rate,
        baseMinor,
        taxMinor,
      }),
    ),
    bookingId: row.booking_id,
    roomNo: row.room_no,
    negates: row.negates,
    about: row.about,
    facts: row.facts ? (JSON.parse(row.facts) as TaxFacts) : null,
    kind: row.kind,
    negatedBy: row.negated_by,
  }
}

/** Lines by id, in the order they were posted; what there is not is not among them. */
export async function readLines(db: Reader, ids: readonly FolioLineId[]): Promise<LineOnFile[]> {
  if (ids.length === 0) return []
  return (await linesByIds.all(db, { ids: JSON.stringify(ids) })).map(lineOf)
}

/** The lines of one posting. */
export async function readLinesOfPosting(db: Reader, id: PostingId): Promise<LineOnFile[]> {
  return (await linesOfPosting.all(db, { id })).map(lineOf)
}

const postingById = prepared((db, at: { id: PostingId }) =>
  db
    .selectFrom('postings as p')
    .leftJoin('postings as r', 'r.reverses', 'p.id')
    .select([
      'p.id',
      'p.kind',
      'p.business_date',
      'p.origin',
      'p.round',
      'p.reason',
      'p.shift_id',
      'r.id as reversed_by',
    ])
    .where('p.id', '=', at.id),
)

/** A posting's head, with the posting that took it back. */
export async function readPosting(db: Reader, id: PostingId) {
  return postingById.first(db, { id })
}

const postingOfOrigin = prepared((db, at: { origin: string }) =>
  db.selectFrom('postings').select('id').where('origin', '=', at.origin).orderBy('round', 'desc').limit(1),
)

/** The posting of an origin; null where there is none. */
export async function findPosting(db: Reader, origin: string): Promise<PostingId | null> {
  return (await postingOfOrigin.first(db, { origin }))?.id ?? null
}

const entriesOf = prepared((db, at: { id: PostingId }) =>
  db.selectFrom('ledger_entries').selectAll().where('posting_id', '=', at.id).orderBy('n'),
)
const paymentsOf = prepared((db, at: { id: PostingId }) =>
  db.selectFrom('payments').selectAll().where('posting_id', '=', at.id).orderBy('n'),
)
const depositMovesOf = prepared((db, at: { id: PostingId }) =>
  db.selectFrom('deposit_moves').selectAll().where('posting_id', '=', at.id),
)
const accountItemsOf = prepared((db, at: { id: PostingId }) =>
  db.selectFrom('account_items').selectAll().where('posting_id', '=', at.id).orderBy('n'),
)

/** All that a posting wrote beside its lines. */
export async function readSides(db: Reader, id: PostingId) {
  return {
    entries: await entriesOf.all(db, { id }),
    payments: await paymentsOf.all(db, { id }),
    depositMoves: await depositMovesOf.all(db, { id }),
    accountItems: await accountItemsOf.all(db, { id }),
  }
}

const balancesOf = prepared((db, at: { id: FolioId }) =>
  db.selectFrom('folio_balances').select(['window', 'balance_minor']).where('folio_id', '=', at.id),
)

/** What is open by window, minor units; a window without lines is not among them. */
export async function readBalances(db: Reader, id: FolioId): Promise<{ [window: string]: number }> {
  const rows = await balancesOf.all(db, { id })
  return Object.fromEntries(rows.map(({ window, balance_minor }) => [window, balance_minor]))
}

const foliosOfBooking = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('folios')
    .select(['id', 'guest_id', 'status', 'version'])
    .where('booking_id', '=', at.id)
    .orderBy('id'),
)
/** A folio of a booking, as it is chosen by its guest. */
export type FolioOfBooking = Awaited<ReturnType<typeof readFoliosOf>>[number]
/** The folios of a booking, its own first. */
export async function readFoliosOf(db: Reader, id: BookingId) {
  return foliosOfBooking.all(db, { id })
}

const partsOf = preparedSql(
  (at: { id: BookingId }) => sql<{ guestId: GuestId; share: number }>`
    select guest_id as guestId, share from folios
    where booking_id = ${at.id} and status = 'open' and guest_id is not null order by id`,
)
/** Which part of a booking's rate each guest with an open folio pays. */
export async function readParts(db: Reader, id: BookingId) {
  return partsOf.all(db, { id })
}

const paidOf = preparedSql(
  (at: { id: FolioId }) => sql<{ paid: number }>`
    select (select coalesce(sum(amount_minor), 0) from payments where folio_id = ${at.id} and deposit_id is null)
      - (select coalesce(sum(m.amount_minor), 0) from deposits d join deposit_moves m on m.deposit_id = d.id
        where d.folio_id = ${at.id} and m.kind = 'applied') as paid`,
)
/**
 * What was paid on a folio, by payments and out of deposits, less what was refunded. An undo takes a payment back by one
 * that is no line.
 */
export async function readPaid(db: Reader, id: FolioId): Promise<number> {
  return (await paidOf.first(db, { id }))?.paid ?? 0
}

const securityOf = preparedSql(
  (at: { id: FolioId; today: BusinessDate }) => sql<{ deposits: number; holds: number }>`
    select (select coalesce(sum(held_minor), 0) from deposits where folio_id = ${at.id}) as deposits,
      (select coalesce(sum(amount_minor), 0) from holds where folio_id = ${at.id} and status = 'held' and expires_on >= ${at.today}) as holds`,
)
/** Deposits held and holds that have not expired: what secures a folio. */
export async function readSecurity(db: Reader, id: FolioId, today: BusinessDate) {
  return (await securityOf.first(db, { id, today })) ?? { deposits: 0, holds: 0 }
}

const invoicedLines = preparedSql(
  (at: { ids: string }) => sql<{ lineId: FolioLineId; label: string }>`
    select i.line_id as lineId, p.label from paper_lines i join papers p on p.id = i.paper_id
    where i.kind = 'invoice' and i.line_id in ${listedIn(at.ids)}
      and not exists (select 1 from paper_lines c where c.line_id = i.line_id and c.round = i.round and c.kind = 'credit')`,
)
/** Which lines are on an invoice that has not been credited, and its number. */
export async function readInvoiced(db: Reader, ids: readonly FolioLineId[]) {
  return ids.length === 0 ? [] : invoicedLines.all(db, { ids: JSON.stringify(ids) })
}

const fapiaoLines = preparedSql(
  (at: { ids: string }) => sql<{
    lineId: FolioLineId
    fapiaoId: number
    status: string
    number: string | null
  }>`
    select l.line_id as lineId, f.id as fapiaoId, f.status, f.number from fapiao_lines l join fapiao f on f.id = l.fapiao_id
    where l.line_id in ${listedIn(at.ids)} and f.status in ('asked', 'exported', 'issued')`,
)
/** Which lines are on a 发票 request that is alive. */
export async function readOnFapiao(db: Reader, ids: readonly FolioLineId[]) {
  return ids.length === 0 ? [] : fapiaoLines.all(db, { ids: JSON.stringify(ids) })
}

const openShift = prepared((db, at: { user: number }) =>
  db
    .selectFrom('shifts')
    .selectAll()
    .where('user_id', '=', at.user as never)
    .where('status', '=', 'open'),
)
/** The open shift of a user. */
export async function readOpenShift(db: Reader, user: number) {
  return openShift.first(db, { user })
}

const allowancesOf = preparedSql(
  (at: { ids: string }) => sql<{ id: FolioLineId; grossMinor: number }>`
    with recursive given (id) as (
      select l.id from folio_lines l join postings p on p.id = l.posting_id
      where l.about in ${listedIn(at.ids)} and p.kind = 'allowance'
      union all
      select l.id from given g join folio_lines l on l.about = g.id join postings p on p.id = l.posting_id
      where p.kind in ('transfer', 'split', 'correction')
    )
    select l.id, l.gross_minor as grossMinor from given g join folio_lines l on l.id = g.id
    where not exists (select 1 from folio_lines n where n.negates = l.id)`,
)
/** What stands of the allowances that were given off lines, wherever it was moved; amounts are zero or below. */
export async function readAllowances(db: Reader, ids: readonly FolioLineId[]) {
  return allowancesOf.all(db, { ids: JSON.stringify(ids) })
}
