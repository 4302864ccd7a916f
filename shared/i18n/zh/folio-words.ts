import type { folioFieldNames as source } from '../en/folio-words.ts'
import type { Translation } from '../types.ts'

export const folioFieldNames: Translation<typeof source> = {
  lines: '账项',
  windows: '账页',
  routings: '转账规则',
  noPost: '不可挂账',
  shareFrom: '分摊起',
  shareTo: '分摊止',
  skippedOn: '跑单日',
  heldMinor: '持有',
}
