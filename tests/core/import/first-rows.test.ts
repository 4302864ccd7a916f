import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeHotel, hotel, imported, openHotel } from './lists.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

const headings = 'Confirmation No,Guest name,Arrival,Departure,Room type,Rate,Status,Room No,Extra'

test('a dry run shows its first twenty bookings beside their rows, and an import none', async () => {
  const rows = Array.from(
    { length: 25 },
    (_, at) => `N${at},Ann ${at},2026-03-20,2026-03-22,DBL,300,Confirmed,,x`,
  )
  rows[1] = 'N1,Ben,2026-03-20,soon,DBL,300,Confirmed,,x'
  rows[2] = 'N2,,2026-03-20,2026-03-21,DBL,300,Cancelled,907,4111 1111 1111 1111'
  rows[3] = 'N3,Cas Lee,2026-03-20,2026-03-23,KING,300,Confirmed,907,y'
  const dry = await imported('a.csv', [headings, ...rows], { dryRun: true })
  const { first } = dry
  expect(first).toMatchObject({ headings: headings.split(','), currency: 'CNY' })
  // The second row is rejected, and so is the third: a card's number is shown nowhere.
  expect(first?.bookings.map(({ line }) => line)).toEqual([
    2,
    ...Array.from({ length: 19 }, (_, at) => at + 5),
  ])
  expect(first?.bookings[1]).toEqual({
    line: 5,
    cells: ['N3', 'Cas Lee', '2026-03-20', '2026-03-23', 'KING', '300', 'Confirmed', '907', 'y'],
    guest: 'Cas Lee',
    guestLatinName: '',
    arrival: '2026-03-20',
    departure: '2026-03-23',
    nights: 3,
    rooms: 1,
    roomType: 'KING',
    room: '907',
    rateMinor: 30_000,
    totalMinor: 90_000,
    status: 'confirmed',
    outcome: null,
    changes: [],
    notes: ['roomUnknown'],
  })
  expect(JSON.stringify(dry)).not.toContain('4111')
  const real = await imported('a.csv', [headings, ...rows])
  expect(real.first).toBeUndefined()
  expect(hotel.count('bookings')).toBe(23)
})

test('bookings on file are shown as what becomes of them, in the order of the file', async () => {
  const heads = headings.slice(0, headings.indexOf(',Room No'))
  const row = (no: string, to: string) => `${no},Ann,2026-03-20,2026-03-${to},DBL,300,Confirmed`
  await imported('a.csv', [heads, row('A', '21'), row('B', '21')])
  const { first } = await imported('b.csv', [heads, row('A', '22'), row('B', '21'), row('C', '21')], {
    dryRun: true,
  })
  expect(first?.bookings[0]?.changes).toEqual([{ field: 'departure', from: '2026-03-21', to: '2026-03-22' }])
  expect(first?.bookings.map(({ line, outcome, nights }) => [line, outcome, nights])).toEqual([
    [2, 'changed', 2],
    [3, 'same', 1],
    [4, 'new', 1],
  ])
})

test('a row of several rooms is shown once, with their number', async () => {
  const heads = '订单号,姓名,入住日期,离店日期,房型,间数,总价'
  const { first } = await imported('a.csv', [heads, 'T1,王一,2026-03-05,2026-03-07,大床房,3,1800'], {
    dryRun: true,
  })
  expect(first?.bookings).toMatchObject([
    { guest: '王一', rooms: 3, nights: 2, rateMinor: 30_000, totalMinor: 60_000 },
  ])
})
