import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { forecast } from '#shared/domain/report/forecast/forecast.ts'
import { type PaceRow, paceOf } from './support.ts'

const file = new URL('../../../../../shared/data/hotel-bookings.csv.gz', import.meta.url)
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

let text: string[] | null = null

/** The bookings of one of the two hotels; no cell of the file has a comma or a quote in it. */
function readHotel(name: string): PaceRow[] {
  text ??= gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/)
  const [head = '', ...lines] = text
  const columns = head.split(',')
  const at = (column: string) => columns.indexOf(column)
  const [year, month, day, lead] = [
    'arrival_date_year',
    'arrival_date_month',
    'arrival_date_day_of_month',
    'lead_time',
  ].map(at)
  const [weekend, week, status, on] = [
    'stays_in_weekend_nights',
    'stays_in_week_nights',
    'reservation_status',
    'reservation_status_date',
  ].map(at)
  return lines
    .filter((line) => line.startsWith(name))
    .map((line) => {
      const cells = line.split(',')
      const arrival =
        Date.UTC(Number(cells[year!]), months.indexOf(cells[month!]!), Number(cells[day!])) / 86_400_000
      const goneOn =
        cells[status!] === 'Canceled' ? Date.parse(`${cells[on!]}T00:00:00Z`) / 86_400_000 : arrival
      return {
        created: arrival - Number(cells[lead!]),
        gone: cells[status!] === 'Check-Out' ? null : goneOn,
        arrival,
        departure: arrival + Number(cells[weekend!]) + Number(cells[week!]),
      }
    })
}

/** Mean absolute errors at most, by band: of rooms, arrivals and arrivals that fall away. The file ends on 31 August 2017. */
const bars = {
  'City Hotel': [
    [3, 3.5, 1.4],
    [4.3, 5.1, 2.2],
    [5.6, 7.3, 3.9],
    [8.6, 10.2, 5.2],
    [8.3, 16.5, 6.6],
  ],
  'Resort Hotel': [
    [2.2, 2.9, 1],
    [3, 4.2, 1.2],
    [4.1, 4.9, 1.7],
    [5.5, 6.7, 2.1],
    [5.3, 9.7, 2.9],
  ],
}

describe.skipIf(!existsSync(file))(
  'held-out errors on real hotels (skipped where the data set is absent)',
  () => {
    it.each(Object.entries(bars))(
      '%s: as measured, and less than the latest day of the same weekday',
      (name, most) => {
        const known = Date.UTC(2017, 7, 31) / 86_400_000
        const found = forecast(paceOf(readHotel(name)), { known, ahead: 90, rooms: null })
        if (!found.enough) throw new Error('too short')
        expect(found.errors.length).toBe(15)
        for (const [at, { target, band, mae, naive, within }] of found.errors.entries()) {
          const what = `${target} ${band.from}–${band.to} days ahead`
          expect(mae!, what).toBeLessThan(most[Math.floor(at / 3)]![at % 3]!)
          expect(mae!, what).toBeLessThan(naive.mae!)
          // 0.8 is meant; far ahead the season turns and it is less
          expect(within, what).toBeGreaterThan(band.to <= 30 ? 0.75 : 0.5)
        }
      },
    )
  },
)
