import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { handleOver } from '#db/dialect/sqlite/connection.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { BookingId } from '#shared/values/index.ts'
import { demandFile } from '#tests/support/booking-demand.ts'
import { wholeLog } from '#tests/support/whole-log.ts'
import { gzipped, hasRealFile, type Importing, openImporting, readReal, summaryOf } from './support.ts'

const profile = 'hotel-booking-demand' as const
let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  await hotel.close()
  expect(defects).toEqual([])
})

const small = demandFile([
  {},
  {
    reservation_status: 'Canceled',
    is_canceled: '1',
    reservation_status_date: '2016-08-01',
    agent: 'NULL',
    company: '40',
  },
  { reservation_status: 'No-Show', is_canceled: '1', reservation_status_date: '2016-08-12', adr: '0' },
  { hotel: 'Resort Hotel' },
  { adr: '-6.38' },
  {},
])
const where = 'hotel=City Hotel'

describe('an import', () => {
  test('accounts for every row, and writes bookings, nights, guests, accounts and room types', async () => {
    const summary = summaryOf(
      await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: false }),
    )
    expect(summary).toMatchObject({
      dryRun: false,
      rows: 5,
      filteredOut: 1,
      imported: 4,
      rejected: { rateNegative: 1 },
      notes: { duplicateRow: 1 },
      byStatus: { 'checked-out': 2, cancelled: 1, 'no-show': 1 },
      byStatusRead: { 'checked-out': 3, cancelled: 1, 'no-show': 1 },
      created: { guests: 4, bookings: 4, roomNights: 12, accounts: 2, roomTypes: 2 },
    })
    expect(hotel.count('bookings')).toBe(4)
    expect(hotel.count('room_nights', 'where live = 1')).toBe(6)
    expect(hotel.count('guests', "where unnamed = 1 and nationality = 'PRT'")).toBe(4)
    expect(hotel.count('guest_search')).toBe(0)
  })

  test('what it wrote is a booking like any other, with its source, its one change and whole log', async () => {
    await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: false })
    const booking = await hotel.app.must('booking.get', { id: 1 as never })
    expect(booking).toMatchObject({
      confirmationNo: '10000001',
      status: 'checked-out',
      arrival: '2016-08-12',
      totalMinor: 3 * 9855,
      agency: { name: '9' },
      company: null,
      source: { line: 2, bookingChanges: 1, specialRequests: 2 },
      guest: { name: '', nationality: 'PRT' },
    })
    expect(booking.nights.map((night) => night.roomTypeId)).not.toContain(booking.roomTypeId)
    const { rows } = await hotel.app.must('booking.changes', { id: 1 as never })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ operation: 'import.start', actor: 'admin', before: null })
    const logged = hotel.look((raw) =>
      raw.prepare(`select after from ${wholeLog} where entity = 'booking' and entity_id = 1`).pluck().get(),
    )
    const onFile = await hotel.look((raw) => loadBooking(handleOver(raw), 1 as BookingId))
    expect(JSON.parse(String(logged))).toEqual(onFile?.image)
    expect(await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)).toEqual(
      [],
    )
  })

  test('each room type takes the most persons that were seen in it', async () => {
    const file = demandFile([
      { adults: '2', children: '1' },
      { adults: '1', assigned_room_type: 'A' },
    ])
    await hotel.run({ file: hotel.give('a.csv', file), profile, where: '', dryRun: false })
    const types = await hotel.app.must('room.listTypes', {})
    expect(types.map(({ code, maxPersons }) => [code, maxPersons])).toEqual([
      ['A', 1],
      ['D', 3],
    ])
  })

  test('the same file twice is refused with its date, packed or not, under whatever name', async () => {
    await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: false })
    const again = await hotel.run({
      file: hotel.give('b.csv.gz', gzipped(small)),
      profile,
      where,
      dryRun: false,
    })
    expect(again).toEqual({
      refusal: {
        code: 'ALREADY_IMPORTED',
        params: { file: 'a.csv', batch: 1, at: expect.stringMatching(/^2026-03-0\d$/) },
      },
    })
    expect(hotel.count('bookings')).toBe(4)
    expect(await hotel.app.must('import.batches', {})).toMatchObject([{ id: 1, by: 'Ada Min' }])
  })

  test('a dry run tells the same and writes nothing; its findings can be had', async () => {
    const dry = await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: true })
    if ('refusal' in dry) throw new Error(dry.refusal.code)
    expect(hotel.count('bookings')).toBe(0)
    expect(hotel.count('import_batches')).toBe(0)
    expect(hotel.count('room_types')).toBe(0)
    const real = summaryOf(
      await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: false }),
    )
    // The first bookings are shown before anything is written: a dry run's alone.
    const { first, ...told } = dry.summary
    expect(first?.bookings).toHaveLength(real.imported)
    expect({ ...told, seconds: 0, dryRun: false, batchId: 1 }).toEqual({ ...real, seconds: 0 })

    const expected = [
      { line: 6, kind: 'rejected', reason: 'rateNegative', field: 'adr', value: '-6.38' },
      { line: 7, kind: 'noted', reason: 'duplicateRow', field: '', value: '2' },
    ]
    for (const source of [`job:${dry.job}`, dry.job, 'batch:1', '1']) {
      const whole = await hotel.app.must('import.findings', { source })
      expect(whole).toMatchObject({ rows: expected, next: null })
      const first = await hotel.app.must('import.findings', { source, limit: 1 })
      expect(first.rows).toMatchObject([expected[0]])
      const second = await hotel.app.must('import.findings', { source, limit: 1, after: String(first.next) })
      expect(second).toMatchObject({ rows: [expected[1]], next: null })
      const noted = await hotel.app.must('import.findings', { source, kind: 'noted' })
      expect(noted.rows).toMatchObject([expected[1]])
    }
    expect(await hotel.app.call('import.findings', { source: 'batch:9' })).toMatchObject({
      refusal: { code: 'FINDINGS_UNKNOWN' },
    })
  })

  test('the same content is refused whatever the filter, and another hotel’s rows in words, by a dry run too', async () => {
    const city = small.replaceAll('Resort Hotel', 'City Hotel')
    const run = (content: string, filter: string, dryRun = false) =>
      hotel.run({ file: hotel.give('a.csv', content), profile, where: filter, dryRun })
    expect(summaryOf(await run(city, 'hotel = City Hotel'))).toMatchObject({
      where: 'hotel=City Hotel',
      hotel: 'City Hotel',
    })
    const held = hotel.count('bookings')
    for (const dryRun of [true, false]) {
      for (const filter of ['', 'hotel=City Hotel', 'hotel= City Hotel', 'meal=BB', 'adults=2'])
        expect(await run(city, filter, dryRun)).toMatchObject({ refusal: { code: 'ALREADY_IMPORTED' } })
      // The file's other hotel, another hotel's own file, with a filter of its own and without one.
      const resort = demandFile([{ hotel: 'Resort Hotel' }])
      for (const filter of ['', 'hotel=Resort Hotel', 'meal=BB'])
        expect(await run(resort, filter, dryRun)).toMatchObject({
          refusal: { code: 'HOTEL_DIFFERS', params: { hotel: 'City Hotel', given: 'Resort Hotel' } },
        })
      expect(await run(city, 'hotel=Resort Hotel', dryRun)).toMatchObject({
        refusal: { code: 'HOTEL_DIFFERS' },
      })
    }
    expect(hotel.count('bookings')).toBe(held)
    expect(summaryOf(await run(demandFile([{ adults: '4' }]), ''))).toMatchObject({
      imported: 1,
      hotel: 'City Hotel',
    })
  })

  test('the hotel of a file without a filter is remembered too', async () => {
    const run = (content: string) =>
      hotel.run({ file: hotel.give('a.csv', content), profile, where: '', dryRun: false })
    expect(summaryOf(await run(demandFile([{ hotel: 'Resort Hotel' }])))).toMatchObject({ imported: 1 })
    expect(await run(demandFile([{ adults: '3' }]))).toMatchObject({ refusal: { code: 'HOTEL_DIFFERS' } })
  })

  test('a filter whose column is not there names the near one', async () => {
    const run = (filter: string) =>
      hotel.run({ file: hotel.give('a.csv', small), profile, where: filter, dryRun: true })
    expect(await run('hotell=City Hotel')).toMatchObject({
      refusal: { code: 'WHERE_UNKNOWN', params: { why: 'columnNear', column: 'hotell', meant: 'hotel' } },
    })
    expect(await run('zzzzzz=1')).toMatchObject({ refusal: { params: { why: 'column', column: 'zzzzzz' } } })
  })

  test('two hotels in a file want a filter; one that picks none names the choices', async () => {
    const choices = 'hotel=City Hotel, hotel=Resort Hotel'
    for (const filter of ['', 'hotel=Grand Hotel', 'adults=2']) {
      const answer = await hotel.run({
        file: hotel.give('a.csv', small),
        profile,
        where: filter,
        dryRun: false,
      })
      expect(answer).toMatchObject({ refusal: { code: 'WHERE_UNKNOWN', params: { choices } } })
    }
    const column = await hotel.run({
      file: hotel.give('a.csv', small),
      profile,
      where: 'house=1',
      dryRun: false,
    })
    expect(column).toMatchObject({ refusal: { code: 'WHERE_UNKNOWN' } })
    expect(hotel.count('import_batches')).toBe(0)
  })

  test('queries go on while it runs, and a cancel leaves nothing', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => ({ lead_time: String(index % 300) }))
    const file = hotel.give('long.csv', demandFile(rows))
    const { app } = hotel
    const ended = new Promise<string>((resolve) => {
      const off = app.app.events.on((event) => {
        if (event.type !== 'job') return
        if (event.progress.state !== 'running') {
          off()
          resolve(event.progress.state)
        } else if (event.progress.done > 0)
          void app
            .must('room.listTypes', {})
            .then((types) => expect(types).toEqual([]))
            .then(() => app.must('job.cancel', { job: event.progress.job }))
      })
    })
    const { job } = await app.must('import.start', { file, profile })
    expect(await app.call('import.start', { file, profile })).toMatchObject({
      refusal: { code: 'JOB_RUNNING' },
    })
    expect(await ended).toBe('cancelled')
    expect(await app.must('job.status', { job })).toMatchObject({
      state: 'cancelled',
      failure: { code: 'CANCELLED' },
    })
    for (const table of ['bookings', 'guests', 'import_batches', 'room_types'])
      expect(hotel.count(table)).toBe(0)
    expect(hotel.count('sqlite_master', "where type = 'index' and name = 'bookings_by_guest'")).toBe(1)
    expect(summaryOf(await hotel.run({ file, profile, where: '', dryRun: false })).imported).toBe(8_000)
  })

  test('commands and imports share one log', async () => {
    await hotel.run({ file: hotel.give('a.csv', small), profile, where, dryRun: false })
    await hotel.app.must('import.saveMapping', { name: 'Ours', mapping: { columns: { x: 'arrival' } } })
    const seqs = hotel.count('changes', 'where seq > (select seq from change_head)')
    expect(seqs).toBe(0)
    expect(
      hotel.count(
        'changes',
        "where operation = 'import.start' and command <> (select min(seq) from changes where operation = 'import.start')",
      ),
    ).toBe(0)
  })

  test.skipIf(!hasRealFile)(
    'the real bookings of the City Hotel: every row, and August 2016 to the cent',
    async () => {
      const file = hotel.give('hotel-bookings.csv.gz', readReal())
      const inspected = await hotel.app.must('import.inspect', { file })
      expect(inspected).toMatchObject({
        profile,
        compressed: true,
        format: 'csv',
        encoding: 'utf-8',
        delimiter: ',',
      })
      expect(inspected.choices).toContainEqual({ column: 'hotel', values: ['Resort Hotel', 'City Hotel'] })
      const summary = summaryOf(await hotel.run({ file, profile, where, dryRun: false }))
      expect(summary).toMatchObject({
        sha256: '7c2ae42a7353905ea136e5c2287f17c92c5435826598bfbb8491c6f0c7b1fc06',
        rows: 79_330,
        filteredOut: 40_060,
        imported: 79_330,
        rejected: {},
        notes: { duplicateRow: 25_902, noPersons: 167, zeroNights: 331, rateOutlier: 1, childrenMissing: 4 },
        byStatusRead: { 'checked-out': 46_228, cancelled: 32_186, 'no-show': 916 },
      })
      const august = "n.night between '2016-08-01' and '2016-08-31' and b.status = 'checked-out'"
      const from = `room_nights n join bookings b on b.id = n.booking_id where ${august}`
      expect(hotel.count(from)).toBe(6809)
      expect(
        hotel.count(`(select sum(n.rate_minor) as revenue from ${from})`, 'where revenue = 80760573'),
      ).toBe(1)
    },
    120_000,
  )
})
