import { readBackupSettings } from '#db/repositories/backup/repository.ts'
import { isDue, lastChosenHour, type Tried, wallHour } from '#shared/domain/backup/schedule.ts'
import type { Moment } from '#shared/values/index.ts'
import type { SettingsCache } from '../kernel/dispatch.ts'
import { scheduleActor } from '../kernel/itself.ts'
import type { Jobs } from '../kernel/jobs.ts'
import type { Store } from '../kernel/store.ts'
import { startBackup } from './create.ts'
import { type BackupNote, readNotes } from './notes.ts'
import { runBackups } from './run.ts'

export type ScheduleParts = {
  store: Store
  jobs: Jobs
  settings: SettingsCache
  now: () => Moment
  onDefect: (error: unknown) => void
}

export type BackupSchedule = {
  /** Begins what is due now; answers with the job, null when nothing is or another job is at work. */
  look: () => Promise<string | null>
  /** Looks every minute until `end`. */
  begin: (every?: Every) => void
  end: () => void
}

/** Calls again and again until what it returns is called. */
export type Every = (ms: number, call: () => void) => () => void

const lookMs = 60_000
/** Another attempt in half an hour would end the same way, or fill the folder with flawed copies. */
const lasting = ['BACKUP_FLAWED', 'BACKUP_DIFFERS', 'BACKUP_NO_HOTEL', 'BACKUP_NEWER', 'BACKUP_DEFECT']

/**
 * Makes copies by itself at the hours that the settings name. It looks at the clock once a minute instead of waiting for an
 * hour: a machine sleeps, clocks are set, and an hour that was missed while the program was closed is due at once.
 */
export function createBackupSchedule(parts: ScheduleParts): BackupSchedule {
  const { store, jobs, settings, now, onDefect } = parts
  /** The chosen hour at which somebody cancelled a scheduled copy: it is not begun again before the next one. */
  let cancelledFor: string | null = null
  let stop: (() => void) | null = null

  async function look(): Promise<string | null> {
    const hotel = await settings.get(store.reader)
    const { automatic, folders, hours } = (await readBackupSettings(store.reader)).image
    if (!hotel || !automatic) return null
    const moment = now()
    const { timeZone } = hotel
    const clock = Date.parse(moment)
    const hour = lastChosenHour(hours, wallHour(clock, timeZone))
    const notes = readNotes(store.file)
    const due = folders.filter((folder) => isDue(hours, timeZone, clock, triedOf(notes[folder])))
    if (due.length === 0 || hour === cancelledFor) return null
    const { file, nativeBinding } = store
    const asked = { store: file, nativeBinding, folders: due, keepAll: false, moment }
    return startBackup({ jobs, store, actor: scheduleActor }, async (handle) => {
      const end = await runBackups(asked, handle)
      if (handle.cancelled) cancelledFor = hour
      return end
    })
  }

  return {
    look,
    begin: (every = everyInterval) => {
      stop ??= every(lookMs, () => void look().catch(onDefect))
    },
    end: () => {
      stop?.()
      stop = null
    },
  }
}

function triedOf(note: BackupNote | undefined): Tried | null {
  return note
    ? { moment: note.tried, mayPass: note.failed !== null && !lasting.includes(note.failed.code) }
    : null
}

function everyInterval(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms)
  timer.unref()
  return () => clearInterval(timer)
}
