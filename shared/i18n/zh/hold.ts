import type { hold as source } from '../en/hold.ts'
import type { Translation } from '../types.ts'

export const hold: Translation<typeof source> = {
  done: {
    take: '已登记预授权',
    capture: '预授权已完成',
    release: '预授权已撤销',
  },
}
