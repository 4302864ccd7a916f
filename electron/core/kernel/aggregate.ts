import type { Writer } from '#db/handles.ts'
import type { EntityKind, RefusalOf } from '#shared/contract/index.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { type BookingId, type BusinessDate, type Refused, type Result, refuse } from '#shared/values/index.ts'
import type { Context } from './context.ts'
import { changeOf, conflict, done, type Outcome } from './outcome.ts'

/** What `change.undo` may answer: the checks of every aggregate speak through it. */
export type BackCode = RefusalOf<'change.undo'>

/**
 * How an entity is read and written as an image. Commands and `change.undo` share it, so that whatever a
 * command can write, undo can write back.
 */
export type Aggregate<I extends Image> = {
  entity: EntityKind
  /** The code answered when there is none with this id: `GUEST_UNKNOWN`. */
  unknown: string
  load: (tx: Writer, id: number) => Promise<{ image: I; version: number } | null>
  /** Writes what differs and raises the version by one. `before` null inserts with this id at version 1; `after` null deletes. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
  /**
   * Rules that need the store (availability, a taken number), for commands and undo alike.
   * `before` null: it is made; `after` null: it is taken away, refused with STANDS_ON when something stands on it.
   */
  check?: (
    tx: Writer,
    ctx: Context,
    id: number,
    before: I | null,
    after: I | null,
  ) => Promise<Refused<BackCode> | null>
  /**
   * Rules that a command’s own planning holds and that putting fields back could break. `madeOn`: the business date
   * of the change that is taken back.
   */
  checkBack?: (
    tx: Writer,
    ctx: Context,
    before: I | null,
    after: I | null,
    madeOn: BusinessDate,
  ) => Promise<Refused<BackCode> | null>
  /** Puts right what fields put back one by one leave open: a kind of contact without its primary. */
  settle?: (image: I) => I
  /** The booking that its changes belong to, for “every change to this booking”. */
  bookingOf?: (id: number, image: I) => BookingId
}

/**
 * One edit of one thing: loads it, holds the caller to the version it read, puts it through a pure rule,
 * checks what needs the store, writes it, and reports the change. An edit that changes nothing writes nothing.
 */
export async function edit<I extends Image, C extends string>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I>,
  id: number,
  version: number,
  rule: (image: I) => Result<I, C> | Promise<Result<I, C>>,
): Promise<Outcome<{ id: never; version: number }, C>> {
  const found = await aggregate.load(tx, id)
  if (!found) return refuse(aggregate.unknown as C, { id })
  if (found.version !== version) return conflict(aggregate.entity, id)
  const next = await rule(found.image)
  if (!next.ok) return next
  const changes = changeOf(
    aggregate.entity,
    id,
    found.image,
    next.value,
    aggregate.bookingOf?.(id, found.image),
  )
  if (changes.length === 0) return done({ id: id as never, version }, [])
  const wrong = await aggregate.check?.(tx, ctx, id, found.image, next.value)
  if (wrong) return wrong as Refused as Refused<C>
  await aggregate.save(tx, id, found.image, next.value)
  return done({ id: id as never, version: version + 1 }, changes)
}

/** Makes a new thing from a whole image, under an id that was drawn for it. */
export async function create<I extends Image, C extends string>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I>,
  id: number,
  image: I,
): Promise<Outcome<{ id: never; version: number }, C>> {
  const wrong = await aggregate.check?.(tx, ctx, id, null, image)
  if (wrong) return wrong as Refused as Refused<C>
  await aggregate.save(tx, id, null, image)
  return done(
    { id: id as never, version: 1 },
    changeOf(aggregate.entity, id, null, image, aggregate.bookingOf?.(id, image)),
  )
}
