import type { Writer } from '#db/handles.ts'
import { type ChangeRow, readCommandOf, readLaterChange } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import { applied, changedSince, type Difference, inverse } from '#shared/domain/change/change.ts'
import { isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { aggregates } from '../aggregates.ts'
import type { BackCode } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, done } from '../kernel/outcome.ts'
import { readActorNames } from './names.ts'
import { canBeUndone, lackingFor } from './offer.ts'
import { undoesInEffect } from './view.ts'

/** Writes the inverse of a command, row by row from its last: as a new change, or not at all. */
export const undo = writes('change.undo', async (tx, ctx, input) => {
  const rows = await readCommandOf(tx, input.change)
  const first = rows[0]
  if (!first) return refuse('CHANGE_UNKNOWN', { change: input.change })
  const denied = await denial(tx, ctx, first)
  if (denied) return denied
  const changes = await takeBack(tx, ctx, rows)
  if (isRefused(changes)) return changes
  return { ...done({ undone: first.seq }, changes), undoes: first.seq }
})

/** Writes the inverse of rows of one command, from its last, through the same checks as an undo of all of it. */
export async function takeBack(
  tx: Writer,
  ctx: Context,
  rows: readonly ChangeRow[],
): Promise<Change[] | Refused<BackCode>> {
  const changes: Change[] = []
  for (const row of rows.toReversed()) {
    const step = await invert(tx, ctx, row)
    if (isRefused(step)) return step
    changes.push(...step)
  }
  return changes
}

async function denial(tx: Writer, ctx: Context, first: ChangeRow): Promise<Refused<BackCode> | null> {
  const { operation } = first
  if (operation === 'import.start') return refuse('IMPORT_WHOLE', { why: 'takeBack' })
  if (operation === 'import.takeBack') return refuse('IMPORT_WHOLE', { why: 'again' })
  if (!canBeUndone(operation)) return refuse('NOT_UNDOABLE', { operation })
  const needed = await lackingFor(tx, ctx, first)
  if (needed) return refuse('RIGHT_NEEDED', { needed })
  const undoers = await undoesInEffect(tx, [first.command])
  return undoers.has(first.command) ? refuse('ALREADY_UNDONE', { change: first.seq }) : null
}

async function invert(tx: Writer, ctx: Context, row: ChangeRow): Promise<Change[] | Refused<BackCode>> {
  const aggregate = aggregates[row.entity]
  if (!aggregate) return refuse('NOT_UNDOABLE', { operation: row.operation })
  const change: Difference | null = imagesOf(row)
  if (!change) return refuse('CHANGE_UNREADABLE', { change: row.seq })
  if (row.erased !== null) return refuse('CHANGE_ERASED', { change: row.seq })
  if (aggregate.reverse) return aggregate.reverse(tx, ctx, row.entity_id)
  const now = (await aggregate.load(tx, row.entity_id))?.image ?? null
  const field = changedSince(now, change)
  if (field !== null) return refuse('CHANGED_SINCE', { field, ...(await whoSince(tx, ctx, row)) })
  const back =
    applied(now, inverse(change)) ?? (now && (await aggregate.remains?.(tx, row.entity_id, now))) ?? null
  const next = back && (aggregate.settle?.(back) ?? back)
  const made = { id: row.entity_id, seq: row.seq, on: row.business_date, by: row.actor }
  const wrong =
    (await aggregate.checkBack?.(tx, ctx, now, next, made)) ??
    (await aggregate.check(tx, ctx, row.entity_id, now, next))
  if (wrong) return wrong
  await aggregate.save(tx, row.entity_id, now, next)
  const image = now ?? next
  const bookingId = image ? aggregate.bookingOf?.(row.entity_id, image) : undefined
  return changeOf(aggregate.entity, row.entity_id, now, next, bookingId)
}

async function whoSince(tx: Writer, ctx: Context, row: ChangeRow) {
  const later = await readLaterChange(tx, row.entity, row.entity_id, row.seq)
  const nameOf = await readActorNames(tx, ctx.language)
  return {
    by: later ? nameOf(later.actor) : '',
    moment: later?.moment ?? '',
    operation: later?.operation ?? '',
  }
}
