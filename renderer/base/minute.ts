import { useSyncExternalStore } from 'react'

export const minuteMs = 60_000

/** The minute that it is, drawn again when it is another. */
export function useMinute(): number {
  return useSyncExternalStore(followMinutes, () => Math.floor(Date.now() / minuteMs))
}

function followMinutes(changed: () => void): () => void {
  const timer = setInterval(changed, minuteMs / 4)
  return () => clearInterval(timer)
}
