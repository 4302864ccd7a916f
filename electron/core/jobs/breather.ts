/** Longest stretch of work before others get their turn, in milliseconds: half a frame. */
const longestStretch = 8

/**
 * Lets a long synchronous work give way: `await breathe()` now and then; it returns at once until the stretch is
 * used up, and then lets queries, events and timers run. `now` is a clock in milliseconds.
 */
export function createBreather(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let since = now()
  return () => {
    if (now() - since < longestStretch) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = now()
        resolve()
      })
    })
  }
}
