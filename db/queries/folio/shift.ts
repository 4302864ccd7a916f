import { type RawBuilder, sql } from 'kysely'
import type { DrawerCash } from '#shared/domain/folio/drawer.ts'
import type { BusinessDate, LedgerAccountId, Moment, ShiftId, UserId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const drawer = preparedSql(
  (at: { id: ShiftId; cash: LedgerAccountId }) => sql<{
    currency: string | null
    bookMinor: number
    units: number
  }>`
    select currency, sum(amount_minor) as bookMinor, sum(coalesce(foreign_minor, amount_minor)) as units
    from ledger_entries where shift_id = ${at.id} and account_id = ${at.cash} group by currency order by currency`,
)

/** What should be in a shift's drawer: the sum of the cash that was posted in it, by currency. */
export async function readDrawer(
  db: Reader,
  id: ShiftId,
  cash: LedgerAccountId,
  home: string,
): Promise<DrawerCash[]> {
  const rows = await drawer.all(db, { id, cash })
  return rows.map((row) => ({ ...row, currency: row.currency ?? home }))
}

const anything = preparedSql(
  (at: { id: ShiftId }) => sql<{ any: number }>`
    select exists (select 1 from payments where shift_id = ${at.id})
      or exists (select 1 from ledger_entries e join postings p on p.id = e.posting_id left join postings o on o.id = p.reverses
        where e.shift_id = ${at.id} and coalesce(o.kind, p.kind) <> 'float') as "any"`,
)
/** Whether anything but its float was posted in a shift, taken back or not. */
export async function isShiftUsed(db: Reader, id: ShiftId): Promise<boolean> {
  return (await anything.first(db, { id }))?.any === 1
}

const entries = preparedSql(
  (at: { id: ShiftId }) => sql<{ any: number }>`
    select exists (select 1 from ledger_entries where shift_id = ${at.id})
      or exists (select 1 from postings where shift_id = ${at.id}) as "any"`,
)
/** Whether the ledger names a shift: it can't be deleted then. */
export async function standsOnShift(db: Reader, id: ShiftId): Promise<boolean> {
  return (await entries.first(db, { id }))?.any === 1
}

export type ShiftRow = {
  id: ShiftId
  version: number
  userId: UserId
  userName: string
  workstation: string
  businessDate: BusinessDate
  openedAt: Moment
  floatMinor: number
  status: 'open' | 'closed'
  closedAt: Moment | null
  closedOn: BusinessDate | null
  closedBy: string | null
  expectedMinor: number | null
  overMinor: number | null
  droppedMinor: number
}

const columns = sql.raw(`
  s.id, s.version, s.user_id as userId, u.name as userName, s.workstation, s.business_date as businessDate,
  s.opened_at as openedAt, s.float_minor as floatMinor, s.status, s.closed_at as closedAt, s.closed_on as closedOn,
  s.closed_by as closedBy, s.expected_minor as expectedMinor, s.over_minor as overMinor, s.dropped_minor as droppedMinor`)

export type ShiftFilter = {
  from: BusinessDate | undefined
  to: BusinessDate | undefined
  userId: UserId | undefined
  status: 'open' | 'closed' | undefined
  after: number | null
  limit: number
}

/** A page of shifts, those that are open first, then the newest. */
export async function readShiftPage(db: Reader, filter: ShiftFilter): Promise<ShiftRow[]> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (filter.from) all.push(sql`s.business_date >= ${filter.from}`)
  if (filter.to) all.push(sql`s.business_date <= ${filter.to}`)
  if (filter.userId) all.push(sql`s.user_id = ${filter.userId}`)
  if (filter.status) all.push(sql`s.status = ${filter.status}`)
  if (filter.after !== null) all.push(sql`s.id < ${filter.after}`)
  const query = preparedSql(
    () => sql<ShiftRow>`
      select ${columns} from shifts s join users u on u.id = s.user_id where ${sql.join(all, sql` and `)}
      order by s.id desc limit ${filter.limit}`,
  )
  return query.all(db, {})
}

const one = preparedSql(
  (at: { id: ShiftId }) => sql<ShiftRow>`
    select ${columns} from shifts s join users u on u.id = s.user_id where s.id = ${at.id}`,
)
/** One shift with the name of whose it is. */
export async function readShift(db: Reader, id: ShiftId): Promise<ShiftRow | undefined> {
  return one.first(db, { id })
}

export type ShiftPayment = {
  codeId: number
  code: string
  nameEn: string
  nameZh: string
  method: string
  currency: string
  /** payment, refund, paid-out, deposit …; of what took one back, the kind of that. */
  kind: string
  count: number
  amountMinor: number
  foreignMinor: number | null
}

const payments = preparedSql(
  (at: { id: ShiftId }) => sql<ShiftPayment>`
    select y.code_id as codeId, c.code, c.name_en as nameEn, c.name_zh as nameZh, y.method, y.currency,
      coalesce(o.kind, p.kind) as kind, count(*) as count, sum(y.amount_minor) as amountMinor, sum(y.foreign_minor) as foreignMinor
    from payments y join postings p on p.id = y.posting_id left join postings o on o.id = p.reverses
      join transaction_codes c on c.id = y.code_id
    where y.shift_id = ${at.id} group by y.code_id, y.currency, coalesce(o.kind, p.kind), y.method, c.code, c.name_en, c.name_zh
    order by c.code, y.currency, kind`,
)
/** What was taken and given out in a shift, by code, currency and kind. */
export async function readShiftPayments(db: Reader, id: ShiftId): Promise<ShiftPayment[]> {
  return payments.all(db, { id })
}

export type ShiftMove = {
  postingId: number
  kind: string
  moment: Moment
  actor: string
  currency: string | null
  amountMinor: number
  units: number
}

const moves = preparedSql(
  (at: { id: ShiftId; cash: LedgerAccountId }) => sql<ShiftMove>`
    select p.id as postingId, coalesce(o.kind, p.kind) as kind, p.moment, p.actor, e.currency, e.amount_minor as amountMinor,
      coalesce(e.foreign_minor, e.amount_minor) as units
    from ledger_entries e join postings p on p.id = e.posting_id left join postings o on o.id = p.reverses
    where e.shift_id = ${at.id} and e.account_id = ${at.cash} and coalesce(o.kind, p.kind) in ('float', 'drop', 'cash-up', 'over-short')
    order by p.id, e.n`,
)
/** What moved a shift's cash beside guests' money: float, drops, what closing it booked. */
export async function readShiftMoves(db: Reader, id: ShiftId, cash: LedgerAccountId): Promise<ShiftMove[]> {
  return moves.all(db, { id, cash })
}

const currencies = preparedSql(
  (at: { today: BusinessDate }) =>
    sql<{
      currency: string
    }>`select distinct currency from exchange_rates where valid_from <= ${at.today} order by currency`,
)
/** The foreign currencies that the hotel has a rate of. */
export async function readForeignCurrencies(db: Reader, today: BusinessDate): Promise<string[]> {
  return (await currencies.all(db, { today })).map(({ currency }) => currency)
}
