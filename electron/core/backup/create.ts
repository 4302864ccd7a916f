import { refuse } from '#shared/values/index.ts'
import { works } from '../kernel/handler.ts'
import { makeBackup, troubleBefore } from './make-backup.ts'

/** Looks at the folder and begins the job; commands and queries continue while it runs. */
export const create = works('backup.create', async (ctx, { folder, keepAll }) => {
  const { file: store, nativeBinding } = ctx.store
  const trouble = await troubleBefore({ store, folder })
  if (trouble) return trouble
  const asked = { store, nativeBinding, folder, keepAll, moment: ctx.moment }
  const job = ctx.jobs.start('backup', (handle) => makeBackup(asked, handle))
  return job ? { job } : refuse('JOB_RUNNING')
})
