/** What a list of arrivals marks of its guests, the weightiest first: one sign each, explained by its tip and the panel. */
export const arrivalMarks = ['keep', 'unsure', 'key-guest'] as const
export type ArrivalMark = (typeof arrivalMarks)[number]

/** From so much on that nobody comes it is worth knowing. */
export const notableRisk = 0.3

export type MarkedArrival = {
  /** A case is open to keep the guest from leaving. */
  hasCase: boolean
  /** The chance that nobody comes; null where it is not known. */
  away: number | null
  /** The class by relation, as a person said or else as computed. */
  relation: string | null
}

/** The marks of an arrival; most have none. */
export function marksOf({ hasCase, away, relation }: MarkedArrival): ArrivalMark[] {
  const has: Record<ArrivalMark, boolean> = {
    keep: hasCase,
    unsure: away !== null && away >= notableRisk,
    'key-guest': relation === 'key',
  }
  return arrivalMarks.filter((mark) => has[mark])
}
