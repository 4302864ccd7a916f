import { PlusSquareOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

export const bookingScreens: readonly Screen[] = [
  {
    path: paths.newBooking,
    title: 'booking.newTitle',
    key: 'F7',
    rail: { order: 30, icon: <PlusSquareOutlined /> },
    load: () => import('./new/NewBookingPage.tsx'),
    keys: { 'Ctrl+Enter': 'booking.key.save', 'Alt+N': 'booking.key.newGuest' },
    words: 'reserve reservation book yuding yd',
  },
  {
    path: paths.booking,
    title: 'booking.title',
    load: () => import('./BookingPage.tsx'),
    keys: {
      D: 'booking.key.dates',
      T: 'booking.key.roomType',
      R: 'booking.key.room',
      P: 'booking.key.rate',
      G: 'booking.key.guests',
      N: 'booking.key.request',
      C: 'booking.key.confirm',
      X: 'booking.key.cancel',
      I: 'booking.key.reinstate',
      O: 'booking.key.guest',
    },
  },
]
