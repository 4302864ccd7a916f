/** How far a guest is from coming again, the worst last. */
export const leavingLevels = ['due', 'late', 'leaving', 'lost'] as const
export type LeavingLevel = (typeof leavingLevels)[number]

/**
 * Risk = 1 − (2 × P(alive) + share of longer gaps) ÷ 3: what the guest's stays say by the hotel's model (MBG/NBD), and what the
 * guest's own rhythm says. The model counts twice because it orders guests better than the rhythm does; the back-test
 * shows by how much. Without a model the rhythm alone.
 */
export function riskOf(alive: number | null, longer: number): number {
  return 1 - (alive === null ? longer : (2 * alive + longer) / 3)
}

/** Per cent of risk from which on a guest is late, leaving and lost. */
export type LevelsFrom = { late: number; leaving: number; lost: number }
export const usualLevels: LevelsFrom = { late: 45, leaving: 65, lost: 85 }

/** Null while the next stay is not due by the guest's own rhythm. */
export function levelOf(overdue: number, risk: number, from: LevelsFrom): LeavingLevel | null {
  if (overdue < 1) return null
  const percent = risk * 100
  if (percent >= from.lost) return 'lost'
  if (percent >= from.leaving) return 'leaving'
  return percent >= from.late ? 'late' : 'due'
}
