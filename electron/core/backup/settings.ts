import { resolve } from 'node:path'
import { readBackupSettings, saveBackupSettings } from '#db/repositories/backup/repository.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { nextChosenHour, wallHour } from '#shared/domain/backup/schedule.ts'
import { type BackupSettings, lackOf, tidySettings } from '#shared/domain/backup/settings.ts'
import { ok, type Refused, refuse } from '#shared/values/index.ts'
import { type Aggregate, edit } from '../kernel/aggregate.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { present } from '../kernel/present.ts'
import { troubleBefore } from './make-backup.ts'
import { readNotes } from './notes.ts'

const settingsId = 1

/** The one row of settings, for commands and undo. */
export const backupSettingsAggregate: Aggregate<BackupSettings> = {
  entity: 'backup-settings',
  unknown: 'CHANGE_UNKNOWN',
  load: (tx) => readBackupSettings(tx),
  save: async (tx, _id, _before, after) => {
    if (after) await saveBackupSettings(tx, after)
  },
  check: async (_tx, _ctx, _id, _before, after) => (after ? lacking(after) : null),
}

function lacking(settings: BackupSettings): Refused<'BACKUP_NO_FOLDER' | 'BACKUP_NO_HOUR'> | null {
  const lack = lackOf(settings)
  return lack && refuse(lack === 'folder' ? 'BACKUP_NO_FOLDER' : 'BACKUP_NO_HOUR')
}

export const settings = reads('backup.settings', async (db, _input, ctx) => {
  const { image, version } = await readBackupSettings(db)
  const notes = readNotes(ctx.store.file)
  const now = wallHour(Date.parse(ctx.moment), ctx.hotel.timeZone)
  return {
    ...image,
    version,
    store: resolve(ctx.store.file),
    next: image.automatic ? nextChosenHour(image.hours, now) : null,
    state: image.folders.map((folder) => {
      const { good = null, failed = null } = notes[folder] ?? {}
      return { folder, good, failed }
    }),
  }
})

/** A folder that is new among them is looked at before; a share that was there once may be away now. */
export const updateSettings = writesAfter(
  'backup.updateSettings',
  async (db, input, ctx) => {
    const { folders } = (await readBackupSettings(db)).image
    for (const folder of input.folders?.filter((one) => !folders.includes(one)) ?? []) {
      const trouble = await troubleBefore({ store: ctx.store.file, folder })
      if (trouble) return trouble
    }
    return null
  },
  async (tx, ctx, { version, ...given }, trouble) => {
    if (trouble) return trouble
    const edited = await edit<BackupSettings, RefusalOf<'backup.updateSettings'>>(
      tx,
      ctx,
      backupSettingsAggregate,
      settingsId,
      version,
      (image) => ok(tidySettings({ ...image, ...present(given) } as BackupSettings)),
    )
    return 'output' in edited ? done({ version: edited.output.version }, edited.changes) : edited
  },
)
