import type { cutover as source } from '../en/cutover.ts'
import type { Translation } from '../types.ts'

export const cutover: Translation<typeof source> = {
  done: {
    post: '期初余额已入账',
  },
}
