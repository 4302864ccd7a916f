import type { shift as source } from '../en/shift.ts'
import type { Translation } from '../types.ts'

export const shift: Translation<typeof source> = {
  done: {
    open: '已开班',
    drop: '已投缴保险柜',
    close: '已交班',
    file: '已打印或保存',
  },
  reportName: {
    shift: '收银交班报表',
  },
  paper: {
    shift: '班次',
    file: '交班报表 {{id}} {{date}}',
    number: '班次 {{id}}',
    at: '工作台',
    by: '清点人 {{name}}',
    printed: '打印时间',
    drops: '投缴记录',
    face: '面值',
    pieces: '张数',
    total: '合计',
    signCashier: '交款人签字',
    signReceiver: '收款人签字',
    part: '部分',
    item: '项目',
    detail: '说明',
    inCurrency: '原币金额',
    inHotels: '{{currency}} 金额',
  },
}
