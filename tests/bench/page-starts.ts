/** Warm starts of Keyrack's guest list and of the bare page, in turns, so that both find the machine alike. */
import type { BrowserContext, Page } from 'playwright-core'
import { percentile } from './measure.ts'

/** Milliseconds from the start of the navigation. */
type Start = { firstPaint: number; usable: number }
type Figure = { keyrack_ms: number; bare_ms: number; ratio: number; max: number }
export type Starts = { runs: number; firstPaint: Figure; usable: Figure }

/** Chromium keeps a script's parsed code only from the second start on: these fill its caches and are not counted. */
const WARM_UP = 4

/** Starts both pages so many times, alternating which is first. */
export async function measureStarts(
  context: BrowserContext,
  urls: { keyrack: string; bare: string },
  runs: number,
): Promise<Starts> {
  const keyrack: Start[] = []
  const bare: Start[] = []
  for (let i = -WARM_UP; i < runs; i++) {
    const own = i % 2 === 0 ? await startPage(context, urls.keyrack) : null
    const other = await startPage(context, urls.bare)
    const after = own ?? (await startPage(context, urls.keyrack))
    if (i < 0) continue
    keyrack.push(after)
    bare.push(other)
  }
  return {
    runs,
    firstPaint: compare(keyrack, bare, 'firstPaint', 1),
    usable: compare(keyrack, bare, 'usable', 1.5),
  }
}

/** Opens a page and waits until it can be used. */
export async function openUsable(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => window.keyrackWatch.usable !== null)
  return page
}

async function startPage(context: BrowserContext, url: string): Promise<Start> {
  const page = await openUsable(context, url)
  // A quick page can be used before the browser has written the entry of its first paint.
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0)
  const start = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
    usable: window.keyrackWatch.usable ?? Number.NaN,
  }))
  await page.close()
  return start
}

function compare(keyrack: readonly Start[], bare: readonly Start[], name: keyof Start, max: number): Figure {
  const median = (starts: readonly Start[]) =>
    percentile(
      starts.map((start) => start[name]),
      50,
    )
  const own = median(keyrack)
  const other = median(bare)
  return {
    keyrack_ms: Math.round(own),
    bare_ms: Math.round(other),
    ratio: Math.round((own / other) * 100) / 100,
    max,
  }
}
