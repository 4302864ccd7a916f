/** A page of a list by key: `next` is where the one after it begins. */
export type Paged = { rows: unknown[]; next: string | null }

/** Rows on screen now, by their index in the whole list. */
export type Seen = { first: number; last: number }

/** So many pages are simply read again after a change; of a longer list only the first and what is on screen. */
export const WHOLE = 3

/** Pages that something may have changed in while they were out of sight. */
const stale = new WeakSet<Paged>()

/** True for a page that is out of sight in a long list: it stays as it is until it comes in sight. */
export function staysAsIs(pages: readonly Paged[], at: number, seen: Seen): boolean {
  const page = pages[at]
  if (!page) return false
  const inSight = at >= pageOfRow(pages, seen.first) && at <= pageOfRow(pages, seen.last)
  const kept = pages.length > WHOLE && at > 0 && !inSight
  if (kept) stale.add(page)
  else stale.delete(page)
  return kept
}

/** True when a page that stayed as it was has come in sight. */
export function isBehind(pages: readonly Paged[], seen: Seen): boolean {
  return pages
    .slice(pageOfRow(pages, seen.first), pageOfRow(pages, seen.last) + 1)
    .some((page) => stale.has(page))
}

/**
 * A page read again in the middle of others that stay: it must go on ending where the next one begins. What was
 * pushed past its end stays at its end, what came up from the next page is left to that one.
 */
export function stitched<P extends Paged>(before: P, fresh: P): P {
  const keyOf = (row: unknown) => keyIn(row) ?? JSON.stringify(row)
  const fits = new Map(fresh.rows.map((row, index) => [keyOf(row), index]))
  const lastShared = before.rows.findLastIndex((row) => fits.has(keyOf(row)))
  const end = lastShared < 0 ? -1 : (fits.get(keyOf(before.rows[lastShared])) ?? -1)
  const pushedOut = before.rows.slice(lastShared + 1)
  const rows = pushedOut.length > 0 ? [...fresh.rows, ...pushedOut] : fresh.rows.slice(0, end + 1)
  return { ...fresh, rows, next: before.next }
}

/** The page that holds the row of this index in the whole list. */
export function pageOfRow(pages: readonly Paged[], row: number): number {
  let from = 0
  for (const [at, page] of pages.entries()) {
    from += page.rows.length
    if (row < from) return at
  }
  return Math.max(0, pages.length - 1)
}

function keyIn(row: unknown): string | number | null {
  const { id, seq } = (row ?? {}) as { id?: string | number; seq?: string | number }
  return id ?? seq ?? null
}
