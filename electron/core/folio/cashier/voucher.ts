import type { Writer } from '#db/handles.ts'
import { readBalances } from '#db/queries/folio/read.ts'
import { readVoucherPaid } from '#db/queries/folio/registers.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { findVoucher, saveVoucher } from '#db/repositories/folio/held.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { VoucherImage } from '#shared/domain/folio/deposit.ts'
import { plainLine } from '#shared/domain/folio/posting.ts'
import { isRefused, type Refused, refuse, type VoucherId } from '#shared/values/index.ts'
import { writes } from '../../kernel/handler.ts'
import { type Change, changeOf, done } from '../../kernel/outcome.ts'
import { checkLimits } from '../charge.ts'
import { readOpenWindow } from '../guard.ts'
import { post } from '../post.ts'

/** Sells a voucher: the folio owes its worth, the hotel owes the same. Tax is due when it pays for something. */
export const sellVoucher = writes('voucher.sell', async (tx, ctx, input) => {
  const folio = await readOpenWindow(tx, ctx, input)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const code = chart.codes.get(input.codeId)
  if (!code?.active) return refuse('CODE_UNKNOWN', { id: input.codeId })
  if (code.kind !== 'voucher') return refuse('CODE_NOT_VOUCHER', { code: code.code })
  const { number, amountMinor, expiresOn } = input
  if (expiresOn !== null && expiresOn < ctx.businessDate)
    return refuse('VOUCHER_ENDS_BEFORE', { date: expiresOn, today: ctx.businessDate })
  const { bookingId } = folio.image
  const placed = { folioId: folio.id, window: input.window, codeId: code.id, serviceDate: ctx.businessDate }
  const line = plainLine({ ...placed, text: number, bookingId }, amountMinor)
  const within = await checkLimits(tx, ctx, chart, folio, [line], false)
  if (isRefused(within)) return within
  const posted = await post(tx, ctx, chart, {
    kind: 'charge',
    folioId: folio.id,
    bookingId,
    lines: [line],
  })
  const [lineId] = posted.lineIds
  const image = { number, soldOn: ctx.businessDate, expiresOn, amountMinor, leftMinor: amountMinor }
  const made = await putVoucher(tx, { ...image, lineId: lineId ?? null })
  if (isRefused(made)) return made
  const balances = await readBalances(tx, folio.id)
  const output = {
    id: made.id,
    version: made.version,
    postingId: posted.postingId,
    balanceMinor: balances[input.window] ?? 0,
  }
  return done(output, [...posted.changes, ...made.changes])
})

/**
 * Puts a voucher on file under its number. A number whose sale was taken back before anything was paid by it may be sold
 * again: it is the same piece of paper.
 */
export async function putVoucher(
  tx: Writer,
  image: VoucherImage,
): Promise<{ id: VoucherId; version: number; changes: Change[] } | Refused<'VOUCHER_TAKEN'>> {
  const before = await findVoucher(tx, image.number)
  if (!before) {
    const id = (await nextId(tx, 'vouchers')) as VoucherId
    await saveVoucher(tx, id, null, image)
    return { id, version: 1, changes: changeOf('voucher', id, null, image) }
  }
  const free = before.image.leftMinor === 0 && (await readVoucherPaid(tx, before.id)) === 0
  if (!free) return refuse('VOUCHER_TAKEN', { number: image.number })
  await saveVoucher(tx, before.id, before.image, image)
  const changes = changeOf('voucher', before.id, before.image, image)
  return { id: before.id, version: before.version + 1, changes }
}
