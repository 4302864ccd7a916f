import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { HouseIcon } from '#renderer/ui/icons.tsx'
import { houseActs } from './acts.ts'

export const houseScreens: readonly Screen[] = [
  {
    path: paths.house,
    title: 'house.title',
    key: 'Shift+F3',
    right: 'house',
    rail: { order: 22, icon: <HouseIcon />, word: 'house.rail' },
    load: () => import('./HousePage.tsx'),
    acts: [houseActs],
    words:
      'messages wake-up calls parcels lost property keys luggage traces fire list guests in house 留言 叫醒 包裹 失物 房卡 行李 跟进 消防 zaizhu liuyan jiaoxing baoguo shiwu xingli',
  },
]
