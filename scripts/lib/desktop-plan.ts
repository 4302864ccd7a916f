import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  asNobody,
  type Environment,
  findElectron,
  hasDisplay,
  homeForNobody,
  isLinuxRoot,
  nobodyMay,
} from './desktop.ts'
import { downloadElectron } from './electron-download.ts'
import { projectRoot } from './root.mjs'

/** How to open the program: a window with this command and environment, or a browser; `note` is for the reader. */
export type DesktopPlan =
  | { open: 'window'; command: [string, ...string[]]; env: Environment; note: string | null }
  | { open: 'browser'; note: string }

/** Where root’s unprivileged window keeps its settings and, when no store is named, its store. */
export const homeOfNobody = '/var/lib/keyrack-desktop'

/** Decides between window and browser, downloading Electron’s runtime when it is missing and can be had. */
export async function desktopPlan(args: string[], env: Environment = process.env): Promise<DesktopPlan> {
  if (!hasDisplay(env)) return inBrowser('There is no display here')
  const electron = findElectron(projectRoot, env) ?? (await downloadElectron(projectRoot, env))
  if (!electron) return inBrowser('Electron’s runtime is not on this machine and could not be downloaded')
  if (!isLinuxRoot()) return { open: 'window', command: [electron], env, note: null }
  return asRoot(electron, args, env)
}

/** Electron refuses its sandbox as root, and without the sandbox we don’t start it: somebody else has to. */
function asRoot(electron: string, args: string[], env: Environment): DesktopPlan {
  const prefix = asNobody()
  if (!prefix) return inBrowser('Electron does not start as root, and no other user can be used here')
  const unreachable = [electron, join(projectRoot, 'out', 'main', 'index.cjs')].find(
    (path) => !nobodyMay('r', path),
  )
  if (unreachable)
    return inBrowser(`Electron does not start as root, and the user nobody can’t read ${unreachable}`)
  const store = storeIn(args)
  const locked = store && [store, dirname(store)].find((path) => existsSync(path) && !nobodyMay('w', path))
  const right = locked && nobodyMay('r', locked) ? 'write' : 'read'
  if (locked)
    return inBrowser(`Electron does not start as root, and the user nobody can’t ${right} ${locked}`)
  const note = `Running as root: the window is opened as the user nobody, with its home in ${homeOfNobody}.`
  return { open: 'window', command: [...prefix, electron], env: homeForNobody(homeOfNobody, env), note }
}

/** The store that the arguments name, as `--store FILE` or `--store=FILE`. */
export function storeIn(args: string[]): string | null {
  const at = args.findIndex((arg) => arg === '--store' || arg.startsWith('--store='))
  if (at < 0) return null
  const name = args[at] === '--store' ? args[at + 1] : args[at]?.slice('--store='.length)
  return name ? resolve(name) : null
}

function inBrowser(why: string): DesktopPlan {
  return { open: 'browser', note: `${why}: Keyrack opens in the browser instead.` }
}
