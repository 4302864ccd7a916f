import { useMemo } from 'react'
import { getLocation, setQuery, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { type Filters, filtersOf, queryOf } from './filters.ts'

/**
 * The filters of the list are in the address, and the text is kept with the step (base/route/typed.ts): coming back finds
 * what was typed, F9 begins anew, and nothing has to be kept equal to it.
 */
export function useFilters(query: Readonly<Record<string, string>>): Filters {
  const typed = useLocation((location) => location.typed)
  return useMemo(() => filtersOf(query, typed), [query, typed])
}

/** Narrows the list in place, without a step to come back to. */
export function changeFilters(patch: Partial<Filters>): void {
  const { query, typed } = getLocation()
  if (patch.text !== undefined) setTyped({ text: patch.text })
  setQuery(queryOf({ ...filtersOf(query, typed), ...patch }))
}
