import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { CalendarIcon } from '#renderer/ui/icons.tsx'
import {
  filterActs,
  noteActs,
  roomActs,
  severalActs,
  sortActs,
  stayActs,
  todayActs,
  walkInActs,
} from './acts.ts'

export const todayScreens: readonly Screen[] = [
  {
    path: paths.today,
    right: 'booking-read',
    title: 'today.title',
    key: screenKeys.today,
    rail: { order: 10, icon: <CalendarIcon /> },
    load: () => import('./TodayPage.tsx'),
    plain: true,
    soon: true,
    acts: [todayActs, walkInActs, severalActs, noteActs, sortActs, roomActs, stayActs, filterActs],
    words: 'arrivals departures due in out jinri jr',
  },
]
