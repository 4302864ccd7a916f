/** Longest stretch of work before others get their turn, in milliseconds: half a frame. */
const longestStretch = 8

/**
 * Lets a long synchronous work give way: `await breathe()` now and then; it returns at once until the stretch is
 * used up, and then lets queries, events and timers run.
 */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < longestStretch) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}
