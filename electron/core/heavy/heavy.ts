import { type Heavy, type HeavyEnd, WorkerEnded } from '../kernel/heavy.ts'
import { type JobHandle, nobodyFollows } from '../kernel/jobs.ts'
import { errorFrom, type FromWorker, type WorkerStart } from './messages.ts'
import { startWorker, type ThreadWorker } from './thread.ts'

type HeavyFile = { readonly file: string; readonly trouble: string | null; renew: () => void }

export type HeavyParts = {
  /** The file of the worker's code. */
  thread: URL
  store: string
  nativeBinding: string | undefined
  /** The files of derived data as they are now, and how each is made anew when it turns out to be damaged. */
  insight: HeavyFile
  report: HeavyFile
  onDefect: (incident: string, error: unknown) => void
}

/** A worker without a task ends after so long and gives back what it holds of the store. */
const idleMs = 60_000
/** How often a cancelled job is noticed. */
const lookMs = 100
/** A statement of the database can't be interrupted; a worker that does not stop by then is ended. */
const patienceMs = 5_000

/** Work in a thread of its own: one worker for jobs, one for questions and one for reports, each started when it is asked for. */
export function createHeavy(
  parts: HeavyParts,
): Heavy & { isAtWork: () => boolean; letGo: () => Promise<void> } {
  const forJobs = createLane(parts, false)
  const forQuestions = createLane(parts, false)
  const forReports = createLane(parts, true)
  const letGo = async () => void (await Promise.all([forJobs.end(), forQuestions.end(), forReports.end()]))
  return {
    run: (task, input, job) => forJobs.run(task, input, job),
    ask: (task, input) => forQuestions.run(task, input, nobodyFollows),
    report: (task, input, job) => forReports.run(task, input, job),
    isAtWork: () => forJobs.isAtWork() || forQuestions.isAtWork() || forReports.isAtWork(),
    letGo,
    close: letGo,
  }
}

/** One worker and what waits for it; one worker alone writes the report file. */
function createLane(parts: HeavyParts, isForReports: boolean) {
  let worker: ThreadWorker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    worker = null
    await ending?.end()
  }

  async function carryOut(task: string, input: unknown, job: JobHandle): Promise<HeavyEnd> {
    for (let again = false; ; again = true) {
      clearTimeout(idle)
      if (!worker || worker.isOver()) worker = startWorker(parts.thread, startOf(parts, isForReports))
      const asked = worker
      const answer = await answerOf(asked, task, input, job, parts.onDefect)
      if ('ended' in answer) {
        // The store is being closed: nobody waits for the answer any more
        const wasLetGo = worker !== asked
        worker = null
        if (job.cancelled || wasLetGo) return { failure: { code: 'CANCELLED', params: {} } }
        if (answer.outOfMemory && isForReports) return { failure: { code: 'REPORT_TOO_LARGE', params: {} } }
        throw new WorkerEnded(answer.ended)
      }
      idle = setTimeout(() => void end(), idleMs)
      idle.unref()
      if (!('error' in answer)) return answer
      if (answer.damaged === null || again) throw errorFrom(answer.error)
      await end()
      parts[answer.damaged].renew()
    }
  }

  return {
    run: (task: string, input: unknown, job: JobHandle): Promise<HeavyEnd> => {
      waiting += 1
      const turn = last.then(() => carryOut(task, input, job))
      last = turn.then(
        () => undefined,
        () => undefined,
      )
      return turn.finally(() => {
        waiting -= 1
      })
    },
    isAtWork: () => waiting > 0,
    end,
  }
}

function startOf({ store, nativeBinding, insight, report }: HeavyParts, isForReports: boolean): WorkerStart {
  const placeOf = ({ file, trouble }: HeavyFile) => (trouble === null ? file : null)
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  return {
    store,
    insight: placeOf(insight),
    report: isForReports ? placeOf(report) : null,
    nativeBinding,
    stop,
  }
}

type Answer =
  | Exclude<FromWorker, { progress: unknown } | { defect: unknown }>
  | { ended: string; outOfMemory: boolean }

/** Sends a task and waits for its end, however that comes. */
function answerOf(
  worker: ThreadWorker,
  task: string,
  input: unknown,
  job: JobHandle,
  onDefect: HeavyParts['onDefect'],
): Promise<Answer> {
  return new Promise((resolve) => {
    let stopped = 0
    const watch = setInterval(() => {
      if (!job.cancelled) return
      const now = performance.now()
      if (stopped === 0) {
        stopped = now
        worker.stop()
      } else if (now - stopped > patienceMs) void worker.end()
    }, lookMs)
    worker.ask({ task, input }, (message) => {
      if ('progress' in message) return job.progress(...message.progress)
      if ('defect' in message) return onDefect(message.defect, errorFrom(message.error))
      clearInterval(watch)
      resolve(message)
    })
  })
}
