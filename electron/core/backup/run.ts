import type { Refusal } from '#shared/contract/index.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { type BackupAsked, type BackupMade, makeBackup, troubleBefore } from './make-backup.ts'
import { noteBackup } from './notes.ts'

/** Makes one copy and notes beside the store what became of it; a cancelled one is not noted. */
export async function runBackup(asked: BackupAsked, job: JobHandle): Promise<JobEnd> {
  const { store, folder, moment } = asked
  const note = (end: Parameters<typeof noteBackup>[3]) => noteBackup(store, folder, moment, end)
  let end: JobEnd
  try {
    const trouble = await troubleBefore(asked)
    end = trouble ? { failure: trouble.refusal } : await makeBackup(asked, job)
  } catch (error) {
    await note({ failure: { code: 'BACKUP_DEFECT', params: { folder } } })
    throw error
  }
  if ('result' in end) await note({ good: goodOf(end.result as BackupMade) })
  else if (!job.cancelled) await note({ failure: end.failure })
  return end
}

function goodOf({ file, manifest }: BackupMade) {
  return { made: manifest.made, file, businessDate: manifest.facts.businessDate }
}

/** What a backup into several folders ends with when all succeeded. */
export type BackupsMade = { copies: BackupMade[] }

/**
 * Makes a copy in one folder after another. One that fails keeps none of the others from being made; the job then ends with
 * the first failure, and each folder's own is noted.
 */
export async function runBackups(
  asked: Omit<BackupAsked, 'folder'> & { folders: readonly string[] },
  job: JobHandle,
): Promise<JobEnd> {
  const { folders, ...common } = asked
  const copies: BackupMade[] = []
  const failures: Refusal[] = []
  for (const [index, folder] of folders.entries()) {
    const part: JobHandle = {
      progress: (done, total) => job.progress(index * 100 + (100 * done) / total, folders.length * 100),
      get cancelled() {
        return job.cancelled
      },
    }
    const end = await runBackup({ ...common, folder }, part)
    if ('result' in end) copies.push(end.result as BackupMade)
    else failures.push(end.failure)
    if (job.cancelled) break
  }
  const [failure] = failures
  return failure ? { failure } : { result: { copies } satisfies BackupsMade }
}
