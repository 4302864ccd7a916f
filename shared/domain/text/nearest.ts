/** The word of `known` that was probably meant, or null when none is near: a typing slip or two, or its beginning. */
export function nearest(given: string, known: readonly string[]): string | null {
  const wanted = given.toLowerCase()
  if (wanted.length < 2) return null
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips)
  const best = ranked[0]
  if (best && best.slips <= Math.max(1, Math.floor(best.word.length / 3))) return best.word
  const begun = known.filter((word) => word.toLowerCase().startsWith(wanted))
  return begun.length === 1 ? (begun[0] ?? null) : null
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
        swapped,
      )
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}
