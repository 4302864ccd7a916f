/** How long a session lasts: minutes without anybody at the desk, and hours in all. */
export type SessionLimits = { idleMinutes: number; sessionHours: number }

/** What a hotel starts with: a desk that is left for a quarter of an hour locks, and nobody stays signed in over two shifts. */
export const usualLimits: SessionLimits = { idleMinutes: 15, sessionHours: 12 }

/** What a hotel may set. A desk that never locks is none of it. */
export const limitBounds = {
  idleMinutes: { least: 1, most: 240 },
  sessionHours: { least: 1, most: 24 },
} as const

/** Whether a session has ended by itself; all in milliseconds. */
export function isOver(
  { since, lastAct }: { since: number; lastAct: number },
  { idleMinutes, sessionHours }: SessionLimits,
  now: number,
): boolean {
  return now - lastAct >= idleMinutes * 60_000 || now - since >= sessionHours * 3_600_000
}
