import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openCityHotel } from '#tests/support/city-hotel.ts'
import { hasRealFile } from '#tests/support/real-hotel.ts'
import { openResortHotel } from '#tests/support/resort-hotel.ts'
import { plain } from './real-rows.ts'

/** Figures that others counted in the file of real bookings. */
type Worked = {
  id: string
  area: string
  inputs: { hotel?: string }
  right: {
    bookings?: number
    cancelled?: number
    noShow?: number
    topCountries?: Record<string, number>
    segments?: Record<string, number>
  }
}

const file = new URL('../../../../shared/cases/worked.jsonl', import.meta.url)
const cases = (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
  .map((line) => JSON.parse(line) as Worked)
  .filter(({ area }) => area === 'manager’s figures')
const hotels = [
  { hotel: 'City Hotel', open: openCityHotel, refused: {} },
  // One row, from Great Britain, has a rate below zero and is refused
  { hotel: 'Resort Hotel', open: openResortHotel, refused: { bookings: 1, GBR: 1 } },
]
const period = { from: '2015-07-01', to: '2017-08-31' }

test.skipIf(!hasRealFile || cases.length === 0).each(hotels)(
  'what others counted of the real $hotel (skipped without the files)',
  async ({ hotel, open, refused }) => {
    const { must, close } = await open()
    const counted = async (by: string) => {
      const { tables, names } = await must('report.run', { name: 'sources', parameters: { ...period, by } })
      return Object.fromEntries(
        tables[0].rows.map((row) => [names[`${by}:${row[by]}`]?.en ?? String(row[by]), Number(row.bookings)]),
      )
    }
    const less = (counts: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(counts).map(([key, count]) => [
          key,
          count - ((refused as Record<string, number>)[key] ?? 0),
        ]),
      )
    const known = cases.filter(({ inputs }) => inputs.hotel === hotel)
    expect(known.length).toBeGreaterThan(0)
    const { tables } = await must('report.run', { name: 'cancellations', parameters: period })
    const { bookings, cancelled, noShows: noShow } = tables[0].total ?? {}
    for (const { right } of known) {
      const { topCountries, segments, ...totals } = right
      if (topCountries) expect(await counted('country')).toMatchObject(less(topCountries))
      if (segments) {
        const named = Object.entries(segments).map(([name, count]) => [plain(name), count])
        expect(await counted('segment')).toEqual(Object.fromEntries(named))
      }
      if (totals.cancelled !== undefined) {
        const { bookings: all = 0, cancelled: gone, noShow: missing } = totals
        expect({ bookings, cancelled, noShow }).toEqual({
          ...less({ bookings: all }),
          cancelled: gone,
          noShow: missing,
        })
      }
    }
    await close()
  },
  300_000,
)
