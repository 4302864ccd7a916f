import { useCallback, useEffect, useRef, useState } from 'react'
import { setQuery } from '#renderer/base/route/route.tsx'
import { type Filters, filtersOf, queryOf } from './filters.ts'

/** The address follows typing at a distance: every step of it redraws the whole frame. */
const ADDRESS_MS = 250

/**
 * The filters of the list. They act at once, and stand in the address soon after; `keep` writes them there now,
 * before one leaves for a profile, so that coming back finds them.
 */
export function useFilters(query: Readonly<Record<string, string>>) {
  const [filters, setFilters] = useState(() => filtersOf(query))
  const written = useRef(JSON.stringify(filters))
  const latest = useRef(filters)
  latest.current = filters
  const keep = useCallback(() => {
    written.current = JSON.stringify(latest.current)
    setQuery(queryOf(latest.current))
  }, [])
  useEffect(() => {
    if (JSON.stringify(filters) === written.current) return
    const timer = setTimeout(keep, ADDRESS_MS)
    return () => clearTimeout(timer)
  }, [filters, keep])
  // The address changed by itself: F9 once more, a link, the browser's own back
  const given = JSON.stringify(filtersOf(query))
  useEffect(() => {
    if (given === written.current) return
    written.current = given
    setFilters(JSON.parse(given) as Filters)
  }, [given])
  const change = useCallback((patch: Partial<Filters>) => setFilters((now) => ({ ...now, ...patch })), [])
  return { filters, change, keep }
}
