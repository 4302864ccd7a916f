import type { Writer } from '#db/handles.ts'
import { readBalances } from '#db/queries/folio/read.ts'
import { readChart, readFolioSettings } from '#db/repositories/folio/chart.ts'
import { loadHold, saveHold } from '#db/repositories/folio/held.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { HoldImage } from '#shared/domain/folio/deposit.ts'
import { addDays, type HoldId, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { create } from '../../kernel/aggregate.ts'
import type { Context } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { type Conflicted, changeOf, conflict, done } from '../../kernel/outcome.ts'
import { checkDate, readOpenFolio } from '../guard.ts'
import { holdAggregate } from '../held-aggregates.ts'
import { takePayment } from '../pay.ts'
import { folioFor } from './whose.ts'

/** Notes a pre-authorisation: beside the ledger, because no money has moved. Brand and last four alone are kept of the card. */
export const takeHold = writes('hold.take', async (tx, ctx, input) => {
  const whose = await folioFor(tx, ctx, input)
  if ('stop' in whose) return whose.stop
  const { image: settings } = await readFolioSettings(tx)
  const expiresOn = input.expiresOn ?? addDays(ctx.businessDate, settings.holdDays)
  if (expiresOn < ctx.businessDate)
    return refuse('HOLD_ENDS_BEFORE', { date: expiresOn, today: ctx.businessDate })
  const id = (await nextId(tx, 'holds')) as HoldId
  const image: HoldImage = {
    folioId: whose.folio.id,
    amountMinor: input.amountMinor,
    brand: input.brand,
    lastFour: input.lastFour,
    approval: input.approval,
    takenOn: ctx.businessDate,
    expiresOn,
    status: 'held',
    capturedMinor: null,
    endedOn: null,
  }
  const made = await create<HoldImage, 'HOLD_ENDS_BEFORE'>(tx, ctx, holdAggregate, id, image)
  if (!('done' in made)) return made
  return done({ id, version: 1, folioId: whose.folio.id, expiresOn }, [...whose.changes, ...made.changes])
})

/** Takes a payment out of a pre-authorisation, once: of two desks the second hears that it has ended. */
export const captureHold = writes('hold.capture', async (tx, ctx, input) => {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return closed
  const held = await readHeld(tx, input.id, input.version)
  if ('stop' in held) return held.stop
  const { image } = held
  if (image.expiresOn < ctx.businessDate) return refuse('HOLD_EXPIRED', { on: image.expiresOn })
  if (input.amountMinor > image.amountMinor)
    return refuse('HOLD_ABOVE', { heldMinor: image.amountMinor, currency: ctx.hotel.currency })
  const folio = await readOpenFolio(tx, image.folioId)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const cards = [...chart.codes.values()].filter(
    ({ kind, method, active }) => kind === 'payment' && method === 'card' && active,
  )
  const code = input.codeId === undefined ? cards[0] : cards.find(({ id }) => id === input.codeId)
  if (!code) return refuse('HOLD_NOT_CARD')
  const paid = await takePayment(tx, ctx, chart, folio, {
    window: input.window,
    codeId: code.id,
    amountMinor: input.amountMinor,
    brand: image.brand,
    lastFour: image.lastFour,
    reference: input.reference || image.approval,
    voucherNo: '',
    text: '',
  })
  if (isRefused(paid)) return paid
  const ended = await end(tx, ctx, input.id, image, { status: 'captured', capturedMinor: input.amountMinor })
  const balances = await readBalances(tx, folio.id)
  const output = {
    id: input.id,
    version: held.version + 1,
    postingId: paid.postingId,
    balanceMinor: balances[input.window] ?? 0,
  }
  return done(output, [...paid.changes, ...ended])
})

/** Notes that a pre-authorisation was given up; one that has expired too, so that the folio can be closed. */
export const releaseHold = writes('hold.release', async (tx, ctx, { id, version }) => {
  const held = await readHeld(tx, id, version)
  if ('stop' in held) return held.stop
  const ended = await end(tx, ctx, id, held.image, { status: 'released', capturedMinor: null })
  return done({ id, version: held.version + 1 }, ended)
})

async function readHeld(
  tx: Writer,
  id: HoldId,
  wanted: number,
): Promise<
  | { image: HoldImage; version: number }
  | { stop: Refused<'HOLD_UNKNOWN' | 'HOLD_CAPTURED' | 'HOLD_RELEASED'> | Conflicted }
> {
  const loaded = await loadHold(tx, id)
  if (!loaded) return { stop: refuse('HOLD_UNKNOWN', { id }) }
  const { image, version } = loaded
  if (image.status !== 'held') {
    const code = image.status === 'captured' ? 'HOLD_CAPTURED' : 'HOLD_RELEASED'
    return { stop: refuse(code, { on: image.endedOn ?? '' }) }
  }
  return version === wanted ? loaded : { stop: conflict('hold', id) }
}

async function end(
  tx: Writer,
  ctx: Context,
  id: HoldId,
  image: HoldImage,
  how: Pick<HoldImage, 'status' | 'capturedMinor'>,
) {
  const after: HoldImage = { ...image, ...how, endedOn: ctx.businessDate }
  await saveHold(tx, id, image, after)
  return changeOf('hold', id, image, after)
}
