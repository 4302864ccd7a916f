import { expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { cameUnrecorded, obstaclesOfCheckOut } from '#shared/domain/stay/check-out.ts'
import { describeReply } from '#shared/i18n/index.ts'
import type { BusinessDate } from '#shared/values/index.ts'

test('a guest whose check-in was never recorded is in the room of the day, not in that of a move to come', () => {
  const booking = {
    arrival: '2026-03-01',
    departure: '2026-03-04',
    nights: {
      '2026-03-01': { roomId: 101, rateMinor: 0 },
      '2026-03-02': { roomId: 101, rateMinor: 0 },
      '2026-03-03': { roomId: 202, rateMinor: 0 },
    },
  } as unknown as BookingImage
  const roomOn = (day: string) => cameUnrecorded(booking, day as BusinessDate).roomId
  expect([roomOn('2026-03-02'), roomOn('2026-03-03'), roomOn('2026-03-04')]).toEqual([101, 202, 202])
})

test.each([
  ['a slip alone', 'DEP-7', 0, 'A deposit is still held (slip DEP-7). Give it back or apply it first.'],
  ['cards alone', null, 2, 'Pre-authorisations are still held: 2. Capture or release them first.'],
  [
    'both',
    'DEP-7',
    1,
    'Money is still held (deposit slip: DEP-7, pre-authorisations: 1). Give it back, apply it or release it first.',
  ],
])('what is held is said, and nothing of what is not: %s', (_, slip, holds, said) => {
  const booking = { status: 'in-house', departure: '2026-03-02', nights: {} } as unknown as BookingImage
  const facts = {
    businessDate: '2026-03-02' as BusinessDate,
    moment: '2026-03-02T04:00:00.000Z',
    by: 'admin',
    balanceMinor: 0,
    currency: 'CNY',
    dayUseMinor: 0,
    held: { slip, holds },
    alerts: [],
    mayOwe: false,
  }
  const found = obstaclesOfCheckOut(booking, facts)
  expect(found.map((one) => describeReply(one, 'en', 'stay.checkOut'))).toEqual([said])
})
