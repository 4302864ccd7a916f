/** From the key of a screen of the day to its painted lists and counts, in a full house, on pages that have not asked for it before. */
import type { BrowserContext } from 'playwright-core'
import { percentile } from './measure.ts'
import { step } from './page-slow.ts'

/** `max`: what the 95th percentile is held to, where anything is. */
export type DayFigure = {
  screen: string
  samples: number
  p50_ms: number
  p95_ms: number
  max: number | null
}

/** The whole screen: rows and counts are there, and nothing waits any more. */
const screens = [
  {
    name: 'today',
    path: '/today',
    key: 'F2',
    max: 200,
    rows: '#main:has(.k-day-work):has(.k-list-row):not(:has(.k-skeleton-rows))',
  },
  {
    name: 'housekeeping',
    path: '/housekeeping',
    key: 'Shift+F4',
    max: null,
    rows: '#main:has(.hk-counts):has(.k-list-row):not(:has(.k-skeleton-rows))',
  },
]

/** Opens each so many times from the guest list; the first two of each fill the caches of compiled code. */
export async function dayPainted(
  context: BrowserContext,
  origin: string,
  runs: number,
): Promise<DayFigure[]> {
  const figures: DayFigure[] = []
  for (const screen of screens) {
    const times: number[] = []
    for (let run = -2; run < runs; run++) {
      const { rows } = await step(context, origin, screen, 1)
      if (run >= 0) times.push(rows)
    }
    figures.push({
      screen: screen.name,
      samples: times.length,
      p50_ms: percentile(times, 50),
      p95_ms: percentile(times, 95),
      max: screen.max,
    })
  }
  return figures
}
