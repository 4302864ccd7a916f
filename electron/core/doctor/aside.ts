import { Worker } from 'node:worker_threads'
import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { threadFile } from '../jobs/public.ts'
import type { Checked, OnProgress } from './checks.ts'

type SecondConnection = NonNullable<OpenStore['secondConnection']>
export type ThreadData = SecondConnection & { turns: Int32Array }
export type FromThread = { progress: Parameters<OnProgress> } | { checked: Checked[] }

/**
 * Checks the file's structure in a thread of its own, then the row checks that are left. The thread times them itself:
 * its messages wait until the checks of the main thread are through.
 */
export function checkAside(
  connection: SecondConnection,
  turns: Int32Array,
  onProgress: OnProgress,
): Promise<Checked[]> {
  return new Promise((resolve, reject) => {
    const workerData: ThreadData = { ...connection, turns }
    const worker = new Worker(threadFile(import.meta.url, 'checks-worker'), { workerData })
    let end: Checked[] | null = null
    worker.on('message', (message: FromThread) => {
      if ('checked' in message) end = message.checked
      else onProgress(...message.progress)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (end) resolve(end)
      else reject(new Error(`the thread that checks the file ended with ${code}`))
    })
  })
}
