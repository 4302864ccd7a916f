import type { Writer } from '#db/handles.ts'
import { appendPosting, nextNumbers, nextRound } from '#db/repositories/folio/ledger.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { entriesOf, sumOf } from '#shared/domain/folio/entries.ts'
import { type FolioLineId, type PostingId, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'
import { type PostingDraft, postingImage, postingRows } from './posting-rows.ts'

export type Posted = { postingId: PostingId; lineIds: FolioLineId[]; changes: Change[] }

/**
 * Writes one posting: its lines, taxes, the entries that it makes and how it was paid. Folios are checked by the caller.
 * Entries that do not add up to zero are a defect.
 */
export function post(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  draft: PostingDraft & { origin?: never },
): Promise<Posted> {
  return write(tx, ctx, chart, draft, 0)
}

/**
 * Writes a posting that may stand once, by its origin. Refused where it stands already: POSTED_ALREADY.
 */
export async function postOnce(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  draft: PostingDraft & { origin: string },
): Promise<Posted | Refused<'POSTED_ALREADY'>> {
  const round = await nextRound(tx, draft.origin)
  return round === null ? refuse('POSTED_ALREADY') : write(tx, ctx, chart, draft, round)
}

async function write(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  draft: PostingDraft,
  round: number,
): Promise<Posted> {
  const entries = draft.entries ?? entriesOf(chart, draft.kind, draft.lines, draft.sides)
  if (sumOf(entries) !== 0) throw new Error(`a posting of ${draft.kind} is off by ${sumOf(entries)}`)
  const { posting: id, line: first } = await nextNumbers(tx)
  const lineIds = draft.lines.map((_line, at) => (first + at) as FolioLineId)
  await appendPosting(tx, postingRows(ctx, draft, { id, lineIds, entries, round }))
  const image = postingImage(ctx, draft, lineIds)
  return {
    postingId: id,
    lineIds,
    changes: changeOf('posting', id, null, image, draft.bookingId ?? undefined),
  }
}
