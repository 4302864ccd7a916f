import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { loadCloseSettings, readCloseSettings, saveCloseSettings } from '#db/repositories/audit/settings.ts'
import type { CloseSettings } from '#shared/domain/audit/settings.ts'
import { ok, type Refused, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'

/** The one row of settings of closing the day. */
const SETTINGS = 1

export const closeSettingAggregate: Aggregate<CloseSettings> = {
  entity: 'close-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadCloseSettings,
  save: saveCloseSettings,
  check: async () => null,
}

export const settings = reads('audit.settings', async (db) => ({
  ...(await readCloseSettings(db)),
  version: (await loadCloseSettings(db, SETTINGS))?.version ?? 0,
}))

export const saveSettings = writesAfter(
  'audit.saveSettings',
  (_db, input) => troubleWith(input),
  async (tx, ctx, { version, ...image }, trouble) => {
    if (trouble) return trouble
    if (await loadCloseSettings(tx, SETTINGS))
      return edit(tx, ctx, closeSettingAggregate, SETTINGS, version, () => ok(image))
    if (version !== 0) return conflict('close-setting', SETTINGS)
    return create(tx, ctx, closeSettingAggregate, SETTINGS, image)
  },
)

type FolderCode = 'FOLDER_NEEDED' | 'FILE_FOLDER_RELATIVE' | 'FILE_FOLDER_MISSING' | 'FILE_NO_ACCESS'

/** Whether lists can be written where they are to be, said when it is set up and not at midnight. */
async function troubleWith({ folder, format }: CloseSettings): Promise<Refused<FolderCode> | null> {
  if (format === 'none') return null
  if (folder === '') return refuse('FOLDER_NEEDED')
  if (!isAbsolute(folder)) return refuse('FILE_FOLDER_RELATIVE', { folder })
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) return refuse('FILE_FOLDER_MISSING', { folder })
  const mayWrite = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  return mayWrite ? null : refuse('FILE_NO_ACCESS', { folder })
}
