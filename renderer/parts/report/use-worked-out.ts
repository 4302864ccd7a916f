import { keepPreviousData, useQuery as useReactQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { ask, type QueryState, stateOf } from '#renderer/api/use-query.ts'
import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts'

/** Queries that the worker answers under the name `run` of their input. */
type RunQuery = { [N in QueryName]: InputOf<N> extends { run?: string | undefined } ? N : never }[QueryName]

export type WorkedOut<Output> = QueryState<Output> & {
  /** How far it is, once the worker said so. */
  progress: { done: number; total: number } | null
  cancel: () => void
}

type Progress = { run: string; done: number; total: number }

/**
 * What the worker works out. Whoever asks for something else or leaves meanwhile stops it; the last answer is there until the
 * next one is. It is not read again after a change: it says as of when it is.
 */
export function useWorkedOut<N extends RunQuery>(
  name: N,
  input: Omit<InputOf<N>, 'run'>,
  on = true,
): WorkedOut<OutputOf<N>> {
  const [run, setRun] = useState<string | null>(null)
  const [told, setTold] = useState<Progress | null>(null)
  const query = useReactQuery({
    queryKey: [name, input],
    queryFn: async ({ signal }) => {
      const id = crypto.randomUUID()
      setRun(id)
      signal.addEventListener('abort', () => cancelRun(id))
      return ask(name, { ...input, run: id } as unknown as InputOf<N>, signal)
    },
    enabled: on,
    placeholderData: keepPreviousData,
  })
  useEffect(
    () =>
      theClient().on((event) => {
        if (event.type !== 'job' || event.progress.job !== run || run === null) return
        setTold({ run, done: event.progress.done, total: event.progress.total })
      }),
    [run],
  )
  return {
    ...stateOf(query, on),
    progress: told !== null && told.run === run ? told : null,
    cancel: () => {
      if (run !== null) cancelRun(run)
    },
  }
}

/** Stops what the worker does under a name. */
export function cancelRun(run: string): void {
  void theClient().call('report.cancel', { run }, { requestId: crypto.randomUUID() })
}
