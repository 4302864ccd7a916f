import { useMemo } from 'react'
import { getLocation, setQuery } from '#renderer/base/route/route.tsx'
import { type Filters, filtersOf, queryOf } from './filters.ts'

/**
 * The filters of the list are in the address and nowhere else: coming back, a link and F9 find what was typed, and
 * nothing has to be kept equal to it.
 */
export function useFilters(query: Readonly<Record<string, string>>): Filters {
  return useMemo(() => filtersOf(query), [query])
}

/** Narrows the list in place, without a step to come back to. */
export function changeFilters(patch: Partial<Filters>): void {
  setQuery(queryOf({ ...filtersOf(getLocation().query), ...patch }))
}
