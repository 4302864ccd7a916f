import type { Writer } from '#db/dialect/connection.ts'
import { type ChangeRow, readCommandOf, readLaterChange } from '#db/queries/changes.ts'
import { readUserNames } from '#db/queries/labels.ts'
import { isOperationName, operations, type Permission, roleAllows } from '#shared/contract/index.ts'
import { applied, changedSince, type Difference, type Image, inverse } from '#shared/domain/change.ts'
import { aggregates } from '../aggregates.ts'
import type { Context } from '../context.ts'
import { writes } from '../handler.ts'
import { type Change, changeOf, type Refused, refused } from '../outcome.ts'
import { canBeUndone, standingUndoers } from './view.ts'

type UndoRefusal = 'CHANGE_UNKNOWN' | 'NOT_UNDOABLE' | 'ALREADY_UNDONE' | 'CHANGED_SINCE' | 'STANDS_ON'

/** Writes the inverse of a command, row by row from its last: as a new change, or not at all. */
export const undo = writes('change.undo', async (tx, ctx, input) => {
  const rows = await readCommandOf(tx, input.change)
  const first = rows[0]
  if (!first) return refused('CHANGE_UNKNOWN', { change: input.change })
  const denied = await denial(tx, ctx, first)
  if (denied) return denied
  const changes: Change[] = []
  for (const row of rows.toReversed()) {
    const step = await invert(tx, ctx, row)
    if ('refused' in step) return step
    changes.push(...step)
  }
  return { done: true, output: { undone: first.seq }, changes, undoes: first.seq }
})

async function denial(tx: Writer, ctx: Context, first: ChangeRow): Promise<Refused<UndoRefusal> | null> {
  const { operation } = first
  if (!isOperationName(operation) || !canBeUndone(operation)) return refused('NOT_UNDOABLE', { operation })
  const needed = await permissionOf(tx, first)
  if (needed !== 'public' && ctx.user && !roleAllows(ctx.user.role, needed))
    return refused('NOT_UNDOABLE', { operation })
  const undoers = await standingUndoers(tx, [first.command])
  return undoers.has(first.command) ? refused('ALREADY_UNDONE', { change: first.seq }) : null
}

/** What the act itself needs: an undo of an undo does again what was done first. */
async function permissionOf(tx: Writer, first: ChangeRow): Promise<Permission> {
  if (first.undoes !== null) {
    const [undone] = await readCommandOf(tx, first.undoes)
    if (undone) return permissionOf(tx, undone)
  }
  return isOperationName(first.operation) ? operations[first.operation].permission : 'administrator'
}

async function invert(tx: Writer, ctx: Context, row: ChangeRow): Promise<Change[] | Refused<UndoRefusal>> {
  const aggregate = aggregates[row.entity]
  if (!aggregate) return refused('NOT_UNDOABLE', { operation: row.operation })
  const change = { before: parsed(row.before), after: parsed(row.after) } as Difference
  const found = await aggregate.load(tx, row.entity_id)
  const field = changedSince(found?.image ?? null, change)
  if (field !== null) return refused('CHANGED_SINCE', { field, ...(await whoSince(tx, row)) })
  const next = applied(found?.image ?? null, inverse(change))
  const wrong = await aggregate.check?.(tx, ctx, row.entity_id, found?.image ?? null, next)
  if (wrong) return wrong as Refused<UndoRefusal>
  await aggregate.save(tx, row.entity_id, found?.image ?? null, next)
  const image = found?.image ?? next
  const bookingId = image ? aggregate.bookingOf?.(row.entity_id, image) : undefined
  return changeOf(aggregate.entity, row.entity_id, found?.image ?? null, next, bookingId)
}

async function whoSince(tx: Writer, row: ChangeRow) {
  const later = await readLaterChange(tx, row.entity, row.entity_id, row.seq)
  const nameOf = await readUserNames(tx)
  return {
    by: later ? nameOf(later.actor) : '',
    moment: later?.moment ?? '',
    operation: later?.operation ?? '',
  }
}

function parsed(text: string | null): Image | null {
  return text === null ? null : (JSON.parse(text) as Image)
}
