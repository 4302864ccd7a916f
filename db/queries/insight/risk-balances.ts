import { type AccountItem, overdueDays, overdueMinor } from '#shared/domain/insight/risk/overdue.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'

/** What is owed at the end of a date, and what came in ahead. */
export type Balances = {
  /** By guest: what they left unpaid on folios of stays that are over or were not taken. */
  left: ReadonlyMap<number, number>
  /** By account: what is overdue. */
  overdue: ReadonlyMap<number, number>
  /** By booking: deposits that came in, less what was given back. */
  deposits: ReadonlyMap<number, number>
}

/** Read within a read transaction. Of an earlier date: without what was posted since. */
export function readBalances(raw: RawDatabase, on: string): Balances {
  return { left: readLeft(raw, on), overdue: readOverdue(raw, on), deposits: readDeposits(raw, on) }
}

/** A window that a company or an agency pays is not what the guest owes. */
function readLeft(raw: RawDatabase, on: string): Balances['left'] {
  const rows = raw
    .prepare(
      `with balance as (
         select folio_id, window, balance_minor as minor from folio_balances where balance_minor <> 0
         union all
         select folio_id, window, -gross_minor from folio_lines where business_date > @on
       ), owed as (
         select coalesce(f.guest_id, b.guest_id) as guest, sum(minor) as minor
         from balance join folios f on f.id = balance.folio_id join bookings b on b.id = f.booking_id
           left join folio_windows w on w.folio_id = balance.folio_id and w.window = balance.window
         where w.payee_account_id is null
           and (b.status = 'checked-out' and b.departure <= @on or b.status in ('cancelled', 'no-show'))
         group by f.id having sum(minor) > 0
       )
       select guest, sum(minor) from owed group by guest`,
    )
    .raw()
    .all({ on }) as [number, number][]
  return new Map(rows)
}

function readOverdue(raw: RawDatabase, on: string): Balances['overdue'] {
  const rows = raw
    .prepare(
      'select account_id as account, due_on as dueOn, amount_minor as amountMinor from account_items where dated <= ? order by account_id, dated, posting_id, n',
    )
    .all(on) as (AccountItem & { account: number })[]
  const by = addDays(on as BusinessDate, -overdueDays)
  const accounts = [...Map.groupBy(rows, ({ account }) => account)]
  return new Map(
    accounts.flatMap(([account, items]) => {
      const minor = overdueMinor(items, by)
      return minor > 0 ? [[account, minor]] : []
    }),
  )
}

function readDeposits(raw: RawDatabase, on: string): Balances['deposits'] {
  const rows = raw
    .prepare(
      `select d.booking_id, sum(m.amount_minor) from deposits d join deposit_moves m on m.deposit_id = d.id
         join postings p on p.id = m.posting_id
       where d.booking_id is not null and d.kind = 'deposit' and m.kind in ('taken', 'refunded') and p.business_date <= ?
       group by d.booking_id`,
    )
    .raw()
    .all(on) as [number, number][]
  return new Map(rows)
}
