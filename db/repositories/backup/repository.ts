import type { Selectable } from 'kysely'
import { type BackupSettings, firstBackupSettings } from '#shared/domain/backup/settings.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { BackupSettingsTable } from '../../schema/backup.ts'
import { flag } from '../../schema/flag.ts'

function imageOf(row: Selectable<BackupSettingsTable>): BackupSettings {
  return {
    automatic: row.automatic === 1,
    folders: JSON.parse(row.folders) as string[],
    hours: JSON.parse(row.hours) as number[],
    keepDays: row.keep_days,
    keepWeeks: row.keep_weeks,
    keepMonths: row.keep_months,
    warnAfterHours: row.warn_after_hours,
  }
}

/** The one row, which a migration made. */
export async function readBackupSettings(db: Reader): Promise<{ image: BackupSettings; version: number }> {
  const row = await readWith(db)
    .selectFrom('backup_settings')
    .selectAll()
    .where('id', '=', 1)
    .executeTakeFirst()
  return row ? { image: imageOf(row), version: row.version } : { image: firstBackupSettings, version: 1 }
}

/** Writes what differs and raises the version by one. */
export async function saveBackupSettings(tx: Writer, image: BackupSettings): Promise<void> {
  await writeWith(tx)
    .updateTable('backup_settings')
    .set((eb) => ({
      automatic: flag(image.automatic),
      folders: JSON.stringify(image.folders),
      hours: JSON.stringify(image.hours),
      keep_days: image.keepDays,
      keep_weeks: image.keepWeeks,
      keep_months: image.keepMonths,
      warn_after_hours: image.warnAfterHours,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', 1)
    .execute()
}
