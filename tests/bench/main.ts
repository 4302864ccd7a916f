/**
 * npm run bench -- --guests 1000000 --bookings 3000000 [--json] [--store FILE]: how long operations take through
 * dispatch on a demo store of that size, beside raw prepared statements for the same answer in the same run.
 * The store is read through first, as a machine has it in memory after a morning's work; --cold leaves that out.
 * What is written for measuring is taken back. --slow lists the slowest of each, --best N asks each so often and takes the shortest (for a machine busy with
 * other things), --only OPERATION measures one.
 * --small takes a few thousand guests and a few seconds: it keeps the benchmark alive and its answers equal.
 */
import { parseArgs } from 'node:util'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { measureClose } from './audit.ts'
import { caller, casesFor, fillReports, newBookings } from './cases.ts'
import { measureCommits } from './commits.ts'
import { measureFolio } from './folio.ts'
import { type Measured, measure } from './measure.ts'
import { measureStay } from './stay.ts'
import { administrator, benchStore, markOf, openBench, readThrough, type Size, takeBack } from './store.ts'

const { values: asked } = parseArgs({
  options: {
    guests: { type: 'string', default: '1000000' },
    bookings: { type: 'string', default: '3000000' },
    json: { type: 'boolean', default: false },
    store: { type: 'string' },
    small: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    only: { type: 'string' },
    best: { type: 'string', default: '1' },
    cold: { type: 'boolean', default: false },
  },
})

const say = (text: string) => process.stderr.write(`${text}\n`)
const size: Size = asked.small
  ? { guests: 4000, bookings: 12_000 }
  : { guests: Number(asked.guests), bookings: Number(asked.bookings) }

/** Search in 4 ms, a profile in 5 and a year by day in 50 at the 95th percentile, a commit within twice the floor. */
const bars: Record<string, (row: Measured['row']) => boolean> = {
  'guest.search': (row) => row.p95_ms <= 4,
  'guest.profile': (row) => row.p95_ms <= 5,
  'report.run: year by day': (row) => row.p95_ms <= 50,
  'booking.create': (row) => row.p50_ms <= 2 * row.floor_p50_ms,
  'folio.charge': (row) => row.p95_ms <= 2 * row.floor_p95_ms,
  'folio.settle': (row) => row.p95_ms <= 2 * row.floor_p95_ms,
  'audit.close: 500 rooms': (row) => row.p95_ms <= 10_000,
  'audit.close: search meanwhile': (row) => row.p95_ms <= 10,
  'today: lists and counts': (row) => row.p95_ms <= 25,
  'housekeeping.board': (row) => row.p95_ms <= 25,
  'stay.checkIn': (row) => row.p95_ms <= 2 * row.floor_p95_ms,
  'folio.get: 200 entries': (row) => row.p95_ms <= 5,
}

const file = await benchStore(size, asked.store ?? null, say)
if (!asked.cold) readThrough(file)
const reader = openRaw(file, { readonly: true })
const counted = (table: string) => reader.prepare(`select count(*) from ${table}`).pluck().get() as number
const today = reader.prepare('select business_date from settings').pluck().get() as BusinessDate
const found = { guests: counted('guests'), bookings: counted('bookings'), rooms: counted('rooms') }
const mark = markOf(reader)
const scale = found.guests < 50_000 ? 0.4 : 1
const wanted = (name: string) => !asked.only || name.startsWith(asked.only)
const measured: Measured[] = []
try {
  await measureReading()
  if (wanted('booking.create')) {
    const inputs = newBookings(reader, today, Math.ceil(960 * scale))
    measured.push(await measureCommits(file, today, inputs))
  }
} finally {
  reader.close()
  takeBack(file, mark)
}
if (wanted('audit')) measured.push(...(await measureClose(file, today)))
if (wanted('stay')) measured.push(...(await measureStay(file, today, scale)))
if (wanted('folio')) measured.push(...(await measureFolio(file, today, scale)))

async function measureReading(): Promise<void> {
  const app = await openBench(file)
  const desk = administrator(app)
  try {
    if (wanted('report.run')) await fillReports(caller(desk), today)
    for (const one of casesFor({ desk, reader, today, scale })) {
      if (wanted(one.name)) measured.push(await measure(one, Number(asked.best)))
    }
  } finally {
    await app.close()
  }
}

if (asked.json) {
  const rows = measured.map(({ row: { samples: _samples, ...row } }) => row)
  process.stdout.write(`${JSON.stringify({ store: found, rows })}\n`)
} else {
  printTable()
}

function printTable(): void {
  const number = (ms: number) => ms.toFixed(3).padStart(9)
  const sizes = [found.guests, found.bookings, found.rooms].map((n) => n.toLocaleString('en'))
  console.log(`${sizes[0]} guests, ${sizes[1]} bookings, ${sizes[2]} rooms; milliseconds`)
  console.log(`${'operation'.padEnd(28)}      p50       p95   floor p50  floor p95  samples  bar`)
  for (const { row, slowest } of measured) {
    const bar = bars[row.name]
    const verdict = bar ? (bar(row) ? 'kept' : 'MISSED') : ''
    const cells = [row.p50_ms, row.p95_ms, row.floor_p50_ms, row.floor_p95_ms].map(number).join(' ')
    console.log(`${row.name.padEnd(26)} ${cells} ${String(row.samples).padStart(10)}  ${verdict}`)
    if (!asked.slow) continue
    for (const { input, ms, floorMs } of slowest) {
      console.log(`    ${ms.toFixed(2)} (floor ${floorMs.toFixed(2)}) ${JSON.stringify(input).slice(0, 120)}`)
    }
  }
}
