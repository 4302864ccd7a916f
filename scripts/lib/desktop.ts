import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The variables that decide where Electron is and whether a window can be shown. */
export type Environment = Record<string, string | undefined>

const executables: Record<string, string> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
}

/** The Electron to run: the one ELECTRON_OVERRIDE_DIST_PATH names, or the one its package has downloaded; else null. */
export function findElectron(root: string, env: Environment = process.env): string | null {
  const file = executables[process.platform] ?? 'electron'
  const folders = [env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules', 'electron', 'dist')]
  const paths = folders.filter((folder) => folder !== undefined).map((folder) => join(folder, file))
  return paths.find((path) => existsSync(path)) ?? null
}

/** Whether a window can be shown: always on Windows and macOS, on Linux when X or Wayland is there. */
export function hasDisplay(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Whether this process runs as root on Linux, where Electron's and Chromium's sandbox refuses to start. */
export function isLinuxRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** The start of a command line that runs the rest as the user `nobody`, or null where that can't be done. */
export function asNobody(): [string, ...string[]] | null {
  const prefix: [string, ...string[]] = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups']
  return spawnSync(prefix[0], [...prefix.slice(1), 'true']).status === 0 ? prefix : null
}

/** Whether `nobody` may use a path as `flag` says (r, w or x, as in `test -r`). */
export function nobodyMay(flag: 'r' | 'w' | 'x', path: string): boolean {
  const prefix = asNobody()
  if (!prefix) return false
  return spawnSync(prefix[0], [...prefix.slice(1), 'test', `-${flag}`, path]).status === 0
}

/** A home for `nobody`, private to it, with what it needs to reach the display (X keeps its key in a file). */
export function homeForNobody(home: string, env: Environment = process.env): Environment {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const key = env.XAUTHORITY ?? (env.HOME ? join(env.HOME, '.Xauthority') : undefined)
  if (key && existsSync(key)) copyFileSync(key, join(home, '.Xauthority'))
  chmodSync(home, 0o700)
  spawnSync('chown', ['-R', 'nobody:nogroup', home])
  const inherited = Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('XDG_') && !name.startsWith('npm_')),
  )
  return {
    ...inherited,
    HOME: home,
    XAUTHORITY: join(home, '.Xauthority'),
    USER: 'nobody',
    LOGNAME: 'nobody',
  }
}

/**
 * Writes a small program that starts `executable` as `nobody` in `home`, for tools that want one path to start and
 * add their own arguments (Playwright). Returns its path.
 */
export function wrapperForNobody(executable: string, home: string, env: Environment = process.env): string {
  const prefix = asNobody()
  if (!prefix) throw new Error('setpriv can’t start a program as nobody here')
  const own = homeForNobody(home, env)
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const settings = ['HOME', 'XAUTHORITY', 'USER', 'LOGNAME'].map(
    (name) => `${name}=${quoted(own[name] ?? '')}`,
  )
  const path = `${home}.start`
  const cleared = 'for name in $(env | sed -n "s/^\\(XDG_[A-Z_]*\\)=.*/\\1/p"); do unset "$name"; done'
  writeFileSync(
    path,
    `#!/bin/sh\n${cleared}\nexec ${prefix.join(' ')} env ${settings.join(' ')} ${quoted(executable)} "$@"\n`,
  )
  chmodSync(path, 0o755)
  return path
}

/** The version an Electron folder says it is, without its v; null when it doesn't say. */
export function electronVersion(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}
