/** Starts and steps on a machine so many times slower than this one: what is painted, and when somebody can work with it. */
import type { BrowserContext, Page } from 'playwright-core'
import { percentile } from './measure.ts'

/** A screen by its address, or the key that leads there from the guest list; `rows`: with these one can begin to work. */
type Slow = { name: string; path: string; key?: string; rows: string }

/** Milliseconds from the start of the navigation or from the key. */
type Times = { skeleton: number; rows: number }
export type SlowFigure = {
  what: string
  factor: number
  runs: number
  skeleton_ms: number
  rows_ms: number
  least_ms: number
  /** Held by the quickest run: what else the machine does only makes one slower. */
  max: number | null
}

export type SlowUrls = { keyrack: string; bare: string; guest: number }

const bareRows = 'tbody tr'
/** Useful rows on a machine four times slower are there within this. */
const ROWS_MS = 1200

function slowScreens(guest: number): Slow[] {
  return [
    { name: 'today', path: '/today', key: 'F2', rows: '.k-list-row' },
    {
      name: 'profile',
      path: `/guests/${guest}`,
      key: 'Enter',
      rows: '#guest-stays :is(.k-list-row, .k-empty)',
    },
    { name: 'new booking', path: '/bookings/new', key: 'F7', rows: '.k-picker input' },
  ]
}

/** Measures every screen at every factor, with the bare page in each round, so that all find the machine alike. */
export async function measureSlow(
  context: BrowserContext,
  urls: SlowUrls,
  factors: readonly number[],
  runs: number,
): Promise<SlowFigure[]> {
  const screens = slowScreens(urls.guest)
  const times = new Map<string, Times[]>()
  const note = (what: string, time: Times) => times.set(what, [...(times.get(what) ?? []), time])
  for (const factor of factors) {
    // The first rounds fill the caches of compiled code
    for (let i = -2; i < runs; i++) {
      const round: [string, Times][] = [['bare page', await start(context, urls.bare, bareRows, factor)]]
      for (const { name, path, rows } of screens)
        round.push([`start ${name}`, await start(context, urls.keyrack + path, rows, factor)])
      for (const screen of screens)
        round.push([`step to ${screen.name}`, await step(context, urls.keyrack, screen, factor)])
      if (i >= 0) for (const [what, time] of round) note(`${factor} ${what}`, time)
    }
  }
  return [...times].map(([key, all]) => figure(key, all))
}

function figure(key: string, all: readonly Times[]): SlowFigure {
  const factor = Number.parseInt(key, 10)
  const what = key.slice(String(factor).length + 1)
  const rows = all.map((one) => one.rows)
  const skeleton = all.map((one) => one.skeleton)
  return {
    what,
    factor,
    runs: all.length,
    skeleton_ms: Math.round(percentile(skeleton, 50)),
    rows_ms: Math.round(percentile(rows, 50)),
    least_ms: Math.round(Math.min(...rows)),
    max: factor === 4 && what !== 'bare page' ? ROWS_MS : null,
  }
}

async function slowPage(context: BrowserContext, factor: number): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
  return page
}

async function start(context: BrowserContext, url: string, rows: string, factor: number): Promise<Times> {
  const page = await slowPage(context, factor)
  await watchFor(page, rows)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.keyrackSlow.rows !== null)
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0)
  const times = await page.evaluate(() => ({
    skeleton: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
    rows: window.keyrackSlow.rows ?? Number.NaN,
  }))
  await page.close()
  return times
}

/** From the guest list as it was just opened and has come to rest, by key. */
export async function step(
  context: BrowserContext,
  origin: string,
  screen: Slow,
  factor: number,
): Promise<Times> {
  const page = await slowPage(context, factor)
  await watchFor(page, '.k-list-row')
  await page.goto(`${origin}/guests`, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.keyrackSlow.rows !== null)
  await page.waitForLoadState('networkidle')
  await page.evaluate((rows) => window.keyrackSlow.begin(rows), screen.rows)
  await page.keyboard.press(screen.key ?? '')
  await page.waitForFunction(() => window.keyrackSlow.rows !== null)
  const times = await page.evaluate(() => ({
    skeleton: window.keyrackSlow.skeleton ?? Number.NaN,
    rows: window.keyrackSlow.rows ?? Number.NaN,
  }))
  await page.close()
  return times
}

declare global {
  interface Window {
    keyrackSlow: {
      skeleton: number | null
      rows: number | null
      /** From the next key on: the old screen is gone, and the rows of the new one are painted. */
      begin: (rows: string) => void
    }
  }
}

async function watchFor(page: Page, rows: string): Promise<void> {
  await page.addInitScript((first) => {
    const afterPaint = (act: () => void) => {
      const channel = new MessageChannel()
      channel.port1.onmessage = act
      channel.port2.postMessage(null)
    }
    const look = (selector: string, gone: Element | null, from: number) => {
      const screen = document.querySelector('#main > *')
      if (gone && screen !== gone && screen && watch.skeleton === null)
        afterPaint(() => {
          watch.skeleton ??= performance.now() - from
        })
      if (document.querySelector(selector) && (!gone || screen !== gone))
        afterPaint(() => {
          watch.rows = performance.now() - from
        })
      else requestAnimationFrame(() => look(selector, gone, from))
    }
    const watch: Window['keyrackSlow'] = {
      skeleton: null,
      rows: null,
      begin(selector) {
        watch.skeleton = null
        watch.rows = null
        const gone = document.querySelector('#main > *')
        const begin = (event: Event) => {
          requestAnimationFrame(() => look(selector, gone, event.timeStamp))
        }
        document.addEventListener('keydown', begin, { capture: true, once: true })
      },
    }
    window.keyrackSlow = watch
    requestAnimationFrame(() => look(first, null, 0))
  }, rows)
}
