import { afterEach, beforeEach, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { closeHotel, column, findingsOf, hotel, imported, openHotel } from './lists.ts'
import { addRoom1203 } from './support.ts'

beforeEach(async () => {
  await openHotel()
  await addRoom1203(hotel.app)
  const [king] = await hotel.app.must('room.listTypes', {})
  const suite = { code: 'SUITE', nameEn: 'Suite', nameZh: '套房', maxPersons: 2, baseRateMinor: 0 }
  const { id } = await hotel.app.must('room.saveType', suite)
  await hotel.app.must('room.save', { number: '1204', roomTypeId: king?.id as never, floor: 12 })
  await hotel.app.must('room.save', { number: '1205', roomTypeId: king?.id as never, floor: 12 })
  await hotel.app.must('room.save', { number: '2001', roomTypeId: id, floor: 20 })
})
afterEach(async () => {
  const findings = await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)
  expect(await closeHotel()).toEqual([])
  expect(findings).toEqual([])
})

const headings = 'Confirmation No,Guest name,Arrival,Departure,Room type,Rate,Status,Room No'
type Said = Partial<Record<'name' | 'from' | 'to' | 'type' | 'status' | 'room', string>>
function row(no: string, over: Said = {}): string {
  const { name = `Guest ${no}`, from = '2026-03-02', to = '2026-03-04', type = 'KING' } = over
  const { status = 'In-house', room = '' } = over
  return [no, name, from, to, type, '300', status, room].join(',')
}
const week = (...rows: string[]) => imported('week.csv', [headings, ...rows])
const noted = async (batchId: number | null) =>
  (await findingsOf(batchId))
    .filter(({ kind }) => kind === 'noted')
    .map(({ reason, field, value }) => [reason, field, value])
/** Number, status, type and room of every booking, a line for each that it had. */
const stays = () =>
  column(`select distinct b.source ->> '$.confirmationNo' || ' ' || b.status || ' ' || t.code || ' ' ||
      b.departure || ' ' || coalesce(r.number, '-')
    from bookings b join room_nights n on n.booking_id = b.id join room_types t on t.id = n.room_type_id
    left join rooms r on r.id = n.room_id order by 1`)

test('an export without the room of somebody in house takes it off nobody: the rest of the row counts', async () => {
  await week(row('A', { room: '1203' }))
  const next = await week(row('A', { to: '2026-03-05' }))
  expect(stays()).toEqual(['A in-house KING 2026-03-05 1203'])
  expect(next).toMatchObject({ compared: { changed: 1 }, notes: { keptInHouse: 1 } })
  expect(await noted(next.batchId)).toEqual([['keptInHouse', 'Room No', '1203 ≠ ']])
})

test('who comes into the house by an export that leaves the room empty keeps the room that was assigned', async () => {
  await week(row('A', { status: 'Confirmed', room: '1203' }))
  const next = await week(row('A'))
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1203'])
  expect(next.notes).toEqual({ keptInHouse: 1 })
})

test('of somebody who is not in house, the source takes the room off as before', async () => {
  await week(row('A', { status: 'Confirmed', room: '1203' }))
  expect((await week(row('A', { status: 'Confirmed' }))).notes).toEqual({})
  expect(stays()).toEqual(['A confirmed KING 2026-03-04 -'])
})

test('another type without a room of it moves nobody who is in house; with one, it does', async () => {
  await week(row('A', { room: '1203' }))
  const without = await week(row('A', { type: 'SUITE', room: '1203' }))
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1203'])
  expect(await noted(without.batchId)).toEqual([['keptInHouse', 'Room type', 'KING ≠ SUITE']])
  await week(row('B', { room: '1204' }))
  const moved = await week(row('B', { type: 'SUITE', room: '2001' }))
  expect(moved.notes).toEqual({})
  expect(stays()).toContain('B in-house SUITE 2026-03-04 2001')
})

test('a room that is let to another moves nobody who is in house, and it says which', async () => {
  await week(row('A', { room: '1203' }), row('B', { room: '1204' }))
  const next = await week(row('A', { room: '1204' }))
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1203', 'B in-house KING 2026-03-04 1204'])
  const told = [['keptInHouse', 'Room No', '1203 ≠ 1204']]
  expect(await noted(next.batchId)).toEqual(told)
  // Every export that says so is told of, until the room is free.
  expect(await noted((await week(row('A', { room: '1204' }), row('B', { room: '1204' }))).batchId)).toEqual(
    told,
  )
  expect((await week(row('A', { room: '1204' }), row('B', { room: '1205' }))).notes).toEqual({})
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1204', 'B in-house KING 2026-03-04 1205'])
})

test('a room that somebody in house turns out to keep is nobody else’s, wherever the rows stand', async () => {
  await week(row('A', { room: '1203' }), row('B', { room: '1204' }), row('C', { status: 'Confirmed' }))
  const next = await week(row('A', { room: '1204' }), row('C', { status: 'Confirmed', room: '1203' }))
  expect(stays()).toEqual([
    'A in-house KING 2026-03-04 1203',
    'B in-house KING 2026-03-04 1204',
    'C confirmed KING 2026-03-04 -',
  ])
  expect(next.notes).toEqual({ keptInHouse: 1, roomDropped: 1 })
})

test('guests in house change rooms among each other, and move on where another leaves', async () => {
  await week(row('A', { room: '1203' }), row('B', { room: '1204' }))
  expect((await week(row('A', { room: '1204' }), row('B', { room: '1203' }))).notes).toEqual({})
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1204', 'B in-house KING 2026-03-04 1203'])
  expect((await week(row('A', { room: '1203' }), row('B', { room: '1205' }))).notes).toEqual({})
  expect(stays()).toEqual(['A in-house KING 2026-03-04 1203', 'B in-house KING 2026-03-04 1205'])
})

test('who comes back to life in house, in a room that is another’s by now, has none', async () => {
  await week(row('A', { room: '1203', status: 'Cancelled' }), row('B', { room: '1203' }))
  const next = await week(row('A', { room: '1203' }), row('B', { room: '1203' }))
  expect(next.notes).toEqual({ roomDropped: 1 })
  expect(stays()).toEqual(['A in-house KING 2026-03-04 -', 'B in-house KING 2026-03-04 1203'])
})
