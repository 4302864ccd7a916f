import type { Reader } from '#db/handles.ts'
import { readBackupSettings } from '#db/repositories/backup/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { allows } from '#shared/domain/access/rights.ts'
import type { Context } from '../kernel/context.ts'
import { newestGood, openFailure, readNotes } from './notes.ts'

type State = Pick<OutputOf<'hotel.state'>['store'], 'lastBackup' | 'backup'>

/** What the status line says of copies: the newest good one, its age that is too much, a failure that is not settled. */
export async function backupState(db: Reader, ctx: Context): Promise<State> {
  const { automatic, warnAfterHours, folders } = (await readBackupSettings(db)).image
  const notes = readNotes(ctx.store.file)
  const failure = openFailure(notes, folders)
  const inWords = ctx.user !== null && allows(ctx.user.rights, 'jobs')
  const failed = failure && {
    moment: failure.moment as never,
    code: failure.code,
    params: inWords ? failure.params : {},
  }
  const lastBackup = (newestGood(notes)?.made ?? null) as State['lastBackup']
  return { lastBackup, backup: { automatic, warnAfterHours, failed } }
}
