import { truncate } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Finding } from '#db/queries/doctor/finding.ts'
import type { StoreFacts } from '#shared/domain/backup/facts.ts'
import type { RetentionRule } from '#shared/domain/backup/retention.ts'
import { threadFile } from '../jobs/public.ts'

export type ThreadAsked = {
  store: string
  nativeBinding: string | undefined
  /** The file that the copy is written to; it is there and empty. */
  to: string
  /** Not 0: stop. */
  stop: Int32Array
}

export type Copied = {
  facts: StoreFacts
  /** How long the hotel keeps copies. */
  rule: RetentionRule
  findings: Finding[]
  bytes: number
  sha256: string
}

/** Why there is no copy. `failed`: the disk, the share or the store said `code` while it was copied or checked. */
export type CopyTrouble =
  | { why: 'stopped' }
  | { why: 'no-hotel' }
  | { why: 'differs' }
  | { why: 'newer'; format: number }
  | { why: 'failed'; code: string }

/** `silence`: SQLite's own check begins, one statement that tells nothing: up to which percent it is, about how many seconds. */
export type FromThread =
  | { percent: number }
  | { silence: { to: number; seconds: number } }
  | { copied: Copied }
  | { trouble: CopyTrouble }

/** How often a cancelled job is noticed and a silent thread's progress estimated, in milliseconds. */
const lookMs = 100

/**
 * Copies a store and checks the copy in a thread of its own, so that no call at a desk waits for it. SQLite's check can't be
 * interrupted: a cancelled one ends because the copy, which nobody wants any more, is cut to nothing under it.
 */
export function copyInThread(
  asked: Omit<ThreadAsked, 'stop'>,
  job: { progress: (done: number, total: number) => void; readonly cancelled: boolean },
): Promise<{ copied: Copied } | { trouble: CopyTrouble }> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const workerData: ThreadAsked = { ...asked, stop }
  const pace = createPace((percent) => job.progress(percent, 100))
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(import.meta.url, 'backup-worker'), { workerData })
    const watch = setInterval(() => {
      if (!job.cancelled) return pace.estimate(performance.now())
      Atomics.store(stop, 0, 1)
      // Where it fails the check runs to its end.
      truncate(asked.to, 0, () => undefined)
    }, lookMs)
    let end: { copied: Copied } | { trouble: CopyTrouble } | null = null
    worker.on('message', (message: FromThread) => {
      if ('percent' in message) pace.tell(message.percent)
      else if ('silence' in message) pace.silent(message.silence, performance.now())
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

/**
 * Percent as they are told, never backwards. While nothing is told they are estimated: two thirds of the way after the
 * expected time, slower and slower behind it, so that a bar moves and never claims an end that has not come. Times in ms.
 */
export function createPace(show: (percent: number) => void) {
  let shown = 0
  let silence: { from: number; to: number; ms: number; begun: number } | null = null
  const tell = (percent: number) => {
    if (percent <= shown) return
    shown = percent
    show(percent)
  }
  return {
    tell: (percent: number) => {
      silence = null
      tell(percent)
    },
    silent: ({ to, seconds }: { to: number; seconds: number }, now: number) => {
      silence = { from: shown, to, ms: Math.max(1, seconds * 1000), begun: now }
    },
    estimate: (now: number) => {
      if (!silence) return
      const { from, to, ms, begun } = silence
      tell(Math.min(to - 1, Math.floor(from + (to - from) * (1 - Math.exp((begun - now) / ms)))))
    },
  }
}
