import { useEffect, useState } from 'react'
import type { OutputOf } from '#shared/contract/index.ts'
import { type ClientReply, theClient } from './client.ts'

export type Job = OutputOf<'job.status'>

const ASK_MS = 1000

/**
 * Follows a job by its id: progress as the store tells it, result or failure at the end. Asks once a second
 * beside the events, so that it goes on over a broken connection. Null until the first answer.
 */
export function useJob(id: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    setJob(null)
    if (id === null) return
    let over = false
    const ask = async () => {
      const reply = (await theClient().call('job.status', { job: id })) as ClientReply<'job.status'>
      if (over || !reply.ok) return
      setJob(reply.output)
      if (reply.output.state !== 'running') stop()
    }
    const forget = theClient().on((event) => {
      if (event.type !== 'job' || event.progress.job !== id || over) return
      if (event.progress.state === 'running') setJob((known) => ({ ...(known ?? blank), ...event.progress }))
      else void ask()
    })
    const timer = setInterval(() => void ask(), ASK_MS)
    const stop = () => {
      over = true
      clearInterval(timer)
      forget()
    }
    void ask()
    return stop
  }, [id])
  return job
}

const blank = { result: null, failure: null }

/** Stops a job; what it had begun is rolled back whole. */
export async function cancelJob(id: string): Promise<ClientReply<'job.cancel'>> {
  return theClient().call('job.cancel', { job: id }, { requestId: crypto.randomUUID() })
}
