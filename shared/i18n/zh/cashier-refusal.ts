import type { cashierRefusal as source } from '../en/cashier-refusal.ts'
import type { Translation } from '../types.ts'

export const cashierRefusal: Translation<typeof source> = {
  CHART_NEEDED: '本店尚未设置账项科目，请先在“设置 → 账务”中载入。',
  COUNT_FACE: '{{currency}} 没有面值 {{faceMinor}}，请核对点钞数。',
  COUNT_NOT_WHOLE: '{{currency}} {{faceMinor}}：{{pieces}} 不是有效张数，请输入 0 或正整数。',
  DROP_ABOVE_DRAWER: '钱箱现金不足，请核对金额。',
  SHIFT_CLOSED: '该班次已交班，钱箱已清点，不能再改动。',
  SHIFT_NOT_COUNTED: '该班次尚未清点。交班后才能查看报表。',
  SHIFT_OPEN: '您已有未交班的班次，请先交班。',
  SHIFT_OTHERS: '这是其他收银员的班次，须由本人或经理交班。',
  SHIFT_UNKNOWN: '没有该班次，请从列表中选择。',
  SHIFT_WITHOUT_USER: '班次须归属登录用户，请先登录。',
}
