import type { Insertable, Selectable, Updateable } from 'kysely'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { SettingsTable } from '../../schema/access.ts'

export type SettingsRow = Selectable<SettingsTable>
export type SettingsChange = Updateable<SettingsTable>

/** The one row of settings; undefined before the first run. */
export async function readSettings(db: Reader): Promise<SettingsRow | undefined> {
  return readWith(db).selectFrom('settings').selectAll().where('id', '=', 1).executeTakeFirst()
}

export async function insertSettings(
  tx: Writer,
  row: Omit<Insertable<SettingsTable>, 'id' | 'version'>,
): Promise<void> {
  await writeWith(tx)
    .insertInto('settings')
    .values({ id: 1, version: 1, ...row })
    .execute()
}

/** Writes over the version that was read; false when another version is on file. */
export async function updateSettings(tx: Writer, version: number, row: SettingsChange): Promise<boolean> {
  const { numUpdatedRows } = await writeWith(tx)
    .updateTable('settings')
    .set({ ...row, version: version + 1 })
    .where('id', '=', 1)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
