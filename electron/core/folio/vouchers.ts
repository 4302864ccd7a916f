import type { Writer } from '#db/handles.ts'
import { findVoucher, findVoucherOfLine, loadVoucher, saveVoucher } from '#db/repositories/folio/held.ts'
import { type FolioLineId, type Refused, refuse, type VoucherId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'

/** Takes an amount off a voucher that pays. Refused where it is unknown, has expired, or is not worth so much any more. */
export async function redeemVoucher(
  tx: Writer,
  ctx: Context,
  number: string,
  amountMinor: number,
): Promise<{ voucherId: VoucherId; changes: Change[] } | Refused<'VOUCHER_UNKNOWN' | 'VOUCHER_SHORT'>> {
  const voucher = await findVoucher(tx, number)
  if (!voucher) return refuse('VOUCHER_UNKNOWN', { number })
  const { id, image } = voucher
  const expired = image.expiresOn !== null && image.expiresOn < ctx.businessDate
  if (expired || image.leftMinor < amountMinor)
    return refuse('VOUCHER_SHORT', {
      number,
      leftMinor: expired ? 0 : image.leftMinor,
      currency: ctx.hotel.currency,
    })
  const after = { ...image, leftMinor: image.leftMinor - amountMinor }
  await saveVoucher(tx, id, image, after)
  return { voucherId: id, changes: changeOf('voucher', id, image, after) }
}

/** Gives a voucher back what it paid. */
export async function restoreVoucher(tx: Writer, id: VoucherId, amountMinor: number): Promise<Change[]> {
  const voucher = await loadVoucher(tx, id)
  if (!voucher) throw new Error(`no voucher ${id}`)
  const after = { ...voucher.image, leftMinor: voucher.image.leftMinor + amountMinor }
  await saveVoucher(tx, id, voucher.image, after)
  return changeOf('voucher', id, voucher.image, after)
}

/**
 * Takes a voucher back whose sale is corrected: it is worth nothing then. Refused once part of it has paid for something;
 * those payments are corrected first.
 */
export async function takeBackVoucher(
  tx: Writer,
  ctx: Context,
  soldBy: FolioLineId,
): Promise<Change[] | Refused<'VOUCHER_SPENT'>> {
  const voucher = await findVoucherOfLine(tx, soldBy)
  if (!voucher) return []
  const { id, image } = voucher
  if (image.leftMinor !== image.amountMinor)
    return refuse('VOUCHER_SPENT', {
      number: image.number,
      spentMinor: image.amountMinor - image.leftMinor,
      currency: ctx.hotel.currency,
    })
  const after = { ...image, leftMinor: 0 }
  await saveVoucher(tx, id, image, after)
  return changeOf('voucher', id, image, after)
}
