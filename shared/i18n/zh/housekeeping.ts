import type {
  housekeepingFieldNames as fieldSource,
  housekeepingRefusal as refusalSource,
  housekeeping as source,
} from '../en/housekeeping.ts'
import type { Translation } from '../types.ts'

export const housekeepingRefusal: Translation<typeof refusalSource> = {
  CLOSURE_OVERLAPS: '{{room}}房在{{from}}至{{to}}已封房，请修改该封房。',
  CLOSURE_PROMISED: '{{room}}房自{{night}}晚起已排房：{{bookings}}。请先换排其他房间，或另选日期。',
  CLOSURE_OCCUPIED: '{{room}}房有住客：{{bookings}}。请先换房，或在离店后开始。',
  CLOSURE_SOLD:
    '{{night}}晚{{roomType}}已无余房：{{bookings}}。请先调整其中一个预订，或只停止排房、不减可售房。',
}

export const housekeeping: Translation<typeof source> = {
  done: {
    saveSettings: '已保存客房规则',
    setRooms: '已更新房态',
    closeRoom: '已封房',
    changeClosure: '已修改封房',
    reopenRoom: '已重新开房',
  },
  refusal: {
    CLOSURE_UNKNOWN: '该封房已不存在，请刷新列表。',
    CLOSURE_OVER: '该封房已于{{to}}结束，不再改动。请新建封房。',
    CLOSURE_DATES: '封房的结束须晚于开始，请选择较晚的结束日期。',
    CLOSURE_TOO_LONG: '一次最多封房{{max}}晚，请选择较早的结束日期。',
    RIGHT_NEEDED: '只有主管可将房间设为已查。',
  },
}

export const housekeepingFieldNames: Translation<typeof fieldSource> = {
  rooms: '房间',
  state: '房态',
  since: '起始日期',
  madeAt: '创建时间',
  madeBy: '创建人',
  departureState: '离店后',
  stayOverState: '续住过夜后',
  reopenedState: '重新开房后',
  linenEvery: '更换布草间隔（晚）',
  inspectionNeeded: '抵店前须查房',
  checkAfterDays: '连续未服务几天后查看',
  departureCredits: '走客房工作量',
  stayOverCredits: '续住房工作量',
  linenCredits: '换布草工作量',
  pickupCredits: '小整工作量',
  dayCredits: '每人每日工作量',
}
