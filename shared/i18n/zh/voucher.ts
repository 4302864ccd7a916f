import type { voucher as source } from '../en/voucher.ts'
import type { Translation } from '../types.ts'

export const voucher: Translation<typeof source> = {
  done: {
    sell: '已售礼券',
  },
}
