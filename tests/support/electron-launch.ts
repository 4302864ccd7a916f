import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron, homeForNobody, isLinuxRoot, wrapperForNobody } from '../../scripts/lib/desktop.ts'
import { packagedProgram } from '../../scripts/lib/packaging.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'

/**
 * A folder for one run of the program, writable by the user who runs it: nobody when the tests run as root, because
 * Electron’s sandbox stays on and refuses root. Stores that the window opens belong in here.
 */
export type DesktopHome = { path: string; own: (path?: string) => void; remove: () => void }

export function makeDesktopHome(): DesktopHome {
  const base = mkdtempSync(join(tmpdir(), 'keyrack-desktop-'))
  // mkdtemp lets nobody else in; the home inside is private again.
  chmodSync(base, 0o755)
  const path = join(base, 'home')
  mkdirSync(path)
  if (isLinuxRoot()) homeForNobody(path, process.env)
  return {
    path,
    /** Call after the test itself (root) has put a file into the home. */
    own: () => void (isLinuxRoot() && homeForNobody(path, process.env)),
    remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** Starts the built, unpackaged program in Electron and waits for its first window. */
export async function launchElectron(
  home: DesktopHome,
  args: string[] = [],
): Promise<{ app: ElectronApplication; page: Page }> {
  const electron = findElectron(projectRoot)
  if (!electron) throw new Error('Electron’s runtime is not on this machine')
  const app = await _electron.launch({
    executablePath: startable(electron, home),
    args: [projectRoot, ...args],
    chromiumSandbox: true,
    cwd: home.path,
    env: programEnvironment(home),
    timeout: 30_000,
  })
  return { app, page: await app.firstWindow() }
}

/**
 * Starts the packaged program: its inspector is fused off, so Playwright reaches it through the debugging port of the
 * page alone. `close` ends the program and waits until it has ended.
 */
export async function launchPackaged(
  home: DesktopHome,
  args: string[] = [],
): Promise<{ browser: Browser; page: Page; close: () => Promise<void> }> {
  const program = spawn(startable(packagedProgram, home), ['--remote-debugging-port=0', ...args], {
    cwd: home.path,
    env: programEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await debuggingAddress(program))
  const context = browser.contexts()[0]
  if (!context) throw new Error('the packaged program shows no page')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const close = async () => {
    // First the connection, in order: Playwright ends its trace over it, and a program that has ended would fail the test.
    await browser.close()
    const gone = program.exitCode === null ? once(program, 'exit') : null
    program.kill()
    await gone
  }
  return { browser, page, close }
}

/** Starts the packaged program with its output in pipes. */
export function startPackaged(home: DesktopHome, args: string[]) {
  return spawn(startable(packagedProgram, home), args, { cwd: home.path, env: programEnvironment(home) })
}

/** Runs the packaged program without a window, as IT does on the command line, and returns what it printed. */
export async function runPackaged(
  home: DesktopHome,
  args: string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = startPackaged(home, args)
  let stdout = ''
  let stderr = ''
  program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  const [code] = (await once(program, 'close')) as [number | null]
  return { code, stdout, stderr }
}

function startable(program: string, home: DesktopHome): string {
  return isLinuxRoot() ? wrapperForNobody(program, home.path, process.env) : program
}

/** The session bus of the user who runs the tests is not the program’s, and a debugger’s options least of all. */
function programEnvironment(home: DesktopHome): Record<string, string> {
  const wanted = Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|XDG_|DBUS_|npm_)/.test(name))
  const env = Object.fromEntries(wanted.filter((entry): entry is [string, string] => entry[1] !== undefined))
  return isLinuxRoot() ? env : { ...env, HOME: home.path }
}

async function debuggingAddress(program: ChildProcess): Promise<string> {
  const said: string[] = []
  if (!program.stderr) throw new Error('the program has no standard error')
  for await (const line of createInterface({ input: program.stderr })) {
    said.push(line)
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address) {
      program.stderr.resume()
      return address
    }
  }
  throw new Error(`the packaged program ended before it could be reached:\n${said.join('\n')}`)
}
