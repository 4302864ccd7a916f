import type { loyalty as source } from '../en/loyalty.ts'
import type { Translation } from '../types.ts'

export const loyalty: Translation<typeof source> = {
  done: { enrol: '已入会', setTier: '已人工调整等级', saveProgramme: '已保存会员计划' },
}
