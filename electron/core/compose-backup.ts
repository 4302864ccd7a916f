import { troubleWithPlace } from '#db/dialect/place.ts'
import type { StoreTrouble } from '#db/dialect/sqlite/store-trouble.ts'
import type { Refusal } from '#shared/contract/index.ts'
import type { BackupAsked, BackupMade } from './backup/make-backup.ts'
import { runBackup } from './backup/run.ts'
import type { JobHandle } from './kernel/jobs.ts'

/**
 * Backs up a store that another process may have open: nothing is written to it and no lock is taken, so that a
 * scheduled backup runs while the desk works. What became of it is noted beside the store, for the status line.
 */
export async function backUpStore(
  asked: BackupAsked,
  job: JobHandle,
): Promise<BackupMade | { trouble: StoreTrouble } | { refusal: Refusal }> {
  const place = troubleWithPlace(asked.store, false)
  if (place && place !== 'STORE_READ_ONLY') return { trouble: { code: place, params: { file: asked.store } } }
  const end = await runBackup(asked, job)
  return 'failure' in end ? { refusal: end.failure } : (end.result as BackupMade)
}
