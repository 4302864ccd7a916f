import type { offer as source, suggestion as suggestionSource } from '../en/offer.ts'
import type { Translation } from '../types.ts'

export const offer: Translation<typeof source> = {
  done: { note: '已记录推荐结果' },
}

export const suggestion: Translation<typeof suggestionSource> = {
  done: { vote: '已评价提示' },
}
