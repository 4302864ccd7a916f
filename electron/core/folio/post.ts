import type { Writer } from '#db/handles.ts'
import { appendPosting, nextLineId, nextRound } from '#db/repositories/folio/ledger.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { entriesOf, sumOf } from '#shared/domain/folio/journal.ts'
import { type FolioLineId, type PostingId, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'
import { type PostingDraft, postingImage, postingRows } from './posting-rows.ts'

export type Posted = { postingId: PostingId; lineIds: FolioLineId[]; changes: Change[] }

/**
 * Writes one posting: its lines, taxes, the entries that it makes and how it was paid. Folios are checked by the caller.
 * Refused where what may be posted once stands already. Entries that do not add up to zero are a defect.
 */
export async function post(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  draft: PostingDraft,
): Promise<Posted | Refused<'POSTED_ALREADY'>> {
  const round = draft.origin === undefined ? 0 : await nextRound(tx, draft.origin)
  if (round === null) return refuse('POSTED_ALREADY')
  const entries = draft.entries ?? entriesOf(chart, draft.kind, draft.lines, draft.sides)
  if (sumOf(entries) !== 0) throw new Error(`a posting of ${draft.kind} is off by ${sumOf(entries)}`)
  const id = (await nextId(tx, 'postings')) as PostingId
  const first = await nextLineId(tx)
  const lineIds = draft.lines.map((_line, at) => (first + at) as FolioLineId)
  await appendPosting(tx, postingRows(ctx, draft, { id, lineIds, entries, round }))
  const image = postingImage(ctx, draft, lineIds)
  const change = changeOf('posting', id, null, image, draft.bookingId ?? undefined)
  return { postingId: id, lineIds, changes: change }
}
