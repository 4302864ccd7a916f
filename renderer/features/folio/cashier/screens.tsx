import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { CashIcon } from '#renderer/ui/icons.tsx'
import { depositActs, holdActs, registerActs, shiftActs, voucherActs } from './acts.ts'

export const cashierScreens: readonly Screen[] = [
  {
    path: paths.cashier,
    title: 'cashierScreen.title',
    rail: { order: 26, icon: <CashIcon /> },
    load: () => import('./CashierPage.tsx'),
    acts: [shiftActs, registerActs, depositActs, holdActs, voucherActs],
    words:
      'shift drawer float count drop safe deposit voucher hold pre-authorisation 班次 交班 押金 预授权 礼券 banci jiaoban yajin',
  },
]
