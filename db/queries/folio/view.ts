import { sql } from 'kysely'
import type { BookingId, BusinessDate, FolioId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'

/** A folio as lists and its own screen name it. */
export type FolioHead = {
  id: FolioId
  version: number
  kind: string
  code: string | null
  name: string
  status: string
  bookingId: BookingId | null
  guestId: number | null
  nativeName: string | null
  familyName: string | null
  givenName: string | null
  confirmationNo: string | null
  bookingStatus: string | null
  roomNo: string | null
  arrival: BusinessDate | null
  departure: BusinessDate | null
  openedOn: BusinessDate
  closedOn: BusinessDate | null
  skippedOn: BusinessDate | null
  creditLimitMinor: number | null
  noPost: number
  share: number
  shareFrom: BusinessDate | null
  shareTo: BusinessDate | null
  balanceMinor: number
  heldMinor: number
}

export const headColumns = sql.raw(`
  f.id, f.version, f.kind, f.code, f.name, f.status, f.booking_id as bookingId, f.guest_id as guestId,
  g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
  b.confirmation_no as confirmationNo, b.status as bookingStatus, r.number as roomNo, b.arrival, b.departure,
  f.opened_on as openedOn, f.closed_on as closedOn, f.skipped_on as skippedOn, f.credit_limit_minor as creditLimitMinor,
  f.no_post as noPost, f.share, f.share_from as shareFrom, f.share_to as shareTo,
  coalesce((select sum(balance_minor) from folio_balances where folio_id = f.id), 0) as balanceMinor,
  coalesce((select sum(held_minor) from deposits where folio_id = f.id), 0) as heldMinor`)

export const headTables = sql`
  folios f left join guests g on g.id = f.guest_id left join bookings b on b.id = f.booking_id
  left join rooms r on r.id = ${roomIdOfBooking}`

const head = preparedSql(
  (at: { id: FolioId }) => sql<FolioHead>`select ${headColumns} from ${headTables} where f.id = ${at.id}`,
)
/** One folio's head. */
export async function readFolioHead(db: Reader, id: FolioId): Promise<FolioHead | undefined> {
  return head.first(db, { id })
}

export type LineView = {
  id: number
  postingId: number
  postingKind: string
  window: number
  codeId: number
  code: string
  codeKind: string
  group: string
  nameEn: string
  nameZh: string
  businessDate: BusinessDate
  serviceDate: BusinessDate
  text: string
  quantity: number
  unitMinor: number
  netMinor: number
  grossMinor: number
  roomNo: string
  negates: number | null
  about: number | null
  at: string
  by: string
  reason: string
  invoice: string | null
  fapiao: string | null
  method: string | null
  currency: string | null
  foreignMinor: number | null
  rate: string | null
  tenderedMinor: number | null
  changeMinor: number | null
  brand: string | null
  lastFour: string | null
  reference: string | null
}

const lines = preparedSql(
  (at: { id: FolioId }) => sql<LineView>`
    select l.id, l.posting_id as postingId, p.kind as postingKind, l.window, l.code_id as codeId, c.code, c.kind as codeKind,
      c.revenue_group as "group", c.name_en as nameEn, c.name_zh as nameZh, l.business_date as businessDate,
      l.service_date as serviceDate, l.text, l.quantity, l.unit_minor as unitMinor, l.net_minor as netMinor,
      l.gross_minor as grossMinor, coalesce(l.room_no, '') as roomNo, l.negates, l.about, p.moment as "at",
      p.actor as "by", coalesce(p.reason, '') as reason,
      (select pa.label from paper_lines i join papers pa on pa.id = i.paper_id where i.line_id = l.id and i.kind = 'invoice'
        and not exists (select 1 from paper_lines x where x.line_id = i.line_id and x.round = i.round and x.kind = 'credit')) as invoice,
      (select fa.status from fapiao_lines fl join fapiao fa on fa.id = fl.fapiao_id where fl.line_id = l.id
        order by fl.round desc limit 1) as fapiao,
      y.method, y.currency, y.foreign_minor as foreignMinor, y.rate, y.tendered_minor as tenderedMinor,
      y.change_minor as changeMinor, y.brand, y.last_four as lastFour, y.reference
    from folio_lines l join postings p on p.id = l.posting_id join transaction_codes c on c.id = l.code_id
      left join payments y on y.posting_id = l.posting_id and y.line_id = l.id
    where l.folio_id = ${at.id} order by l.service_date, l.id`,
)
/** The lines of a folio, by date of service and then as they were posted. */
export async function readLineViews(db: Reader, id: FolioId): Promise<LineView[]> {
  return lines.all(db, { id })
}

export type LineTaxView = { lineId: number; taxId: number; rate: string; baseMinor: number; taxMinor: number }

const taxes = preparedSql(
  (at: { id: FolioId }) => sql<LineTaxView>`
    select t.line_id as lineId, t.tax_id as taxId, t.rate, t.base_minor as baseMinor, t.tax_minor as taxMinor
    from folio_lines l join line_taxes t on t.line_id = l.id where l.folio_id = ${at.id} order by t.line_id, t.n`,
)
/** The taxes of a folio's lines, in the order they were computed. */
export async function readTaxViews(db: Reader, id: FolioId): Promise<LineTaxView[]> {
  return taxes.all(db, { id })
}

export type WindowView = {
  window: number
  guestId: number | null
  accountId: number | null
  payee: string
  nativeName: string | null
  familyName: string | null
  givenName: string | null
  accountName: string | null
  balanceMinor: number
}

const windows = preparedSql(
  (at: { id: FolioId }) => sql<WindowView>`
    select w.window, w.payee_guest_id as guestId, w.payee_account_id as accountId, w.payee, g.native_name as nativeName,
      g.family_name as familyName, g.given_name as givenName, a.name as accountName, coalesce(b.balance_minor, 0) as balanceMinor
    from folio_windows w left join guests g on g.id = w.payee_guest_id left join accounts a on a.id = w.payee_account_id
      left join folio_balances b on b.folio_id = w.folio_id and b.window = w.window
    where w.folio_id = ${at.id} order by w.window`,
)
/** The windows of a folio with their payees and what each owes. */
export async function readWindowViews(db: Reader, id: FolioId): Promise<WindowView[]> {
  return windows.all(db, { id })
}

const headsOfBooking = preparedSql(
  (at: { id: BookingId }) => sql<FolioHead>`
    select ${headColumns} from ${headTables} where f.booking_id = ${at.id} order by f.id`,
)
/** The folios of a booking, its guest's first. */
export async function readHeadsOfBooking(db: Reader, id: BookingId): Promise<FolioHead[]> {
  return headsOfBooking.all(db, { id })
}

const revenue = preparedSql(
  (at: { id: BookingId }) => sql<{ group: string; netMinor: number }>`
    select c.revenue_group as "group", sum(l.net_minor) as netMinor
    from folio_lines l join transaction_codes c on c.id = l.code_id
    where l.booking_id = ${at.id} and c.kind in ('charge', 'allowance') group by c.revenue_group`,
)
/** What a booking brought, net of tax, by revenue group, on whatever folio it stands. */
export async function readRevenueOf(db: Reader, id: BookingId) {
  return revenue.all(db, { id })
}

const securities = preparedSql(
  (at: { id: BookingId; today: BusinessDate }) => sql<{ deposits: number; holds: number }>`
    select coalesce((select sum(d.held_minor) from deposits d join folios f on f.id = d.folio_id where f.booking_id = ${at.id}), 0) as deposits,
      coalesce((select sum(h.amount_minor) from holds h join folios f on f.id = h.folio_id
        where f.booking_id = ${at.id} and h.status = 'held' and h.expires_on >= ${at.today}), 0) as holds`,
)
/** Deposits held and holds in force over all folios of a booking. */
export async function readSecuritiesOf(db: Reader, id: BookingId, today: BusinessDate) {
  return (await securities.first(db, { id, today })) ?? { deposits: 0, holds: 0 }
}
