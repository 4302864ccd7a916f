import { ok, type Refused, type Result } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { Events } from '../kernel/events.ts'
import { type JobHandle, nobodyFollows } from '../kernel/jobs.ts'

type Running = { cancelled: boolean }

/** Reports at work, by the name their caller gave: a desk that asks for another one cancels the one before. */
const running = new Map<string, Running>()

/** What the worker of reports answers; a refusal is one of those that the operation has. */
export async function askWorker<T>(
  { heavy }: Pick<Context, 'heavy'>,
  task: string,
  asked: unknown,
  job: JobHandle = nobodyFollows,
): Promise<Result<T, never>> {
  const end = await heavy.report(task, asked, job)
  return 'failure' in end ? ({ ok: false, refusal: end.failure } as Refused<never>) : ok(end.result as T)
}

/** The same with its progress told under a name, by which it is stopped when it is cancelled. */
export function askUnderName<T>(
  ctx: Context,
  name: string | undefined,
  task: string,
  asked: unknown,
): Promise<Result<T, never>> {
  return underName(ctx.store.events, name, (job) => askWorker<T>(ctx, task, asked, job))
}

/** Anything that a caller may stop by the name it gave. */
export async function underName<T>(
  events: Events,
  name: string | undefined,
  work: (job: JobHandle) => Promise<T>,
): Promise<T> {
  if (name === undefined) return work(nobodyFollows)
  const one: Running = { cancelled: false }
  cancelNamed(name)
  running.set(name, one)
  const tell = (state: 'running' | 'done' | 'cancelled', done: number, total: number) =>
    events.send({ type: 'job', progress: { job: name, kind: 'report', state, done, total } })
  try {
    const end = await work({
      progress: (done, total) => tell('running', done, total),
      get cancelled() {
        return one.cancelled
      },
    })
    tell(one.cancelled ? 'cancelled' : 'done', 1, 1)
    return end
  } finally {
    if (running.get(name) === one) running.delete(name)
  }
}

/** Whether there was one to stop. */
export function cancelNamed(name: string): boolean {
  const one = running.get(name)
  if (one) one.cancelled = true
  return one !== undefined
}
