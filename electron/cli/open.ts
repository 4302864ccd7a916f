import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Application, compose, type OpenDesk } from '#core/compose.ts'
import type { NamedUser } from '#core/kernel/desk.ts'
import { words } from '#shared/i18n/index.ts'
import { devicesFolder } from '../host/devices/adapters.ts'
import { createDevices } from '../host/devices/devices.ts'
import { storeToOpen, systemUser, workstation } from '../host/places.ts'
import { browserPrinter } from '../host/print-with-browser.ts'
import type { Cli } from './command.ts'
import { isStoreMissing, removeStore } from './new-store.ts'
import { StoreStopped } from './stop.ts'

type Opening = {
  mode: 'new' | 'existing' | 'either'
  /** How long to wait for another Keyrack that has the store open. */
  patienceMs?: number
  /** Opens a store that is not whole as well, to say what is wrong with it. */
  toExamine?: boolean
}

/** Opens the store that the command line names, or the user's own. Throws StoreStopped with the reason when it can't. */
export async function openFor(
  cli: Cli,
  { mode, patienceMs = 0, toExamine = false }: Opening,
): Promise<Application> {
  const { file, own } = storeToOpen(cli.store, cli.place.userData)
  if (own && mode !== 'existing') mkdirSync(dirname(file), { recursive: true })
  const { nativeBinding } = cli.place
  const log = { defect: cli.defect, info: () => undefined }
  const missing = isStoreMissing(cli)
  const until = performance.now() + patienceMs
  for (;;) {
    const opened = await compose({
      file,
      mode,
      toExamine,
      log,
      printer: browserPrinter(cli.terminal.env),
      devices: createDevices(devicesFolder(cli.place.userData, cli.terminal.env)),
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    if (!('trouble' in opened)) {
      if (opened.lost && !toExamine) {
        cli.note(`keyrack: ${words(cli.language, 'cli.lost', { ...opened.lost, file })}`)
      }
      if (opened.othersMayWrite && !toExamine) {
        cli.note(`keyrack: ${words(cli.language, 'cli.othersMayWrite', { file })}`)
      }
      return opened
    }
    // A full disk may have let the beginnings of a new store through: nothing is left of them.
    if (opened.trouble.code === 'STORE_FULL' && missing) removeStore(file)
    if (opened.trouble.code !== 'STORE_LOCKED' || performance.now() > until)
      throw new StoreStopped(opened.trouble)
    await wait(100)
  }
}

/** Opens, works, and closes in every case. */
export async function withStore<T>(
  cli: Cli,
  opening: Opening,
  work: (app: Application) => Promise<T>,
): Promise<T> {
  const app = await openFor(cli, opening)
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** Somebody at the machine's own command line: may do everything, and the change log says who it was. */
export function localAdministrator(cli: Cli): NamedUser {
  const login = `cli:${systemUser()}`
  return { id: null, login, name: login, role: 'administrator', language: cli.language }
}

/**
 * A desk for the command line. Somebody who acts as a user of the hotel is in the change log beside that user, with the
 * workstation: `FRONT-1/cli (jan)`.
 */
export function cliDesk(app: Application, cli: Cli, user?: NamedUser): OpenDesk {
  const station = workstation('cli')
  return app.desk({
    workstation: user ? `${station} (${systemUser()})` : station,
    language: cli.language,
    user: user ?? localAdministrator(cli),
  })
}
