import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { compose } from '#core/compose.ts'
import type { DesktopHome } from './electron-launch.ts'

/** Makes a set-up store in the window's home (administrator admin, “correct horse”), owned by the user who runs the window. */
export async function makeStore(home: DesktopHome, name = 'hotel.keyrack'): Promise<string> {
  const file = join(home.path, name)
  const app = await compose({ file, mode: 'new', log: { defect: fail, info: () => undefined } })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const reply = await app.desk({ workstation: 'TEST-PC', language: 'en' }).call('setup.run', {
    hotelName: 'Seagull',
    language: 'en',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    country: 'CHN',
    businessDate: '2026-03-02',
    administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
  })
  await app.close()
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  home.own()
  return file
}

function fail(_incident: string, error: unknown): never {
  throw error
}

/** Makes the store one of a Keyrack that is still to come. */
export function makeNewer(file: string): void {
  const raw = new Sqlite(file)
  raw.pragma('user_version = 99')
  raw.close()
}

/** Overwrites the page that the store's schema begins on, below the header that says whose file it is. */
export function damage(file: string): void {
  const open = openSync(file, 'r+')
  writeSync(open, Buffer.alloc(3000, 0xa5), 0, 3000, 100)
  closeSync(open)
}

/** Makes a copy of a store that is closed into a folder, which is made. */
export async function backUp(file: string, folder: string): Promise<void> {
  mkdirSync(folder)
  await inStore(file, async (call, { jobs }) => {
    const begun = await call('backup.create', { folder })
    const end = await jobs.ended((begun as { job: string }).job)
    if (end?.state !== 'done') throw new Error(JSON.stringify(end))
  })
}

type Opened = Exclude<Awaited<ReturnType<typeof compose>>, { trouble: unknown }>
type Call = (operation: string, input: unknown) => Promise<unknown>

/** Calls operations in a store that is closed, as its administrator. */
export async function inStore(file: string, run: (call: Call, app: Opened) => Promise<void>): Promise<void> {
  const app = await compose({ file, mode: 'existing', log: { defect: fail, info: () => undefined } })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const user = { id: null, login: 'cli', name: 'cli', role: 'administrator', language: 'en' } as const
  const desk = app.desk({ workstation: 'TEST-PC', language: 'en', user })
  try {
    await run(async (operation, input) => {
      const reply = await desk.call(operation, input)
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      return reply.output
    }, app)
  } finally {
    await app.close()
  }
}

/** Another process that has the store open, until it is released. */
export async function hold(file: string): Promise<{ process: number; release: () => Promise<void> }> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'hold-store.ts'), [file])
  const [said] = await once(child, 'message')
  if (said !== 'open') throw new Error(String(said))
  return {
    process: child.pid ?? 0,
    release: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
