import { useEffect, useRef } from 'react'
import { useInsightJob } from '../use-insight-job.ts'

/** Starts one computation of this page and follows it; `onDone` when it ended with a result. */
export function useValueRun(onDone: () => void) {
  const run = useInsightJob('insight.run')
  const latest = useRef(onDone)
  latest.current = onDone
  const isDone = run.job?.state === 'done'
  useEffect(() => {
    if (isDone) latest.current()
  }, [isDone])
  return run
}
