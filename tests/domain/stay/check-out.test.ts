import { expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { cameUnrecorded } from '#shared/domain/stay/check-out.ts'
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
