import {
  loadDeposit,
  loadHold,
  loadVoucher,
  saveDeposit,
  saveHold,
  saveVoucher,
} from '#db/repositories/folio/held.ts'
import type { DepositImage, HoldImage, VoucherImage } from '#shared/domain/folio/deposit.ts'
import type { BookingId, DepositId, HoldId, VoucherId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'

/** A deposit or 押金. Its slip has a number, so that one whose taking is undone stays, with nothing held. */
export const depositAggregate: Aggregate<DepositImage> = {
  entity: 'deposit',
  unknown: 'DEPOSIT_UNKNOWN',
  load: (tx, id) => loadDeposit(tx, id as DepositId),
  save: (tx, id, before, after) => saveDeposit(tx, id as DepositId, before, after),
  check: async () => null,
  bookingOf: (_id, image) => image.bookingId as BookingId,
  remains: async (_tx, _id, image) => ({ ...image, heldMinor: 0 }),
}

/** A card's pre-authorisation, beside the ledger. */
export const holdAggregate: Aggregate<HoldImage> = {
  entity: 'hold',
  unknown: 'HOLD_UNKNOWN',
  load: (tx, id) => loadHold(tx, id as HoldId),
  save: (tx, id, before, after) => saveHold(tx, id as HoldId, before, after),
  check: async () => null,
}

/** A voucher sold. Its number is in somebody's hand: one whose sale is undone stays, worth nothing. */
export const voucherAggregate: Aggregate<VoucherImage> = {
  entity: 'voucher',
  unknown: 'VOUCHER_UNKNOWN',
  load: (tx, id) => loadVoucher(tx, id as VoucherId),
  save: (tx, id, before, after) => saveVoucher(tx, id as VoucherId, before, after),
  check: async () => null,
  remains: async (_tx, _id, image) => ({ ...image, leftMinor: 0 }),
}
