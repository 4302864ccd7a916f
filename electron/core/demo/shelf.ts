/** Things of one kind that a demo hotel keeps while its days are lived: changed day by day, written as rows at the end. */
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { difference, type Image } from '#shared/domain/change/change.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { Author, Diary, When } from './diary.ts'

export type ShelfItem<I> = {
  readonly id: number
  readonly bookingId: BookingId | null
  image: I
  version: number
}
type More = { command?: number | undefined; reason?: string }

export type Shelf<I> = {
  readonly all: readonly ShelfItem<I>[]
  make: (
    when: When,
    author: Author,
    operation: string,
    image: I,
    bookingId: BookingId | null,
    more?: More,
  ) => ShelfItem<I>
  change: (
    kept: ShelfItem<I>,
    when: When,
    author: Author,
    operation: string,
    to: Partial<I>,
    more?: More,
  ) => number
  finish: () => void
}

/** `write` puts the row of one thing into the store. */
export function createShelf<I extends Image>(
  bulk: Bulk,
  diary: Diary,
  entity: string,
  table: Parameters<Bulk['nextId']>[0],
  write: (kept: ShelfItem<I>) => void,
): Shelf<I> {
  const all: ShelfItem<I>[] = []
  const tell = (
    { id, bookingId }: ShelfItem<I>,
    [when, author, operation]: [When, Author, string],
    images: { before: Image | null; after: Image | null },
    { command, reason }: More,
  ) =>
    diary.write(
      when,
      author,
      operation,
      { entity, entityId: id, bookingId, ...images },
      { ...(command === undefined ? {} : { command }), ...(reason === undefined ? {} : { reason }) },
    )
  return {
    all,
    make: (when, author, operation, image, bookingId, more = {}) => {
      const kept = { id: bulk.nextId(table), bookingId, image, version: 1 }
      all.push(kept)
      tell(kept, [when, author, operation], { before: null, after: image }, more)
      return kept
    },
    change: (kept, when, author, operation, to, more = {}) => {
      const after = { ...kept.image, ...to }
      const found = difference(kept.image, after)
      if (!found) return 0
      kept.image = after
      kept.version += 1
      return tell(kept, [when, author, operation], found, more)
    },
    finish: () => {
      for (const kept of all) write(kept)
    },
  }
}
