import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Finding, Progress } from '#db/queries/doctor/finding.ts'
import type { SecondConnection } from '#db/queries/doctor/integrity.ts'

/** The thread times itself: its last message waits until the checks of the main thread are through. */
export type ThreadEnd = { findings: Finding[]; seconds: number }
export type FromThread = { progress: [done: number, total: number] } | ThreadEnd

/** Checks the file's structure in a thread of its own: it costs as much as all other checks together. */
export function examineIntegrityAside(connection: SecondConnection, progress: Progress): Promise<ThreadEnd> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(import.meta.url), { workerData: connection })
    let end: ThreadEnd | null = null
    worker.on('message', (message: FromThread) => {
      if ('findings' in message) end = message
      else progress(...message.progress)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (end) resolve(end)
      else reject(new Error(`the thread that checks the file ended with ${code}`))
    })
  })
}

/** Among the sources beside this file; in the bundle beside the program or, from one of its parts, a folder above. */
function threadFile(here: string): URL {
  if (here.endsWith('.ts')) return new URL('./integrity-worker.ts', here)
  const beside = new URL('./integrity-worker.cjs', here)
  return existsSync(beside) ? beside : new URL('../integrity-worker.cjs', here)
}
