import type { stay as source } from '../en/stay.ts'
import type { Translation } from '../types.ts'

export const stay: Translation<typeof source> = {
  done: {
    checkIn: '已办理入住',
    checkInTogether: '已一并办理入住',
    reverseCheckIn: '已撤回入住',
    noteArrival: '候房登记已更改',
    moveRoom: '已换房',
    setPerson: '同住人日期已更改',
    checkOut: '已办理退房',
    checkOutTogether: '已一并办理退房',
    reverseCheckOut: '已撤回退房',
    saveSettings: '到离店规则已更改',
    noShow: '已记为未到',
  },
}
