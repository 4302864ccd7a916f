import { Worker } from 'node:worker_threads'
import { threadFile } from '../jobs/public.ts'

export type ThreadAsked = { bytes: Uint8Array } | { markup: string }
export type ThreadAnswer = { text: string | null }

/** A mail of ten megabytes takes a second; a file that is made to take longer is no message. */
const patienceMs = 8_000
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/** The text of a file or of markup, read in a thread of its own; null for what can't be read there. */
export function textInThread(asked: ThreadAsked, maxMs = patienceMs): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(threadFile(import.meta.url, 'message-worker'), {
      workerData: asked,
      resourceLimits: limits,
    })
    let text: string | null = null
    const watch = setTimeout(() => void worker.terminate(), maxMs)
    worker.on('message', (said: ThreadAnswer) => {
      text = said.text
    })
    // Out of memory, out of stack, or a defect of a package on a file made to find one: all of them are “not read”
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      clearTimeout(watch)
      resolve(text)
    })
  })
}
