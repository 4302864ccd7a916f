import type { arrival as source } from '../en/arrival.ts'
import type { Translation } from '../types.ts'

export const arrival: Translation<typeof source> = {
  phone: '电话',
  ofBooker: '（预订人）',
  expected: '预计抵店',
  held: '保留至',
  heldAllNight: '已担保，整夜保留',
  deposit: '应收订金',
  depositBy: '{{amount}}，{{date}}前',
  holdHint: '抵店当日；06:00 之前指当日夜里',
}
