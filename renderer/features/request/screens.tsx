import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { RequestsIcon } from '#renderer/ui/icons.tsx'
import { boardActs, rowActs } from './acts.ts'

export const requestScreens: readonly Screen[] = [
  {
    path: paths.requests,
    title: 'request.title',
    key: screenKeys.requests,
    right: 'requests',
    rail: { order: 24, icon: <RequestsIcon />, word: 'request.rail' },
    load: () => import('./BoardPage.tsx'),
    acts: [rowActs, boardActs],
    words:
      'requests traces departments overdue tasks housekeeping engineering kitchen concierge 特殊要求 跟进 待办 逾期 部门 teshuyaoqiu genjin daiban yuqi',
  },
]
