/** Cash where the smallest coin is more than the smallest unit of the books. */
import { fraction, roundFraction } from '../../values/index.ts'

/**
 * What is paid of an amount in cash: the nearest multiple of `step` (5 in Switzerland), halves away from zero, a refund as the
 * mirror of its payment. The rest is a line of its own: tax and charges stay what they are.
 */
export function roundCash(minor: number, step: number): number {
  return roundFraction(fraction(minor), step)
}
