import type { Writer } from '#db/handles.ts'
import type { EntityKind, RefusalOf } from '#shared/contract/index.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { type BookingId, type BusinessDate, type Refused, type Result, refuse } from '#shared/values/index.ts'
import type { Context } from './context.ts'
import { type Change, changeOf, conflict, type Done, done, type NotDone, type Outcome } from './outcome.ts'

/** What `change.undo` may answer: the checks of every aggregate speak through it. */
export type BackCode = RefusalOf<'change.undo'>

/** A change of a thing: its place in the log, when it was made, and by whom. */
export type Made = { id: number; seq: number; on: BusinessDate; by: string }

/**
 * How an entity is read and written as an image. Commands and `change.undo` share it, so that everything a
 * command can write, undo can write back.
 */
export type Aggregate<I extends Image, F = undefined> = {
  entity: EntityKind
  /** The code answered when there is none with this id: `GUEST_UNKNOWN`. */
  unknown: string
  load: (tx: Writer, id: number) => Promise<{ image: I; version: number } | null>
  /** Writes what differs and raises the version by one. `before` null inserts with this id at version 1; `after` null deletes. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
  /**
   * Rules that need the store (availability, a taken number), for commands and undo alike.
   * `before` null: it is made; `after` null: it is taken away, refused with STANDS_ON when something depends on it.
   * `facts`: what the edit's rule was given, so that nothing is read twice.
   */
  check: (
    tx: Writer,
    ctx: Context,
    id: number,
    before: I | null,
    after: I | null,
    facts?: F,
  ) => Promise<Refused<BackCode> | null>
  /**
   * Rules that a command’s own planning holds and that putting fields back could break. `made`: the change that is taken
   * back.
   */
  checkBack?: (
    tx: Writer,
    ctx: Context,
    before: I | null,
    after: I | null,
    made: Made,
  ) => Promise<Refused<BackCode> | null>
  /** Puts right what fields put back one by one leave open: a kind of contact without its primary. */
  settle?: (image: I) => I
  /**
   * What is left of a thing whose making is taken back, where it can't be deleted because numbers would go missing: a
   * deposit of which nothing is held. Null: it is deleted.
   */
  remains?: (tx: Writer, id: number, image: I) => Promise<I | null>
  /** Of a ledger: its rows are never written back, undo posts what takes them back. */
  reverse?: (tx: Writer, ctx: Context, id: number) => Promise<Change[] | Refused<BackCode>>
  /** The booking that its changes belong to, for “every change to this booking”. */
  bookingOf?: (id: number, image: I) => BookingId
}

/** What an edit did, with the image it found and the image it left. */
export type Edited<I extends Image> = Done<{ id: never; version: number }> & { before: I; after: I }

/**
 * One edit of one thing: loads it, holds the caller to the version it read, puts it through a pure rule,
 * checks what needs the store, writes it, and reports the change. An edit that changes nothing writes nothing.
 * `readFacts` reads what the rule must know; the aggregate's check is given the same facts.
 */
export async function edit<I extends Image, C extends string, F = undefined>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I, F>,
  id: number,
  version: number,
  rule: (image: I, facts: F) => Result<I, C> | Promise<Result<I, C>>,
  readFacts?: (image: I) => Promise<F>,
): Promise<Edited<I> | NotDone<C>> {
  const found = await aggregate.load(tx, id)
  if (!found) return refuse(aggregate.unknown as C, { id })
  if (found.version !== version) return conflict(aggregate.entity, id)
  const before = found.image
  const facts = (await readFacts?.(before)) as F
  const next = await rule(before, facts)
  if (!next.ok) return next
  const after = next.value
  const changes = changeOf(aggregate.entity, id, before, after, aggregate.bookingOf?.(id, before))
  if (changes.length === 0) return { ...done({ id: id as never, version }, []), before, after }
  const wrong = await aggregate.check(tx, ctx, id, before, after, facts)
  if (wrong) return wrong as Refused as Refused<C>
  await aggregate.save(tx, id, before, after)
  return { ...done({ id: id as never, version: version + 1 }, changes), before, after }
}

/** Makes a new thing from a whole image, under an id that was drawn for it. */
export async function create<I extends Image, C extends string>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I>,
  id: number,
  image: I,
): Promise<Outcome<{ id: never; version: number }, C>> {
  const wrong = await aggregate.check(tx, ctx, id, null, image)
  if (wrong) return wrong as Refused as Refused<C>
  await aggregate.save(tx, id, null, image)
  return done(
    { id: id as never, version: 1 },
    changeOf(aggregate.entity, id, null, image, aggregate.bookingOf?.(id, image)),
  )
}

/** Takes a thing away at the version that the caller read; `output` is the command's own. */
export async function remove<I extends Image, O, C extends string, F>(
  tx: Writer,
  ctx: Context,
  aggregate: Aggregate<I, F>,
  id: number,
  version: number,
  output: O,
): Promise<Outcome<O, C>> {
  const found = await aggregate.load(tx, id)
  if (!found) return refuse(aggregate.unknown as C, { id })
  if (found.version !== version) return conflict(aggregate.entity, id)
  const before = found.image
  const wrong = await aggregate.check(tx, ctx, id, before, null)
  if (wrong) return wrong as Refused as Refused<C>
  await aggregate.save(tx, id, before, null)
  return done(output, changeOf(aggregate.entity, id, before, null, aggregate.bookingOf?.(id, before)))
}
