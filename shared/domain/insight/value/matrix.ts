import { meanOf } from './quantiles.ts'

/** Both axes in minor units: what a guest brought in the last twelve months, and what is expected of the next. */
export type MatrixCut = { kind: 'mean' } | { kind: 'hand'; currentMinor: number; potentialMinor: number }
export type MatrixCuts = { current: number; potential: number }

/** Where high begins on each axis; by the mean over the guests given. */
export function matrixCuts(
  current: ArrayLike<number>,
  potential: ArrayLike<number>,
  cut: MatrixCut,
): MatrixCuts {
  if (cut.kind === 'hand') return { current: cut.currentMinor, potential: cut.potentialMinor }
  return { current: meanOf(current), potential: meanOf(potential) }
}

/** Place in `matrixClasses` plus 1: lead, iron, gold, platinum. Nothing at all is never high. */
export function matrixClassOf(current: number, potential: number, cuts: MatrixCuts): number {
  const now = current > 0 && current >= cuts.current
  const then = potential > 0 && potential >= cuts.potential
  return 1 + (now ? 2 : 0) + (then ? 1 : 0)
}
