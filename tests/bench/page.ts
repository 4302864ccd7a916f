/**
 * npm run bench:page -- [--store FILE | --guests N --bookings N] [--runs 25] [--slow 5] [--actions 1000] [--people 84] [--json]: what
 * somebody in front of the page waits for, in headless Chromium on the served program. First paint and a usable list
 * (rows painted, the cursor in the search field) of warm starts, beside a bare page of the same React and antd in turns;
 * also on a machine four and six times slower, on Today, a guest's profile and the new booking, by address and by key;
 * from the key to the painted answer while names, numbers and telephones are typed, and to the painted dashboard; and what
 * host and page hold in memory after so many actions of a clerk. --only dashboard leaves out all else; --only day opens Today and the housekeeping board in a
 * hotel of 500 rooms at 92 %, on a copy of the store.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { buildIfNeeded } from '../../scripts/lib/build.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { keystrokes } from './inputs.ts'
import { percentile } from './measure.ts'
import { openBarePage } from './page-bare.ts'
import { dashboardPainted } from './page-dashboard.ts'
import { type DayFigure, dayPainted } from './page-day.ts'
import { measureSlow, type SlowFigure } from './page-slow.ts'
import { measureStarts, openUsable, type Starts } from './page-starts.ts'
import { clickThrough, typedToPainted, watchPage } from './page-watch.ts'
import { fullHouseOf } from './stay.ts'
import { benchStore, readThrough } from './store.ts'

const { values: asked } = parseArgs({
  options: {
    guests: { type: 'string', default: '1000000' },
    bookings: { type: 'string', default: '3000000' },
    store: { type: 'string' },
    actions: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '25' },
    slow: { type: 'string', default: '5' },
    people: { type: 'string', default: '84' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const say = (text: string) => process.stderr.write(`${text}\n`)

const size = { guests: Number(asked.guests), bookings: Number(asked.bookings) }
const file = await benchStore(size, asked.store ?? null, say)
readThrough(file)
const reader = openRaw(file, { readonly: true })
const texts = keystrokes(reader, Number(asked.people))
const today = reader.prepare('select business_date from settings').pluck().get() as BusinessDate
const guest = reader.prepare('select guest_id from bookings order by id desc limit 1').pluck().get() as number
reader.close()

if ((await buildIfNeeded()) !== 0) process.exit(1)
const bare = await openBarePage()
const full = asked.only === 'day' ? fullHouseOf(file, today) : null
const host = await serve(full?.file ?? file)
const profile = mkdtempSync(join(tmpdir(), 'keyrack-chromium-'))
// A profile on the disk, as a clerk's browser has one: only there parsed code is kept from one start to the next.
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  viewport: { width: 1366, height: 768 },
})
try {
  await watchPage(context)
  await signIn(context)
  if (asked.only === 'day') {
    const day = await dayPainted(context, host.origin, Number(asked.runs))
    console.log(asked.json ? JSON.stringify({ day }) : day.map(dayInWords).join('\n'))
  } else await measureOwn()
} finally {
  await context.close()
  bare.close()
  host.child.kill('SIGTERM')
  if (host.child.exitCode === null && host.child.signalCode === null) await once(host.child, 'exit')
  rmSync(profile, { recursive: true, force: true })
  full?.remove()
}

async function measureOwn(): Promise<void> {
  const opened = await dashboardPainted(context, host.origin, 12)
  const dashboard = { samples: opened.length, p50_ms: percentile(opened, 50), p95_ms: percentile(opened, 95) }
  if (asked.only === 'dashboard')
    console.log(asked.json ? JSON.stringify({ dashboard }) : dashboardInWords(dashboard))
  else await measureAll(dashboard)
}

async function measureAll(dashboard: Figures['dashboard']): Promise<void> {
  const guests = `${host.origin}/guests`
  const starts = await measureStarts(context, { keyrack: guests, bare: bare.url }, Number(asked.runs))
  const slow = await measureSlow(
    context,
    { keyrack: host.origin, bare: bare.url, guest },
    [4, 6],
    Number(asked.slow),
  )
  const page = await openUsable(context, guests)
  const typed = await typedToPainted(page, texts)
  const hostBefore = residentMB(host.child)
  await clickThrough(page, texts, Number(asked.actions))
  const figures = {
    dashboard,
    starts,
    slow,
    typed: { samples: typed.length, p50_ms: percentile(typed, 50), p98_ms: percentile(typed, 98) },
    actions: Number(asked.actions),
    host_mb: { before: hostBefore, after: residentMB(host.child) },
    pageHeap_mb: await heapMB(page),
  }
  console.log(asked.json ? JSON.stringify(figures) : inWords(figures))
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

function inWords({ dashboard, starts, slow, typed, actions, host_mb, pageHeap_mb }: Figures): string {
  return [
    dashboardInWords(dashboard),
    besideBare('first paint  ', starts.firstPaint),
    besideBare('usable       ', starts.usable),
    ...slow.map(slowInWords),
    `typed→painted p50 ${typed.p50_ms.toFixed(1)}, p98 ${typed.p98_ms.toFixed(1)} ms over ${typed.samples} keys; ≤ 100: ${bar(typed.p98_ms <= 100)}`,
    `host          ${host_mb.before} MB, ${host_mb.after} MB after ${actions} actions; ≤ 200: ${bar((host_mb.after ?? 0) <= 200)}`,
    `page heap     ${pageHeap_mb} MB; ≤ 150: ${bar(pageHeap_mb <= 150)}`,
  ].join('\n')
}

function dashboardInWords({ samples, p50_ms, p95_ms }: Figures['dashboard']): string {
  return `dashboard     painted p50 ${p50_ms.toFixed(0)}, p95 ${p95_ms.toFixed(0)} ms over ${samples} pages; ≤ 600: ${bar(p95_ms <= 600)}`
}

function dayInWords({ screen, samples, p50_ms, p95_ms, max }: DayFigure): string {
  const held = max === null ? '' : `; ≤ ${max}: ${bar(p95_ms <= max)}`
  return `${screen.padEnd(13)} painted p50 ${p50_ms.toFixed(0)}, p95 ${p95_ms.toFixed(0)} ms over ${samples} pages${held}`
}

function slowInWords({ what, factor, skeleton_ms, rows_ms, least_ms, max }: SlowFigure): string {
  const held = max === null ? '' : `; ≤ ${max}: ${bar(least_ms <= max)}`
  return `${factor} × slower, ${what}: painted ${skeleton_ms} ms, rows ${rows_ms} ms, at best ${least_ms}${held}`
}

function bar(kept: boolean): string {
  return kept ? 'kept' : 'MISSED'
}

function besideBare(name: string, { keyrack_ms, bare_ms, ratio, max }: Starts['usable']): string {
  return `${name} ${keyrack_ms} ms beside ${bare_ms} of the bare page: ${ratio.toFixed(2)}; ≤ ${max}: ${bar(ratio <= max)}`
}

type Figures = {
  dashboard: { samples: number; p50_ms: number; p95_ms: number }
  starts: Starts
  slow: SlowFigure[]
  typed: { samples: number; p50_ms: number; p98_ms: number }
  actions: number
  host_mb: { before: number | null; after: number | null }
  pageHeap_mb: number
}
