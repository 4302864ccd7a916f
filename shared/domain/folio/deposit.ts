/**
 * Money that is held and not earned: deposits before arrival and 押金 at check-in (liabilities in the ledger), card
 * pre-authorisations (holds beside it, never a payment), vouchers sold.
 */
import type { BookingId, BusinessDate, FolioId, FolioLineId, TransactionCodeId } from '../../values/index.ts'

export const depositKinds = ['deposit', 'key'] as const
export type DepositKind = (typeof depositKinds)[number]

export const depositMoves = ['taken', 'applied', 'refunded', 'forfeited'] as const
export type DepositMove = (typeof depositMoves)[number]

export type DepositImage = {
  kind: DepositKind
  /** Numbered without gaps: what the guest gives back. */
  slipNo: string
  folioId: FolioId
  bookingId: BookingId | null
  takenOn: BusinessDate
  /** The payment code it was taken by: it is refunded by the same. */
  codeId: TransactionCodeId
  amountMinor: number
  /** What is left of it. */
  heldMinor: number
  slipLost: boolean
  note: string
}

export const holdStatuses = ['held', 'captured', 'released'] as const
export type HoldStatus = (typeof holdStatuses)[number]

/** Held and past `expiresOn` it has expired: derived, never stored. */
export type HoldImage = {
  folioId: FolioId
  amountMinor: number
  brand: string
  lastFour: string
  approval: string
  takenOn: BusinessDate
  expiresOn: BusinessDate
  status: HoldStatus
  capturedMinor: number | null
  endedOn: BusinessDate | null
}

export type VoucherImage = {
  number: string
  soldOn: BusinessDate
  expiresOn: BusinessDate | null
  amountMinor: number
  leftMinor: number
  /** The line that it was sold by; null where it was sold before the books began. */
  lineId: FolioLineId | null
}
