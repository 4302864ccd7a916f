import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { MoonIcon } from '#renderer/ui/icons.tsx'
import { allActs, blockActs, closeActs, paneActs } from './acts.ts'

export const auditScreens: readonly Screen[] = [
  {
    path: paths.close,
    title: 'auditScreen.title',
    key: screenKeys.close,
    right: 'audit',
    rail: { order: 28, icon: <MoonIcon />, word: 'audit.rail' },
    load: () => import('./ClosePage.tsx'),
    acts: [blockActs, allActs, closeActs, paneActs],
    words: 'night audit end of day no-show business date roll yeshen ys',
  },
]
