/** The demo store that is measured: made once for a size, kept in the machine's temporary folder, worked on as a copy. */
import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, compose } from '#core/compose.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'

export type Size = { guests: number; bookings: number }
export type BenchStore = { file: string; madeIn: number | null; remove: () => void }

const parts = ['', '-wal', '-shm', '-lock']

/** `keep`: a file of the caller's own, made when it is missing and left in place. */
export async function benchStore(
  size: Size,
  keep: string | null,
  say: (text: string) => void,
): Promise<BenchStore> {
  if (keep) {
    const madeIn = existsSync(keep) ? null : await make(keep, size, say)
    return { file: keep, madeIn, remove: () => undefined }
  }
  const folder = join(tmpdir(), 'keyrack-bench')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `${size.guests}-${size.bookings}-${fingerprint()}.keyrack`)
  const madeIn = existsSync(kept) ? null : await make(kept, size, say)
  const file = join(folder, `run-${process.pid}.keyrack`)
  removeStore(file)
  copyFileSync(kept, file, constants.COPYFILE_FICLONE)
  return { file, madeIn, remove: () => removeStore(file) }
}

/** A second copy, to write to by hand. */
export function copyOf(file: string): string {
  const copy = `${file}.floor-${process.pid}`
  removeStore(copy)
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  return copy
}

/** Raised when the demo hotel becomes another: a store of an older one is not to be measured. */
const generator = 1

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
