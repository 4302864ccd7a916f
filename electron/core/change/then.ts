import type { Reader } from '#db/handles.ts'
import { type ChangeRow, readChanges } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import { readPlaceAt } from '#db/queries/change/moment.ts'
import type { OutputOf, RefusalOf } from '#shared/contract/index.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { historyOf, type LoggedChange } from '#shared/domain/change/history.ts'
import { isBusinessDate, momentOf, ok, type Result, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { readActorNames } from './names.ts'

export type AsOfView = OutputOf<'guest.asOf'>['asOf']
type Code = Extract<
  RefusalOf<'guest.asOf'>,
  'AS_OF_AHEAD' | 'NOT_THERE_YET' | 'GONE_BY_THEN' | 'PAST_UNREADABLE'
>
/** `version`: how often it was written by then. */
export type Then = { image: Image; version: number; asOf: AsOfView }

/** More than anybody does to one thing. */
const mostChanges = 10_000

/**
 * What a thing was at an earlier moment, or when a business date ended, replayed from its own rows of the log, and whose change was the
 * last until then. `now` is what it is in the tables: the log has an import's guest without a name only from the first change on.
 */
export async function readThen(
  db: Reader,
  ctx: Context,
  thing: { entity: string; id: number; at: string; now: Image | null },
): Promise<Result<Then, Code>> {
  const { entity, id, at, now } = thing
  const { businessDate, moment } = ctx
  if (isBusinessDate(at) ? at > businessDate : at > moment)
    return refuse('AS_OF_AHEAD', { date: at, businessDate })
  const rows = (await readChanges(db, { entity, entityId: id, limit: mostChanges })).toReversed()
  const told = replay(rows, at, now)
  if ('unreadable' in told) return refuse('PAST_UNREADABLE', { change: told.unreadable })
  const { image, known, erased } = told
  const last = rows[known - 1]
  if (!image) return last ? gone(db, ctx, last, at) : notYet(rows[0], at)
  return ok({
    image,
    version: Math.max(1, known),
    asOf: {
      ...(await readPlaceAt(db, at)),
      last: last ? await lastView(db, ctx, last) : null,
      later: rows.length - known,
      erased,
    },
  })
}

/** What each of some things was then, without those that were not there; and the changes that can't be read, whose things are left out. */
export type EachThen = { images: Map<number, Omit<Then, 'asOf'>>; unreadable: number[] }

/** The same for many things of one kind, from all their rows of the log, newest first. `now`: what they are in the tables. */
export function thenOfEach(
  rows: readonly ChangeRow[],
  at: string,
  now: ReadonlyMap<number, Image> = new Map(),
): EachThen {
  const images: EachThen['images'] = new Map()
  const unreadable: number[] = []
  const byThing = Map.groupBy(rows.toReversed(), (row) => row.entity_id)
  for (const id of new Set([...byThing.keys(), ...now.keys()])) {
    const told = replay(byThing.get(id) ?? [], at, now.get(id) ?? null)
    if ('unreadable' in told) unreadable.push(told.unreadable)
    else if (told.image) images.set(id, { image: told.image, version: Math.max(1, told.known) })
  }
  return { images, unreadable }
}

type Told = { image: Image | null; known: number; erased: boolean } | { unreadable: number }

/**
 * What a thing was by then, how many of its changes were made, and whether any of them was erased; or the change that can't be
 * read. One that was made later does not matter where the log has the thing from its creation.
 */
function replay(rows: readonly ChangeRow[], at: string, now: Image | null): Told {
  const known = countUntil(rows, at)
  const changes: LoggedChange[] = []
  let present = now
  for (const [index, row] of rows.entries()) {
    const images = imagesOf(row)
    if (!images) {
      if (index < known || changes[0]?.before !== null) return { unreadable: row.seq }
      // What it is now, it was not before that change
      present = null
      break
    }
    changes.push({ ...images, seq: row.seq, erased: row.erased !== null })
  }
  const until = rows[known - 1]?.seq ?? 0
  return {
    image: historyOf(changes, () => present).findLast(({ seq }) => seq <= until)?.image ?? null,
    known,
    erased: changes.slice(0, known).some(({ erased }) => erased),
  }
}

/** Whether a change was made after a date or a moment. */
export function isAfter(row: ChangeRow, at: string): boolean {
  return (isBusinessDate(at) ? row.business_date : row.moment) > at
}

/** What is said of a look at a thing, with the changes of what hangs on it counted in. */
export async function withRelated(
  db: Reader,
  ctx: Context,
  { asOf, at }: { asOf: AsOfView; at: string },
  rows: readonly ChangeRow[],
): Promise<AsOfView> {
  const known = rows.filter((row) => !isAfter(row, at))
  const newest = known.reduce<ChangeRow | null>((a, b) => (a && a.seq > b.seq ? a : b), null)
  return {
    ...asOf,
    last: newest && newest.seq > (asOf.last?.seq ?? 0) ? await lastView(db, ctx, newest) : asOf.last,
    later: asOf.later + rows.length - known.length,
    erased: asOf.erased || known.some(({ erased }) => erased !== null),
  }
}

/** How many of a thing's changes were made by then. Of a clock that was set back the change counts that is the closest before. */
function countUntil(rows: readonly ChangeRow[], at: string): number {
  let count = 0
  let closest = ''
  for (const [index, row] of rows.entries()) {
    const stamp = isBusinessDate(at) ? row.business_date : row.moment
    if (stamp > at || stamp < closest) continue
    closest = stamp
    count = index + 1
  }
  return count
}

async function lastView(db: Reader, { language }: Context, row: ChangeRow): Promise<AsOfView['last']> {
  const nameOf = await readActorNames(db, language)
  const { seq, moment, business_date: businessDate, operation } = row
  return { seq, moment, businessDate, operation, actorName: nameOf(row.actor) }
}

function notYet(first: ChangeRow | undefined, at: string) {
  return refuse('NOT_THERE_YET', { at, since: first?.business_date ?? '' })
}

async function gone(db: Reader, { language }: Context, last: ChangeRow, at: string) {
  const nameOf = await readActorNames(db, language)
  // Made and taken off on one day, it is there at no day's end
  const before = momentOf(Date.parse(last.moment) - 1)
  return refuse('GONE_BY_THEN', { at, since: last.business_date, by: nameOf(last.actor), before })
}
