type Year = { year: number; nights: number; roomRevenueMinor: number }

/** Years from the first stay to the last one, with the empty ones between: a gap is part of the story. */
export function withoutGaps(years: readonly Year[]): Year[] {
  if (years.length === 0) return []
  const known = new Map(years.map((year) => [year.year, year]))
  const numbers = [...known.keys()]
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    return known.get(year) ?? { year, nights: 0, roomRevenueMinor: 0 }
  })
}

/** The strongest year by a measure, the latest of equal ones; null without any. */
export function bestYear(years: readonly Year[], measure: 'nights' | 'roomRevenueMinor'): Year | null {
  return years.reduce<Year | null>(
    (best, year) => (!best || year[measure] >= best[measure] ? year : best),
    null,
  )
}
