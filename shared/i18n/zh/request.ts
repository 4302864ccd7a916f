import type { request as source } from '../en/request.ts'
import type { Translation } from '../types.ts'

export const request: Translation<typeof source> = {
  kind: {
    'high-floor': '高楼层',
    'medium-floor': '中楼层',
    'low-floor': '低楼层',
    accessible: '无障碍房',
    bathtub: '浴缸',
    shower: '淋浴',
    crib: '婴儿床',
    king: '大床',
    twin: '双床',
    'near-elevator': '靠近电梯',
    'away-from-elevator': '远离电梯',
    quiet: '安静房间',
    'no-alcohol': '迷你吧不放酒',
    other: '其他',
  },
  department: {
    'front-office': '前厅部',
    housekeeping: '客房部',
    engineering: '工程部',
    'food-and-beverage': '餐饮部',
    concierge: '礼宾部',
  },
  action: { acknowledge: '受理', done: '完成', decline: '婉拒', reopen: '重新打开' },
  done: { create: '已新增要求', update: '已修改特殊要求', advance: '特殊要求状态已更新' },
  doneOf: {
    advance: {
      acknowledge: '特殊要求已受理',
      done: '特殊要求已完成',
      decline: '特殊要求已婉拒',
      reopen: '特殊要求已重新打开',
    },
  },
}
