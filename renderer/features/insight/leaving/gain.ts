/** How much better the warning does than days since the last stay alone: of as many flagged, who really left. */
type Hits = { precision: number | null }

export type Gain = { rule: number; naive: number; points: number; size: 'large' | 'small' | 'none' | 'worse' }

/** Percentage points from which a gain is no longer called small, and from which it is one at all. */
const LARGE = 5
const ANY = 0.5

/** Null where either flagged nobody. */
export function gainOf(rule: Hits, naive: Hits): Gain | null {
  if (rule.precision === null || naive.precision === null) return null
  // As it is shown: what reads “5.0 points” is called what five points are
  const points = Math.round(1000 * (rule.precision - naive.precision)) / 10
  const size = points >= LARGE ? 'large' : points >= ANY ? 'small' : points > -ANY ? 'none' : 'worse'
  return { rule: rule.precision, naive: naive.precision, points, size }
}
