import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Cancelled } from '#core/heavy/public.ts'
import { catchUp } from '#core/report/catch-up.ts'
import { makeDerivedFile } from '#db/derived/file.ts'
import { openHeavy } from '#db/derived/open.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { rawOf } from '#db/dialect/sqlite/long-read.ts'
import type { ReportFile } from '#db/handles.ts'
import { bookingsSql, nightsSql, type Source } from '#db/queries/report/source.ts'
import { tablesThen } from '#db/queries/report/then.ts'
import { reportFileOf, reportKind } from '#db/report/file.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { acts, done, everyAct, openHotelOfActs, step, today } from '../import/desk-acts.ts'
import { closeHotel, hotel, rowsOf } from '../import/lists.ts'

beforeEach(openHotelOfActs)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

type Worker = ReturnType<typeof openHeavy> & { report: ReportFile }

/** The worker of reports over the hotel, with its file or another one that is made for it, empty. */
function inWorker<T>(work: (worker: Worker) => T, other?: string): T {
  const store = hotel.app.file
  const report = other ?? reportFileOf(store)
  if (other) {
    const raw = openRaw(store, { readonly: true })
    makeDerivedFile(reportKind, other, raw, undefined)
    raw.close()
  }
  const worker = openHeavy({ store, insight: null, report, nativeBinding: undefined })
  try {
    return work(worker as Worker)
  } finally {
    worker.close()
  }
}

const nobodyStops = () => undefined
const follow = () => inWorker(({ store, report }) => catchUp(store, report, nobodyStops))

/** Every row of the file but how far it is. */
function rowsOfFile(file: string): Record<string, unknown[]> {
  const raw = openRaw(file, { readonly: true })
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' and name not in ('progress') order by name")
    .pluck()
    .all() as string[]
  const rows = Object.fromEntries(tables.map((name) => [name, raw.prepare(`select * from "${name}"`).all()]))
  raw.close()
  return rows
}

/** What reports read of a source: whole tables of the store, and the nights and bookings of all days. */
function readAll(source: Source): Record<string, unknown[]> {
  return inWorker(({ store }) => {
    const raw = rawOf(store)
    const columnsOf = (sql: string) =>
      raw
        .prepare(sql)
        .columns()
        .map(({ name }) => name)
    const tables = Object.entries(tablesThen({ seq: source.seq ?? 0 })).map(([name, sql]) => {
      const stored = new Set(columnsOf(`select * from main.${name}`))
      const columns = columnsOf(sql)
        .filter((column) => stored.has(column))
        .join(', ')
      const from = source.seq === null ? `main.${name}` : `(${sql})`
      return [name, raw.prepare(`select ${columns} from ${from} order by ${columns}`).all()] as const
    })
    const period = { from: '0001-01-01', to: '9999-12-31' }
    const nights = raw
      .prepare(
        `with ${nightsSql(source)} select night, booking_id, room_id, rate_minor, status, segment, country, guest_id, lead_days,
           stay_nights from nights order by night, booking_id`,
      )
      .all(period)
    const booked = raw.prepare(`with ${bookingsSql(source)} select * from booked order by booking_id`).all()
    return { ...Object.fromEntries(tables), nights, booked }
  })
}

const head = () => (rowsOf<{ seq: number }>('select seq from change_head')[0] as { seq: number }).seq
const sourceOf = (seq: number | null, isKept = true): Source => ({
  seq,
  today: today as BusinessDate,
  isKept,
})

test('whatever is done, each earlier moment is read as it was, and replaying from nothing gives what keeping up gave', async () => {
  follow()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const seen = new Map([[head(), readAll(sourceOf(null, false))]])
      for (const { act, pick, other } of steps) {
        await acts[act]?.(pick, other)
        seen.set(head(), readAll(sourceOf(null, false)))
      }
      follow()
      for (const [seq, then] of seen) expect(readAll(sourceOf(seq))).toEqual(then)
      // As of now is now, from the versions, the kept nights and the store itself
      expect(readAll(sourceOf(null))).toEqual(readAll(sourceOf(head())))
      const other = `${hotel.app.file}-other`
      inWorker(({ store, report }) => catchUp(store, report, nobodyStops), other)
      expect(rowsOfFile(other)).toEqual(rowsOfFile(reportFileOf(hotel.app.file)))
    }),
    { numRuns: 4, examples: [[everyAct]], endOnFailure: true },
  )
  expect(Object.keys(done).length).toBeGreaterThan(8)
})

test('filling and keeping up can be stopped anywhere, and go on from there', async () => {
  const other = `${hotel.app.file}-stopped`
  const whole = `${hotel.app.file}-whole`
  const stoppedAt = (stop: number, file: string | undefined) => {
    let steps = 0
    const pulse = () => {
      steps += 1
      if (steps === stop) throw new Cancelled()
    }
    return inWorker(({ store, report }) => catchUp(store, report, pulse), file)
  }
  expect(() => stoppedAt(30, other)).toThrow(Cancelled)
  // What is there by now is not made again
  const first = openHeavy({ store: hotel.app.file, insight: null, report: other, nativeBinding: undefined })
  expect(catchUp(first.store, first.report as ReportFile, nobodyStops, 0)).toBe(false)
  await acts.cancel?.(1, 0)
  expect(catchUp(first.store, first.report as ReportFile, nobodyStops)).toBe(true)
  first.close()
  inWorker(({ store, report }) => catchUp(store, report, nobodyStops), whole)
  expect(rowsOfFile(other)).toEqual(rowsOfFile(whole))
})
