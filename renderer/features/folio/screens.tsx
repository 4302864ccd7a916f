import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { CashIcon, FolioIcon } from '#renderer/ui/icons.tsx'
import { folioActs, foliosActs, leaveActs, lineActs, listActs, paneActs, windowActs } from './acts.ts'
import { depositActs, formActs, holdActs, registerActs, shiftActs, voucherActs } from './cashier/acts.ts'

export const folioScreens: readonly Screen[] = [
  {
    path: paths.folios,
    right: 'folio-read',
    title: 'folioScreen.folios.title',
    key: screenKeys.folios,
    rail: { order: 25, icon: <FolioIcon /> },
    load: () => import('./list/FoliosPage.tsx'),
    acts: [foliosActs],
    words: 'bill account cashier payment settle city ledger house PM zhangdan zd jiezhang jz',
  },
  {
    path: paths.folio,
    right: 'folio-read',
    title: 'folioScreen.title',
    load: () => import('./FolioPage.tsx'),
    acts: [folioActs, lineActs, listActs, windowActs, paneActs, leaveActs],
  },
  {
    path: paths.cashier,
    right: 'cashier',
    title: 'cashierScreen.title',
    rail: { order: 26, icon: <CashIcon /> },
    load: () => import('./cashier/CashierPage.tsx'),
    acts: [shiftActs, formActs, registerActs],
    sections: [
      { title: 'cashierScreen.register.deposits', acts: [depositActs] },
      { title: 'cashierScreen.register.holds', acts: [holdActs] },
      { title: 'cashierScreen.register.vouchers', acts: [voucherActs] },
    ],
    words:
      'shift drawer float count drop safe deposit voucher hold pre-authorisation 班次 交班 押金 预授权 礼券 banci jiaoban yajin',
  },
]
