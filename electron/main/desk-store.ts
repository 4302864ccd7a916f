import { randomUUID } from 'node:crypto'
import { type Application, compose, type OpenDesk } from '#core/compose.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { createDevices } from '../host/devices/devices.ts'
import { workstation } from '../host/places.ts'
import type { Logger } from './log.ts'
import { windowPrinter } from './print-pdf.ts'

export type Opened = { app: Application; desk: OpenDesk }

export type DeskStore = {
  /** Resolves when the store is open: the page's first calls wait here. */
  whenOpen: () => Promise<Opened>
  /** The open store, if it is. */
  now: () => Opened | null
  /** Tries to open the store; answers with what is in the way. */
  open: (
    target: Target,
    language: Language,
  ) => Promise<'open' | { kind: 'store'; trouble: StoreTrouble } | { kind: 'defect'; incident: string }>
  close: () => Promise<void>
}

export type Target = { file: string; mayCreate: boolean }
type StoreTrouble = Exclude<Awaited<ReturnType<typeof compose>>, Application>['trouble']

/** The one store behind the window, opened while the page is already being painted. */
export function createDeskStore(
  log: Logger,
  { nativeBinding, devices }: { nativeBinding: string | undefined; devices: string },
  onEvent: (event: AppEvent) => void,
): DeskStore {
  let opened: Opened | null = null
  let waiting: ((opened: Opened) => void)[] = []
  const defect = (incident: string, error: unknown) =>
    log.error(`${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  let attempt: ReturnType<DeskStore['open']> | null = null

  async function tryToOpen({ file, mayCreate }: Target, language: Language): ReturnType<DeskStore['open']> {
    try {
      const mode = mayCreate ? 'either' : 'existing'
      const binding = nativeBinding ? { nativeBinding } : {}
      const found = await compose({
        file,
        mode,
        log: { defect, info: log.info },
        printer: windowPrinter,
        devices: createDevices(devices),
        ...binding,
      })
      if ('trouble' in found) {
        log.warn(`${found.trouble.code} ${file}`)
        return { kind: 'store', trouble: found.trouble }
      }
      const { migratedFrom } = found
      log.info(
        `opened ${file}${migratedFrom ? `, migrated from format ${migratedFrom.version}; the copy from before is ${migratedFrom.copy}` : ''}`,
      )
      found.events.on(onEvent)
      found.backups.begin()
      found.insights.begin()
      found.versions.begin()
      found.reportFiles.begin()
      found.closer.begin()
      const desk = found.desk({ workstation: workstation('desktop'), language })
      desk.onEnd(() => onEvent({ type: 'session', session: 'desktop', state: 'ended' }))
      opened = { app: found, desk }
      for (const resolve of waiting) resolve(opened)
      waiting = []
      return 'open'
    } catch (error) {
      const incident = randomUUID().slice(0, 8)
      defect(incident, error)
      return { kind: 'defect', incident }
    }
  }

  return {
    now: () => opened,
    whenOpen: () => (opened ? Promise.resolve(opened) : new Promise((resolve) => waiting.push(resolve))),
    open: async (target, language) => {
      if (opened) return 'open'
      // A second press of the button waits with the first: we would otherwise be in our own way.
      attempt ??= tryToOpen(target, language).finally(() => {
        attempt = null
      })
      return await attempt
    },
    close: async () => {
      const closing = opened?.app
      opened = null
      await closing?.close()
      if (closing) log.info(`closed ${closing.file}`)
    },
  }
}
