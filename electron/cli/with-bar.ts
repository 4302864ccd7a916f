import type { Cli } from './command.ts'
import { progressBar } from './progress.ts'

/** How a job reports its progress and learns that it should stop. */
type Job = { progress: (done: number, total: number) => void; readonly cancelled: boolean }

/** Shows a bar while something runs; Ctrl+C asks it to stop. */
export async function withBar<T>(label: string, cli: Cli, work: (job: Job) => Promise<T>): Promise<T> {
  const bar = progressBar(cli.terminal.stderr, label, cli.language)
  let cancelled = false
  const job: Job = {
    progress: bar.show,
    get cancelled() {
      return cancelled
    },
  }
  const cancel = () => {
    cancelled = true
  }
  try {
    return await untilInterrupted(cancel, () => work(job))
  } finally {
    bar.end()
  }
}

/** Calls `cancel` at the first Ctrl+C, or request to end, that comes while something runs. */
export async function untilInterrupted<T>(cancel: () => void, work: () => Promise<T>): Promise<T> {
  process.once('SIGINT', cancel)
  process.once('SIGTERM', cancel)
  try {
    return await work()
  } finally {
    process.off('SIGINT', cancel)
    process.off('SIGTERM', cancel)
  }
}
