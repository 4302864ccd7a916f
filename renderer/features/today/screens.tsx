import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { CalendarIcon } from '#renderer/ui/icons.tsx'
import { peopleViews } from '#shared/domain/today/day-people.ts'
import {
  filterActs,
  noteActs,
  peopleActs,
  roomActs,
  severalActs,
  sortActs,
  stayActs,
  todayActs,
  waitingActs,
  walkInActs,
} from './acts.ts'

/** Each figure of the day is found by its own name. */
const places = [
  ...peopleViews.map((view) => ({ title: `today.count.${view}` as const, list: view })),
  { title: 'today.notes.title' as const, list: 'notes' as const },
].map(({ title, list }) => ({ title, to: href(paths.today, undefined, { list }) }))

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
    acts: [
      todayActs,
      walkInActs,
      severalActs,
      noteActs,
      sortActs,
      roomActs,
      stayActs,
      filterActs,
      peopleActs,
      waitingActs,
    ],
    places,
    words: 'arrivals departures due in out jinri jr',
  },
]
