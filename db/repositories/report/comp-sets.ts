import type { CompSetImage } from '#shared/domain/report/comp-set.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { preparedInsert } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The competitor set of a year, which is its id; null where there is none. */
export async function loadCompSet(db: Reader, year: number) {
  const row = await readWith(db)
    .selectFrom('comp_sets')
    .select(['hotels', 'version'])
    .where('id', '=', year)
    .executeTakeFirst()
  if (!row) return null
  const cells = await readWith(db)
    .selectFrom('comp_set_cells')
    .select([
      'period',
      'rooms_available as roomsAvailable',
      'rooms_sold as roomsSold',
      'revenue_minor as revenueMinor',
    ])
    .where('year', '=', year)
    .orderBy('period')
    .execute()
  const image: CompSetImage = {
    hotels: row.hotels,
    cells: Object.fromEntries(cells.map(({ period, ...figures }) => [period, figures])),
  }
  return { image, version: row.version }
}

const insertCells = preparedInsert('comp_set_cells', [
  'year',
  'period',
  'rooms_available',
  'rooms_sold',
  'revenue_minor',
])

/** Writes a year's set and raises its version; `before` null inserts it, `after` null deletes it. */
export async function saveCompSet(
  tx: Writer,
  year: number,
  before: CompSetImage | null,
  after: CompSetImage | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('comp_sets').where('id', '=', year).execute()
    return
  }
  if (before)
    await db
      .updateTable('comp_sets')
      .set((row) => ({ hotels: after.hotels, version: row('version', '+', 1) }))
      .where('id', '=', year)
      .execute()
  else await db.insertInto('comp_sets').values({ id: year, hotels: after.hotels, version: 1 }).execute()
  await db.deleteFrom('comp_set_cells').where('year', '=', year).execute()
  await insertCells(
    tx,
    Object.entries(after.cells).map(([period, { roomsAvailable, roomsSold, revenueMinor }]) => ({
      year,
      period,
      rooms_available: roomsAvailable,
      rooms_sold: roomsSold,
      revenue_minor: revenueMinor,
    })),
  )
}
