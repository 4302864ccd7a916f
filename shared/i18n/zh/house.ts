import type { house as source } from '../en/house.ts'
import type { Translation } from '../types.ts'

export const house: Translation<typeof source> = {
  done: {
    addTrace: '已添加跟进',
    changeTrace: '已修改跟进',
    markTrace: '跟进状态已更新',
  },
  doneOf: {
    markTrace: { done: '跟进已完成', reopen: '跟进已重新打开' },
  },
  refusal: {
    TRACE_UNKNOWN: '该跟进已不存在，请返回列表。',
    TRACE_PAST: '当前营业日为 {{businessDate}}，请选择当日或之后的日期。',
    TRACE_DATES: '结束日期不得早于开始日期，且最多 {{max}} 天。',
  },
}
