import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import {
  answerActs,
  askActs,
  chargeActs,
  checkInActs,
  checkOutActs,
  offerActs,
  readerActs,
  registerActs,
} from '#renderer/parts/stay/acts.ts'

export const stayScreens: readonly Screen[] = [
  {
    path: paths.checkIn,
    right: 'stay',
    title: 'stay.in.title',
    load: () => import('./CheckInPage.tsx'),
    soon: true,
    acts: [checkInActs, registerActs, askActs, readerActs, chargeActs, answerActs],
  },
  {
    path: paths.checkOut,
    right: 'stay',
    title: 'stay.out.title',
    load: () => import('./CheckOutPage.tsx'),
    soon: true,
    acts: [checkOutActs, offerActs, chargeActs, answerActs],
  },
]
