import { keepPreviousData, type UseQueryResult, useQuery as useReactQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts'
import { theClient } from './client.ts'
import { queryClient } from './query-client.ts'
import { codeOf, type FailedReply, ReplyError } from './reply-error.ts'

export type QueryState<O> = {
  data: O | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** An answer is on its way; `data` is the last one (of other input too, with `keep`). */
  refreshing: boolean
  /** The data shown answers an earlier input (`keep`). */
  previous: boolean
  /** The reply that was not ok: hand it to <Trouble>. */
  failed: FailedReply | null
  retry: () => void
}

export type QueryOptions = {
  /** False: not asked yet. */
  on?: boolean
  /** Show the last answer until the next one is there: type-ahead. */
  keep?: boolean
}

/** Reads an operation; refetches by itself when something it reads has changed. `const { data } = useQuery('guest.profile', { id })` */
export function useQuery<N extends QueryName>(
  name: N,
  input: InputOf<N>,
  { on = true, keep = false }: QueryOptions = {},
): QueryState<OutputOf<N>> {
  const query = useReactQuery({
    ...question(name, input),
    enabled: on,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
  return stateOf(query, on)
}

/** What the library is asked: one question, one answer that is kept. */
function question<N extends QueryName>(name: N, input: InputOf<N>) {
  return {
    queryKey: [name, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask(name, input, signal),
  }
}

/** A query of the library as screens read it. */
export function stateOf<O>(query: UseQueryResult<O>, on: boolean): QueryState<O> {
  const failed = query.error instanceof ReplyError ? query.error.reply : null
  return {
    data: isOver(failed) ? undefined : query.data,
    loading: query.isPending && on,
    refreshing: query.isFetching,
    previous: query.isPlaceholderData,
    failed,
    retry: () => void query.refetch(),
  }
}

/** Begins to read what a `useQuery` of the same input will ask for. */
export function readOneAhead<N extends QueryName>(name: N, input: InputOf<N>): Promise<void> {
  return queryClient.prefetchQuery(question(name, input))
}

/** The answer that a `useQuery` of the same input shows, awaited where it is on its way; null where it is not ok. */
export async function readOnce<N extends QueryName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
  return queryClient.fetchQuery(question(name, input)).catch(() => null)
}

/**
 * Whether the last answer must go: a new user may not read it, or its subject no longer exists (a new guest was undone). A lost
 * connection takes nothing away.
 */
export function isOver(failed: FailedReply | null): boolean {
  return failed !== null && ('refusal' in failed || codeOf(failed) === 'NOT_PERMITTED')
}

/** Asks the core once; a reply that is not ok is thrown as ReplyError. */
export async function ask<N extends QueryName>(
  name: N,
  input: InputOf<N>,
  signal: AbortSignal,
): Promise<OutputOf<N>> {
  const reply = await theClient().call(name, input, { signal })
  if (reply.ok) return reply.output as OutputOf<N>
  throw new ReplyError(name, reply)
}
