import { create } from './create.ts'
import { list } from './list.ts'

export const backupHandlers = {
  'backup.create': create,
  'backup.list': list,
}
