import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'

/** What a host tells the others of where it runs; the command line runs inside the packaged program too. */
export type Place = {
  /** The built page: `out/renderer`. */
  renderer: string
  /** Settings, log and the default store of this user of the machine. */
  userData: string
  /** A SQLite addon for a runtime that can't load the packaged one; tests of the unpackaged program only. */
  nativeBinding?: string
}

type Environment = Record<string, string | undefined>

/** Where this user's Keyrack keeps its files: the folder that Electron calls `userData`, so that all hosts agree. */
export function userDataFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Keyrack')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Keyrack')
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Keyrack')
}

/** The store to open: the one that is named, else KEYRACK_STORE, else the user's own, whose folder may be made. */
export function storeToOpen(
  named: string | undefined,
  userData: string,
  env: Environment = process.env,
): { file: string; own: boolean } {
  const file = named ?? (env.KEYRACK_STORE || undefined)
  return file === undefined ? { file: join(userData, 'hotel.keyrack'), own: true } : { file, own: false }
}

export type HostKind = 'desktop' | 'browser' | 'cli'

/** As recorded in the change log: `FRONT-1/desktop`. */
export function workstation(kind: HostKind): string {
  const name = hostname()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 60)
  return `${name || 'unnamed'}/${kind}`
}

/** The login name of the operating system's user; some containers have none. */
export function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
