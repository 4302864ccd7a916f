/**
 * npm run bench:page -- [--store FILE | --guests N --bookings N] [--actions 1000] [--json]: what somebody in front of
 * the page waits for, in headless Chromium on the served program. First paint and a usable list (rows painted, the
 * cursor in the search field) of warm starts; from the key to the painted answer while names, numbers and telephones
 * are typed; and what host and page hold in memory after so many actions of a clerk.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { buildIfNeeded } from '../../scripts/lib/build.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { keystrokes } from './inputs.ts'
import { percentile } from './measure.ts'
import { clickThrough, typedToPainted, watchPage } from './page-watch.ts'
import { benchStore, readThrough } from './store.ts'

const { values: asked } = parseArgs({
  options: {
    guests: { type: 'string', default: '1000000' },
    bookings: { type: 'string', default: '3000000' },
    store: { type: 'string' },
    actions: { type: 'string', default: '1000' },
    starts: { type: 'string', default: '8' },
    people: { type: 'string', default: '84' },
    json: { type: 'boolean', default: false },
  },
})
const say = (text: string) => process.stderr.write(`${text}\n`)

const size = { guests: Number(asked.guests), bookings: Number(asked.bookings) }
const file = await benchStore(size, asked.store ?? null, say)
readThrough(file)
const reader = openRaw(file, { readonly: true })
const texts = keystrokes(reader, Number(asked.people))
reader.close()

if ((await buildIfNeeded()) !== 0) process.exit(1)
const host = await serve(file)
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await watchPage(context)
  await signIn(context)
  const starts = await warmStarts(context, Number(asked.starts))
  const page = await openGuests(context)
  const typed = await typedToPainted(page, texts)
  const hostBefore = residentMB(host.child)
  await clickThrough(page, texts, Number(asked.actions))
  const figures = {
    firstPaint_ms: starts.map(({ firstPaint }) => Math.round(firstPaint)),
    usable_ms: starts.map(({ usable }) => Math.round(usable)),
    typed: { samples: typed.length, p50_ms: percentile(typed, 50), p98_ms: percentile(typed, 98) },
    actions: Number(asked.actions),
    host_mb: { before: hostBefore, after: residentMB(host.child) },
    pageHeap_mb: await heapMB(page),
  }
  console.log(asked.json ? JSON.stringify(figures) : inWords(figures))
} finally {
  await browser.close()
  host.child.kill('SIGTERM')
  if (host.child.exitCode === null && host.child.signalCode === null) await once(host.child, 'exit')
}

type Host = { child: ChildProcess; origin: string; url: string }

async function serve(store: string): Promise<Host> {
  const command = [join(projectRoot, 'electron/cli/main.ts'), 'serve', '--store', store, '--json']
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, ...(JSON.parse(line) as { origin: string; url: string }) }
}

async function signIn(context: BrowserContext): Promise<void> {
  await context.request.get(host.url)
  const data = { operation: 'access.signIn', input: { login: 'clerk', password: 'keyrack-demo' } }
  const reply = await context.request.post(`${host.origin}/rpc`, { data })
  const answer = (await reply.json()) as { ok: boolean }
  if (!answer.ok) throw new Error(`sign-in: ${JSON.stringify(answer)}`)
}

async function openGuests(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${host.origin}/guests`)
  await page.waitForFunction(() => window.keyrackWatch.usable !== null)
  return page
}

/** The first one fills the browser's cache and is not counted. */
async function warmStarts(context: BrowserContext, count: number) {
  const starts: { firstPaint: number; usable: number }[] = []
  for (let i = 0; i <= count; i++) {
    const page = await openGuests(context)
    const start = await page.evaluate(() => ({
      firstPaint: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
      usable: window.keyrackWatch.usable ?? Number.NaN,
    }))
    if (i > 0) starts.push(start)
    await page.close()
  }
  return starts
}

/** Resident memory as the system counts it; nothing where it does not say. */
function residentMB({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux') return null
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1000)
}

async function heapMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return Math.round(usedSize / 1e6)
}

function inWords({ firstPaint_ms, usable_ms, typed, actions, host_mb, pageHeap_mb }: Figures): string {
  const bar = (kept: boolean) => (kept ? 'kept' : 'MISSED')
  return [
    `first paint   ${firstPaint_ms.join(' ')} ms; ≤ 300: ${bar(Math.max(...firstPaint_ms) <= 300)}`,
    `usable        ${usable_ms.join(' ')} ms; ≤ 1200: ${bar(Math.max(...usable_ms) <= 1200)}`,
    `typed→painted p50 ${typed.p50_ms.toFixed(1)}, p98 ${typed.p98_ms.toFixed(1)} ms over ${typed.samples} keys; ≤ 100: ${bar(typed.p98_ms <= 100)}`,
    `host          ${host_mb.before} MB, ${host_mb.after} MB after ${actions} actions; ≤ 200: ${bar((host_mb.after ?? 0) <= 200)}`,
    `page heap     ${pageHeap_mb} MB; ≤ 150: ${bar(pageHeap_mb <= 150)}`,
  ].join('\n')
}

type Figures = {
  firstPaint_ms: number[]
  usable_ms: number[]
  typed: { samples: number; p50_ms: number; p98_ms: number }
  actions: number
  host_mb: { before: number | null; after: number | null }
  pageHeap_mb: number
}
