import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

/** What a worker says, or that it is there no more. */
type Heard = FromWorker | { ended: string; outOfMemory: boolean }

export type ThreadWorker = {
  /** Sends a task; `hear` is told everything until its end. One task at a time. */
  ask: (message: ToWorker, hear: (message: Heard) => void) => void
  /** Asks the task to stop at its next pulse. */
  stop: () => void
  end: () => Promise<void>
  /** It is there no more. */
  isOver: () => boolean
}

/**
 * Of its objects; what it reads is in typed arrays, which are outside. A loop that fills it ends the worker alone. Without the
 * limit of the young ones, a hundred megabytes of rows that were read and are done with stay in memory.
 */
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 }

/** Starts the worker; what goes wrong with it is heard by whoever asks. */
export function startWorker(thread: URL, start: WorkerStart): ThreadWorker {
  const worker = new Worker(thread, { workerData: start, resourceLimits: limits })
  // A host that has nothing else to do may end
  worker.unref()
  let hear: ((message: Heard) => void) | null = null
  let ended: string | null = null
  let why = ''
  let outOfMemory = false
  worker.on('message', (message: FromWorker) => hear?.(message))
  worker.on('error', (error) => {
    why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  })
  worker.on('exit', (code) => {
    ended = why || `exit code ${code}`
    hear?.({ ended, outOfMemory })
  })
  return {
    ask: (message, onHeard) => {
      if (ended !== null) return onHeard({ ended, outOfMemory })
      Atomics.store(start.stop, 0, 0)
      hear = onHeard
      worker.postMessage(message, [])
    },
    stop: () => void Atomics.store(start.stop, 0, 1),
    end: async () => void (await worker.terminate()),
    isOver: () => ended !== null,
  }
}
