import type { Selectable } from 'kysely'
import type { Moment, UserId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { ReportFavouritesTable } from '../../schema/report.ts'

/** A report with its parameters (JSON) that somebody keeps under a name. */
export type FavouriteImage = {
  userId: UserId
  name: string
  report: string
  parameters: string
  createdAt: Moment
}

function imageOf(row: Selectable<ReportFavouritesTable>): FavouriteImage {
  return {
    userId: row.user_id,
    name: row.name,
    report: row.report,
    parameters: row.parameters,
    createdAt: row.created_at,
  }
}

function columnsOf(image: FavouriteImage) {
  return {
    user_id: image.userId,
    name: image.name,
    report: image.report,
    parameters: image.parameters,
    created_at: image.createdAt,
  }
}

/** A user's favourites by name. */
export async function readFavourites(db: Reader, userId: UserId) {
  const rows = await readWith(db)
    .selectFrom('report_favourites')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, image: imageOf(row) }))
}

export async function loadFavourite(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('report_favourites')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { image: imageOf(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveFavourite(
  tx: Writer,
  id: number,
  before: FavouriteImage | null,
  after: FavouriteImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('report_favourites').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('report_favourites')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('report_favourites')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
