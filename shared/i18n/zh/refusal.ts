import type { refusal as source } from '../en/refusal.ts'
import type { Translation } from '../types.ts'

export const refusal: Translation<typeof source> = {
  NOT_FOUND: '此记录已不存在，请重新查找。',
}
