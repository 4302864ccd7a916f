import type { stay as source } from '../en/stay.ts'
import type { Translation } from '../types.ts'

export const stay: Translation<typeof source> = {
  done: { checkIn: '已办理入住', checkOut: '已办理退房', noShow: '已记为未到' },
}
