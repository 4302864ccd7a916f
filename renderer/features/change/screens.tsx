import { HistoryOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

export const changeScreens: readonly Screen[] = [
  {
    path: paths.changes,
    title: 'change.title',
    rail: { order: 80, icon: <HistoryOutlined /> },
    load: () => import('./ChangesPage.tsx'),
    keys: {
      'Alt+E': 'change.key.entity',
      'Alt+W': 'change.key.actor',
      'Alt+O': 'change.key.operation',
      'Alt+X': 'change.key.clear',
    },
    words: 'audit history journal log 审计 历史 记录',
  },
]
