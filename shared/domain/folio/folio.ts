/**
 * A folio 账单: what one guest, party or house account owes, in up to eight windows with a payee each. Its image holds who
 * pays, which charges another folio takes (routing) and a sharer's part of the rate; lines and balances are the ledger's.
 */
import type {
  AccountId,
  BookingId,
  BusinessDate,
  FolioId,
  GuestId,
  TransactionCodeId,
} from '../../values/index.ts'
import type { RevenueGroup } from './chart.ts'

/** booking: of a stay, one for each guest who pays apart; master: of a party; house: without a stay (哑房, PM). */
export const folioKinds = ['booking', 'master', 'house'] as const
export type FolioKind = (typeof folioKinds)[number]

export const folioStatuses = ['open', 'closed'] as const
export type FolioStatus = (typeof folioStatuses)[number]

export const maxWindows = 8

/** Who pays a window and what stands on the paper. Without guest and account it is the folio's own guest. */
export type Payee = {
  guestId: GuestId | null
  accountId: AccountId | null
  /** As printed; empty: the guest's or account's own name. */
  name: string
  address: string
  taxNo: string
  email: string
}

/** Charges that go to another folio or window: of these codes or groups (none named: all), on nights of [from, to). */
export type Routing = {
  toFolioId: FolioId
  toWindow: number
  codeIds: TransactionCodeId[]
  groups: RevenueGroup[]
  from: BusinessDate | null
  to: BusinessDate | null
  /** 1 Monday … 7 Sunday; none named: every day. */
  weekdays: number[]
}

export type FolioImage = {
  kind: FolioKind
  /** Of house and master accounts, unique: PM, STAFF. */
  code: string | null
  name: string
  bookingId: BookingId | null
  guestId: GuestId | null
  status: FolioStatus
  openedOn: BusinessDate
  closedOn: BusinessDate | null
  /** The business date on which the guest was gone without paying 跑单. */
  skippedOn: BusinessDate | null
  /** Null: the hotel's own limit. */
  creditLimitMinor: number | null
  /** Nothing is charged to it but by payment at once. */
  noPost: boolean
  /** Weight of its part of the room's rate among the folios of the booking; 0: it pays none. */
  share: number
  shareFrom: BusinessDate | null
  shareTo: BusinessDate | null
  /** By window number. */
  windows: { [window: string]: Payee }
  /** By number within the folio. */
  routings: { [n: string]: Routing }
}
