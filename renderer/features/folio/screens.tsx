import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { FolioIcon } from '#renderer/ui/icons.tsx'
import { folioActs, foliosActs, leaveActs, lineActs, listActs, paneActs, windowActs } from './acts.ts'

export const folioScreens: readonly Screen[] = [
  {
    path: paths.folios,
    title: 'folioScreen.folios.title',
    key: screenKeys.folios,
    rail: { order: 25, icon: <FolioIcon /> },
    load: () => import('./list/FoliosPage.tsx'),
    acts: [foliosActs],
    words: 'bill account cashier payment settle city ledger house PM zhangdan zd jiezhang jz',
  },
  {
    path: paths.folio,
    title: 'folioScreen.title',
    load: () => import('./FolioPage.tsx'),
    acts: [folioActs, lineActs, listActs, windowActs, paneActs, leaveActs],
  },
]
