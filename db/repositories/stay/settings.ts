import { type StayTerms, usualTerms } from '#shared/domain/stay/terms.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

const settingsRow = prepared((db) => db.selectFrom('stay_settings').selectAll())

/** The rules by the clock; those that a hotel begins with while it has changed none. */
export async function readStayTerms(db: Reader): Promise<StayTerms> {
  const row = await settingsRow.first(db, {})
  return row ? { ...usualTerms, ...(JSON.parse(row.terms) as Partial<StayTerms>) } : usualTerms
}

/** The one row of settings; null where a hotel has changed none. */
export async function loadStaySettings(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('stay_settings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { image: JSON.parse(row.terms) as StayTerms, version: row.version } : null
}

export async function saveStaySettings(
  tx: Writer,
  id: number,
  before: StayTerms | null,
  after: StayTerms | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) await db.deleteFrom('stay_settings').where('id', '=', id).execute()
  else if (before)
    await db
      .updateTable('stay_settings')
      .set((row) => ({ terms: JSON.stringify(after), version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('stay_settings')
      .values({ id, terms: JSON.stringify(after), version: 1 })
      .execute()
}
