import { expect, test } from 'vitest'
import { wantedTypes } from '#shared/domain/housekeeping/forecast.ts'
import { writeStays } from '#tests/support/stays.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

const today = { arrival: '2026-03-02', departure: '2026-03-04' }
const tomorrow = { arrival: '2026-03-03', departure: '2026-03-04' }
const forecast = (date?: string) => t.must('housekeeping.forecast', date ? { date } : {})

test('today has rooms by their time, who waits first, and what is ready for whom', async () => {
  await t.book({ ...today, roomId: t.rooms['101'], expectedTime: '18:00' })
  await t.book({ ...today, guestId: t.li, roomId: t.rooms['102'], expectedTime: '14:00' })
  const waits = await t.book({ ...today, guestId: t.anna })
  await t.must('stay.noteArrival', { id: waits, version: await t.version(waits), waits: true })
  const [one] = (await t.must('housekeeping.board', {})).rooms
  await t.must('housekeeping.setRooms', {
    rooms: [{ id: t.rooms['101'], version: one?.version ?? 1, state: 'dirty' }],
  })
  const { rows, free } = await forecast()
  expect(rows).toMatchObject([
    { guestLatinName: 'Anna Müller', roomNumber: null, arrivedAt: expect.any(String), ready: false },
    { roomNumber: '102', expectedTime: '14:00', ready: true, state: 'clean' },
    { roomNumber: '101', expectedTime: '18:00', ready: false, state: 'dirty' },
  ])
  expect(free.map(({ rooms }) => rooms)).toEqual([2, 1])
  expect(wantedTypes(rows)).toMatchObject([{ rooms: 1, steps: [{ waiting: true, rooms: 1 }] }])
})

test('a later day has its arrivals alone, and which rooms somebody leaves that day', async () => {
  writeStays(t.file, [
    {
      guestId: t.li,
      arrival: '2026-03-01',
      departure: '2026-03-03',
      status: 'in-house',
      roomId: t.rooms['103'],
      roomTypeId: t.std,
    },
  ])
  await t.book({ ...tomorrow, roomId: t.rooms['103'], expectedTime: '15:00' })
  await t.book({ ...tomorrow, guestId: t.anna, roomTypeId: t.dlx, expectedTime: '12:00' })
  await t.book({ ...today, guestId: t.anna })
  const { rows, free } = await forecast('2026-03-03')
  expect(rows).toMatchObject([
    { expectedTime: '12:00', roomNumber: null, leaves: false },
    { expectedTime: '15:00', roomNumber: '103', leaves: true, ready: false },
  ])
  expect(free).toEqual([])
  expect((await forecast('2026-03-04')).rows).toEqual([])
})

test('rooms wanted without a number are counted on by time, for each type', () => {
  const want = (roomTypeCode: string, expectedTime: string | null, roomId: number | null = null) => ({
    roomTypeCode,
    expectedTime,
    roomId,
    arrivedAt: null,
  })
  const arrivals = [
    want('STD', null),
    want('STD', '18:00'),
    want('STD', '14:00'),
    want('DLX', '15:00'),
    want('STD', '14:00'),
    want('STD', '09:00', 7),
  ]
  expect(wantedTypes(arrivals)).toEqual([
    { roomTypeCode: 'DLX', rooms: 1, steps: [{ time: '15:00', waiting: false, rooms: 1 }] },
    {
      roomTypeCode: 'STD',
      rooms: 4,
      steps: [
        { time: '14:00', waiting: false, rooms: 2 },
        { time: '18:00', waiting: false, rooms: 3 },
        { time: null, waiting: false, rooms: 4 },
      ],
    },
  ])
})
