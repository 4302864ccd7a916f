import type { AccountClass, CodeKind, PaymentMethod, RevenueGroup } from '#shared/domain/folio/chart.ts'
import type { FolioKind } from '#shared/domain/folio/folio.ts'
import type { Period } from '#shared/domain/report/period.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type FolioId,
  type LedgerAccountId,
} from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { readSoldNights } from './sold-nights.ts'
import type { Source } from './source.ts'

/** Above every posting's number: nothing was posted since the moment that is read from. */
const noEnd = Number.MAX_SAFE_INTEGER

/**
 * The last posting that was there at the source's moment: the ledger is only ever added to, so that a report as of an earlier
 * moment leaves out what has a higher number.
 */
function readLastPosting(store: LongReader, { seq }: Source): number {
  if (seq === null) return noEnd
  const last = rawOf(store)
    .prepare(
      `select id from postings where moment <= (select moment from changes where seq <= ? order by seq desc limit 1)
       order by id desc limit 1`,
    )
    .pluck()
    .get(seq)
  return typeof last === 'number' ? last : 0
}

/** The business date of the first posting: from it on the ledger knows all revenue. Null where nothing was posted yet. */
export function readFirstPosted(store: LongReader, source: Source): BusinessDate | null {
  const first = rawOf(store)
    .prepare('select business_date from postings where id <= ? order by business_date limit 1')
    .pluck()
    .get(readLastPosting(store, source))
  return typeof first === 'string' ? (first as BusinessDate) : null
}

export type AccountSums = {
  accountId: LedgerAccountId
  code: string
  class: AccountClass
  openingMinor: number
  debitMinor: number
  creditMinor: number
}

/**
 * Every account that moved up to the end of a period, by its number: its balance before the period (debit positive) and its
 * debits and credits within. Read from the sums of days, less what was posted after the source's moment.
 */
export function readTrialBalance(store: LongReader, source: Source, { from, to }: Period): AccountSums[] {
  return rawOf(store)
    .prepare(
      `with moved as (
         select account_id, business_date, debit_minor, credit_minor from ledger_days where business_date < @to
         union all
         select e.account_id, p.business_date, -max(e.amount_minor, 0), min(e.amount_minor, 0)
         from postings p join ledger_entries e on e.posting_id = p.id
         where p.id > @last and p.business_date < @to
       )
       select a.id as accountId, a.code, a.class,
         sum(iif(m.business_date < @from, m.debit_minor - m.credit_minor, 0)) as openingMinor,
         sum(iif(m.business_date >= @from, m.debit_minor, 0)) as debitMinor,
         sum(iif(m.business_date >= @from, m.credit_minor, 0)) as creditMinor
       from moved m join ledger_accounts a on a.id = m.account_id
       group by a.id having openingMinor <> 0 or debitMinor <> 0 or creditMinor <> 0 order by a.code`,
    )
    .all({ from, to, last: readLastPosting(store, source) }) as AccountSums[]
}

export type RevenueRow = {
  day: BusinessDate
  codeId: number
  kind: CodeKind
  group: RevenueGroup
  netMinor: number
  grossMinor: number
}

/** What counts as revenue: charges and allowances, but not what passes through the hotel's hands (tips, cash rounding). */
export const isRevenueSql = "c.kind in ('charge', 'allowance') and c.revenue_group <> 'non-revenue'"

/** Revenue of a period by business date and code; what was moved, split or corrected comes to nothing. */
export function readRevenue(store: LongReader, source: Source, period: Period): RevenueRow[] {
  return rawOf(store)
    .prepare(
      `with posted as (
         select business_date, code_id, sum(net_minor) as net, sum(gross_minor) as gross from folio_lines
         where business_date >= @from and business_date < @to group by business_date, code_id
         union all
         select business_date, code_id, -net_minor, -gross_minor from folio_lines
         where posting_id > @last and business_date >= @from and business_date < @to
       )
       select l.business_date as day, c.id as codeId, c.kind, c.revenue_group as "group",
         sum(l.net) as netMinor, sum(l.gross) as grossMinor
       from posted l join transaction_codes c on c.id = l.code_id
       where ${isRevenueSql} group by l.business_date, c.id having netMinor <> 0 or grossMinor <> 0
       order by l.business_date, c.id`,
    )
    .all({ ...period, last: readLastPosting(store, source) }) as RevenueRow[]
}

/** Total revenue without tax by business date. */
export function readTotalRevenue(
  store: LongReader,
  source: Source,
  period: Period,
): Map<BusinessDate, number> {
  const days = new Map<BusinessDate, number>()
  for (const { day, netMinor } of readRevenue(store, source, period))
    days.set(day, (days.get(day) ?? 0) + netMinor)
  return days
}

/** Room revenue, as booked, of sold nights of the source's business date that are not posted yet: the night audit posts them. */
export function readRoomsToPost(store: LongReader, source: Source): number {
  const { today } = source
  const isPosted = rawOf(store)
    .prepare(
      `select 1 from postings p where p.origin = @origin and p.id <= @last
         and (not exists (select 1 from folio_lines where posting_id = p.id) or exists (
           select 1 from folio_lines l where l.posting_id = p.id and not exists (
             select 1 from folio_lines n where n.negates = l.id and n.posting_id <= @last
               and (select kind from postings where id = n.posting_id) = 'correction')))`,
    )
    .pluck()
  const last = readLastPosting(store, source)
  let minor = 0
  // All of them first: a connection answers one question at a time
  const nights = [...readSoldNights(store, source, { by: 'day', from: today, to: addDays(today, 1) })]
  for (const [booking, night, _key, rateMinor] of nights)
    if (isPosted.get({ origin: `room:${booking}:${night}`, last }) === undefined) minor += rateMinor
  return minor
}

/** The bookings that revenue of some codes was posted on, in the order of their numbers. */
export function findRevenueBookings(
  store: LongReader,
  source: Source,
  { codeIds, ...period }: Period & { codeIds: readonly number[] },
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `select distinct l.booking_id from folio_lines l join transaction_codes c on c.id = l.code_id
       where l.business_date >= @from and l.business_date < @to and l.posting_id <= @last and l.booking_id is not null
         and c.id in (select value from json_each(@codes)) and ${isRevenueSql}
       order by l.booking_id limit @limit`,
    )
    .pluck()
    .all({
      ...period,
      last: readLastPosting(store, source),
      codes: JSON.stringify(codeIds),
      limit,
    }) as BookingId[]
}

export type PaymentRow = {
  day: BusinessDate
  codeId: number
  method: PaymentMethod
  user: string
  /** Without those that were corrected away. */
  payments: number
  receivedMinor: number
  givenOutMinor: number
  correctedMinor: number
}

const paid = `payments m join postings p on p.id = m.posting_id
  where m.business_date >= @from and m.business_date < @to and m.posting_id <= @last`

/** Payments of a period by business date, code and who took them. What was taken back is apart, so that net is what is left. */
export function readPayments(store: LongReader, source: Source, period: Period): PaymentRow[] {
  return rawOf(store)
    .prepare(
      `select m.business_date as day, m.code_id as codeId, m.method, m.actor as user,
         count(iif(p.kind <> 'correction' and m.amount_minor > 0, 1, null)) as payments,
         sum(iif(p.kind <> 'correction', max(m.amount_minor, 0), 0)) as receivedMinor,
         sum(iif(p.kind <> 'correction', max(-m.amount_minor, 0), 0)) as givenOutMinor,
         sum(iif(p.kind = 'correction', m.amount_minor, 0)) as correctedMinor
       from ${paid} group by m.business_date, m.code_id, m.method, m.actor
       order by m.business_date, m.code_id, m.actor`,
    )
    .all({ ...period, last: readLastPosting(store, source) }) as PaymentRow[]
}

export type PaymentPart = { method: string | null; codeId: number | null; user: string | null }

/** The bookings whose folios were paid on, or a deposit taken for, by a part of the payments. */
export function findPaymentBookings(
  store: LongReader,
  source: Source,
  { method, codeId, user, ...period }: Period & PaymentPart,
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `select distinct f.booking_id from (
         select coalesce(m.folio_id, d.folio_id) as folio_id from payments m left join deposits d on d.id = m.deposit_id
         where m.business_date >= @from and m.business_date < @to and m.posting_id <= @last
           and (@method is null or m.method = @method) and (@code is null or m.code_id = @code)
           and (@user is null or m.actor = @user)
       ) one join folios f on f.id = one.folio_id
       where f.booking_id is not null order by f.booking_id limit @limit`,
    )
    .pluck()
    .all({
      ...period,
      method,
      code: codeId,
      user,
      last: readLastPosting(store, source),
      limit,
    }) as BookingId[]
}

export type TaxRow = { day: BusinessDate; taxId: number; rate: string; baseMinor: number; taxMinor: number }

/** Tax of a period by business date, tax and rate. */
export function readTaxes(store: LongReader, source: Source, period: Period): TaxRow[] {
  return rawOf(store)
    .prepare(
      `with taxed as (
         select business_date, tax_id, rate, sum(base_minor) as base, sum(tax_minor) as tax from line_taxes
         where business_date >= @from and business_date < @to group by business_date, tax_id, rate
         union all
         select t.business_date, t.tax_id, t.rate, -t.base_minor, -t.tax_minor
         from folio_lines l join line_taxes t on t.line_id = l.id
         where l.posting_id > @last and t.business_date >= @from and t.business_date < @to
       )
       select business_date as day, tax_id as taxId, rate, sum(base) as baseMinor, sum(tax) as taxMinor from taxed
       group by business_date, tax_id, rate having baseMinor <> 0 or taxMinor <> 0 order by business_date, tax_id, rate`,
    )
    .all({ ...period, last: readLastPosting(store, source) }) as TaxRow[]
}

export type OpenFolio = {
  folioId: FolioId
  kind: FolioKind
  code: string | null
  name: string
  bookingId: BookingId | null
  balanceMinor: number
}

/**
 * Folios that owed or were owed something at the end of a business date: the balances of now, less what was posted since.
 * `name` is the folio's own or its guest's.
 */
export function readOpenFolios(store: LongReader, source: Source, on: BusinessDate): OpenFolio[] {
  return rawOf(store)
    .prepare(
      `with part as (
         select folio_id, balance_minor as amount from folio_balances
         union all select folio_id, -gross_minor from folio_lines where business_date > @on
         union all select folio_id, -gross_minor from folio_lines where posting_id > @last and business_date <= @on
       ), open as (
         select folio_id, sum(amount) as balance from part group by folio_id having balance <> 0
       )
       select f.id as folioId, f.kind, f.code, f.booking_id as bookingId, o.balance as balanceMinor,
         coalesce(nullif(f.name, ''), nullif(g.native_name, ''), trim(g.given_name || ' ' || g.family_name), '') as name
       from open o join folios f on f.id = o.folio_id left join guests g on g.id = f.guest_id
       order by f.id`,
    )
    .all({ on, last: readLastPosting(store, source) }) as OpenFolio[]
}

/**
 * What was charged to a folio up to a business date, by the day of the service, the newest first: what stands on its windows
 * with a positive amount. A charge that was moved keeps its day.
 */
export function readCharges(
  store: LongReader,
  source: Source,
  { folioId, on }: { folioId: FolioId; on: BusinessDate },
): Iterable<{ day: BusinessDate; grossMinor: number }> {
  return rawOf(store)
    .prepare(
      `select l.service_date as day, l.gross_minor as grossMinor from folio_lines l
       where l.folio_id = @folio and l.business_date <= @on and l.posting_id <= @last and l.gross_minor > 0
         and l.negates is null and not exists (
           select 1 from folio_lines n where n.negates = l.id and n.business_date <= @on and n.posting_id <= @last)
       order by l.service_date desc, l.id desc`,
    )
    .iterate({ folio: folioId, on, last: readLastPosting(store, source) }) as Iterable<{
    day: BusinessDate
    grossMinor: number
  }>
}

export type HeldDeposit = {
  slipNo: string
  kind: 'deposit' | 'key'
  name: string
  bookingId: BookingId | null
  takenOn: BusinessDate
  amountMinor: number
  heldMinor: number
}

/** Deposits and 押金 of which something was held at the end of a business date, replayed from their moves. */
export function readHeldDeposits(store: LongReader, source: Source, on: BusinessDate): HeldDeposit[] {
  return rawOf(store)
    .prepare(
      `with held as (
         select m.deposit_id, sum(m.amount_minor) as held from deposit_moves m join postings p on p.id = m.posting_id
         where p.business_date <= @on and p.id <= @last group by m.deposit_id having held <> 0
       )
       select d.slip_no as slipNo, d.kind, d.booking_id as bookingId, d.taken_on as takenOn, d.amount_minor as amountMinor,
         h.held as heldMinor,
         coalesce(nullif(f.name, ''), nullif(g.native_name, ''), trim(g.given_name || ' ' || g.family_name), '') as name
       from held h join deposits d on d.id = h.deposit_id join folios f on f.id = d.folio_id
       left join guests g on g.id = f.guest_id
       order by d.taken_on, d.id`,
    )
    .all({ on, last: readLastPosting(store, source) }) as HeldDeposit[]
}
