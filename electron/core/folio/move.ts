import type { Writer } from '#db/handles.ts'
import { type LineOnFile, readAllowances, readLines } from '#db/queries/folio/read.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { copyOf, type LineDraft, negationOf } from '#shared/domain/folio/posting.ts'
import { shareLine, splitWeights } from '#shared/domain/folio/share-line.ts'
import { type FolioId, type FolioLineId, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { folioAggregate, ownPayee } from './folio-aggregate.ts'
import { checkAllThere, checkFree, checkOpen, readOpenFolio } from './guard.ts'
import { post } from './post.ts'

/** A line as it is on another window: the same code, dates and taxes, about the line that it came from. */
function copyTo(line: LineOnFile, folioId: FolioId, window: number): LineDraft {
  return { ...copyOf(line), folioId, window }
}

/** Moves lines to another window or folio, as they are: each is taken off here and put on there. */
export const transfer = writes('folio.transfer', async (tx, ctx, input) => {
  const lines = await readLines(tx, input.lineIds)
  const wrong = checkAllThere(input.lineIds, lines) ?? (await checkFree(tx, lines))
  if (wrong) return wrong
  if (lines.some(({ folioId, window }) => folioId === input.toFolioId && window === input.toWindow))
    return refuse('ROUTING_CIRCLE')
  const allowed = await checkNotAllowed(tx, input.lineIds)
  if (allowed) return allowed
  const target = await readOpenFolio(tx, input.toFolioId)
  if (isRefused(target)) return target
  const closed = await checkOpen(tx, lines)
  if (closed) return closed
  const opened = await openWindow(tx, ctx, input.toFolioId, input.toWindow)
  const drafts = lines.flatMap((line) => [negationOf(line), copyTo(line, input.toFolioId, input.toWindow)])
  const first = lines[0] as LineOnFile
  const posted = await post(tx, ctx, await readChart(tx), {
    kind: 'transfer',
    folioId: first.folioId,
    bookingId: first.bookingId,
    lines: drafts,
  })
  return done({ postingId: posted.postingId, lineIds: posted.lineIds }, [...opened, ...posted.changes])
})

/** A window that is used for the first time is opened, with the folio's own guest as its payee. */
async function openWindow(tx: Writer, ctx: Context, id: FolioId, window: number): Promise<Change[]> {
  const loaded = await folioAggregate.load(tx, id)
  if (!loaded || loaded.image.windows[window]) return []
  const edited = await edit(tx, ctx, folioAggregate, id, loaded.version, (image) => ({
    ok: true,
    value: { ...image, windows: { ...image.windows, [window]: ownPayee } },
  }))
  if (!('done' in edited)) throw new Error('a window that can not be opened')
  return edited.changes
}

/** Cuts a line into parts that are exactly the whole, each on its window; a payment or a voucher's sale is not split. */
export const split = writes('folio.split', async (tx, ctx, input) => {
  const lines = await readLines(tx, [input.lineId])
  const wrong = checkAllThere([input.lineId], lines) ?? (await checkFree(tx, lines))
  if (wrong) return wrong
  const line = lines[0] as LineOnFile
  const folio = await readOpenFolio(tx, line.folioId)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const notCut = await checkCut(tx, chart, line)
  if (notCut) return notCut
  const weights = splitWeights(line, input.way)
  if (!weights.ok) return weights
  const opened: Change[] = []
  for (const window of input.windows) opened.push(...(await openWindow(tx, ctx, line.folioId, window)))
  const parts = shareLine(copyTo(line, line.folioId, line.window), weights.value)
  if (!parts.ok) return parts
  const drafts: LineDraft[] = [
    negationOf(line),
    ...parts.value.map((part, at) => ({ ...part, window: input.windows[at] ?? line.window })),
  ]
  const posted = await post(tx, ctx, chart, {
    kind: 'split',
    folioId: line.folioId,
    bookingId: line.bookingId,
    lines: drafts,
  })
  return done({ postingId: posted.postingId, lineIds: posted.lineIds.slice(1) }, [
    ...opened,
    ...posted.changes,
  ])
})

async function checkCut(
  tx: Writer,
  { codes }: Chart,
  { id, codeId }: LineOnFile,
): Promise<Refused<'LINE_NOT_CHARGE' | 'LINE_ALLOWED'> | null> {
  const kind = codes.get(codeId)?.kind
  // What was paid is one payment; a voucher is taken back as a whole with its sale
  if (kind === 'payment' || kind === 'paid-out' || kind === 'voucher') return refuse('LINE_NOT_CHARGE')
  return checkNotAllowed(tx, [id])
}

/** Allowances are about a line where it stands: moved away, it could be given off a second time. */
async function checkNotAllowed(
  tx: Writer,
  ids: readonly FolioLineId[],
): Promise<Refused<'LINE_ALLOWED'> | null> {
  return (await readAllowances(tx, ids)).length === 0 ? null : refuse('LINE_ALLOWED')
}
