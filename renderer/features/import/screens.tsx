import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { ImportIcon } from '#renderer/ui/icons.tsx'
import { batchActs, findingActs, importActs, runActs, tabActs } from './acts.ts'

export const importScreens: readonly Screen[] = [
  {
    path: paths.import,
    title: 'import.title',
    rail: { order: 85, icon: <ImportIcon /> },
    right: 'import',
    load: () => import('./ImportPage.tsx'),
    acts: [importActs, runActs, tabActs, batchActs, findingActs],
    words: 'csv xlsx excel upload migrate 导入 上传 迁移 daoru dr',
  },
]
