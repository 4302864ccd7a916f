import type { newBooking as source } from '../en/new-booking.ts'
import type { Translation } from '../types.ts'

/** 新建预订：同上次、无法满足的要求、售罄时的其他选择 */
export const newBooking: Translation<typeof source> = {
  contradicts: {
    type: '{{type}} 没有这样的房间',
    free: '这样的 {{type}} 已无空房',
    room: '{{room}} 房不符',
  },
  lastTime: {
    take: '同上次',
    none: '无历史入住',
    lacks: '与上次不同之处',
    lack: {
      TYPE_NOT_SOLD: '房型 {{roomType}} 已停售。',
      TYPE_SOLD_OUT: '{{roomType}} 满房：',
      PLAN_NONE: '上次入住无房价码。',
      PLAN_NOT_SOLD: '房价码 {{plan}} 已停售。',
      ROOM_GONE: '{{room}} 房已不再使用。',
      ROOM_OTHER_TYPE: '{{room}} 房与上次计价房型不同。',
      ROOM_OUT_OF_SERVICE: '{{room}} 房已停用。',
      ROOM_TAKEN: '{{room}} 房已被占用：',
    },
  },
  out: {
    nights: '{{type}} 满房：',
    types: '其他房型',
    noTypes: '这几晚没有其他房型可售。',
    dates: '其他日期',
    noDates: '前后一周内此房型均满房。',
    left_other: '余 {{count}}',
    same: '同价',
    waiting: '确认前不占房；',
  },
}
