import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { HistoryIcon } from '#renderer/ui/icons.tsx'
import { changeActs, foldActs } from './acts.ts'

export const changeScreens: readonly Screen[] = [
  {
    path: paths.changes,
    right: 'change-read',
    title: 'change.title',
    rail: { order: 80, icon: <HistoryIcon /> },
    load: () => import('./ChangesPage.tsx'),
    acts: [changeActs, foldActs],
    words: 'audit history journal log 审计 历史 记录',
  },
]
