import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts'
import { isBehind, type Paged, type Seen, staysAsIs, stitched, WHOLE } from './list-pages.ts'
import { queryClient } from './query-client.ts'
import { ReplyError } from './reply-error.ts'
import { ask, isOver, type QueryOptions, type QueryState } from './use-query.ts'

type Page<N extends ListName> = OutputOf<N> & Paged
/** Queries that page by key: input takes `after`, output holds `rows` and `next`. */
export type ListName = { [N in QueryName]: OutputOf<N> extends Paged ? N : never }[QueryName]
export type RowOf<N extends ListName> = OutputOf<N> extends { rows: (infer R)[] } ? R : never

export type ListState<N extends ListName> = Omit<QueryState<RowOf<N>[]>, 'data'> & {
  rows: RowOf<N>[]
  /** The first page whole, with its totals and facets. */
  head: OutputOf<N> | undefined
  more: boolean
  loadMore: () => void
  /** Which rows are on screen: in a long list these, and the first ones, are read again after a change. */
  seen: (first: number, last: number) => void
}

type ListOptions = QueryOptions & {
  /** A DataList with `onSeen={list.seen}` shows it: what is out of sight is not read again after each change. */
  long?: boolean
}

/** Reads a list page by page: `rows` grows when `loadMore` is called (DataList does it near the end). */
export function useList<N extends ListName>(
  name: N,
  input: Omit<InputOf<N>, 'after'>,
  { on = true, keep = true, long = false }: ListOptions = {},
): ListState<N> {
  const queryKey = [name, input, 'pages']
  const onScreen = useRef<Seen>({ first: 0, last: long ? 0 : Number.POSITIVE_INFINITY })
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const known = queryClient.getQueryData<InfiniteData<Page<N>, string | null>>(queryKey)
      const at = known?.pageParams.indexOf(pageParam) ?? -1
      const before = known?.pages[at]
      if (before && staysAsIs(known.pages, at, onScreen.current)) return before
      const after = pageParam ? { after: pageParam } : {}
      const fresh = (await ask(name, { ...input, ...after } as InputOf<N>, signal)) as Page<N>
      return before && at < known.pages.length - 1 && known.pages.length > WHOLE
        ? stitched(before, fresh)
        : fresh
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: on,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
  const failed = query.error instanceof ReplyError ? query.error.reply : null
  const pages = isOver(failed) ? [] : (query.data?.pages ?? [])
  return {
    rows: pages.flatMap((page) => page.rows) as RowOf<N>[],
    head: pages[0],
    loading: query.isPending && on,
    refreshing: query.isFetching,
    previous: query.isPlaceholderData,
    failed,
    retry: () => void query.refetch(),
    more: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    seen: (first, last) => {
      onScreen.current = { first, last }
      if (isBehind(pages, onScreen.current)) void query.refetch({ cancelRefetch: false })
    },
  }
}

/** Begins to read what a `useList` of the same input will ask for: the answer is on its way while the page is drawn. */
export function readAhead<N extends ListName>(name: N, input: Omit<InputOf<N>, 'after'>): Promise<void> {
  return queryClient.prefetchInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ signal }) => ask(name, input as InputOf<N>, signal),
    initialPageParam: null,
  })
}
