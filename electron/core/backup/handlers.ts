import { create, createAll } from './create.ts'
import { list } from './list.ts'
import { settings, updateSettings } from './settings.ts'

export const backupHandlers = {
  'backup.create': create,
  'backup.createAll': createAll,
  'backup.list': list,
  'backup.settings': settings,
  'backup.updateSettings': updateSettings,
}
