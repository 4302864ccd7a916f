import { type RawBuilder, sql } from 'kysely'
import type { AccountRole } from '#shared/domain/folio/chart.ts'
import type { DepositKind } from '#shared/domain/folio/deposit.ts'
import type { BusinessDate, DepositId, HoldId, VoucherId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type FolioHead, headColumns, headTables } from './view.ts'

/** What is typed finds a slip or voucher by its number and a guest by name, room or confirmation number. */
function likeText(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
}

function holderMatches(text: string): RawBuilder<unknown> {
  const like = likeText(text)
  return sql`(lower(f.name) like ${like} escape '\\' or lower(f.code) like ${like} escape '\\'
    or g.native_name like ${like} escape '\\' or lower(g.given_name || ' ' || g.family_name) like ${like} escape '\\'
    or lower(g.family_name || ' ' || g.given_name) like ${like} escape '\\' or b.confirmation_no like ${like} escape '\\'
    or r.number like ${like} escape '\\')`
}

export type DepositRow = FolioHead & {
  depositId: DepositId
  depositVersion: number
  depositKind: DepositKind
  slipNo: string
  takenOn: BusinessDate
  codeId: number
  depositCode: string
  codeNameEn: string
  codeNameZh: string
  amountMinor: number
  leftMinor: number
  slipLost: number
  note: string
}

export type DepositFilter = {
  kind: DepositKind | undefined
  show: 'held' | 'all'
  text: string
  after: number | null
  limit: number
}

/** Deposits with whose they are, the oldest first. */
export async function readDepositPage(db: Reader, filter: DepositFilter): Promise<DepositRow[]> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (filter.kind) all.push(sql`d.kind = ${filter.kind}`)
  if (filter.show === 'held') all.push(sql`d.held_minor > 0`)
  if (filter.after !== null) all.push(sql`d.id > ${filter.after}`)
  if (filter.text)
    all.push(
      sql`(lower(d.slip_no) like ${likeText(filter.text)} escape '\\' or ${holderMatches(filter.text)})`,
    )
  const query = preparedSql(
    () => sql<DepositRow>`
      select ${headColumns}, d.id as depositId, d.version as depositVersion, d.kind as depositKind, d.slip_no as slipNo,
        d.taken_on as takenOn, d.code_id as codeId, c.code as depositCode, c.name_en as codeNameEn, c.name_zh as codeNameZh,
        d.amount_minor as amountMinor, d.held_minor as leftMinor, d.slip_lost as slipLost, d.note
      from ${headTables} join deposits d on d.folio_id = f.id join transaction_codes c on c.id = d.code_id
      where ${sql.join(all, sql` and `)} order by d.id limit ${filter.limit}`,
  )
  return query.all(db, {})
}

const depositSums = preparedSql(
  (_at: object) => sql<{ kind: DepositKind; count: number; heldMinor: number }>`
    select kind, count(*) as count, sum(held_minor) as heldMinor from deposits where held_minor > 0 group by kind`,
)
/** How many deposits of each kind are held, and how much. */
export async function readDepositSums(db: Reader) {
  return depositSums.all(db, {})
}

const balanceOfRole = preparedSql(
  (at: { role: AccountRole }) => sql<{ balance: number }>`
    select coalesce(sum(d.debit_minor - d.credit_minor), 0) as balance
    from ledger_days d join ledger_accounts a on a.id = d.account_id where a.role = ${at.role}`,
)
/** The balance of the account that the program posts a purpose to: debit positive. */
export async function readBalanceOfRole(db: Reader, role: AccountRole): Promise<number> {
  return (await balanceOfRole.first(db, { role }))?.balance ?? 0
}

export type HoldRow = FolioHead & {
  holdId: HoldId
  holdVersion: number
  amountMinor: number
  brand: string
  lastFour: string
  approval: string
  takenOn: BusinessDate
  expiresOn: BusinessDate
  holdStatus: string
  capturedMinor: number | null
  endedOn: BusinessDate | null
}

/** Pre-authorisations with whose they are: those that are held by their end, then those that ended, the newest first. */
export async function readHoldRows(
  db: Reader,
  filter: { show: 'held' | 'all'; text: string; limit: number },
): Promise<HoldRow[]> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (filter.show === 'held') all.push(sql`h.status = 'held'`)
  if (filter.text)
    all.push(
      sql`(h.last_four = ${filter.text} or lower(h.approval) like ${likeText(filter.text)} escape '\\' or ${holderMatches(filter.text)})`,
    )
  const query = preparedSql(
    () => sql<HoldRow>`
      select ${headColumns}, h.id as holdId, h.version as holdVersion, h.amount_minor as amountMinor, h.brand,
        h.last_four as lastFour, h.approval, h.taken_on as takenOn, h.expires_on as expiresOn, h.status as holdStatus,
        h.captured_minor as capturedMinor, h.ended_on as endedOn
      from ${headTables} join holds h on h.folio_id = f.id where ${sql.join(all, sql` and `)}
      order by iif(h.status = 'held', 0, 1), iif(h.status = 'held', h.expires_on, ''), h.id desc limit ${filter.limit}`,
  )
  return query.all(db, {})
}

const holdSum = preparedSql(
  (at: { today: BusinessDate }) => sql<{ sum: number }>`
    select coalesce(sum(amount_minor), 0) as sum from holds where status = 'held' and expires_on >= ${at.today}`,
)
/** What is held by pre-authorisations that are in force. */
export async function readHoldSum(db: Reader, today: BusinessDate): Promise<number> {
  return (await holdSum.first(db, { today }))?.sum ?? 0
}

export type VoucherRow = {
  id: VoucherId
  version: number
  number: string
  soldOn: BusinessDate
  expiresOn: BusinessDate | null
  amountMinor: number
  leftMinor: number
}

export type VoucherFilter = {
  show: 'left' | 'expired' | 'all'
  text: string
  today: BusinessDate
  after: number | null
  limit: number
}

/** Vouchers, the newest first. */
export async function readVoucherPage(db: Reader, filter: VoucherFilter): Promise<VoucherRow[]> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (filter.show !== 'all') all.push(sql`left_minor > 0`)
  if (filter.show === 'expired') all.push(sql`expires_on < ${filter.today}`)
  if (filter.after !== null) all.push(sql`id < ${filter.after}`)
  if (filter.text) all.push(sql`lower(number) like ${likeText(filter.text)} escape '\\'`)
  const query = preparedSql(
    () => sql<VoucherRow>`
      select id, version, number, sold_on as soldOn, expires_on as expiresOn, amount_minor as amountMinor, left_minor as leftMinor
      from vouchers where ${sql.join(all, sql` and `)} order by id desc limit ${filter.limit}`,
  )
  return query.all(db, {})
}

const voucherSum = preparedSql(
  (_at: object) => sql<{ sum: number }>`select coalesce(sum(left_minor), 0) as sum from vouchers`,
)
/** What all vouchers are worth still. */
export async function readVoucherSum(db: Reader): Promise<number> {
  return (await voucherSum.first(db, {}))?.sum ?? 0
}

const voucherPaid = preparedSql(
  (at: { id: VoucherId }) => sql<{ sum: number }>`
    select coalesce(sum(amount_minor), 0) as sum from payments where voucher_id = ${at.id}`,
)
/** What was paid by a voucher, less what was given back to it. */
export async function readVoucherPaid(db: Reader, id: VoucherId): Promise<number> {
  return (await voucherPaid.first(db, { id }))?.sum ?? 0
}
