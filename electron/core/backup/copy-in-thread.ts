import { Worker } from 'node:worker_threads'
import type { Finding } from '#db/queries/doctor/finding.ts'
import type { StoreFacts } from '#shared/domain/backup/facts.ts'
import { threadFile } from '../jobs/public.ts'

export type ThreadAsked = {
  store: string
  nativeBinding: string | undefined
  /** The file that the copy is written to; it is there and empty. */
  to: string
  /** Not 0: stop. */
  stop: Int32Array
}

export type Copied = { facts: StoreFacts; findings: Finding[]; bytes: number; sha256: string }

/** Why there is no copy. `failed`: the disk, the share or the store said `code` while it was copied or checked. */
export type CopyTrouble =
  | { why: 'stopped' }
  | { why: 'no-hotel' }
  | { why: 'differs' }
  | { why: 'newer'; format: number }
  | { why: 'failed'; code: string }

export type FromThread = { percent: number } | { copied: Copied } | { trouble: CopyTrouble }

/** How often a thread is asked to stop when its job was cancelled, in milliseconds. */
const stopCheckMs = 100

/** Copies a store and checks the copy in a thread of its own, so that no call at a desk waits for it. */
export function copyInThread(
  asked: Omit<ThreadAsked, 'stop'>,
  job: { progress: (done: number, total: number) => void; readonly cancelled: boolean },
): Promise<{ copied: Copied } | { trouble: CopyTrouble }> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const workerData: ThreadAsked = { ...asked, stop }
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(import.meta.url, 'backup-worker'), { workerData })
    const watch = setInterval(() => job.cancelled && Atomics.store(stop, 0, 1), stopCheckMs)
    let end: { copied: Copied } | { trouble: CopyTrouble } | null = null
    worker.on('message', (message: FromThread) => {
      if ('percent' in message) job.progress(message.percent, 100)
      else end = message
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      clearInterval(watch)
      if (end) resolve(end)
      else reject(new Error(`the thread that copies the store ended with ${code}`))
    })
  })
}
