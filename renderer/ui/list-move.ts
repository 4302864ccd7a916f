/** Where a key takes the selection in a list of `count` rows; null when the key does not move it. */
export function nextIndex(key: string, active: number, count: number, page: number): number | null {
  const to = target(key, active, count, page)
  return to === null || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

function target(key: string, active: number, count: number, page: number): number | null {
  if (key === 'ArrowDown') return active + 1
  if (key === 'ArrowUp') return active - 1
  if (key === 'PageDown') return active + page
  if (key === 'PageUp') return active - page
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
