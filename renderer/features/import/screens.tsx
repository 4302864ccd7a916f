import { ImportOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

export const importScreens: readonly Screen[] = [
  {
    path: paths.import,
    title: 'import.title',
    rail: { order: 85, icon: <ImportOutlined /> },
    role: 'manager',
    load: () => import('./ImportPage.tsx'),
    keys: {
      'Alt+O': 'import.key.choose',
      'Alt+D': 'import.key.dryRun',
      'Alt+I': 'import.key.import',
      'Alt+1': 'import.key.columns',
      'Alt+2': 'import.key.preview',
      'Alt+3': 'import.key.report',
      'Alt+4': 'import.key.rules',
      'Alt+E': 'import.key.earlier',
      'Alt+S': 'import.key.download',
    },
    words: 'csv xlsx excel upload migrate 导入 上传 迁移 daoru dr',
  },
]
