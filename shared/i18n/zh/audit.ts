import type { audit as source } from '../en/audit.ts'
import type { Translation } from '../types.ts'

export const audit: Translation<typeof source> = {
  rail: '夜审',
  done: {
    noShow: '已记为未到',
    takeBackNoShow: '已撤销未到',
    moveArrivals: '抵店已顺延一天',
    extendStays: '已续住一晚',
    begin: '夜审已开始',
    stop: '夜审已停止',
    advance: '夜审',
    writeLists: '早班报表已生成',
    saveSettings: '夜审设置已保存',
  },
  because: {
    released: '已过保留时间',
    expired: '咨询已过期',
  },
  use: { stays: '续住', leaves: '预离', turns: '预离后预抵', comes: '预抵', vacant: '空房' },
  list: { arrivals: '预抵客人', 'in-house': '在住客人', housekeeping: '客房清扫' },
  listCount_other: '共 {{count}} 行。',
  column: {
    guest: '住客',
    room: '房号',
    type: '房型',
    confirmationNo: '确认号',
    arrival: '抵店',
    departure: '离店',
    nights: '晚数',
    persons: '人数',
    expectedTime: '预计时间',
    guarantee: '担保',
    requests: '要求',
    balance: '余额',
    comment: '备注',
    floor: '楼层',
    state: '房态',
    use: '今日',
  },
  refusal: {
    REASON_NEEDED: '请说明不收费的原因。',
  },
}
