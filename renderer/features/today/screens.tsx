import { CalendarOutlined } from '@ant-design/icons'
import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { todayActs } from './acts.ts'

export const todayScreens: readonly Screen[] = [
  {
    path: paths.today,
    title: 'today.title',
    key: screenKeys.today,
    rail: { order: 10, icon: <CalendarOutlined /> },
    load: () => import('./TodayPage.tsx'),
    plain: true,
    acts: [todayActs],
    words: 'arrivals departures due in out jinri jr',
  },
]
