import type { Writer } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { readClosures } from '#db/queries/housekeeping/closures.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { OutputOf, ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import {
  type ClosureImage,
  checkClosureChange,
  checkClosureDates,
} from '#shared/domain/housekeeping/closure.ts'
import { type ClosureId, ok, refuse } from '#shared/values/index.ts'
import { create, edit, remove } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, done, type Outcome } from '../kernel/outcome.ts'
import { closureAggregate } from './closure-aggregate.ts'
import { roomsAfter } from './states.ts'

/** Closes a room from a day until another. */
export const closeRoom = writes('housekeeping.closeRoom', makeClosure)

type Closing = ParsedOf<'housekeeping.closeRoom'>

export async function makeClosure(
  tx: Writer,
  ctx: Context,
  input: Closing,
): Promise<Outcome<{ id: ClosureId; version: number }, RefusalOf<'housekeeping.closeRoom'>>> {
  const wrong = checkClosureDates(input, ctx.businessDate)
  if (wrong) return wrong
  const { roomId, kind, from, to, reason } = input
  const image: ClosureImage = { roomId, kind, from, to, reason, madeAt: ctx.moment, madeBy: ctx.actor }
  return create(tx, ctx, closureAggregate, await nextId(tx, 'closures'), image)
}

/** Another reason, other dates, or the other kind. */
export const changeClosure = writes('housekeeping.changeClosure', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, closureAggregate, id, version, (image) => {
    const next: ClosureImage = {
      ...image,
      kind: fields.kind ?? image.kind,
      from: fields.from ?? image.from,
      to: fields.to ?? image.to,
      reason: fields.reason ?? image.reason,
    }
    return checkClosureChange(image, next, ctx.businessDate) ?? ok(next)
  }),
)

/**
 * Opens a room again today. What had nights stays as history up to today, what had none goes; the room is left as the
 * hotel's rule says, since nobody has cleaned behind the painters yet.
 */
export const reopenRoom = writes('housekeeping.reopenRoom', async (tx, ctx, { id, version }) => {
  const found = await closureAggregate.load(tx, id)
  if (!found) return refuse('CLOSURE_UNKNOWN', { id })
  if (found.version !== version) return conflict('closure', id)
  const { image } = found
  if (image.to <= ctx.businessDate) return refuse('CLOSURE_OVER', { to: image.to })
  const begun = image.from <= ctx.businessDate
  const ended =
    image.from < ctx.businessDate
      ? await edit<ClosureImage, never>(tx, ctx, closureAggregate, id, version, () =>
          ok({ ...image, to: ctx.businessDate }),
        )
      : await remove<ClosureImage, object, never, undefined>(tx, ctx, closureAggregate, id, version, {})
  if (!('done' in ended)) return ended
  const after = begun ? await roomsAfter(tx, [image.roomId], { kind: 'reopened' }) : []
  return done({ id }, [...ended.changes, ...after])
})

/** Closures that are not over, and those that ended within the last days. */
export const listClosures = reads('housekeeping.closures', async (db, { since }, ctx) => {
  const nameOf = await readUserNames(db)
  const rows = await readClosures(db, { since: since ?? ctx.businessDate })
  return rows.map((row) => ({ ...row, madeBy: nameOf(row.madeBy) })) as OutputOf<'housekeeping.closures'>
})
