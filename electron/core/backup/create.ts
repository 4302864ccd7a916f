import { readBackupSettings } from '#db/repositories/backup/repository.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { works } from '../kernel/handler.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { troubleBefore } from './make-backup.ts'
import { runBackup, runBackups } from './run.ts'

/** Looks at the folder and begins the job; commands and queries continue while it runs. */
export const create = works('backup.create', async (ctx, { folder, keepAll }) => {
  const { file: store, nativeBinding } = ctx.store
  const trouble = await troubleBefore({ store, folder })
  if (trouble) return trouble
  const asked = { store, nativeBinding, folder, keepAll, moment: ctx.moment }
  const job = startBackup(ctx, (handle) => runBackup(asked, handle))
  return job ? { job } : refuse('JOB_RUNNING')
})

/** The same into every folder of the settings. What is wrong with one of them is told at the end: the others get their copies. */
export const createAll = works('backup.createAll', async (ctx) => {
  const { folders } = (await readBackupSettings(ctx.store.reader)).image
  if (folders.length === 0) return refuse('BACKUP_NO_FOLDER')
  const { file: store, nativeBinding } = ctx.store
  const asked = { store, nativeBinding, folders, keepAll: false, moment: ctx.moment }
  const job = startBackup(ctx, (handle) => runBackups(asked, handle))
  return job ? { job } : refuse('JOB_RUNNING')
})

/** Begins the job; when it has ended, pages read again what they show of copies: the status line, the list. */
export function startBackup(
  { jobs, store, actor }: Pick<Context, 'jobs' | 'store' | 'actor'>,
  work: (handle: JobHandle) => Promise<JobEnd>,
): string | null {
  return jobs.start('backup', async (handle) => {
    try {
      return await work(handle)
    } finally {
      const entities = [{ kind: 'job', id: 0 } as const]
      store.events.send({ type: 'changed', change: 0, operation: 'backup.create', actor, entities })
    }
  })
}
