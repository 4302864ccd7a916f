import { readStay } from '#db/queries/folio/stay.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { grossUp } from '#shared/domain/folio/gross-up.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { ok, type Result, refuse, type TransactionCodeId } from '#shared/values/index.ts'
import { edit } from '../../kernel/aggregate.ts'
import { writes } from '../../kernel/handler.ts'
import { done } from '../../kernel/outcome.ts'
import { depositAggregate } from '../held-aggregates.ts'
import { type ChargeCode, chargeLines, type Place } from '../lines.ts'
import { post } from '../post.ts'
import { depositLine, lower, readHeld } from './deposit.ts'

/**
 * Keeps what is held as a charge with its tax: the charge and the deposit that pays it stand on the folio together and come
 * to nothing. The amount is the whole of it, tax included, also where the tax is put on top of prices.
 */
export const forfeitDeposit = writes('deposit.forfeit', async (tx, ctx, input) => {
  const held = await readHeld(tx, ctx, input)
  if ('stop' in held) return held.stop
  const { folio, image } = held
  if (!folio.image.windows[input.window]) return refuse('WINDOW_UNKNOWN', { window: input.window })
  const chart = await readChart(tx)
  const code = chart.codes.get(input.codeId)
  if (code && code.kind !== 'charge') return refuse('CODE_NOT_CHARGED', { code: code.code })
  const stay = image.bookingId === null ? null : await readStay(tx, image.bookingId, ctx.businessDate)
  const place = { folioId: folio.id, window: input.window, serviceDate: ctx.businessDate, stay }
  const charged = chargeOfGross(chart, input.codeId, input.amountMinor, image.slipNo, place)
  if (!charged.ok) return charged
  const posted = await post(tx, ctx, chart, {
    kind: 'deposit-forfeit',
    folioId: folio.id,
    bookingId: image.bookingId,
    reason: input.reason,
    lines: [charged.value, depositLine(ctx, folio, input.window, input.id, image, input.amountMinor)],
    depositMoves: [{ deposit_id: input.id, kind: 'forfeited', amount_minor: -input.amountMinor }],
  })
  const lowered = await lower(tx, input.id, held, input.amountMinor)
  const output = { ...lowered.saved, postingId: posted.postingId, heldMinor: lowered.heldMinor }
  return done(output, [...posted.changes, ...lowered.changes])
})

/** A charge whose gross is the amount: its price is what leaves room for the taxes on top. */
function chargeOfGross(
  chart: Chart,
  codeId: TransactionCodeId,
  grossMinor: number,
  text: string,
  place: Place,
): Result<LineDraft, ChargeCode> {
  const priced = (unitMinor: number) => chargeLines(chart, { codeId, quantity: 1000, unitMinor, text }, place)
  const whole = priced(grossMinor)
  if (!whole.ok) return whole
  const [line] = whole.value
  if (!line) return refuse('AMOUNT_ZERO')
  if (line.grossMinor === grossMinor) return ok(line)
  const unitMinor = grossUp(grossMinor, (unit) => {
    const made = unit === 0 ? null : priced(unit)
    return made?.ok ? (made.value[0]?.grossMinor ?? 0) : 0
  })
  const made = unitMinor === 0 ? whole : priced(unitMinor)
  const best = made.ok ? made.value[0] : undefined
  if (!best || unitMinor === 0) return refuse('AMOUNT_ZERO')
  // Where no price gives the amount exactly, the minor unit that is left is the hotel's and not a tax
  const rest = grossMinor - best.grossMinor
  return ok({ ...best, netMinor: best.netMinor + rest, grossMinor })
}

/** Notes that a slip is lost, or that it was found again. */
export const reportLostSlip = writes('deposit.reportLost', (tx, ctx, { id, version, lost, note }) =>
  edit(tx, ctx, depositAggregate, id, version, (image) =>
    ok({ ...image, slipLost: lost, note: note ?? image.note }),
  ),
)
