import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { type HouseFilter, readHouseList } from '#db/queries/house/list.ts'
import type { HouseStore } from '#db/repositories/house/records.ts'
import type { HouseTable } from '#db/schema/house.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { HouseRecord } from '#shared/domain/house/record.ts'
import type { Context } from '../kernel/context.ts'
import { signedView, whoseView } from './view.ts'

/** A list is looked through, not paged: who wants more types what to find. */
const listLimit = 500

/** One list of the house as pages read it. */
export async function readList<T extends HouseTable, I extends Image & HouseRecord>(
  db: Reader,
  ctx: Context,
  store: HouseStore<T, I>,
  input: Pick<HouseFilter, 'view' | 'bookingId' | 'text'>,
  and: Parameters<typeof readHouseList>[3] = [],
) {
  const filter = { ...input, businessDate: ctx.businessDate, limit: listLimit + 1 }
  const found = await readHouseList(db, store.table, filter, and)
  const nameOf = await readUserNames(db)
  const rows = found.slice(0, listLimit).map((row) => ({
    id: row.id as never,
    ...signedView(store.imageOf(row), nameOf),
    ...whoseView(row),
    version: row.version,
  }))
  return { rows, more: found.length > listLimit }
}
