import { randomUUID } from 'node:crypto'
import { othersMayWrite } from '#db/dialect/place.ts'
import { bulkAccess } from '#db/dialect/sqlite/bulk.ts'
import type { OpenOptions } from '#db/dialect/sqlite/open-store.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import type { StoreTrouble } from '#db/dialect/sqlite/store-trouble.ts'
import { tidyStore } from '#db/dialect/sqlite/tidy.ts'
import { bulkOver } from '#db/repositories/bulk/bulk.ts'
import { type Moment, momentOf, refuse } from '#shared/values/index.ts'
import { composeDerived, type DerivedOptions } from './compose-derived.ts'
import { createWhoIsIn, type DeskOptions, type OpenDesk, openDesk } from './compose-desk.ts'
import { composeSchedules, type Schedules } from './compose-schedules.ts'
import { type Examination, examine } from './doctor/examine.ts'
import { handlers } from './handlers.ts'
import { createJobs } from './jobs/jobs.ts'
import { type Devices, noDevices } from './kernel/devices.ts'
import { createDispatch, type Log } from './kernel/dispatch.ts'
import { createEvents, type Events } from './kernel/events.ts'
import { createFiles, type Files } from './kernel/given-files.ts'
import type { Jobs } from './kernel/jobs.ts'
import type { Printer } from './kernel/printer.ts'
import { createCommandRunner } from './kernel/run-command.ts'
import type { Store } from './kernel/store.ts'

export type { OpenDesk } from './compose-desk.ts'

export type ComposeOptions = OpenOptions &
  DerivedOptions & {
    /** The clock; tests set their own. */
    now?: () => Moment
    /** Makes PDFs; without it they are refused. */
    printer?: Printer
    /** Readers, encoders and printers of this machine; it ends with the application. */
    devices?: Devices
    /** Milliseconds by which sessions end; tests set their own. */
    clock?: () => number
  }

export type Application = Schedules & {
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
  /** For what the command line does before anybody can sign in: a demo hotel, the hotel of an import. */
  store: Store
  /** Looks through the whole store and changes nothing. */
  examine: (progress?: (check: string, done: number, total: number) => void) => Promise<Examination>
  /** Removes what is left in the file of words that were deleted; for a host that does nothing else meanwhile. */
  tidy: (progress: (done: number, total: number) => void) => Promise<void>
  /** Ends sessions whose time is over; it happens by itself every few seconds. */
  endOverdueSessions: () => Promise<void>
  close: () => Promise<void>
}

const overdueMs = 5_000

const noPrinter: Printer = async () => refuse('PDF_NO_BROWSER')

/** What the machine offers, where the host knows of it. */
function machineOf({ printer = noPrinter, devices = noDevices }: ComposeOptions) {
  return { printer, devices }
}

/** Notes a defect under a number and answers with it. */
function incidentsIn(log: Log): (error: unknown) => string {
  return (error) => {
    const incident = randomUUID().slice(0, 8)
    log.defect(incident, error)
    return incident
  }
}

/** The only place that opens the store. Answers with the trouble, in data, when it can't be opened. */
export async function compose(options: ComposeOptions): Promise<Application | { trouble: StoreTrouble }> {
  const store = await openStore(options.file, options)
  if ('trouble' in store) return store
  const { log } = options
  if (store.lost) log.info(`changes ${store.lost.from} to ${store.lost.to} are missing; see keyrack doctor`)
  const openToOthers = othersMayWrite(options.file)
  if (openToOthers) log.info('other users of this machine may write the store')
  const incidentOf = incidentsIn(log)
  const events = createEvents(incidentOf)
  const files = createFiles()
  const jobs = createJobs(events, incidentOf)
  const derived = composeDerived(store.rawReader, options)
  const { insight, report, heavy, heal, schedules: ofDerived } = derived
  const whoIsIn = createWhoIsIn(store.reader, options.clock ?? Date.now)
  const runner = createCommandRunner({
    writer: store.writer,
    reader: store.reader,
    openBulk: () => bulkOver(bulkAccess(store.rawWriter)),
    onWritten: whoIsIn.follow,
  })
  const longWorkStore: Store = {
    file: options.file,
    nativeBinding: options.nativeBinding,
    lost: store.lost,
    reader: store.reader,
    insight,
    report,
    exclusively: runner.exclusively,
    events,
    forgetSettings: whoIsIn.settings.forget,
  }
  const now = options.now ?? (() => momentOf(Date.now()))
  const onDefect = (error: unknown) => void incidentOf(error)
  const desk = (options: DeskOptions) => openDesk(dispatch, whoIsIn, files, options)
  const ofSchedules = { store: longWorkStore, jobs, settings: whoIsIn.settings, now, onDefect }
  const { end, ...schedules } = composeSchedules(ofSchedules, ofDerived, desk)
  const watch = setInterval(() => void whoIsIn.endOverdue().catch(onDefect), overdueMs)
  watch.unref()
  const dispatch = createDispatch({
    handlers,
    store: longWorkStore,
    runner,
    ...whoIsIn,
    events,
    files,
    jobs,
    heavy,
    ...machineOf(options),
    heal,
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
    ...schedules,
    store: longWorkStore,
    examine: (progress) =>
      examine({ ...store, othersMayWrite: openToOthers }, () => performance.now(), progress),
    tidy: async (progress) => tidyStore(store.rawWriter, progress),
    desk,
    endOverdueSessions: whoIsIn.endOverdue,
    close: async () => {
      options.devices?.close()
      await end()
      clearInterval(watch)
      await jobs.stopAll()
      await heavy.close()
      await runner.idle()
      store.close()
      derived.close()
      files.close()
    },
  }
}
