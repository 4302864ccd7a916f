import { expect, test } from 'vitest'
import { isOver } from '#shared/domain/access/session-limits.ts'

const minute = 60_000
const hour = 60 * minute
const limits = { idleMinutes: 15, sessionHours: 12 }

test.each([
  ['somebody was there a moment ago', 1 * hour, 0, false],
  ['left for a millisecond less than the limit', 1 * hour, 15 * minute - 1, false],
  ['left for the limit', 1 * hour, 15 * minute, true],
  ['in use, a millisecond before its end', 12 * hour - 1, 0, false],
  ['in use at its end', 12 * hour, 0, true],
])('%s', (_what, age, left, over) => {
  const now = Date.UTC(2026, 2, 2)
  expect(isOver({ since: now - age, lastAct: now - left }, limits, now)).toBe(over)
})
