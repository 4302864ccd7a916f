import type { Writer } from '#db/handles.ts'
import { type LineOnFile, readAllowances, readLines, readOnFapiao } from '#db/queries/folio/read.ts'
import { readDepositSide, readPaymentOfLine, readRootLine } from '#db/queries/folio/root.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { PaymentMethod } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { type Line, type LineDraft, negationOf } from '#shared/domain/folio/posting.ts'
import { shareLine } from '#shared/domain/folio/share-line.ts'
import { isRefused, type Refused, refuse, type TransactionCodeId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { moveDeposit } from './deposit-move.ts'
import { checkAllThere, checkFree, checkOpen, readOpenFolio, shiftFor } from './guard.ts'
import { post } from './post.ts'
import type { PostingDraft } from './posting-rows.ts'
import { mirrorOfPayment } from './reverse.ts'
import { restoreVoucher, takeBackVoucher } from './vouchers.ts'

/**
 * Takes lines off that were posted on the open business date: each is mirrored to the minor unit, with what it moved
 * beside the folio (a payment, a deposit, a voucher).
 */
export const correct = writes('folio.correct', async (tx, ctx, input) => {
  const lines = await readLines(tx, input.lineIds)
  const wrong = checkAllThere(input.lineIds, lines) ?? (await checkFree(tx, lines)) ?? checkToday(ctx, lines)
  if (wrong) return wrong
  // What was given off a line goes with it, or the guest keeps it without the charge
  const allowances = await readAllowances(tx, input.lineIds)
  if (allowances.some(({ id }) => !input.lineIds.includes(id))) return refuse('LINE_ALLOWED')
  const first = lines[0] as LineOnFile
  const closed = await checkOpen(tx, lines)
  if (closed) return closed
  const chart = await readChart(tx)
  const drafts: LineDraft[] = []
  const moves: Move[] = []
  const changes: Change[] = []
  for (const line of lines) {
    const side = await sideOf(tx, ctx, chart, line)
    if (isRefused(side)) return side
    drafts.push(side.draft)
    moves.push(...side.moves)
    changes.push(...side.changes)
  }
  const posted = await post(tx, ctx, chart, {
    kind: 'correction',
    folioId: first.folioId,
    bookingId: first.bookingId,
    reason: input.reason,
    lines: drafts,
    depositMoves: summed(moves),
  })
  return done({ postingId: posted.postingId }, [...posted.changes, ...changes])
})

type Move = NonNullable<PostingDraft['depositMoves']>[number]
/** Two lines of one deposit move it once. */
function summed(moves: readonly Move[]): Move[] {
  const byDeposit = Map.groupBy(moves, ({ deposit_id, kind }) => `${deposit_id} ${kind}`)
  return [...byDeposit.values()].map((own) => ({
    ...(own[0] as Move),
    amount_minor: own.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
  }))
}

type Side = { draft: LineDraft; moves: Move[]; changes: Change[] }

function checkToday(ctx: Context, lines: readonly LineOnFile[]): Refused<'POSTING_AUDITED'> | null {
  const old = lines.find(({ businessDate }) => businessDate !== ctx.businessDate)
  return old ? refuse('POSTING_AUDITED', { date: old.businessDate, today: ctx.businessDate }) : null
}

/** The mirror of a line with what it moved beside the folio. */
async function sideOf(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  line: LineOnFile,
): Promise<Side | Refused<'SHIFT_NEEDED' | 'CASH_NOT_TAKEN' | 'VOUCHER_SPENT'>> {
  const draft = negationOf(line)
  const root = await readRootLine(tx, line.id)
  const row = await readPaymentOfLine(tx, root.postingId, root.id)
  if (row) {
    const shift = await shiftFor(tx, ctx, chart.settings, row.method as PaymentMethod)
    if (isRefused(shift)) return shift
    const changes = row.voucher_id === null ? [] : await restoreVoucher(tx, row.voucher_id, -line.grossMinor)
    const payment = mirrorOfPayment(row, shift.shiftId)
    return { draft: { ...draft, payment }, moves: [], changes }
  }
  const kind = chart.codes.get(line.codeId)?.kind
  if (kind === 'voucher') {
    const changes = await takeBackVoucher(tx, ctx, root.id)
    return isRefused(changes) ? changes : { draft, moves: [], changes }
  }
  const ofDeposit = root.kind === 'deposit-applied' || root.kind === 'deposit-forfeit'
  const deposit = ofDeposit && kind === 'payment' ? await readDepositSide(tx, root.postingId) : undefined
  if (!deposit) return { draft, moves: [], changes: [] }
  const amount_minor = -line.grossMinor
  return {
    draft: { ...draft, depositId: deposit.depositId, depositKind: deposit.kind },
    moves: [{ deposit_id: deposit.depositId, kind: deposit.move, amount_minor }],
    changes: await moveDeposit(tx, deposit.depositId, amount_minor),
  }
}

/**
 * Gives a guest something off a line of a closed day (or of today), with a reason: against the allowance code of the
 * line's revenue group, with the taxes that the line had. Never more than what is left of the line.
 */
export const allow = writes('folio.allow', async (tx, ctx, input) => {
  const [line] = await readLines(tx, [input.lineId])
  if (!line) return refuse('LINE_UNKNOWN', { id: input.lineId })
  const folio = await readOpenFolio(tx, line.folioId)
  if (isRefused(folio)) return folio
  if (line.negatedBy !== null || line.negates !== null) return refuse('LINE_GONE', { text: line.text })
  const [onFapiao] = await readOnFapiao(tx, [line.id])
  if (onFapiao) return refuse('LINE_ON_FAPIAO', { status: onFapiao.status, number: onFapiao.number ?? '' })
  const chart = await readChart(tx)
  const code = chart.codes.get(line.codeId)
  if (code?.kind !== 'charge') return refuse('LINE_NOT_CHARGE')
  const allowances = await readAllowances(tx, [line.id])
  const left = allowances.reduce((sum, { grossMinor }) => sum + grossMinor, line.grossMinor)
  if (input.amountMinor > left)
    return refuse('ALLOWANCE_ABOVE_LINE', { leftMinor: left, currency: ctx.hotel.currency })
  const ownCode = [...chart.codes.values()].find(
    (one) => one.kind === 'allowance' && one.group === code.group && one.active,
  )
  if (!ownCode) return refuse('CODE_UNKNOWN', { id: 0 })
  const posted = await post(tx, ctx, chart, {
    kind: 'allowance',
    folioId: line.folioId,
    bookingId: line.bookingId,
    reason: input.reason,
    lines: [allowanceLine(line, ownCode.id, input.amountMinor, input.reason)],
  })
  return done({ postingId: posted.postingId }, posted.changes)
})

/** What is given off a line: so much of its gross, with the part of its net and taxes that goes with it. */
export function allowanceLine(
  line: Line,
  codeId: TransactionCodeId,
  amountMinor: number,
  reason: string,
): LineDraft {
  return {
    ...partOf(negationOf(line), amountMinor),
    codeId,
    quantity: -1000,
    unitMinor: amountMinor,
    text: reason,
    negates: null,
    about: line.id,
    facts: null,
  }
}

/** So much of a line's gross, with the part of its net and taxes that goes with it. */
function partOf(line: LineDraft, amountMinor: number): LineDraft {
  const rest = Math.abs(line.grossMinor) - amountMinor
  if (rest === 0) return line
  const parts = shareLine(line, [amountMinor, rest])
  const [part] = parts.ok ? parts.value : []
  if (!part) throw new Error('an allowance without a part')
  return part
}
