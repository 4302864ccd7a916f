import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { storedCloseSettings } from '#db/repositories/audit/settings.ts'
import { type CloseSettings, usualCloseSettings } from '#shared/domain/audit/settings.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { settingsOf } from '../kernel/settings.ts'

/** The settings of closing the day. */
export const closeSettings = settingsOf('close-setting', storedCloseSettings, usualCloseSettings)

export const settings = reads('audit.settings', closeSettings.view)

export const saveSettings = writesAfter(
  'audit.saveSettings',
  (_db, input) => troubleWith(input),
  async (tx, ctx, { version, ...image }, trouble) => trouble ?? closeSettings.save(tx, ctx, version, image),
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
