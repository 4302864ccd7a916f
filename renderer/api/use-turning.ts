import { useEffect, useRef } from 'react'
import { atMoment } from '#renderer/base/at-moment.ts'
import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts'
import { type QueryOptions, type QueryState, useQuery } from './use-query.ts'

/** What says when its answer will be another one by the clock alone. */
type Turning = { [N in QueryName]: OutputOf<N> extends { changesAt: string | null } ? N : never }[QueryName]

/** Reads as `useQuery` does, and again at the moment at which the clock alone changes the answer: no sooner, and once. */
export function useTurning<N extends Turning>(
  name: N,
  input: InputOf<N>,
  options?: QueryOptions,
): QueryState<OutputOf<N>> {
  const query = useQuery(name, input, options)
  const readAgain = useRef(query.retry)
  readAgain.current = query.retry
  const at = query.data?.changesAt ?? null
  useEffect(() => (at === null ? undefined : atMoment(Date.parse(at), () => readAgain.current())), [at])
  return query
}
