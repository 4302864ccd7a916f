import type { RegistrationSettings } from '#shared/domain/registration/registration.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The one row of settings; null where a hotel has changed none. */
export async function loadRegistrationSettings(
  db: Reader,
  id: number,
): Promise<{ image: RegistrationSettings; version: number } | null> {
  const row = await readWith(db)
    .selectFrom('registration_settings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const columns = JSON.parse(row.columns) as RegistrationSettings['columns']
  return { image: { columns, confirmAfterDays: row.confirm_after_days }, version: row.version }
}

/** `before` null inserts the row, `after` null deletes it. */
export async function saveRegistrationSettings(
  tx: Writer,
  id: number,
  before: RegistrationSettings | null,
  after: RegistrationSettings | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('registration_settings').where('id', '=', id).execute()
    return
  }
  const columns = { columns: JSON.stringify(after.columns), confirm_after_days: after.confirmAfterDays }
  if (before)
    await db
      .updateTable('registration_settings')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('registration_settings')
      .values({ id, ...columns, version: 1 })
      .execute()
}
