import { isDatabaseError, unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'

type Row = readonly [id: number, ...unknown[]]

/** How the things of a kind are read from the log: those after an id in the order of ids, and one alone. */
export type Reads<R extends Row> = {
  rest: (after: number) => Iterable<R>
  one: (id: number) => R | undefined
  /** Stands for a thing that is on a page which can't be read. */
  lost: (id: number) => R
}

/** Every thing of a kind that the log knows. Where a page of the file can't be read, what is on it is answered as lost. */
export function* pastDamage<R extends Row>(
  raw: RawDatabase,
  entity: string,
  { rest, one, lost }: Reads<R>,
  after = Number.MIN_SAFE_INTEGER,
): Generator<R> {
  // The index has every id, whatever became of the rows.
  const next = raw
    .prepare(
      'select min(entity_id) from changes indexed by changes_of_entity where entity = ? and entity_id > ?',
    )
    .pluck()
  for (let last = after; ; ) {
    try {
      for (const thing of rest(last)) {
        yield thing
        last = thing[0]
      }
      return
    } catch (cause) {
      if (!isDatabaseError(cause)) throw cause
      const id = next.get(entity, last) as number | null
      if (id === null) throw cause
      yield unlessDamaged(() => one(id)) ?? lost(id)
      last = id
    }
  }
}
