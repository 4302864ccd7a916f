import {
  assignRoom,
  cancelBooking,
  changeDates,
  changeDetails,
  changeRate,
  changeRoomType,
  confirmBooking,
  reinstateBooking,
} from './change.ts'
import { changeGuests, changeTogether } from './change-guests.ts'
import { createBooking } from './create.ts'
import { findWays } from './find-ways.ts'
import { getBooking } from './get.ts'
import { lastTime } from './last-time.ts'
import { bookingChanges, listBookings } from './list.ts'
import { previewChange, previewCreate } from './preview.ts'
import { bookingAsOf } from './then.ts'

export const bookingHandlers = {
  'booking.get': getBooking,
  'booking.asOf': bookingAsOf,
  'booking.list': listBookings,
  'booking.changes': bookingChanges,
  'booking.previewCreate': previewCreate,
  'booking.lastTime': lastTime,
  'booking.create': createBooking,
  'booking.previewChange': previewChange,
  'booking.changeDates': changeDates,
  'booking.changeRoomType': changeRoomType,
  'booking.assignRoom': assignRoom,
  'booking.changeRate': changeRate,
  'booking.changeGuests': changeGuests,
  'booking.changeDetails': changeDetails,
  'booking.confirm': confirmBooking,
  'booking.cancel': cancelBooking,
  'booking.reinstate': reinstateBooking,
  'booking.changeTogether': changeTogether,
  'booking.findWays': findWays,
}
