import type { deposit as source } from '../en/deposit.ts'
import type { Translation } from '../types.ts'

export const deposit: Translation<typeof source> = {
  done: {
    take: '已收押金',
    apply: '押金已抵扣',
    refund: '押金已退还',
    forfeit: '押金已转收入',
    reportLost: '已登记押金单遗失',
  },
}
