/** From rows to columns: how many guests were in one segment on the first date and in the other on the second. */
export type Moves = {
  /** Counts by place in `rfmSegments` plus 1 (0: no stay yet on that date), first date down, second date across. */
  counts: number[][]
  /** Guests with a stay by the second date. */
  guests: number
  /** Those in the same segment on both dates. */
  stayed: number
}

const PLACES = 9

/**
 * Counts moves between two dates. Both lists are guests with their segment's place plus 1, sorted by id; a guest who is in
 * one list only had no stay by the other date (or was excluded or merged since).
 */
export function countMoves(
  before: { id: ArrayLike<number>; segment: ArrayLike<number> },
  after: { id: ArrayLike<number>; segment: ArrayLike<number> },
  each: (id: number, from: number, to: number) => void = () => undefined,
): Moves {
  const counts = Array.from({ length: PLACES }, () => new Array<number>(PLACES).fill(0))
  let a = 0
  let b = 0
  let guests = 0
  let stayed = 0
  while (a < before.id.length || b < after.id.length) {
    const idBefore = a < before.id.length ? (before.id[a] as number) : Number.POSITIVE_INFINITY
    const idAfter = b < after.id.length ? (after.id[b] as number) : Number.POSITIVE_INFINITY
    const from = idBefore <= idAfter ? (before.segment[a++] as number) : 0
    const to = idAfter <= idBefore ? (after.segment[b++] as number) : 0
    const row = counts[from]
    if (row) row[to] = (row[to] as number) + 1
    if (to > 0) guests += 1
    if (from === to) stayed += 1
    each(Math.min(idBefore, idAfter), from, to)
  }
  return { counts, guests, stayed }
}
