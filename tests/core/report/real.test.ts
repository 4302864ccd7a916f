import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Column, ReportResult, Row, Table } from '#shared/domain/report/result.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openCityHotel } from '#tests/support/city-hotel.ts'
import { hasRealFile } from '#tests/support/real-hotel.ts'
import { openResortHotel } from '#tests/support/resort-hotel.ts'
import { dateOf, dayOf, middleOf, type RealBooking, readRealBookings, sumBy, timeOf } from './real-rows.ts'

/** Every report that the real data can feed, beside figures worked out from the file by a few lines of our own. */
const cuts = [
  'segment',
  'channel',
  'roomType',
  'country',
  'agency',
  'company',
  'meal',
  'leadTime',
  'stayLength',
]
/** The second hotel has other rows, not other rules: it is looked at by a few. */
const hotels = [
  {
    hotel: 'City Hotel',
    open: openCityHotel,
    times: ['day', 'week', 'month', 'quarter', 'year', 'weekday'],
    cuts,
    isFirst: true,
  },
  {
    hotel: 'Resort Hotel',
    open: openResortHotel,
    times: ['month'],
    cuts: ['segment', 'agency'],
    isFirst: false,
  },
] as const

let t: TestApp
let bookings: RealBooking[]
/** Those of the year that most reports are about. */
let nightsOfYear: Night[]

async function run(name: string, parameters: Record<string, string>): Promise<ReportResult> {
  return await t.must('report.run', { name, parameters })
}

/** A table by the text of its first cell: ids by the name on file. */
function byKey({ names }: ReportResult, { columns: [along], rows }: Table): Map<string | null, Row> {
  const { key, of } = along as Column
  return new Map(
    rows.map((row) => {
      const cell = row[key] ?? null
      return [cell === null ? null : of ? (names[`${of}:${cell}`]?.en ?? String(cell)) : String(cell), row]
    }),
  )
}

/** Compares the rows of a table with sums by the same keys, on the figures that the sums have. */
function expectRows(
  result: ReportResult,
  table: Table,
  expected: Map<string | null, Record<string, number>>,
): void {
  const rows = byKey(result, table)
  const pick = (row: Row, like: Record<string, number>) =>
    Object.fromEntries(Object.keys(like).map((name) => [name, row[name]]))
  const some = expected.values().next().value ?? {}
  expect(Object.fromEntries([...rows].map(([key, row]) => [String(key), pick(row, some)]))).toEqual(
    Object.fromEntries([...expected].map(([key, sums]) => [String(key), sums])),
  )
  expect(expected.size).toBeGreaterThan(0)
}

type Night = { night: number; booking: RealBooking }

const wentBy = (booking: RealBooking): Night[] =>
  booking.status === 'Check-Out'
    ? Array.from({ length: booking.nights }, (_, at) => ({ night: booking.arrival + at, booking }))
    : []

function nightsIn(from: string, to: string): Night[] {
  return bookings.flatMap(wentBy).filter(({ night }) => dayOf(from) <= night && night <= dayOf(to))
}

const isFree = ({ cut }: RealBooking) => cut.segment === 'complimentary'

const nightSums = ({ booking }: Night) => ({
  nightsOccupied: 1,
  complimentary: isFree(booking) ? 1 : 0,
  roomsSold: isFree(booking) ? 0 : 1,
  roomRevenue: isFree(booking) ? 0 : booking.rate,
  guestNights: booking.persons,
})

const cohortSums = ({ status, nights, rate }: RealBooking) => {
  const lost = status === 'Check-Out' ? 0 : 1
  return {
    bookings: 1,
    cancelled: status === 'Canceled' ? 1 : 0,
    noShows: status === 'No-Show' ? 1 : 0,
    arrivalsDue: status === 'Canceled' ? 0 : 1,
    lostNights: lost * nights,
    lostRevenue: lost * nights * rate,
  }
}

const arrivingIn = (from: string, to: string) =>
  bookings.filter(({ arrival }) => dayOf(from) <= arrival && arrival <= dayOf(to))
const all = { from: '2015-07-01', to: '2017-08-31' }
const year = { from: '2016-01-01', to: '2016-12-31' }

describe.skipIf(!hasRealFile).each(hotels)(
  'the real $hotel (skipped without the file of real bookings)',
  ({ hotel, open, times, cuts: parts, isFirst }) => {
    beforeAll(async () => {
      t = await open()
      bookings = readRealBookings(hotel)
      nightsOfYear = nightsIn(year.from, year.to)
    }, 300_000)
    afterAll(async () => {
      await t.close()
      expect(t.defects).toEqual([])
    })

    test.each(times)('occupancy and revenue by %s', async (by) => {
      const result = await run('occupancy', { ...year, by })
      const nights = nightsOfYear
      expectRows(
        result,
        result.tables[0],
        sumBy(nights, ({ night }) => timeOf(by, night), nightSums),
      )
      expect(result.tables[0].total).toMatchObject(sumBy(nights, () => 'all', nightSums).get('all') as object)
    })

    test.each(parts)('occupancy and revenue by %s', async (by) => {
      const result = await run('occupancy', { ...year, by })
      const nights = nightsOfYear
      expectRows(
        result,
        result.tables[0],
        sumBy(nights, ({ booking }) => booking.cut[by] ?? null, nightSums),
      )
    })

    test('what the file counts without saying when or who: changes, other types, repeated guests', async () => {
      const changed = arrivingIn(year.from, year.to).filter(({ changes }) => changes > 0)
      const changes = await run('changes', year)
      expect(changes.tables[0].rows).toEqual([])
      expect(changes.notes).toContainEqual({
        code: 'changesOnlyCounted',
        params: {
          bookings: changed.length,
          changes: changed.reduce((sum, booking) => sum + booking.changes, 0),
        },
      })

      const upgrades = await run('upgrades', { ...year, by: 'chargedType' })
      expectRows(
        upgrades,
        upgrades.tables[0],
        sumBy(
          nightsOfYear,
          ({ booking }) => booking.cut.bookedType ?? null,
          ({ booking: { cut } }) => ({
            sameRate: Number(cut.roomType !== cut.bookedType),
            upgraded: 0,
            downgraded: 0,
            nightsOccupied: 1,
          }),
        ),
      )

      const stays = [...new Set(nightsOfYear.map(({ booking }) => booking))]
      const repeat = await run('repeatGuests', year)
      expect(repeat.tables[0].rows).toEqual([])
      expect(repeat.notes).toEqual([
        { code: 'noRepeatGuests', params: {} },
        { code: 'unnamedGuests', params: { count: stays.length } },
        { code: 'sourceRepeated', params: { count: stays.filter(({ isRepeated }) => isRepeated).length } },
      ])
    })

    test.runIf(isFirst)('occupancy against last year by month, and the differences', async () => {
      const result = await run('occupancy', {
        from: '2016-08-01',
        to: '2016-12-31',
        by: 'month',
        compare: 'last-year',
      })
      const then = sumBy(
        nightsIn('2015-08-01', '2015-12-31'),
        ({ night }) => timeOf('month', night).replace('2015', '2016'),
        (one) => ({
          roomsSoldLastYear: nightSums(one).roomsSold,
          roomRevenueLastYear: nightSums(one).roomRevenue,
        }),
      )
      expectRows(result, result.tables[0], then)
      for (const row of result.tables[0].rows)
        expect(row.roomsSoldChange).toBe(Number(row.roomsSold) - Number(row.roomsSoldLastYear))
    })

    test.each(['arrival', 'creation'] as const)(
      'cancellations and no-shows of a cohort by %s',
      async (cohort) => {
        const dateOfCohort = ({ arrival, created }: RealBooking) => (cohort === 'arrival' ? arrival : created)
        const of = bookings.filter((one) => timeOf('year', dateOfCohort(one)) === '2016')
        const result = await run('cancellations', { ...year, cohort })
        expectRows(
          result,
          result.tables[0],
          sumBy(of, (one) => timeOf('month', dateOfCohort(one)), cohortSums),
        )
        expectRows(
          result,
          result.tables[1] as Table,
          sumBy(of, ({ cut }) => cut.leadTime ?? null, cohortSums),
        )
        const { total } = result.tables[0]
        const sums = sumBy(of, () => 'all', cohortSums).get('all') as Record<string, number>
        expect(total?.cancellationRate).toBe(Number(sums.cancelled) / Number(sums.bookings))
        expect(total?.noShowRate).toBe(Number(sums.noShows) / Number(sums.arrivalsDue))
      },
    )

    test.runIf(isFirst)('lengths of stay, their means and medians', async () => {
      const came = arrivingIn(year.from, year.to).filter(({ status }) => status === 'Check-Out')
      const result = await run('stayLength', { ...year, by: 'channel' })
      const [main, bands] = result.tables
      expectRows(
        result,
        main,
        sumBy(
          came,
          ({ cut }) => cut.channel ?? null,
          ({ nights }) => ({ stays: 1, bookedNights: nights }),
        ),
      )
      expectRows(
        result,
        bands as Table,
        sumBy(
          came,
          ({ cut }) => cut.stayLength ?? null,
          ({ nights }) => ({ stays: 1, bookedNights: nights }),
        ),
      )
      for (const [channel, row] of byKey(result, main)) {
        const nights = came.filter(({ cut }) => cut.channel === channel).map((one) => one.nights)
        expect(row.medianStay).toBe(middleOf(nights))
        expect(row.meanStay).toBeCloseTo(nights.reduce((sum, one) => sum + one, 0) / nights.length, 12)
      }
      expect(main.total?.medianStay).toBe(middleOf(came.map(({ nights }) => nights)))
    })

    test.runIf(isFirst)('lead times, their means and medians', async () => {
      const of = arrivingIn(year.from, year.to)
      const result = await run('leadTime', { ...year, by: 'segment' })
      const [main, bands] = result.tables
      const sums = ({ status }: RealBooking) => ({ bookings: 1, cancelled: status === 'Canceled' ? 1 : 0 })
      expectRows(
        result,
        main,
        sumBy(of, ({ cut }) => cut.segment ?? null, sums),
      )
      expectRows(
        result,
        bands as Table,
        sumBy(of, ({ cut }) => cut.leadTime ?? null, sums),
      )
      for (const [segment, row] of byKey(result, main)) {
        const leads = of.filter(({ cut }) => cut.segment === segment).map(({ lead }) => lead)
        expect(row.medianLead).toBe(middleOf(leads))
        expect(row.meanLead).toBeCloseTo(leads.reduce((sum, one) => sum + one, 0) / leads.length, 12)
      }
    })

    test.runIf(isFirst).each(['channel', 'segment', 'agency', 'company', 'country'])(
      'sources by %s',
      async (by) => {
        const result = await run('sources', { ...year, by })
        const keyOf = ({ cut }: RealBooking) => cut[by] ?? null
        const nights = sumBy(nightsOfYear, ({ booking }) => keyOf(booking), nightSums)
        const cohort = sumBy(arrivingIn(year.from, year.to), keyOf, cohortSums)
        const expected = new Map(
          [...new Set([...nights.keys(), ...cohort.keys()])].map((key) => [
            key,
            {
              bookings: cohort.get(key)?.bookings ?? 0,
              roomsSold: nights.get(key)?.roomsSold ?? 0,
              roomRevenue: nights.get(key)?.roomRevenue ?? 0,
            },
          ]),
        )
        expectRows(result, result.tables[0], expected)
        const shares = result.tables[0].rows.reduce((sum, { revenueShare }) => sum + Number(revenueShare), 0)
        expect(shares).toBeCloseTo(1, 9)
      },
    )

    test('guest nights and arrivals by country', async () => {
      const result = await run('guestNights', year)
      const persons = ({ night, booking }: Night) => {
        const arrived = night === booking.arrival ? 1 : 0
        return {
          personsArrived: arrived * booking.persons,
          arrivedAdults: arrived * booking.adults,
          guestNights: booking.persons,
          adultNights: booking.adults,
          childNights: booking.persons - booking.adults,
        }
      }
      expectRows(
        result,
        result.tables[0],
        sumBy(nightsOfYear, ({ booking }) => booking.cut.country ?? null, persons),
      )
    })

    test('the pace at which August filled, beside the August before', async () => {
      const { tables } = await run('pace', { from: '2016-08-01', to: '2016-08-31', compare: 'last-year' })
      const onBooks = (first: string, last: string, daysBefore: number) => {
        const at = dayOf(first) - daysBefore
        let nights = 0
        for (const one of bookings.filter((booking) => !isFree(booking))) {
          const gone = one.status === 'No-Show' ? one.arrival : one.cancelled
          if (one.created > at || (gone !== null && gone <= at)) continue
          for (let night = one.arrival; night < one.arrival + one.nights; night++)
            if (dayOf(first) <= night && night <= dayOf(last)) nights += 1
        }
        return nights
      }
      for (const daysBefore of [300, 90, 30, 7, 0, -10, -30]) {
        const row = tables[0].rows.find((one) => one.daysBefore === daysBefore)
        expect(row).toMatchObject({
          day: dateOf(dayOf('2016-08-01') - daysBefore),
          nightsBooked: onBooks('2016-08-01', '2016-08-31', daysBefore),
          nightsBookedLastYear: onBooks('2015-08-01', '2015-08-31', daysBefore),
        })
      }
    })

    test('a day of the manager, beside its month and its year', async () => {
      const result = await run('daily', { on: '2016-08-20' })
      const [house, moves, made] = result.tables
      const spans = [
        ['day', '2016-08-20'],
        ['month', '2016-08-01'],
        ['year', '2016-01-01'],
      ] as const
      for (const [at, [span, from]] of spans.entries()) {
        const isIn = (day: number | null) => day !== null && dayOf(from) <= day && day <= dayOf('2016-08-20')
        const count = (keep: (one: RealBooking) => boolean) => bookings.filter(keep).length
        expect(house?.rows[at]).toMatchObject({
          span,
          ...sumBy(nightsIn(from, '2016-08-20'), () => 'all', nightSums).get('all'),
        })
        expect(moves?.rows[at]).toMatchObject({
          span,
          arrivals: count((one) => one.status === 'Check-Out' && isIn(one.arrival)),
          noShows: count((one) => one.status === 'No-Show' && isIn(one.arrival)),
          departures: count((one) => one.status === 'Check-Out' && isIn(one.arrival + one.nights)),
          dayUse: count((one) => one.status === 'Check-Out' && one.nights === 0 && isIn(one.arrival)),
        })
        expect(made?.rows[at]).toMatchObject({
          span,
          bookingsMade: count((one) => isIn(one.created)),
          cancellationsMade: count((one) => isIn(one.cancelled)),
        })
      }
    })

    test.runIf(isFirst)('before the first arrival on file a report says so', async () => {
      const result = await run('occupancy', { from: '2014-01-01', to: '2014-12-31', by: 'month' })
      expect(result.tables[0].rows).toEqual([])
      const codes = result.notes.map(({ code }) => code)
      expect(codes).toContain('beforeFirst')
      expect(codes).toContain('noNights')
    })

    test.runIf(isFirst)('August 2016 and the year', async () => {
      const august = await run('occupancy', { from: '2016-08-01', to: '2016-08-31' })
      expect(august.tables[0].total).toMatchObject({
        nightsOccupied: 6809,
        complimentary: 14,
        roomsSold: 6795,
        roomRevenue: 80_760_573,
        roomsAvailable: null,
        occupancy: null,
        revpar: null,
      })
      expect(august.notes.map(({ code }) => code)).toContain('noRooms')
      const whole = await run('occupancy', { ...year, by: 'year' })
      expect(whole.tables[0].total).toMatchObject({ roomsSold: 65_410, roomRevenue: 685_425_746 })
    })

    test.runIf(isFirst)('the cohort by arrival: 32,186 of 79,330 cancelled, 916 not come', async () => {
      const { tables, says } = await run('cancellations', all)
      expect(tables[0].total).toMatchObject({ bookings: 79_330, cancelled: 32_186, noShows: 916 })
      expect(says?.code).toBe('cancelledOfArrivals')
    })

    test.runIf(isFirst)('a row leads to its bookings', async () => {
      const behind = async (name: string, parameters: Record<string, string>, row: Row) =>
        await t.must('report.bookings', { name, parameters, row })
      const day = await behind('occupancy', year, { day: '2016-08-13' })
      expect(day.rows).toHaveLength(226)
      expect(
        day.rows.every(({ arrival, departure }) => arrival <= '2016-08-13' && '2016-08-13' < departure),
      ).toBe(true)
      const lost = await behind(
        'cancellations',
        { from: '2016-08-13', to: '2016-08-13' },
        { month: '2016-08' },
      )
      expect(new Set(lost.rows.map(({ status }) => status))).toEqual(new Set(['cancelled']))
      const most = await behind('sources', year, { channel: 'travel-agent' })
      expect(most.rows).toHaveLength(500)
      expect(most.more).toBe(true)
    })
  },
)
