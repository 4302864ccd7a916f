/**
 * npm run bench:reports -- --store FILE [--json] [--only dashboard,pivot,as-of]: how long the dashboard, every cut of every report of
 * the catalogue over three years and a pivot take on a store of that size through dispatch and the worker, and how long a
 * search waits meanwhile. A year by day stands in `npm run bench`, beside its floor. A report of an earlier moment brings the file of
 * reports up to date first, which is timed by itself.
 */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { type ReportName, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { addDays, addMonths, type BusinessDate } from '#shared/values/index.ts'
import { caller, fillReports } from './cases.ts'
import { keystrokes } from './inputs.ts'
import { percentile } from './measure.ts'
import { administrator, openBench, readThrough } from './store.ts'

const { values: asked } = parseArgs({
  options: {
    store: { type: 'string' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    cold: { type: 'boolean', default: false },
  },
})
if (!asked.store) throw new Error('--store FILE names the store to measure: work on a copy')

/** Milliseconds at three million bookings in 500 rooms. */
const bars = {
  dashboard: 300,
  report: 2000,
  'report as of a moment': 3000,
  'pivot of 3 dimensions': 2000,
  'search meanwhile, p95': 10,
} as const

type Line = { name: string; ms: number; bar: number | null }
const lines: Line[] = []
/** Told as it is measured: on a large store all of it takes an hour. */
function tell(line: Line): void {
  lines.push(line)
  if (asked.json) return
  const held =
    line.bar === null ? '' : line.ms <= line.bar ? `  (bar ${line.bar})` : `  OVER its bar of ${line.bar}`
  process.stdout.write(`${line.name.padEnd(52)} ${line.ms.toFixed(1).padStart(10)}${held}\n`)
}
const file = asked.store
if (!asked.cold) readThrough(file)
const reader = openRaw(file, { readonly: true })
const today = reader.prepare('select business_date from settings').pluck().get() as BusinessDate
const app = await openBench(file)
const call = caller(administrator(app))
const threeYears = { from: addMonths(today, -36), to: addDays(today, -1) }
const wanted = (name: string) => !asked.only || asked.only.split(',').some((one) => name.includes(one))

async function timed<T>(act: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const begun = performance.now()
  const answer = await act()
  return { ms: performance.now() - begun, answer }
}

/** The longest of two: the first one included, for which nothing was read before. */
async function longest(act: () => Promise<unknown>): Promise<number> {
  let most = 0
  for (let time = 0; time < 2; time++) most = Math.max(most, (await timed(act)).ms)
  return most
}

/** Every way to cut a report, over three years where it takes a period. */
function asksOf(name: ReportName): { [parameter: string]: string }[] {
  const { parameters } = specOf(name)
  const period = parameters.some(({ kind }) => kind === 'period') ? threeYears : {}
  const by = parameters.find((spec) => spec.kind === 'choice' && spec.name === 'by')
  return by?.kind === 'choice' ? by.choices.map((choice) => ({ ...period, by: choice })) : [period]
}

async function measureReports(asOf: string | null): Promise<void> {
  for (const name of reportNames) {
    if (!wanted(name)) continue
    let slowest = { ms: 0, by: '' }
    for (const parameters of asksOf(name)) {
      const ms = await longest(() =>
        call('report.run', { name, parameters, ...(asOf === null ? {} : { asOf }) }),
      )
      if (ms > slowest.ms) slowest = { ms, by: parameters.by ?? '' }
    }
    const bar = asOf === null ? bars.report : bars['report as of a moment']
    tell({
      name: `${name}${slowest.by && ` by ${slowest.by}`}${asOf === null ? '' : `, as of ${asOf}`}`,
      ms: slowest.ms,
      bar,
    })
  }
}

/** The 95th percentile of what a search takes while `work` is at work. */
async function searchBeside(work: () => Promise<unknown>): Promise<number> {
  const typed = keystrokes(reader, 60)
  for (const text of typed) await call('guest.search', { text })
  const state = { over: false }
  const times: number[] = []
  const typing = (async () => {
    for (let at = 0; !state.over; at++) {
      times.push((await timed(() => call('guest.search', { text: typed[at % typed.length] }))).ms)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
  })()
  await work()
  state.over = true
  await typing
  return percentile(times, 95)
}

try {
  const opening = await timed(() => call('report.run', { name: 'occupancy', parameters: { from: today } }))
  tell({ name: 'the first report, of now', ms: opening.ms, bar: null })
  const filling = await timed(() => fillReports(call, today))
  tell({ name: 'the file of reports made', ms: filling.ms, bar: null })
  const bytes = statSync(`${file}-report`, { throwIfNoEntry: false })?.size ?? 0
  tell({ name: 'the file of reports, MB', ms: bytes / 1_048_576, bar: null })
  if (wanted('dashboard'))
    tell({
      name: 'dashboard',
      ms: await longest(() => call('report.dashboard', {})),
      bar: bars.dashboard,
    })
  await measureReports(null)
  if (wanted('as-of')) await measureReports(addMonths(today, -1))
  if (wanted('pivot')) {
    const ask = {
      period: threeYears,
      rows: ['roomType', 'segment'],
      columns: ['month'],
      measures: ['roomsSold', 'roomRevenue', 'adr'],
      filters: [],
      totals: true,
      order: null,
      basis: 'usali',
    }
    tell({
      name: 'pivot of 3 dimensions',
      ms: await longest(() => call('explore.run', { ask })),
      bar: bars['pivot of 3 dimensions'],
    })
  }
  if (wanted('search')) {
    const beside = await searchBeside(async () => {
      for (const by of ['segment', 'country', 'tier', 'ratePlan', 'channel'])
        await call('report.run', { name: 'occupancy', parameters: { ...threeYears, by } })
    })
    tell({ name: 'search meanwhile, p95', ms: beside, bar: bars['search meanwhile, p95'] })
  }
} finally {
  await app.close()
  reader.close()
}

if (asked.json) process.stdout.write(`${JSON.stringify(lines)}\n`)
