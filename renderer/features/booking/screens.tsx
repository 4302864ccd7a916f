import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { bookingFolioActs } from '#renderer/parts/folio/acts.ts'
import { bookingTraceActs } from '#renderer/parts/house/acts.ts'
import { stayBarActs } from '#renderer/parts/stay/acts.ts'
import { PlusSquareIcon } from '#renderer/ui/icons.tsx'
import { bookingActs, leaveActs, newBookingActs, paneActs } from './acts.ts'

export const bookingScreens: readonly Screen[] = [
  {
    path: paths.newBooking,
    right: 'booking-write',
    title: 'booking.newTitle',
    key: screenKeys.newBooking,
    rail: { order: 30, icon: <PlusSquareIcon /> },
    load: () => import('./new/NewBookingPage.tsx'),
    soon: true,
    acts: [newBookingActs],
    words: 'reserve reservation book yuding yd',
  },
  {
    path: paths.booking,
    right: 'booking-read',
    title: 'booking.title',
    load: () => import('./BookingPage.tsx'),
    soon: true,
    acts: [bookingActs, stayBarActs, paneActs, leaveActs, bookingFolioActs, bookingTraceActs, earlierActs],
  },
]
