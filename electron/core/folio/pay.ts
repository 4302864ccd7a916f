import type { Writer } from '#db/handles.ts'
import { readBalances, readPaid } from '#db/queries/folio/read.ts'
import { loadAccount } from '#db/repositories/account/repository.ts'
import { readChart, readRateOn } from '#db/repositories/folio/chart.ts'
import { roundCash } from '#shared/domain/folio/cash-rounding.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import { type Chart, codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import { convertMoney } from '#shared/domain/folio/convert.ts'
import { type LineDraft, type PaymentDraft, plainLine } from '#shared/domain/folio/posting.ts'
import {
  type AccountId,
  type Currency,
  isRefused,
  type PostingId,
  type Refused,
  refuse,
  type TransactionCodeId,
} from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { type OpenFolio, readOpenWindow, shiftFor } from './guard.ts'
import { post } from './post.ts'
import { redeemVoucher } from './vouchers.ts'

/** A payment as the desk gives it: an amount in the hotel's currency, or one in a foreign currency at the day's rate. */
export type PayInput = {
  window: number
  codeId: TransactionCodeId
  amountMinor: number
  currency?: string | undefined
  foreignMinor?: number | undefined
  tenderedMinor?: number | undefined
  brand: string
  lastFour: string
  reference: string
  voucherNo: string
  accountId?: AccountId | undefined
  text: string
}

export type PayCode =
  | 'CODE_UNKNOWN'
  | 'CODE_NOT_PAYMENT'
  | 'SHIFT_NEEDED'
  | 'CASH_NOT_TAKEN'
  | 'RATE_MISSING'
  | 'AMOUNT_ZERO'
  | 'TENDERED_SHORT'
  | 'ACCOUNT_NEEDED'
  | 'ACCOUNT_UNKNOWN'
  | 'VOUCHER_UNKNOWN'
  | 'VOUCHER_SHORT'
  | 'WINDOW_UNKNOWN'

/** Takes a payment on a window of a folio. */
export const pay = writes('folio.pay', async (tx, ctx, input) => {
  const folio = await readOpenWindow(tx, ctx, input)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const paid = await takePayment(tx, ctx, chart, folio, input)
  if (isRefused(paid)) return paid
  const balances = await readBalances(tx, folio.id)
  return done(
    { postingId: paid.postingId, balanceMinor: balances[input.window] ?? 0, changeMinor: paid.changeMinor },
    paid.changes,
  )
})

export type Paid = { postingId: PostingId; changeMinor: number | null; changes: Change[] }

/** Posts one payment: cash is rounded to the smallest coin, by a line of its own, where it pays what is open. */
export async function takePayment(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  folio: OpenFolio,
  input: PayInput,
): Promise<Paid | Refused<PayCode>> {
  if (!folio.image.windows[input.window]) return refuse('WINDOW_UNKNOWN', { window: input.window })
  const drafted = await draftPayment(tx, ctx, chart, input)
  if (isRefused(drafted)) return drafted
  const { payment, code, changes } = drafted
  const lines = [paymentLine(folio, code, input.window, payment, ctx, input.text)]
  if (payment.method === 'cash') {
    const balances = await readBalances(tx, folio.id)
    lines.push(
      ...roundingLines(chart, folio, input.window, balances[input.window] ?? 0, payment.amountMinor, ctx),
    )
  }
  const posted = await post(tx, ctx, chart, {
    kind: 'payment',
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    lines,
    shiftId: payment.shiftId,
  })
  return {
    postingId: posted.postingId,
    changeMinor: payment.changeMinor,
    changes: [...posted.changes, ...changes],
  }
}

type Drafted = { payment: PaymentDraft; code: TransactionCode; changes: Change[] }

/** A payment checked and complete: amount in the hotel's currency, shift, change given, voucher taken down. */
export async function draftPayment(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  input: Omit<PayInput, 'window' | 'text'>,
): Promise<Drafted | Refused<PayCode>> {
  const code = chart.codes.get(input.codeId)
  if (!code?.active) return refuse('CODE_UNKNOWN', { id: input.codeId })
  if (code.kind !== 'payment' || code.method === null) return refuse('CODE_NOT_PAYMENT', { code: code.code })
  const amount = await amountOf(tx, ctx, input)
  if (isRefused(amount)) return amount
  if (amount.minor <= 0) return refuse('AMOUNT_ZERO')
  const shift = await shiftFor(tx, ctx, chart.settings, code.method)
  if (isRefused(shift)) return shift
  const tendered = code.method === 'cash' && input.tenderedMinor !== undefined ? input.tenderedMinor : null
  if (tendered !== null && tendered < (amount.foreignMinor ?? amount.minor)) return refuse('TENDERED_SHORT')
  const payer = code.method === 'account' ? await readPayer(tx, input.accountId) : null
  if (payer && isRefused(payer)) return payer
  const voucher =
    code.method === 'voucher' ? await redeemVoucher(tx, ctx, input.voucherNo, amount.minor) : null
  if (voucher && isRefused(voucher)) return voucher
  return {
    code,
    changes: voucher?.changes ?? [],
    payment: {
      method: code.method,
      amountMinor: amount.minor,
      currency: amount.currency,
      foreignMinor: amount.foreignMinor,
      rate: amount.rate,
      tenderedMinor: tendered,
      changeMinor: tendered === null ? null : tendered - (amount.foreignMinor ?? amount.minor),
      brand: input.brand,
      lastFour: input.lastFour,
      reference: input.reference,
      accountId: payer?.id ?? null,
      voucherId: voucher?.voucherId ?? null,
      shiftId: shift.shiftId,
    },
  }
}

/** The account that something goes on. */
async function readPayer(
  tx: Writer,
  id: AccountId | undefined,
): Promise<{ id: AccountId } | Refused<'ACCOUNT_NEEDED' | 'ACCOUNT_UNKNOWN'>> {
  if (id === undefined) return refuse('ACCOUNT_NEEDED')
  return (await loadAccount(tx, id)) ? { id } : refuse('ACCOUNT_UNKNOWN', { id })
}

async function amountOf(
  tx: Writer,
  ctx: Context,
  input: Pick<PayInput, 'amountMinor' | 'currency' | 'foreignMinor'>,
): Promise<
  | { minor: number; currency: string; foreignMinor: number | null; rate: string | null }
  | Refused<'RATE_MISSING'>
> {
  const home = ctx.hotel.currency
  if (input.currency === undefined || input.currency === home || input.foreignMinor === undefined)
    return { minor: input.amountMinor, currency: home, foreignMinor: null, rate: null }
  const rate = await readRateOn(tx, input.currency, ctx.businessDate)
  const minor = rate && convertMoney(input.foreignMinor, rate, input.currency as Currency, home as Currency)
  if (!rate || minor === null) return refuse('RATE_MISSING', { currency: input.currency })
  return { minor: minor as number, currency: input.currency, foreignMinor: input.foreignMinor, rate }
}

/** A payment as a line of a window: what came in is owed no more. */
export function paymentLine(
  folio: { id: OpenFolio['id']; image: Pick<OpenFolio['image'], 'bookingId'> },
  code: Pick<TransactionCode, 'id'>,
  window: number,
  payment: PaymentDraft,
  ctx: Pick<Context, 'businessDate'>,
  text: string,
): LineDraft {
  const placed = { folioId: folio.id, window, codeId: code.id, serviceDate: ctx.businessDate, text }
  return { ...plainLine({ ...placed, bookingId: folio.image.bookingId }, -payment.amountMinor), payment }
}

/** What cash can't pay, as a line of its own: 1149.99 with a coin of 0.05 is paid by 1150.00 and 0.01 of rounding. */
function roundingLines(
  chart: Chart,
  { id: folioId, image: { bookingId } }: OpenFolio,
  window: number,
  balanceMinor: number,
  paidMinor: number,
  { businessDate: serviceDate }: Context,
): LineDraft[] {
  const step = chart.settings.cashStepMinor
  const code = codeOfRole(chart, 'rounding')
  const difference = paidMinor - balanceMinor
  if (step <= 1 || !code || difference === 0 || roundCash(balanceMinor, step) !== paidMinor) return []
  return [plainLine({ folioId, window, codeId: code.id, serviceDate, text: '', bookingId }, difference)]
}

/** Gives money back: never more than was paid on the folio. */
export const refund = writes('folio.refund', async (tx, ctx, input) => {
  const folio = await readOpenWindow(tx, ctx, input)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const code = chart.codes.get(input.codeId)
  if (!code?.active) return refuse('CODE_UNKNOWN', { id: input.codeId })
  if (code.kind !== 'payment' || code.method === null || code.method === 'voucher')
    return refuse('CODE_NOT_PAYMENT', { code: code.code })
  const paid = await readPaid(tx, folio.id)
  if (input.amountMinor > paid)
    return refuse('REFUND_ABOVE_PAID', { paidMinor: paid, currency: ctx.hotel.currency })
  const shift = await shiftFor(tx, ctx, chart.settings, code.method)
  if (isRefused(shift)) return shift
  const payer = code.method === 'account' ? await readPayer(tx, input.accountId) : null
  if (payer && isRefused(payer)) return payer
  return giveOut(tx, ctx, chart, folio, 'refund', code, shift.shiftId, {
    ...input,
    accountId: payer?.id ?? null,
  })
})

/** Cash given out for a guest (a taxi, flowers), which the folio owes. */
export const payOut = writes('folio.payOut', async (tx, ctx, input) => {
  const folio = await readOpenWindow(tx, ctx, input)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const code = chart.codes.get(input.codeId)
  if (!code?.active) return refuse('CODE_UNKNOWN', { id: input.codeId })
  if (code.kind !== 'paid-out') return refuse('CODE_NOT_PAID_OUT', { code: code.code })
  const shift = await shiftFor(tx, ctx, chart.settings, 'cash')
  if (isRefused(shift)) return shift
  return giveOut(tx, ctx, chart, folio, 'paid-out', { ...code, method: 'cash' }, shift.shiftId, {
    ...input,
    brand: '',
    lastFour: '',
    accountId: null,
  })
})

type Out = {
  window: number
  amountMinor: number
  text: string
  reason: string
  brand: string
  lastFour: string
  reference: string
  accountId: AccountId | null
}

async function giveOut(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  folio: OpenFolio,
  kind: 'refund' | 'paid-out',
  code: TransactionCode,
  shiftId: PaymentDraft['shiftId'],
  out: Out,
) {
  const payment: PaymentDraft = {
    method: code.method as PaymentDraft['method'],
    amountMinor: -out.amountMinor,
    currency: ctx.hotel.currency,
    foreignMinor: null,
    rate: null,
    tenderedMinor: null,
    changeMinor: null,
    brand: out.brand,
    lastFour: out.lastFour,
    reference: out.reference,
    accountId: out.accountId,
    voucherId: null,
    shiftId,
  }
  const posted = await post(tx, ctx, chart, {
    kind,
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    reason: out.reason,
    lines: [paymentLine(folio, code, out.window, payment, ctx, out.text)],
    shiftId,
  })
  const balances = await readBalances(tx, folio.id)
  return done({ postingId: posted.postingId, balanceMinor: balances[out.window] ?? 0 }, posted.changes)
}
