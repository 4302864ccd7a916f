import type { Cli } from './command.ts'
import { progressBar } from './progress.ts'

/** How a job reports its progress and learns that it should stop. */
type Job = { progress: (done: number, total: number) => void; readonly cancelled: boolean }

/** Shows a bar while something runs; Ctrl+C asks it to stop. */
export async function withBar<T>(label: string, cli: Cli, work: (job: Job) => Promise<T>): Promise<T> {
  const bar = progressBar(cli.terminal.stderr, label, cli.language)
  let cancelled = false
  const cancel = () => {
    cancelled = true
  }
  process.once('SIGINT', cancel)
  process.once('SIGTERM', cancel)
  try {
    return await work({
      progress: bar.show,
      get cancelled() {
        return cancelled
      },
    })
  } finally {
    process.off('SIGINT', cancel)
    process.off('SIGTERM', cancel)
    bar.end()
  }
}
