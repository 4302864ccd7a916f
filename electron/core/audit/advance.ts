import type { Writer } from '#db/handles.ts'
import { type Close, type CloseProgress, loadClose, saveProgress } from '#db/repositories/audit/closes.ts'
import { type CloseCounts, type CloseStep, stepAfter } from '#shared/domain/audit/close.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { putClose } from './close-aggregate.ts'
import type { Part } from './part.ts'
import { postNights } from './post-nights.ts'
import { closeEnquiries, releaseHolds } from './release.ts'
import { roll } from './roll.ts'
import { nightInRooms } from './rooms.ts'

const parts: Record<CloseStep, (tx: Writer, ctx: Context, close: Close) => Promise<Part>> = {
  holds: releaseHolds,
  enquiries: closeEnquiries,
  room: postNights,
  roll,
  housekeeping: nightInRooms,
}

/**
 * The next small part of a close: what it does and where it has got to are one transaction, so that what a crash leaves
 * goes on from there. It is done in the name of whoever began the close.
 */
export const advance = writes('audit.advance', async (tx, ctx, { id }) => {
  const close = await loadClose(tx, id)
  if (!close) return refuse('CLOSE_UNKNOWN', { id })
  const { status, startedBy } = close.image
  if (status !== 'running') return done({ status, step: close.step }, [])
  const part = await parts[close.step](tx, { ...ctx, actor: startedBy }, close)
  const counts = sumOf(close.counts, part.counts ?? {})
  const next = part.cursor === null ? stepAfter(close.step) : close.step
  const progress: CloseProgress = { step: next ?? close.step, cursor: part.cursor ?? 0, counts }
  const image = next ? part.image : { status: 'done' as const, finishedAt: ctx.moment }
  const own = image ? await putClose(tx, close, image, progress) : await saveProgress(tx, id, progress)
  const output = { status: image?.status ?? status, step: progress.step }
  return { ...done(output, [...part.changes, ...(own ?? [])]), actor: startedBy }
})

function sumOf(counts: CloseCounts, more: Partial<CloseCounts>): CloseCounts {
  const sum = { ...counts }
  for (const [name, count] of Object.entries(more)) sum[name as keyof CloseCounts] += count
  return sum
}
