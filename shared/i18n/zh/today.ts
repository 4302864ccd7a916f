import type { today as source } from '../en/today.ts'
import type { Translation } from '../types.ts'

export const today: Translation<typeof source> = {
  title: '今日',
  dueIn: '预抵',
  inHouse: '在住',
  dueOut: '预离',
  none: {
    'due-in': '该营业日没有待入住的预订。',
    'in-house': '没有在住客人。',
    'due-out': '该营业日没有待离店的客人。',
  },
  column: {
    room: '房号',
    guest: '客人',
    type: '房型',
    arrival: '抵店',
    departure: '离店',
    persons: '人数',
    tier: '等级',
    requests: '要求',
    alerts: '提醒',
    plan: '房价码',
    number: '确认号',
  },
  openRequests_other: '{{count}} 项待办要求',
  alerts_other: '{{count}} 条提醒',
  noRoom: '未排房',
  key: { dueIn: '转到预抵', inHouse: '转到在住', dueOut: '转到预离' },
}
