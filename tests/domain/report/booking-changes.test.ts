import { describe, expect, test } from 'vitest'
import {
  type BookingPart,
  bookedMinor,
  kindOfChange,
  stateBefore,
} from '#shared/domain/report/booking-changes.ts'

const night = (rateMinor: number, roomId: number | null = null, roomTypeId = 1) => ({
  roomTypeId,
  roomId,
  rateMinor,
})
const kind = (operation: string, before: BookingPart, after: BookingPart) =>
  kindOfChange(operation, { before, after })

describe('the kind of a change', () => {
  test.each<[string, BookingPart, BookingPart, string | null]>([
    ['booking.cancel', { status: 'confirmed' }, { status: 'cancelled' }, 'cancelled'],
    ['booking.cancel', { status: 'enquiry' }, { status: 'cancelled' }, 'cancelled'],
    ['booking.reinstate', { status: 'cancelled' }, { status: 'confirmed' }, 'reinstated'],
    ['booking.confirm', { status: 'enquiry' }, { status: 'confirmed' }, 'confirmed'],
    ['booking.confirm', { status: 'enquiry' }, { status: 'waitlisted' }, 'confirmed'],
    ['change.undo', { status: 'cancelled' }, { status: 'confirmed' }, 'undone'],
    ['import.start', { adults: 1 }, { adults: 2 }, 'imported'],
    [
      'booking.changeDates',
      { departure: '2026-03-04', nights: { '2026-03-04': null } },
      { departure: '2026-03-05', nights: { '2026-03-04': night(500) } },
      'dates',
    ],
    [
      'booking.changeRoomType',
      { roomTypeId: 1, nights: { '2026-03-04': night(500) } },
      { roomTypeId: 2, nights: { '2026-03-04': night(700, null, 2) } },
      'roomType',
    ],
    ['booking.changeRate', { ratePlanId: 1 }, { ratePlanId: 2 }, 'rate'],
    // The sum is the same, the nights are not
    [
      'booking.changeRate',
      { nights: { '2026-03-04': night(500), '2026-03-05': night(600) } },
      { nights: { '2026-03-04': night(600), '2026-03-05': night(500) } },
      'rate',
    ],
    [
      'booking.assignRoom',
      { nights: { '2026-03-04': night(500) } },
      { nights: { '2026-03-04': night(500, 7) } },
      null,
    ],
    [
      'booking.assignRoom',
      { nights: { '2026-03-04': night(500, 7) } },
      { nights: { '2026-03-04': night(500, 8) } },
      'room',
    ],
    ['booking.changeGuests', { guestId: 1, adults: 1 }, { guestId: 2, adults: 2 }, 'guest'],
    ['booking.changeGuests', { companions: {} }, { companions: { 4: true } }, 'persons'],
    ['booking.changeDetails', { meal: 'room-only' }, { meal: 'breakfast' }, 'details'],
    // A comment is personal: the open part of it is empty
    ['booking.changeDetails', {}, {}, 'details'],
    ['stay.checkIn', { status: 'confirmed' }, { status: 'in-house' }, null],
    ['stay.noShow', { status: 'confirmed' }, { status: 'no-show' }, null],
    [
      'stay.checkOut',
      { status: 'in-house', departure: '2026-03-05' },
      { status: 'checked-out', departure: '2026-03-04' },
      'dates',
    ],
  ])('%s', (operation, before, after, expected) => {
    expect(kind(operation, before, after)).toBe(expected)
  })
})

test('what a booking was before a change follows from what it is', () => {
  const now = { status: 'confirmed', arrival: '2026-03-05', totalMinor: 1200 } as const
  const before = stateBefore(now, {
    before: { arrival: '2026-03-04', nights: { '2026-03-04': night(500), '2026-03-06': null } },
    after: { arrival: '2026-03-05', nights: { '2026-03-04': null, '2026-03-06': night(700) } },
  })
  expect(before).toEqual({ status: 'confirmed', arrival: '2026-03-04', totalMinor: 1000 })
  expect(stateBefore(now, { before: { status: 'cancelled' }, after: { status: 'confirmed' } })).toEqual({
    ...now,
    status: 'cancelled',
  })
})

test('a booking brings its rates while it takes inventory', () => {
  const of = (status: 'confirmed' | 'checked-out' | 'cancelled' | 'waitlisted') =>
    bookedMinor({ status, arrival: '2026-03-05', totalMinor: 900 })
  expect([of('confirmed'), of('checked-out'), of('cancelled'), of('waitlisted')]).toEqual([900, 900, 0, 0])
})
