/**
 * A posting: what was put on folios at one moment, with the entries that it makes in the ledger. Never changed or deleted:
 * another posting takes it back. Line amounts are what a guest owes (payments are negative); entries are debit positive and
 * add up to zero.
 */
import type {
  AccountId,
  BookingId,
  BusinessDate,
  DepositId,
  FolioId,
  FolioLineId,
  LedgerAccountId,
  PostingId,
  ShiftId,
  TransactionCodeId,
  VoucherId,
} from '../../values/index.ts'
import type { PaymentMethod } from './chart.ts'
import type { LineTax, TaxFacts } from './tax.ts'

export const postingKinds = [
  'charge',
  'room',
  'fee',
  'payment',
  'refund',
  'paid-out',
  'deposit',
  'deposit-applied',
  'deposit-refund',
  'deposit-forfeit',
  'correction',
  'allowance',
  'transfer',
  'split',
  'tax-change',
  'rounding',
  'over-short',
  'float',
  'drop',
  'cash-up',
  'opening',
] as const
export type PostingKind = (typeof postingKinds)[number]

/** A line before it has an id. `quantity` is in thousandths; `unitMinor` is the stated price of one. */
export type LineDraft = {
  folioId: FolioId
  window: number
  codeId: TransactionCodeId
  serviceDate: BusinessDate
  text: string
  quantity: number
  unitMinor: number
  netMinor: number
  grossMinor: number
  taxes: LineTax[]
  bookingId: BookingId | null
  roomNo: string | null
  /** The line that this one takes off its window as a whole. */
  negates: FolioLineId | null
  /** The line that this one is about: an allowance of it, a part of it, where it came from. */
  about: FolioLineId | null
  /** What its taxes were computed from, so that they can be computed again. */
  facts: TaxFacts | null
  payment?: PaymentDraft
  /** The deposit that pays it. */
  depositId?: DepositId
  depositKind?: 'deposit' | 'key'
}

/** How it was paid. `amountMinor` is what came in, in the hotel's currency; money that went out is negative. */
export type PaymentDraft = {
  method: PaymentMethod
  amountMinor: number
  currency: string
  foreignMinor: number | null
  rate: string | null
  tenderedMinor: number | null
  changeMinor: number | null
  brand: string
  lastFour: string
  reference: string
  accountId: AccountId | null
  voucherId: VoucherId | null
  /** The shift whose drawer it went into or came out of. */
  shiftId: ShiftId | null
}

/** A line on file. */
export type Line = Omit<LineDraft, 'payment' | 'depositId' | 'depositKind'> & {
  id: FolioLineId
  postingId: PostingId
  businessDate: BusinessDate
}

/** One side of a movement: debit positive. The sub-ledger that it belongs to is named beside the account. */
export type Entry = {
  accountId: LedgerAccountId
  amountMinor: number
  folioId?: FolioId
  window?: number
  partyAccountId?: AccountId
  depositId?: DepositId
  shiftId?: ShiftId
  /** Where it is not the hotel's: the currency and its amount, minor units of that currency. */
  currency?: string
  foreignMinor?: number
}

/** A line of one amount without taxes: a payment (negative), a voucher that is sold, an opening balance. */
export function plainLine(
  placed: Pick<LineDraft, 'folioId' | 'window' | 'codeId' | 'serviceDate' | 'text' | 'bookingId'>,
  amountMinor: number,
): LineDraft {
  return {
    ...placed,
    quantity: 1000,
    unitMinor: amountMinor,
    netMinor: amountMinor,
    grossMinor: amountMinor,
    taxes: [],
    roomNo: null,
    negates: null,
    about: null,
    facts: null,
  }
}

/** Lines that change nothing when taken together with what they negate: exact mirror of a line. */
export function negationOf(line: Line): LineDraft {
  return {
    folioId: line.folioId,
    window: line.window,
    codeId: line.codeId,
    serviceDate: line.serviceDate,
    text: line.text,
    quantity: -line.quantity,
    unitMinor: line.unitMinor,
    netMinor: -line.netMinor,
    grossMinor: -line.grossMinor,
    taxes: line.taxes.map((tax) => ({ ...tax, baseMinor: -tax.baseMinor, taxMinor: -tax.taxMinor })),
    bookingId: line.bookingId,
    roomNo: line.roomNo,
    negates: line.id,
    about: null,
    facts: line.facts,
  }
}

/** A line that is put on again, or elsewhere: the same in all, about the line that it came from. */
export function copyOf(line: Line): LineDraft {
  return {
    folioId: line.folioId,
    window: line.window,
    codeId: line.codeId,
    serviceDate: line.serviceDate,
    text: line.text,
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    netMinor: line.netMinor,
    grossMinor: line.grossMinor,
    taxes: line.taxes,
    bookingId: line.bookingId,
    roomNo: line.roomNo,
    negates: null,
    about: line.id,
    facts: line.facts,
  }
}

/** A posting as the change log names it: what it put on which folio. Texts are apart, because they may name somebody. */
export type PostingImage = {
  kind: PostingKind
  businessDate: BusinessDate
  reverses: PostingId | null
  /** Null where it is on no folio: a drawer's float, a drop to the safe. */
  folioId: FolioId | null
  /** What the folio owes by it. */
  amountMinor: number
  /** By line id. */
  lines: {
    [lineId: string]: {
      folioId: FolioId
      window: number
      codeId: TransactionCodeId
      serviceDate: BusinessDate
      grossMinor: number
    }
  }
  texts: { [lineId: string]: string }
}
