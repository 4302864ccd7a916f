/**
 * How long a login must wait after wrong passwords: nothing for the first four, then 30 seconds doubled by each
 * further one, 15 minutes at most. Slows guessing without locking a desk out for good.
 */
export function waitSeconds(failedAttempts: number): number {
  if (failedAttempts < 5) return 0
  return Math.min(30 * 2 ** (failedAttempts - 5), 900)
}
