/**
 * npm run bench:insight -- --store FILE [--json] [--only facts,value]: how long each run of Insight takes on a store of that
 * size, what the worker adds to the process's memory, how long a search waits meanwhile and how long what was computed takes to
 * read. All guests are read first; then some bookings are made, and a refresh reads only whom they touch. What is written for
 * measuring is taken back; the insight file beside the store stays.
 */
import { parseArgs } from 'node:util'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { runKinds } from '#shared/contract/insight-runs.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { caller, newBookings } from './cases.ts'
import { anyGuests, busyGuests, keystrokes } from './inputs.ts'
import { administrator, markOf, openBench, takeBack } from './store.ts'

const { values: asked } = parseArgs({
  options: {
    store: { type: 'string' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
if (!asked.store) throw new Error('--store FILE names the store to measure: work on a copy')

/** Seconds at a million guests and three million bookings; memory in megabytes, search in milliseconds. */
const bars: Record<string, number> = {
  'read and facts': 60,
  'facts, whom a change touches': 3,
  value: 5,
  future: 20,
  kinds: 30,
  rules: 20,
  tree: 30,
  'memory of the worker, MB': 600,
  'search meanwhile, p95 ms': 10,
  'profile with its panel, p95 ms': 5,
}
const MB = 1_048_576
const file = asked.store
const reader = openRaw(file, { readonly: true })
const today = reader.prepare('select business_date from settings').pluck().get() as BusinessDate
const typed = keystrokes(reader, 40)
const mark = markOf(reader)
const inputs = newBookings(reader, today, 150)
const rows: [name: string, figure: number][] = []
const app = await openBench(file)
const desk = administrator(app)

/** Within which 95 of 100 times are, in milliseconds. */
const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** What a desk reads of what was computed: the profile of guests who come often and of any, and two lists. */
async function readTimes(): Promise<[name: string, figure: number][]> {
  const timed = async <T>(inputs: readonly T[], read: (input: T) => Promise<unknown>) => {
    const times: number[] = []
    for (const input of inputs) {
      const begun = performance.now()
      await read(input)
      times.push(performance.now() - begun)
    }
    return p95(times.slice(Math.ceil(times.length / 10)))
  }
  const call = caller(desk)
  const guests = [...busyGuests(reader, 300), ...anyGuests(reader, 300)]
  return [
    [
      'profile with its panel, p95 ms',
      await timed(guests, async (id) => [
        await call('guest.profile', { id }),
        await call('insight.guest', { id }),
      ]),
    ],
    [
      'leaving, a page, p95 ms',
      await timed(new Array(40).fill(null), () => call('leaving.list', { limit: 50 })),
    ],
    [
      'guests by value, a page, p95 ms',
      await timed(new Array(40).fill(null), () =>
        call('insight.valueGuests', { of: { by: 'all' }, limit: 50 }),
      ),
    ],
  ]
}

/** Waits for a job while somebody types: the search's times and the memory at most. */
async function follow(operation: string, input: object) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const reply = await desk.call(operation, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const { job } = reply.output as { job: string }
  const typist = { isOver: false }
  let most = before
  const searches: number[] = []
  const typing = (async () => {
    for (let at = 0; !typist.isOver; at++) {
      const begun = performance.now()
      await desk.call('guest.search', { text: typed[at % typed.length] })
      searches.push(performance.now() - begun)
      most = Math.max(most, process.memoryUsage().rss)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })()
  const report = await app.jobs.ended(job)
  typist.isOver = true
  await typing
  if (report?.state !== 'done') throw new Error(JSON.stringify(report))
  const { seconds = 0 } = (report.result ?? {}) as { seconds?: number }
  return { megabytes: (most - before) / MB, searches, seconds }
}

async function secondsByKind(): Promise<Map<string, number>> {
  const status = (await desk.call('insight.status', {})) as { output: OutputOf<'insight.status'> }
  for (const { kind, trouble } of status.output.ran)
    if (trouble) process.stderr.write(`${kind}: ${JSON.stringify(trouble)}\n`)
  return new Map(status.output.ran.map(({ kind, seconds }) => [kind, seconds]))
}

try {
  for (let warm = 0; warm < 200; warm++) await desk.call('guest.search', { text: typed[warm % typed.length] })
  const only = asked.only?.split(',').filter((kind) => (runKinds as string[]).includes(kind))
  const whole = []
  if (only) for (const kind of only) whole.push(await follow('insight.run', { kind }))
  else whole.push(await follow('insight.refresh', { rebuild: true }))
  const byKind = await secondsByKind()
  for (const [kind, seconds] of byKind) rows.push([kind, seconds])
  if (!only) {
    const all = whole.reduce((sum, { seconds }) => sum + seconds, 0)
    const runs = [...byKind.values()].reduce((sum, seconds) => sum + seconds, 0)
    rows.push(['read and facts', all - runs + (byKind.get('facts') ?? 0)], ['refresh', all])
  }
  const searches = whole.flatMap((one) => one.searches)
  rows.push(['memory of the worker, MB', Math.max(...whole.map(({ megabytes }) => megabytes))])
  rows.push(['search meanwhile, p95 ms', p95(searches)])
  rows.push(...(await readTimes()))
  if (!only || only.includes('facts')) {
    for (const [at, input] of inputs.entries())
      await desk.call('booking.create', input, `bench-insight-${at}`)
    await follow('insight.run', { kind: 'facts' })
    rows.push(['facts, whom a change touches', (await secondsByKind()).get('facts') ?? 0])
  }
} finally {
  await app.close()
  reader.close()
  takeBack(file, mark)
}

if (asked.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(rows))}\n`)
else
  for (const [name, figure] of rows) {
    const bar = bars[name]
    const held = bar === undefined ? '' : figure <= bar ? `  (bar ${bar})` : `  OVER its bar of ${bar}`
    process.stdout.write(`${name.padEnd(32)} ${figure.toFixed(1).padStart(9)}${held}\n`)
  }
