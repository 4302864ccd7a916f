import type { Writer } from '#db/handles.ts'
import { readBalances } from '#db/queries/folio/read.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadDeposit, saveDeposit } from '#db/repositories/folio/held.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { DepositImage, DepositMove } from '#shared/domain/folio/deposit.ts'
import { accountOfRole, paymentSide } from '#shared/domain/folio/entries.ts'
import { type Entry, type LineDraft, type PaymentDraft, plainLine } from '#shared/domain/folio/posting.ts'
import {
  type DepositId,
  isRefused,
  type Refused,
  refuse,
  type TransactionCodeId,
} from '#shared/values/index.ts'
import { type Context, may } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { type Conflicted, changeOf, conflict, done } from '../../kernel/outcome.ts'
import { checkDate, type OpenFolio, readOpenFolio, shiftFor } from '../guard.ts'
import { issueSlip } from '../paper/slip.ts'
import { draftPayment } from '../pay.ts'
import { post } from '../post.ts'
import type { PostingDraft } from '../posting-rows.ts'
import { folioFor } from './whose.ts'

/**
 * Takes a deposit: money of the guest that the hotel owes, no payment of the folio. The slip's number is drawn in the year
 * of the printed date, in this transaction, so that none goes missing. A voucher or an account is no money to be held.
 */
export const takeDeposit = writes('deposit.take', async (tx, ctx, input) => {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return closed
  const whose = await folioFor(tx, ctx, input)
  if ('stop' in whose) return whose.stop
  const { folio } = whose
  const chart = await readChart(tx)
  const unfit = checkMethod(chart, input.codeId)
  if (unfit) return unfit
  const drafted = await draftPayment(tx, ctx, chart, { ...input, voucherNo: '' })
  if (isRefused(drafted)) return drafted
  const { payment, code } = drafted
  const id = (await nextId(tx, 'deposits')) as DepositId
  const taken: Omit<DepositImage, 'slipNo'> = {
    kind: input.kind,
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    takenOn: ctx.businessDate,
    codeId: code.id,
    amountMinor: payment.amountMinor,
    heldMinor: payment.amountMinor,
    slipLost: false,
    note: input.note,
  }
  const slip = await issueSlip(tx, ctx, taken, ctx.language)
  if (isRefused(slip)) return slip
  const image: DepositImage = { ...taken, slipNo: slip.label }
  await saveDeposit(tx, id, null, image)
  const posted = await post(tx, ctx, chart, {
    kind: 'deposit',
    folioId: folio.id,
    bookingId: image.bookingId,
    lines: [],
    ...besides(chart, id, image, code, payment, 'taken', image.amountMinor),
  })
  const output = {
    id,
    version: 1,
    slipNo: image.slipNo,
    folioId: folio.id,
    postingId: posted.postingId,
    amountMinor: image.amountMinor,
    changeMinor: payment.changeMinor,
  }
  const change = changeOf('deposit', id, null, image, image.bookingId ?? undefined)
  return done(output, [...whose.changes, ...slip.changes, ...change, ...posted.changes])
})

/** Pays a window out of a deposit: a line of the folio under the code that the deposit was taken by. */
export const applyDeposit = writes('deposit.apply', async (tx, ctx, input) => {
  const held = await readHeld(tx, ctx, input)
  if ('stop' in held) return held.stop
  const { folio, image } = held
  if (!folio.image.windows[input.window]) return refuse('WINDOW_UNKNOWN', { window: input.window })
  const chart = await readChart(tx)
  const posted = await post(tx, ctx, chart, {
    kind: 'deposit-applied',
    folioId: folio.id,
    bookingId: image.bookingId,
    lines: [depositLine(ctx, folio, input.window, input.id, image, input.amountMinor)],
    depositMoves: [{ deposit_id: input.id, kind: 'applied', amount_minor: -input.amountMinor }],
  })
  const lowered = await lower(tx, input.id, held, input.amountMinor)
  const balances = await readBalances(tx, folio.id)
  const output = { ...lowered.saved, postingId: posted.postingId, balanceMinor: balances[input.window] ?? 0 }
  return done(output, [...posted.changes, ...lowered.changes])
})

/**
 * Gives money of a deposit back, by the method that it was taken by: a card's money returned in cash is how cards are
 * milked, and so it takes a manager and a reason. Without the slip a reason is asked of everybody.
 */
export const refundDeposit = writes('deposit.refund', async (tx, ctx, input) => {
  const held = await readHeld(tx, ctx, input)
  if ('stop' in held) return held.stop
  const { folio, image } = held
  const chart = await readChart(tx)
  const taken = chart.codes.get(image.codeId)
  const code = chart.codes.get(input.codeId ?? image.codeId)
  if (!code?.method) return refuse('CODE_UNKNOWN', { id: input.codeId ?? image.codeId })
  const unfit = checkMethod(chart, code.id)
  if (unfit) return unfit
  const other = code.method !== taken?.method
  if (other && !may(ctx, 'deposit-other-method')) {
    return refuse('DEPOSIT_OTHER_METHOD', { code: taken?.code ?? '', needed: 'deposit-other-method' })
  }
  if ((other || image.slipLost) && !input.reason) return refuse('REASON_NEEDED')
  const shift = await shiftFor(tx, ctx, chart.settings, code.method)
  if (isRefused(shift)) return shift
  const payment: PaymentDraft = {
    method: code.method,
    amountMinor: -input.amountMinor,
    currency: ctx.hotel.currency,
    foreignMinor: null,
    rate: null,
    tenderedMinor: null,
    changeMinor: null,
    brand: input.brand,
    lastFour: input.lastFour,
    reference: input.reference,
    accountId: null,
    voucherId: null,
    shiftId: shift.shiftId,
  }
  const posted = await post(tx, ctx, chart, {
    kind: 'deposit-refund',
    folioId: folio.id,
    bookingId: image.bookingId,
    reason: input.reason ?? null,
    lines: [],
    ...besides(chart, input.id, image, code, payment, 'refunded', input.amountMinor),
  })
  const lowered = await lower(tx, input.id, held, input.amountMinor)
  const output = { ...lowered.saved, postingId: posted.postingId, heldMinor: lowered.heldMinor }
  return done(output, [...posted.changes, ...lowered.changes])
})

function checkMethod(chart: Chart, codeId: TransactionCodeId): Refused<'DEPOSIT_METHOD'> | null {
  const code = chart.codes.get(codeId)
  return code?.method === 'voucher' || code?.method === 'account'
    ? refuse('DEPOSIT_METHOD', { code: code.code })
    : null
}

/** What taking a deposit or giving it back writes beside a folio's lines. */
function besides(
  chart: Chart,
  id: DepositId,
  { kind }: DepositImage,
  code: TransactionCode,
  payment: PaymentDraft,
  move: DepositMove,
  amountMinor: number,
): Pick<PostingDraft, 'sides' | 'payments' | 'depositMoves' | 'shiftId'> {
  const owed: Entry = {
    accountId: accountOfRole(chart.roles, kind === 'key' ? 'key-deposits' : 'deposits'),
    amountMinor: -payment.amountMinor,
    depositId: id,
  }
  return {
    sides: [paymentSide(chart, code, payment), owed],
    payments: [{ ...payment, codeId: code.id, depositId: id }],
    // The moves of a deposit add up to what is held of it
    depositMoves: [
      { deposit_id: id, kind: move, amount_minor: move === 'taken' ? amountMinor : -amountMinor },
    ],
    shiftId: payment.shiftId,
  }
}

/** The line by which a deposit pays: under its payment code, with its slip's number. */
export function depositLine(
  ctx: Context,
  folio: OpenFolio,
  window: number,
  id: DepositId,
  image: DepositImage,
  amountMinor: number,
): LineDraft {
  const placed = { folioId: folio.id, window, codeId: image.codeId, serviceDate: ctx.businessDate }
  const line = plainLine({ ...placed, text: image.slipNo, bookingId: folio.image.bookingId }, -amountMinor)
  return { ...line, depositId: id, depositKind: image.kind }
}

export type HeldDeposit = { image: DepositImage; version: number; folio: OpenFolio }
export type HeldCode =
  | 'DEPOSIT_UNKNOWN'
  | 'DEPOSIT_SHORT'
  | 'FOLIO_UNKNOWN'
  | 'FOLIO_CLOSED'
  | 'BUSINESS_DATE_CLOSED'

/** A deposit at the version that was read, of which so much is held, with its open folio. */
export async function readHeld(
  tx: Writer,
  ctx: Context,
  input: {
    id: DepositId
    version: number
    amountMinor: number
    businessDate?: Parameters<typeof checkDate>[1]
  },
): Promise<HeldDeposit | { stop: Refused<HeldCode> | Conflicted }> {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return { stop: closed }
  const loaded = await loadDeposit(tx, input.id)
  if (!loaded) return { stop: refuse('DEPOSIT_UNKNOWN', { id: input.id }) }
  const { image, version } = loaded
  const { heldMinor, slipNo } = image
  // Before the version: of two desks the second hears that nothing is left, and not only of a conflict
  if (input.amountMinor > heldMinor)
    return { stop: refuse('DEPOSIT_SHORT', { slip: slipNo, heldMinor, currency: ctx.hotel.currency }) }
  if (version !== input.version) return { stop: conflict('deposit', input.id) }
  const folio = await readOpenFolio(tx, image.folioId)
  return isRefused(folio) ? { stop: folio } : { image, version, folio }
}

/** Takes an amount off what is held. */
export async function lower(
  tx: Writer,
  id: DepositId,
  { image, version }: Pick<HeldDeposit, 'image' | 'version'>,
  amountMinor: number,
) {
  const after = { ...image, heldMinor: image.heldMinor - amountMinor }
  await saveDeposit(tx, id, image, after)
  return {
    saved: { id, version: version + 1 },
    heldMinor: after.heldMinor,
    changes: changeOf('deposit', id, image, after, image.bookingId ?? undefined),
  }
}
