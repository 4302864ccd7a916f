import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { openHeavy } from '#db/derived/open.ts'
import { storeErrorOf } from '#db/dialect/errors.ts'
import { stepBack } from '../jobs/public.ts'
import { type FromWorker, sendableError, type ToWorker, type WorkerStart } from './messages.ts'
import { Cancelled, type TaskDesk, type Tasks } from './tasks.ts'

/** How often progress is told at most, in milliseconds. */
const tellMs = 100

/** The worker's side: waits for tasks and carries out one after another, on connections that stay open. */
export function serveTasks(tasks: Tasks): void {
  const port = parentPort
  if (!port) throw new Error('tasks are served in a worker thread')
  const start = workerData as WorkerStart
  const send = (message: FromWorker) => port.postMessage(message, [])
  stepBack()
  let open: ReturnType<typeof openHeavy> | null = null
  port.on('message', ({ task, input }: ToWorker) => {
    try {
      open ??= openHeavy(start)
      const carryOut = tasks[task]
      if (!carryOut) throw new Error(`there is no task ${task}`)
      send(carryOut(deskOver(open, start.stop, send), input as never))
    } catch (error) {
      if (error instanceof Cancelled) send({ failure: { code: 'CANCELLED', params: {} } })
      else
        send({ error: sendableError(error), damaged: isDamage(error) ? (open?.damagedFile() ?? null) : null })
    }
  })
  process.on('exit', () => open?.close())
}

function isDamage(error: unknown): boolean {
  return storeErrorOf(error)?.kind === 'damaged'
}

function deskOver(
  { store, insight, report }: Pick<ReturnType<typeof openHeavy>, 'store' | 'insight' | 'report'>,
  stop: Int32Array,
  send: (message: FromWorker) => void,
): TaskDesk {
  let told = 0
  return {
    store,
    insight,
    report,
    pulse: (done, total) => {
      if (Atomics.load(stop, 0) !== 0) throw new Cancelled()
      const now = performance.now()
      if (now - told < tellMs) return
      told = now
      send({ progress: [done, total] })
    },
    defect: (error) => {
      const incident = randomUUID().slice(0, 8)
      send({ defect: incident, error: sendableError(error) })
      return incident
    },
  }
}
