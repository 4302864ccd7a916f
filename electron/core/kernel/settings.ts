import type { Reader, Writer } from '#db/handles.ts'
import type { ImageStore } from '#db/repositories/image-store.ts'
import type { EntityKind } from '#shared/contract/index.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { Aggregate } from './aggregate.ts'
import type { Context } from './context.ts'
import { saveUnder } from './save.ts'

/** Settings that an area keeps in one row, which is made when the hotel first changes them. */
export type Settings<I extends Image> = {
  aggregate: Aggregate<I>
  /** What holds: where nothing is stored, and for a field that came after they were saved, the usual. */
  read: (db: Reader) => Promise<I>
  /** The same with the version to save them at. */
  view: (db: Reader) => Promise<I & { version: number }>
  save: <C extends string>(
    tx: Writer,
    ctx: Context,
    version: number,
    image: I,
  ) => ReturnType<typeof saveUnder<I, C>>
}

/** The id of the one row. */
const theRow = 1

/** The settings that `stored` keeps; `usual` are those of a hotel that has changed none. */
export function settingsOf<I extends Image>(
  entity: EntityKind,
  stored: ImageStore<I>,
  usual: I,
): Settings<I> {
  const aggregate: Aggregate<I> = {
    entity,
    unknown: 'CHANGE_UNKNOWN',
    load: stored.load,
    save: stored.save,
    check: async () => null,
  }
  return {
    aggregate,
    read: async (db) => ({ ...usual, ...(await stored.load(db, theRow))?.image }),
    view: async (db) => {
      const found = await stored.load(db, theRow)
      return { ...usual, ...found?.image, version: found?.version ?? 0 }
    },
    save: (tx, ctx, version, image) => saveUnder(tx, ctx, aggregate, theRow, version, image),
  }
}
