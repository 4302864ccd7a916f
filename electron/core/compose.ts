import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { othersMayWrite } from '#db/dialect/place.ts'
import { bulkAccess } from '#db/dialect/sqlite/bulk.ts'
import type { OpenOptions } from '#db/dialect/sqlite/open-store.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import type { StoreTrouble } from '#db/dialect/sqlite/store-trouble.ts'
import { bulkOver } from '#db/repositories/bulk/bulk.ts'
import type { Language, Reply } from '#shared/contract/index.ts'
import { type Moment, momentOf } from '#shared/values/index.ts'
import { createSignedIn } from './access/signed-in.ts'
import { type BackupSchedule, createBackupSchedule } from './backup/schedule.ts'
import { type Examination, examine } from './doctor/examine.ts'
import { handlers } from './handlers.ts'
import { createSettingsCache } from './hotel/settings.ts'
import { createJobs } from './jobs/jobs.ts'
import type { SessionUser } from './kernel/context.ts'
import { createDispatch, type Desk, type Dispatch, type Log } from './kernel/dispatch.ts'
import { createEvents, type Events } from './kernel/events.ts'
import { createFiles, type Files } from './kernel/given-files.ts'
import type { Jobs } from './kernel/jobs.ts'
import { createCommandRunner } from './kernel/run-command.ts'
import type { Store } from './kernel/store.ts'

export type ComposeOptions = OpenOptions & {
  file: string
  log: Log
  /** The clock; tests set their own. */
  now?: () => Moment
}

export type DeskOptions = {
  /** As recorded in the change log: the machine's name and the kind of host. */
  workstation: string
  language: Language
  /** Signed in from the start: the command line, which owns the file anyway. */
  user?: SessionUser
}

/** One open page or pipe of the application. */
export type OpenDesk = {
  /** `language` words this one answer; without it the desk's own does. */
  call: (operation: string, input: unknown, requestId?: string, language?: Language) => Promise<Reply>
  user: () => SessionUser | null
  setLanguage: (language: Language) => void
}

export type Application = {
  file: string
  /** Set when this opening migrated the store: where the copy from before is. */
  migratedFrom: { version: number; copy: string } | null
  /** Changes that were acknowledged once and are not in the store any more. */
  lost: Store['lost']
  /** Other users of this machine may write the store or take it away. */
  othersMayWrite: boolean
  desk: (options: DeskOptions) => OpenDesk
  events: Events
  files: Files
  jobs: Jobs
  /** Copies made by itself: a host that stays open begins it. */
  backups: BackupSchedule
  /** For what the command line does before anybody can sign in: a demo hotel, the hotel of an import. */
  store: Store
  /** Looks through the whole store and changes nothing. */
  examine: (progress?: (check: string, done: number, total: number) => void) => Promise<Examination>
  close: () => Promise<void>
}

/** The only place that opens the store. Answers with the trouble, in data, when it can't be opened. */
export async function compose(options: ComposeOptions): Promise<Application | { trouble: StoreTrouble }> {
  const store = await openStore(options.file, options)
  if ('trouble' in store) return store
  const { log } = options
  if (store.lost) log.info(`changes ${store.lost.from} to ${store.lost.to} are missing; see keyrack doctor`)
  const openToOthers = othersMayWrite(options.file)
  if (openToOthers) log.info('other users of this machine may write the store')
  const incidentOf = (error: unknown) => {
    const incident = randomUUID().slice(0, 8)
    log.defect(incident, error)
    return incident
  }
  const events = createEvents(incidentOf)
  const files = createFiles()
  const jobs = createJobs(events, incidentOf)
  const settings = createSettingsCache()
  const signedIn = createSignedIn()
  const runner = createCommandRunner({
    writer: store.writer,
    reader: store.reader,
    openBulk: () => bulkOver(bulkAccess(store.rawWriter)),
    onWritten: (changes) => {
      if (changes.some(({ entity }) => entity === 'settings')) settings.forget()
      if (changes.some(({ entity }) => entity === 'user')) signedIn.forget()
    },
  })
  const longWorkStore: Store = {
    file: options.file,
    nativeBinding: options.nativeBinding,
    lost: store.lost,
    reader: store.reader,
    exclusively: runner.exclusively,
    events,
    forgetSettings: settings.forget,
  }
  const now = options.now ?? (() => momentOf(Date.now()))
  const onDefect = (error: unknown) => void incidentOf(error)
  const backups = createBackupSchedule({ store: longWorkStore, jobs, settings, now, onDefect })
  const dispatch = createDispatch({
    handlers,
    reader: store.reader,
    store: longWorkStore,
    runner,
    settings,
    signedIn,
    events,
    files,
    jobs,
    now,
    log,
  })

  return {
    file: options.file,
    migratedFrom: store.migratedFrom,
    lost: store.lost,
    othersMayWrite: openToOthers,
    events,
    files,
    jobs,
    backups,
    store: longWorkStore,
    examine: (progress) =>
      examine({ ...store, othersMayWrite: openToOthers }, () => performance.now(), progress),
    desk: (asked) => openDesk(dispatch, asked),
    close: async () => {
      backups.end()
      await jobs.stopAll()
      await runner.idle()
      store.close()
      for (const file of files.all()) if (file.temporary) rmSync(file.path, { force: true })
    },
  }
}

function openDesk(dispatch: Dispatch, { workstation, language, user }: DeskOptions): OpenDesk {
  const desk: Desk = { user: user ?? null, workstation, language }
  return {
    call: (operation, input, requestId, language) => dispatch(desk, operation, input, requestId, language),
    user: () => desk.user,
    setLanguage: (chosen) => {
      desk.language = chosen
    },
  }
}
