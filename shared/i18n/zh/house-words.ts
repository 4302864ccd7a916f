import type { houseFieldNames as source } from '../en/house-words.ts'
import type { Translation } from '../types.ts'

export const houseFieldNames: Translation<typeof source> = {
  forName: '收件人',
  fromName: '来自',
  toName: '领取人',
  callOn: '叫醒日期',
  callAt: '时间',
  tries: '呼叫次数',
  keys: '房卡数',
  returned: '已收回',
  pieces: '件数',
  trackingNo: '运单号',
  keptIn: '存放位置',
  foundOn: '拾获日期',
  foundAt: '拾获地点',
  what: '物品',
  finder: '拾获人',
  followOn: '跟进日期',
  givenTo: '领取人',
  proof: '凭证',
  tagNo: '行李牌号',
  printedAt: '打印时间',
}
