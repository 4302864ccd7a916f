import { sql } from 'kysely'
import type { AccountId, BookingId, BusinessDate, PaperSeriesId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const status = preparedSql(
  (_at: object) => sql<{ count: number; on: BusinessDate | null; others: number }>`
    select (select count(*) from postings p where p.kind = 'opening'
        and not exists (select 1 from postings r where r.reverses = p.id)) as count,
      (select max(business_date) from postings where kind = 'opening') as "on",
      (select count(*) from postings where kind <> 'opening' and reverses is null) as others`,
)
/** How many postings of opening balances stand, since when, and how many others there are. */
export async function readOpeningStatus(db: Reader) {
  return (await status.first(db, {})) ?? { count: 0, on: null, others: 0 }
}

const bookings = preparedSql(
  (at: { numbers: string }) => sql<{
    id: BookingId
    number: string
    folioStatus: string | null
    windows: string | null
  }>`
    select b.id, b.confirmation_no as number,
      (select f.status from folios f where f.booking_id = b.id order by f.status = 'closed', f.id limit 1) as folioStatus,
      (select group_concat(w.window) from folio_windows w where w.folio_id =
        (select f.id from folios f where f.booking_id = b.id and f.status = 'open' order by f.id limit 1)) as windows
    from bookings b where b.confirmation_no in ${listedIn(at.numbers)}`,
)
/** Bookings by confirmation number, with the windows of their open folio; null where they have none. */
export async function readBookingsByNumber(db: Reader, numbers: readonly string[]) {
  return numbers.length === 0 ? [] : bookings.all(db, { numbers: JSON.stringify(numbers) })
}

const accounts = preparedSql(
  (at: { codes: string }) => sql<{ id: AccountId; code: string }>`
    select id, code from accounts where code in ${listedIn(at.codes)} order by id`,
)
/** Accounts by their codes; one code may be that of a company and of an agency. */
export async function readAccountsByCode(db: Reader, codes: readonly string[]) {
  return codes.length === 0 ? [] : accounts.all(db, { codes: JSON.stringify(codes) })
}

const slips = preparedSql(
  (at: { numbers: string }) => sql<{ id: number; kind: string; slipNo: string; free: number }>`
    select d.id, d.kind, d.slip_no as slipNo, d.held_minor = 0 and not exists (
      select 1 from deposit_moves m where m.deposit_id = d.id group by m.kind having sum(m.amount_minor) <> 0) as free
    from deposits d where d.slip_no in ${listedIn(at.numbers)}`,
)
/** Deposits by their slips; free is one whose taking was undone. */
export async function readSlips(db: Reader, numbers: readonly string[]) {
  return numbers.length === 0 ? [] : slips.all(db, { numbers: JSON.stringify(numbers) })
}

const series = preparedSql(
  (_at: object) => sql<{
    id: PaperSeriesId
    code: string
    year: number | null
    first: number | null
    next: number | null
  }>`
    select s.id, s.code, n.year, n.first, n.next from paper_series s left join paper_numbers n on n.series_id = s.id order by s.id, n.year`,
)
/** The series of papers with the next number of each year that began. */
export async function readSeriesNumbers(db: Reader) {
  return series.all(db, {})
}
