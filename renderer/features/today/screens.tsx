import { CalendarOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

export const todayScreens: readonly Screen[] = [
  {
    path: paths.today,
    title: 'today.title',
    key: 'F2',
    rail: { order: 10, icon: <CalendarOutlined /> },
    load: () => import('./TodayPage.tsx'),
    keys: { 1: 'today.key.dueIn', 2: 'today.key.dueOut', 3: 'today.key.inHouse', Enter: 'keys.open' },
    words: 'arrivals departures due in out jinri jr',
  },
]
