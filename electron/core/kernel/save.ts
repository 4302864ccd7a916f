import type { Writer } from '#db/handles.ts'
import type { Numbered } from '#db/next-id-expression.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { ok } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from './aggregate.ts'
import type { Context } from './context.ts'
import { conflict, type Outcome } from './outcome.ts'

/**
 * What the `save` commands do: without an id a new thing, with one the change of it as a whole. An id without the
 * version that was read is nobody's to overwrite.
 */
export async function saveWhole<I extends Image, C extends string>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I>,
  table: Numbered,
  target: { id?: number | undefined; version?: number | undefined },
  image: I,
): Promise<Outcome<{ id: never; version: number }, C>> {
  if (target.id === undefined) return create(tx, ctx, aggregate, await nextId(tx, table), image)
  if (target.version === undefined) return conflict(aggregate.entity, target.id)
  return edit(tx, ctx, aggregate, target.id, target.version, () => ok(image))
}

/**
 * Writes a thing as a whole whose id is not drawn for it: the one row of settings, a year. It is made when it is first
 * written; whoever read that there was none has read version 0.
 */
export async function saveUnder<I extends Image, C extends string>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I>,
  id: number,
  version: number,
  image: I,
): Promise<Outcome<{ id: never; version: number }, C>> {
  if (await aggregate.load(tx, id)) return edit(tx, ctx, aggregate, id, version, () => ok(image))
  if (version !== 0) return conflict(aggregate.entity, id)
  return create(tx, ctx, aggregate, id, image)
}
