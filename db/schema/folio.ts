import type { Generated } from 'kysely'
import type {
  AccountId,
  BookingId,
  BusinessDate,
  DepositId,
  FapiaoId,
  FolioId,
  FolioLineId,
  GuestId,
  HoldId,
  LedgerAccountId,
  Moment,
  PaperId,
  PaperSeriesId,
  PostingId,
  ShiftId,
  TaxId,
  TransactionCodeId,
  UserId,
  VoucherId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type FoliosTable = {
  id: Generated<FolioId>
  kind: string
  code: string | null
  name: string
  booking_id: BookingId | null
  guest_id: GuestId | null
  status: string
  opened_on: BusinessDate
  closed_on: BusinessDate | null
  skipped_on: BusinessDate | null
  credit_limit_minor: number | null
  no_post: Flag
  share: number
  share_from: BusinessDate | null
  share_to: BusinessDate | null
  version: number
}

export type FolioWindowsTable = {
  folio_id: FolioId
  window: number
  payee_guest_id: GuestId | null
  payee_account_id: AccountId | null
  /** JSON of what is printed: name, address, taxNo, email. */
  payee: string
}

export type FolioRoutingsTable = {
  folio_id: FolioId
  n: number
  to_folio_id: FolioId
  to_window: number
  /** JSON of codes, groups, dates, weekdays. */
  terms: string
}

/** Kept with the lines in passing. */
export type FolioBalancesTable = { folio_id: FolioId; window: number; balance_minor: number }

export type ShiftsTable = {
  id: Generated<ShiftId>
  user_id: UserId
  workstation: string
  business_date: BusinessDate
  opened_at: Moment
  float_minor: number
  status: string
  closed_at: Moment | null
  closed_on: BusinessDate | null
  closed_by: string | null
  /** JSON of CashCount. */
  counted: string | null
  expected_minor: number | null
  over_minor: number | null
  dropped_minor: number
  version: number
}

export type PostingsTable = {
  id: Generated<PostingId>
  kind: string
  business_date: BusinessDate
  moment: Moment
  actor: string
  workstation: string
  reason: string | null
  reverses: PostingId | null
  origin: string | null
  round: number
  shift_id: ShiftId | null
  currency: string
}

export type FolioLinesTable = {
  id: Generated<FolioLineId>
  posting_id: PostingId
  folio_id: FolioId
  window: number
  code_id: TransactionCodeId
  business_date: BusinessDate
  service_date: BusinessDate
  text: string
  /** Thousandths. */
  quantity: number
  unit_minor: number
  net_minor: number
  gross_minor: number
  booking_id: BookingId | null
  room_no: string | null
  negates: FolioLineId | null
  about: FolioLineId | null
  /** JSON of TaxFacts. */
  facts: string | null
}

export type LineTaxesTable = {
  line_id: FolioLineId
  n: number
  tax_id: TaxId
  business_date: BusinessDate
  rate: string
  base_minor: number
  tax_minor: number
}

/** Debit positive. */
export type LedgerEntriesTable = {
  posting_id: PostingId
  n: number
  account_id: LedgerAccountId
  amount_minor: number
  folio_id: FolioId | null
  window: number | null
  party_account_id: AccountId | null
  deposit_id: DepositId | null
  shift_id: ShiftId | null
  currency: string | null
  foreign_minor: number | null
}

/** Kept with the entries in passing. */
export type LedgerDaysTable = {
  business_date: BusinessDate
  account_id: LedgerAccountId
  debit_minor: number
  credit_minor: number
}

export type PaymentsTable = {
  posting_id: PostingId
  n: number
  folio_id: FolioId | null
  /** Null where it is no line of a folio: a deposit. */
  line_id: FolioLineId | null
  deposit_id: DepositId | null
  code_id: TransactionCodeId
  method: string
  business_date: BusinessDate
  amount_minor: number
  currency: string
  foreign_minor: number | null
  rate: string | null
  tendered_minor: number | null
  change_minor: number | null
  brand: string
  last_four: string
  reference: string
  account_id: AccountId | null
  voucher_id: VoucherId | null
  shift_id: ShiftId | null
  actor: string
}

export type DepositsTable = {
  id: Generated<DepositId>
  kind: string
  slip_no: string
  folio_id: FolioId
  booking_id: BookingId | null
  taken_on: BusinessDate
  code_id: TransactionCodeId
  amount_minor: number
  held_minor: number
  slip_lost: Flag
  note: string
  version: number
}

export type DepositMovesTable = {
  deposit_id: DepositId
  posting_id: PostingId
  kind: string
  amount_minor: number
}

export type HoldsTable = {
  id: Generated<HoldId>
  folio_id: FolioId
  amount_minor: number
  brand: string
  last_four: string
  approval: string
  taken_on: BusinessDate
  expires_on: BusinessDate
  status: string
  captured_minor: number | null
  ended_on: BusinessDate | null
  version: number
}

export type VouchersTable = {
  id: Generated<VoucherId>
  number: string
  sold_on: BusinessDate
  expires_on: BusinessDate | null
  amount_minor: number
  left_minor: number
  line_id: FolioLineId | null
  version: number
}

/** What an account owes, by item: positive; what it paid: negative. */
export type AccountItemsTable = {
  posting_id: PostingId
  n: number
  account_id: AccountId
  dated: BusinessDate
  due_on: BusinessDate
  reference: string
  amount_minor: number
  paper_id: PaperId | null
}

export type PaperSeriesTable = {
  id: Generated<PaperSeriesId>
  code: string
  kind: string
  prefix: string
  digits: number
  active: Flag
  version: number
}

/** `first`: 1, or the one after the last of the system before. */
export type PaperNumbersTable = { series_id: PaperSeriesId; year: number; first: number; next: number }

export type PapersTable = {
  id: Generated<PaperId>
  kind: string
  series_id: PaperSeriesId
  year: number
  number: number
  label: string
  issued_on: BusinessDate
  business_date: BusinessDate
  moment: Moment
  actor: string
  folio_id: FolioId | null
  window: number | null
  posting_id: PostingId | null
  language: string
  payee_name: string
  /** JSON of PaperContent. */
  content: string
  net_minor: number
  tax_minor: number
  gross_minor: number
  reverses: PaperId | null
}

/** kind: `invoice` while it stands on one, `credit` once that is taken back. */
export type PaperLinesTable = { line_id: FolioLineId; round: number; kind: string; paper_id: PaperId }

export type PaperPrintsTable = { paper_id: PaperId; copies: number }

export type FapiaoTable = {
  id: Generated<FapiaoId>
  folio_id: FolioId
  kind: string
  title: string
  tax_no: string
  /** JSON of FapiaoImage's details. */
  details: string
  status: string
  amount_minor: number
  asked_on: BusinessDate
  exported_on: BusinessDate | null
  number: string | null
  issued_on: BusinessDate | null
  red_number: string | null
  red_on: BusinessDate | null
  version: number
}

export type FapiaoLinesTable = { line_id: FolioLineId; round: number; fapiao_id: FapiaoId }
