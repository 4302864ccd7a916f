import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DemandColumn } from '#shared/domain/import/booking-demand-columns.ts'
import { driversOf } from '#shared/domain/insight/risk/chance.ts'
import { type FileRow, madeFromFile } from '#shared/domain/insight/risk/demand-file.ts'
import { type MadeBookings, outcomeOpen } from '#shared/domain/insight/risk/made.ts'
import { chancesOf, factsAllowed, fitRisk, rowsKnownBy } from '#shared/domain/insight/risk/model.ts'
import { validateArrivals, validateRisk } from '#shared/domain/insight/risk/validation.ts'
import { dayOf } from '#tests/support/history.ts'

const file = new URL('../../../../../shared/data/hotel-bookings.csv.gz', import.meta.url)
const split = dayOf('2017-03-01')

type Cells = Map<DemandColumn, string>
const cellOf =
  (cells: Cells): FileRow =>
  (column) =>
    cells.get(column) as string

/** The City Hotel's rows; no cell of the file has a comma or a quote in it. */
function readCity(): Cells[] {
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/)
  const columns = head!.split(',') as DemandColumn[]
  return lines
    .filter((line) => line.startsWith('City Hotel,'))
    .map((line) => {
      const cells = line.split(',')
      return new Map(columns.map((column, at) => [column, cells[at]!]))
    })
}

const rowsWhere = (made: MadeBookings, is: (row: number) => boolean) =>
  Uint32Array.from({ length: made.count }, (_, row) => row).filter(is)

/** The next number is the same in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

describe.skipIf(!existsSync(file))(
  'cancellations of the City Hotel (skipped where the data set is absent)',
  () => {
    let rows: Cells[]
    let made: MadeBookings
    let before: Uint32Array
    let after: Uint32Array
    beforeAll(() => {
      rows = readCity()
      made = madeFromFile(rows.map(cellOf)).made
      before = rowsKnownBy(made, split)
      after = rowsWhere(made, (row) => made.arrival[row]! >= split)
    })

    it('are foretold on later arrivals with AUC ≥ 0.81 and calibration error ≤ 0.03 over ten bins of as many bookings', () => {
      expect([made.count, before.length, after.length]).toEqual([79_330, 56_788, 22_542])
      const model = fitRisk(made, before, { facts: factsAllowed(), rounds: 80 })!
      const { away, cancel } = validateRisk(model, made, after)
      expect(away.bins.map(({ bookings }) => bookings)).toEqual([
        2255, 2254, 2254, 2254, 2254, 2255, 2254, 2254, 2254, 2254,
      ])
      expect(away.baseRate).toBeCloseTo(rateOfFile(rows, after), 12)
      expect(away.auc).toBeGreaterThanOrEqual(0.81)
      expect(away.calibrationError).toBeLessThanOrEqual(0.03)
      expect(cancel.auc).toBeGreaterThanOrEqual(0.81)
      expect(cancel.calibrationError).toBeLessThanOrEqual(0.03)
      // How many come is foretold far better two weeks ahead than by “all come”
      const ahead = validateArrivals(model, made, after).find(({ days }) => days === 14)!
      expect(ahead.off).toBeLessThan(0.7 * ahead.offIfAllCome)
      expect(ahead.within).toBeGreaterThan(0.7)
    }, 240_000)

    it('are foretold without the deposit type too', () => {
      const facts = factsAllowed().filter((fact) => fact !== 'guarantee')
      const model = fitRisk(made, before, { facts, rounds: 60 })!
      expect(model.facts).not.toContain('guarantee')
      expect(validateRisk(model, made, after).away.auc).toBeGreaterThanOrEqual(0.8)
    }, 240_000)

    it('rest on nothing that was written later: shuffled, it changes nothing', () => {
      const few = rows.filter((_, at) => at % 8 === 0)
      const later: DemandColumn[] = [
        'is_canceled',
        'assigned_room_type',
        'booking_changes',
        'country',
        'days_in_waiting_list',
        'required_car_parking_spaces',
        'total_of_special_requests',
      ]
      const shuffled = shuffleColumns(few, later, () => true)
      expect(
        shuffled.filter((cells, at) => later.some((column) => cells.get(column) !== few[at]!.get(column)))
          .length,
      ).toBeGreaterThan(few.length / 2)
      expect(madeFromFile(shuffled.map(cellOf)).made).toEqual(madeFromFile(few.map(cellOf)).made)
    })

    it('rest on nothing of later bookings or of later outcomes: shuffled, they change nothing', () => {
      const few = rows.filter((_, at) => at % 8 === 0)
      const first = madeFromFile(few.map(cellOf)).made
      // Bookings made from the split on get everything of each other, and what arrives later another outcome
      const days: DemandColumn[] = [
        'lead_time',
        'arrival_date_year',
        'arrival_date_month',
        'arrival_date_day_of_month',
      ]
      const others = [...few[0]!.keys()].filter((column) => !days.includes(column))
      const isMadeLater = (at: number) => first.createdOn[at]! >= split
      const outcome: DemandColumn[] = ['reservation_status', 'reservation_status_date', 'is_canceled']
      const shuffled = shuffleColumns(
        shuffleColumns(few, [days, ...others], isMadeLater),
        outcome,
        (at) => first.arrival[at]! >= split,
      )
      const then = madeFromFile(shuffled.map(cellOf)).made
      expect([...then.outcome]).not.toEqual([...first.outcome])
      const earlier = rowsWhere(first, (row) => first.createdOn[row]! < split)
      const options = { facts: factsAllowed(), rounds: 10 }
      const [one, other] = [first, then].map((bookings) => {
        const model = fitRisk(bookings, rowsKnownBy(bookings, split), options)!
        return { model, chances: chancesOf(model, bookings, earlier) }
      })
      expect(other!.model).toEqual(one!.model)
      expect(other!.chances).toEqual(one!.chances)
    }, 120_000)

    it('have reasons that add up to something', () => {
      const few = rowsWhere(made, (row) => row % 8 === 0 && made.outcome[row] !== outcomeOpen)
      const model = fitRisk(
        made,
        few.filter((row) => made.arrival[row]! < split),
        { facts: factsAllowed(), rounds: 20 },
      )!
      const nonRefund = made.words.guarantee.indexOf('Non Refund')
      const sure = rowsWhere(made, (row) => made.codes.guarantee[row] === nonRefund).subarray(0, 5)
      for (const drivers of driversOf(model.cancel, made, sure, 3)) {
        expect(drivers[0]).toMatchObject({ fact: 'guarantee' })
        expect(drivers[0]!.points).toBeGreaterThan(0.1)
      }
    }, 120_000)
  },
)

function rateOfFile(rows: readonly Cells[], places: Uint32Array): number {
  return places.filter((at) => rows[at]!.get('is_canceled') === '1').length / places.length
}

/** Each column of the chosen rows on its own, or several together, goes to another of them. */
function shuffleColumns(
  rows: readonly Cells[],
  columns: readonly (DemandColumn | DemandColumn[])[],
  isChosen: (at: number) => boolean,
): Cells[] {
  const random = chance(7)
  const result = rows.map((cells) => new Map(cells))
  const places = [...rows.keys()].filter(isChosen)
  for (const column of columns) {
    const from = [...places]
    for (let at = from.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[from[at], from[other]] = [from[other]!, from[at]!]
    }
    for (const [at, place] of places.entries())
      for (const one of [column].flat()) result[place]!.set(one, rows[from[at]!]!.get(one)!)
  }
  return result
}
