import { QueryClient } from '@tanstack/react-query'
import type { EntityKind, QueryName } from '#shared/contract/index.ts'
import { codeOf, ReplyError } from './reply-error.ts'

/** Answers stay good until a change says otherwise: nothing refetches by time or by focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 3 && error instanceof ReplyError && codeOf(error.reply) === 'BUSY',
      retryDelay: (count) => 200 * 2 ** count,
    },
  },
})

/** The contract with its zod schemas is a chunk of its own: the first paint does not wait for it. */
export function loadContract() {
  return import('#shared/contract/index.ts')
}

/** Refetches what is on screen and reads one of these kinds; the rest when it is shown again. */
export async function refreshReaders(kinds: readonly EntityKind[], refetch: boolean): Promise<void> {
  const { operations } = await loadContract()
  const reads = (name: unknown): readonly EntityKind[] => {
    const operation = operations[name as keyof typeof operations]
    return operation && operation.kind === 'query' ? operation.reads : []
  }
  await queryClient.invalidateQueries({
    predicate: (query) => reads(query.queryKey[0]).some((kind) => kinds.includes(kind)),
    refetchType: refetch ? 'active' : 'none',
  })
}

/** Reads one thing on screen again, and waits for it. */
export function readAgain(name: QueryName, input: object): Promise<void> {
  return queryClient.refetchQueries({ queryKey: [name, input] })
}

/** After a lost connection or a new user nothing on screen can be trusted. */
export async function refreshAll(): Promise<void> {
  await queryClient.invalidateQueries({ refetchType: 'active' })
}
