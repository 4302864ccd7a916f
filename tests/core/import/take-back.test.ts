import { afterEach, beforeEach, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { TakenBack } from '#shared/contract/import.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import type { BookingId, BusinessDate, GuestId, ImportBatchId } from '#shared/values/index.ts'
import { closeHotel, column, demand, hotel, imported, openHotel, rowsOf } from './lists.ts'
import { addRoom1203 } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

const headings = '确认号,姓名,电话,到店日期,离店日期,房型,房价,公司'
const march = [
  headings,
  'K1,张伟,13800138001,2026-03-25,2026-03-27,KING,588,Acme',
  'K2,李娜,13800138002,2026-03-26,2026-03-27,TWIN,488,',
  'K3,张伟,13800138001,2026-04-01,2026-04-03,KING,588,Acme',
]

/** Takes a batch back, to its end. */
async function takeBack(batch: number | null): Promise<{ done: TakenBack } | { refusal: Refusal<string> }> {
  const reply = await hotel.app.call('import.takeBack', { batch: batch as ImportBatchId })
  if (!reply.ok) {
    if ('fault' in reply) throw new Error(JSON.stringify(reply.fault))
    return { refusal: reply.refusal }
  }
  const report = await hotel.app.app.jobs.ended(reply.output.job)
  if (report?.failure) return { refusal: report.failure }
  return { done: report?.result as TakenBack }
}

async function taken(batch: number | null): Promise<TakenBack> {
  const answer = await takeBack(batch)
  if ('refusal' in answer) throw new Error(JSON.stringify(answer))
  return answer.done
}

const doctor = () => hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)
const tables = [
  'bookings',
  'guests',
  'guest_contacts',
  'room_nights',
  'accounts',
  'room_types',
  'guest_search',
]
const counts = () => tables.map((table) => [table, hotel.count(table)] as const)
const idOf = (number: string) =>
  Number(column(`select id from bookings where source ->> '$.confirmationNo' = '${number}'`)[0])
const comment = (id: number, text: string) => {
  const version = Number(column(`select version from bookings where id = ${id}`)[0])
  return hotel.app.must('booking.changeDetails', {
    id: id as BookingId,
    version,
    kind: 'details',
    comment: text,
  })
}

test('an import is taken back whole, and its file may come again', async () => {
  const empty = counts()
  const { batchId } = await imported('March.csv', march)
  expect(await taken(batchId)).toMatchObject({
    batchId,
    file: 'March.csv',
    removed: { bookings: 3, guests: 2, accounts: 1, roomTypes: 2 },
    restored: { bookings: 0, guests: 0 },
    stayed: [],
    stayedMore: 0,
  })
  expect(counts()).toEqual(empty)
  expect((await hotel.app.must('search.palette', { text: '张伟' })).guests).toEqual([])
  expect(await doctor()).toEqual([])
  // Both are in the log, and the one names the other.
  const { rows } = await hotel.app.must('change.list', { entity: 'import-batch' })
  expect(rows).toMatchObject([
    { operation: 'import.takeBack', label: 'March.csv', undoes: rows[1]?.command, undoneBy: null },
    { operation: 'import.start', undoneBy: rows[0]?.command },
  ])
  expect(await hotel.app.must('import.batches', {})).toMatchObject([
    { id: batchId, takenBack: { by: 'Ada Min' }, summary: { imported: 3 } },
  ])
  expect(await takeBack(batchId)).toMatchObject({
    refusal: { code: 'ALREADY_UNDONE', params: { batch: batchId, by: 'Ada Min' } },
  })
  const again = await imported('March.csv', march)
  expect(again).toMatchObject({ imported: 3, created: { guests: 2, bookings: 3 } })
  expect(again.batchId).not.toBe(batchId)
  // No id is given twice: the log knows what the first ones were.
  expect(Number(column('select min(id) from bookings')[0])).toBe(4)
  expect(await doctor()).toEqual([])
})

test('unnamed guests go with their bookings, and their ids with them', async () => {
  const { summary } = (await demand([{ agent: '9' }, { agent: '9', country: 'PRT' }])) as {
    summary: { batchId: number }
  }
  expect(await taken(summary.batchId)).toMatchObject({ removed: { bookings: 2, guests: 2, accounts: 1 } })
  expect(hotel.count('guests')).toBe(0)
  await demand([{ agent: '9' }])
  expect(column('select id from guests')).toEqual([3])
  expect(await doctor()).toEqual([])
})

test('a booking that was changed since keeps the import, and is named', async () => {
  const { batchId } = await imported('March.csv', march)
  const id = idOf('K2')
  const before = counts()
  await comment(id, 'late')
  const answer = await takeBack(batchId)
  expect(answer).toMatchObject({
    refusal: { code: 'IMPORT_BUILT_ON', params: { why: 'all', count: 1, bookings: String(10_000_000 + id) } },
  })
  expect(counts()).toEqual(before)
  // A change that was undone leaves the booking as the import did.
  const [last] = (await hotel.app.must('change.list', { entity: 'booking', entityId: id })).rows
  await hotel.app.must('change.undo', { change: last?.command ?? 0 })
  expect(await taken(batchId)).toMatchObject({ removed: { bookings: 3 } })
  expect(await doctor()).toEqual([])
})

test('a request on a booking keeps the import', async () => {
  const { batchId } = await imported('March.csv', march)
  const id = idOf('K1')
  await hotel.app.must('request.create', { bookingId: id as BookingId, kind: 'crib' })
  expect(await takeBack(batchId)).toMatchObject({
    refusal: { code: 'IMPORT_BUILT_ON', params: { count: 1 } },
  })
})

test('more than twenty are counted, the first twenty named', async () => {
  const many = Array.from({ length: 23 }, (_, at) => `L${at},,,2026-03-25,2026-03-26,KING,1,`)
  const { batchId } = await imported('many.csv', [headings, ...many])
  for (const id of column('select id from bookings') as number[]) await comment(id, 'seen')
  const answer = await takeBack(batchId)
  expect(answer).toMatchObject({ refusal: { params: { why: 'more', count: 23, more: 3 } } })
  const { params } = (answer as { refusal: Refusal<string> }).refusal
  expect(String(params?.bookings).split(', ')).toHaveLength(20)
})

test('what something else names or a clerk has changed stays, and is named', async () => {
  const passport = (row: string, number: string) => `${row},${number}`
  const { batchId } = await imported('March.csv', [
    passport(headings, '护照号'),
    ...march.slice(1).map((row) => passport(row, row.includes('张伟') ? 'E12345678' : '')),
  ])
  const guest = (name: string) => Number(column(`select id from guests where native_name = '${name}'`)[0])
  const [zhang, li] = [guest('张伟'), guest('李娜')]
  await hotel.app.must('guest.setTags', { guestId: li as GuestId, version: 1, tags: ['VIP'] })
  // Another list names the same guest, type and account.
  await imported('April.csv', [
    passport(headings, '护照号'),
    passport('K9,张伟,13800138001,2026-04-11,2026-04-13,KING,588,Acme', 'E12345678'),
  ])
  const done = await taken(batchId)
  expect(done.removed).toEqual({ bookings: 3, guests: 0, accounts: 0, roomTypes: 1 })
  expect(done.stayed).toEqual([
    { kind: 'guest', id: li, label: '李娜', why: 'edited' },
    { kind: 'guest', id: zhang, label: '张伟', why: 'used' },
    { kind: 'account', id: expect.any(Number), label: 'Acme', why: 'used' },
    { kind: 'room-type', id: expect.any(Number), label: 'KING', why: 'used' },
  ])
  expect(rowsOf<{ n: string }>('select native_name as n from guests order by id').map(({ n }) => n)).toEqual([
    '张伟',
    '李娜',
  ])
  expect(await doctor()).toEqual([])
})

test('availability is as before', async () => {
  await addRoom1203(hotel.app)
  const left = () =>
    hotel.app.must('room.availability', {
      arrival: '2026-03-25' as BusinessDate,
      departure: '2026-03-28' as BusinessDate,
    })
  const before = await left()
  const { batchId } = await imported('March.csv', [
    `${headings},房号`,
    'K1,张伟,13800138001,2026-03-25,2026-03-27,KING,588,Acme,1203',
  ])
  expect(await left()).not.toEqual(before)
  await taken(batchId)
  expect(await left()).toEqual(before)
})

test('an import is undone as a whole alone, and one taken back is not redone but imported again', async () => {
  const { batchId } = await imported('March.csv', march)
  const commandOf = async () =>
    (await hotel.app.must('change.list', { entity: 'import-batch' })).rows[0]?.command ?? 0
  expect(await hotel.app.call('change.undo', { change: await commandOf() })).toMatchObject({
    refusal: { code: 'IMPORT_WHOLE', params: { why: 'takeBack' } },
  })
  await taken(batchId)
  expect(await hotel.app.call('change.undo', { change: await commandOf() })).toMatchObject({
    refusal: { code: 'IMPORT_WHOLE', params: { why: 'again' } },
  })
})

test('only a manager takes an import back; one that never was is unknown', async () => {
  const { batchId } = await imported('March.csv', march)
  const input = { batch: batchId as ImportBatchId }
  expect(await hotel.app.deskAs('clerk').call('import.takeBack', input)).toMatchObject({
    fault: { code: 'NOT_PERMITTED' },
  })
  expect(await takeBack(99)).toMatchObject({ refusal: { code: 'BATCH_UNKNOWN' } })
})

test('doctor finds a record of the source that can’t be read, or whose import was taken back', async () => {
  const { batchId } = await imported('March.csv', march)
  const tampered = async (statement: string) => {
    const raw = openRaw(hotel.app.file, { readonly: false })
    raw.prepare(statement).run()
    raw.close()
    return (await doctor()).map(({ code, params }) => [code, params])
  }
  expect(await tampered(`update source_records set said = '{' where booking_id = 2`)).toEqual([
    ['SOURCE_RECORD', { booking: 2, batch: batchId }],
  ])
  await tampered(`update source_records set said = '{}' where booking_id = 2`)
  const left = await tampered(`update import_batches set taken_back_at = 'now', taken_back_by = 'me'`)
  expect(left.filter(([code]) => code === 'SOURCE_RECORD')).toHaveLength(3)
})

test('cancelled, it leaves all as it is', async () => {
  const many = Array.from({ length: 1500 }, (_, at) => `L${at},,,2026-03-25,2026-03-26,KING,1,`)
  const { batchId } = await imported('many.csv', [headings, ...many])
  const before = counts()
  const reply = await hotel.app.must('import.takeBack', { batch: batchId as ImportBatchId })
  await hotel.app.must('job.cancel', { job: reply.job })
  expect(await hotel.app.app.jobs.ended(reply.job)).toMatchObject({ state: 'cancelled' })
  expect(counts()).toEqual(before)
  expect(await taken(batchId)).toMatchObject({ removed: { bookings: 1500, guests: 1500 } })
  expect(await doctor()).toEqual([])
})
