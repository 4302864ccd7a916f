import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { BroomIcon } from '#renderer/ui/icons.tsx'
import { boardActs, forecastActs, paneActs, roomActs } from './acts.ts'

export const housekeepingScreens: readonly Screen[] = [
  {
    path: paths.housekeeping,
    title: 'housekeeping.title',
    right: 'housekeeping',
    key: screenKeys.housekeeping,
    rail: { order: 15, icon: <BroomIcon />, word: 'housekeeping.rail' },
    load: () => import('./board/BoardPage.tsx'),
    soon: true,
    acts: [roomActs, boardActs],
    words: 'rooms clean dirty board attendants out of order OOO OOS 房态 房务 脏房 净房 维修 kefang kf',
  },
  {
    path: paths.housekeepingNotes,
    title: 'housekeeping.notes.title',
    right: 'housekeeping',
    load: () => import('./notes/NotesPage.tsx'),
    acts: [paneActs],
    words: 'tickets maintenance requests traces discrepancies skip sleep 维修单 差异 报修 weixiu chayi',
  },
  {
    path: paths.housekeepingForecast,
    title: 'housekeeping.forecast.title',
    right: 'housekeeping',
    load: () => import('./forecast/ForecastPage.tsx'),
    acts: [forecastActs],
    words: 'forecast tomorrow arrivals ready 用房预测 明日 预抵 yongfang',
  },
  {
    path: paths.myRooms,
    title: 'housekeeping.my.title',
    right: 'housekeeping',
    load: () => import('./my/MyPage.tsx'),
    words: 'telephone housekeeper 手机 我的房间 wodefangjian',
  },
]
