import type { shift as source } from '../en/shift.ts'
import type { Translation } from '../types.ts'

export const shift: Translation<typeof source> = {
  done: {
    open: '已开班',
    drop: '已投缴保险柜',
    close: '已交班',
  },
}
