import type { kinds as source } from '../en/kinds.ts'
import type { Translation } from '../types.ts'

export const kinds: Translation<typeof source> = {
  done: { name: '客群已命名', unname: '已取消客群名称' },
  refusal: {
    KIND_UNKNOWN: '最近一次更新没有这个客群。请更新洞察后重新选择。',
    CODE_TAKEN: '已有客群名为“{{code}}”，请换一个名称。',
  },
}
