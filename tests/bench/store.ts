/** The demo store that is measured: made once for a size, kept in the machine's temporary folder, worked on as a copy. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, compose } from '#core/compose.ts'
import { removeMark } from '#db/dialect/mark.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'

export type Size = { guests: number; bookings: number }
const parts = ['', '-wal', '-shm', '-lock', '-lock-journal', '-mark', '-insight', '-report']

/** The store of that size, made when it is not kept yet. `own`: a file of the caller's, else one in the temporary folder. */
export async function benchStore(
  size: Size,
  own: string | null,
  say: (text: string) => void,
): Promise<string> {
  const folder = join(tmpdir(), 'keyrack-bench')
  const file = own ?? join(folder, `${size.guests}-${size.bookings}-${fingerprint()}.keyrack`)
  if (!own) mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) await make(file, size, say)
  return file
}

/** A copy of a store to write into, until it is removed. */
export function copyOf(file: string, name: string): { file: string; remove: () => void } {
  const copy = `${file}-${name}`
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  return { file: copy, remove: () => removeStore(copy) }
}

/** Reads the file from end to end: the machine has it in memory then, as after a morning's work. */
export function readThrough(file: string): void {
  const handle = openSync(file, 'r')
  const chunk = Buffer.alloc(4 * 1024 * 1024)
  while (readSync(handle, chunk) > 0);
  closeSync(handle)
}

/** Where a store was, so that what is measured on it can be taken back: the next run finds the same store. */
export type Mark = { booking: number; request: number; seq: number; hash: string }

export function markOf(raw: RawDatabase): Mark {
  return raw
    .prepare(
      `select (select coalesce(max(id), 0) from bookings) as booking, (select coalesce(max(id), 0) from requests) as request,
         seq, hash from change_head`,
    )
    .get() as Mark
}

/** Takes back bookings that were made for measuring. Only here: no other store forgets a change. */
export function takeBack(file: string, mark: Mark): void {
  const raw = openRaw(file, { readonly: false })
  const trigger = raw
    .prepare("select sql from sqlite_master where name = 'changes_keep'")
    .pluck()
    .get() as string
  raw.exec('begin immediate')
  raw.exec('drop trigger changes_keep')
  raw.prepare('delete from bookings where id > ?').run(mark.booking)
  raw.prepare('delete from requests where id > ?').run(mark.request)
  raw.prepare("delete from receipts where request_id like 'bench-%'").run()
  raw.prepare('delete from changes where seq > ?').run(mark.seq)
  raw.prepare('update change_head set seq = ?, hash = ?').run(mark.seq, mark.hash)
  raw.exec(trigger)
  raw.exec('commit')
  raw.close()
  // What is taken back here is not to be missed.
  removeMark(file)
}

/** Raised when the demo hotel becomes another: a store of an older one is not to be measured. */
const generator = 2

/** A store of an older schema isn't either. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const folder = join(projectRoot, 'db/migrations')
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.ts')) hash.update(readFileSync(join(folder, name)))
  }
  return `${hash.digest('hex').slice(0, 8)}-${generator}`
}

function removeStore(file: string): void {
  for (const part of parts) rmSync(file + part, { force: true })
}

/** Seconds that making it took. Made under another name first: a half-made store is never measured. */
async function make(file: string, size: Size, say: (text: string) => void): Promise<number> {
  const unfinished = `${file}.making-${process.pid}`
  removeStore(unfinished)
  const begun = performance.now()
  const app = await openBench(unfinished)
  let told = 0
  app.events.on((event) => {
    if (event.type !== 'job' || event.progress.done - told < event.progress.total / 20) return
    told = event.progress.done
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    const memory = Math.round(process.memoryUsage().rss / 1e6)
    say(`making the store: ${told} of ${event.progress.total} bookings, ${seconds} s, ${memory} MB`)
  })
  const reply = await administrator(app).call('job.startDemo', { seed: 7, ...size })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const end = await app.jobs.ended((reply.output as { job: string }).job)
  if (end?.state !== 'done') throw new Error(JSON.stringify(end))
  await app.close()
  renameSync(unfinished, file)
  removeStore(unfinished)
  const seconds = (performance.now() - begun) / 1000
  say(`made in ${seconds.toFixed(1)} s: ${JSON.stringify(end.result)}`)
  return seconds
}

export async function openBench(file: string): Promise<Application> {
  const app = await compose({
    file,
    mode: 'either',
    log: { defect: (_incident, error) => console.error(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(`${app.trouble.code}: ${file}`)
  return app
}

export function administrator(app: Application) {
  const user = { id: null, login: 'cli:bench', name: 'bench', role: 'administrator', language: 'zh' } as const
  return app.desk({ workstation: 'BENCH', language: 'zh', user })
}
