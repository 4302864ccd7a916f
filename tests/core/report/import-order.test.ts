import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportNames } from '#shared/domain/report/catalogue.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import { type DemandRow, demandFile } from '#tests/support/booking-demand.ts'
import { type Importing, openImporting, summaryOf } from '../import/support.ts'

/** Stays of every kind, no two alike. */
const rows = Array.from({ length: 60 }, (_, at): DemandRow => {
  const status = at % 4 === 0 ? 'Canceled' : at % 9 === 0 ? 'No-Show' : 'Check-Out'
  return {
    is_canceled: status === 'Check-Out' ? '0' : '1',
    reservation_status: status,
    reservation_status_date: status === 'Canceled' ? '2016-07-20' : '2016-08-20',
    arrival_date_day_of_month: String((at % 28) + 1),
    lead_time: String(at * 3 + 14),
    stays_in_week_nights: String(at % 6),
    adults: String((at % 3) + 1),
    market_segment: ['Online TA', 'Groups', 'Direct', 'Complementary'][at % 4] ?? '',
    assigned_room_type: 'ABCD'[at % 4] ?? '',
    country: ['PRT', 'FRA', 'CN', 'NULL'][(at >> 1) % 4] ?? '',
    agent: String((at % 7) + 1),
    adr: String(50 + at),
  }
})

const hotels: (Importing & { close: () => Promise<void> })[] = []
beforeAll(async () => {
  const shuffled = rows.map((row, at) => ({ row, at: (at * 37) % 60 })).sort((a, b) => a.at - b.at)
  for (const some of [rows, shuffled.map(({ row }) => row)]) {
    const hotel = await openImporting()
    hotels.push(hotel)
    const file = hotel.give('a.csv', demandFile(some))
    summaryOf(await hotel.run({ file, profile: 'hotel-booking-demand', where: '', dryRun: false }))
  }
}, 60_000)
afterAll(async () => {
  for (const hotel of hotels) await hotel.close()
})

const reports = [
  'occupancy',
  'onBooks',
  'pace',
  'cancellations',
  'stayLength',
  'leadTime',
  'sources',
  'commissions',
  'guestNights',
  'daily',
] as const

test.each(reports)('%s is the same in whatever order its bookings were imported', async (name) => {
  const parameters = name === 'daily' ? { on: '2016-08-15' } : { from: '2016-08-01', to: '2016-08-31' }
  const [first, second] = await Promise.all(
    hotels.map(async ({ app }) => {
      const result = await app.must('report.run', { name, parameters })
      const { says, tables } = wordReport(result, 'en', { locale: 'en-GB', timeZone: 'UTC' })
      return {
        says,
        tables: tables.map((table) => ({
          ...table,
          rows: table.rows.map((row) => row.map(({ text }) => text)).sort(),
        })),
      }
    }),
  )
  expect(first?.tables[0]?.rows.length).toBeGreaterThan(0)
  expect(second).toEqual(first)
  expect(reportNames).toContain(name)
})
