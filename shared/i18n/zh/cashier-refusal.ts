import type { cashierFieldNames as fields, cashierRefusal as source } from '../en/cashier-refusal.ts'
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
  CODE_UNKNOWN: '账项代码中没有此项或已不再使用。请另选，或在“设置 → 账务”中添加。',
  CODE_NOT_VOUCHER: '{{code}} 不是礼券销售代码，请另选。',
  DEPOSIT_METHOD: '{{code}} 不能用于收押金，请选择现金、银行卡或转账。',
  DEPOSIT_OTHER_METHOD: '该押金以 {{code}} 收取，须原路退还。如需其他方式，请经理填写原因后办理。',
  DEPOSIT_SHORT: '单号 {{slip}} 现余 {{heldMinor}}，金额不能超过此数。',
  DEPOSIT_UNKNOWN: '没有该笔押金，请从列表中选择。',
  HOLD_ABOVE: '预授权金额为 {{heldMinor}}，不能超过；其余请另行收款。',
  HOLD_ENDS_BEFORE: '{{date}} 早于今日 {{today}}，请输入预授权到期日。',
  HOLD_EXPIRED: '该预授权已于 {{on}} 到期。请撤销后重新授权，或直接收款。',
  HOLD_NOT_CARD: '预授权只能以银行卡完成。请选择银行卡代码，或在“设置 → 账务”中添加。',
  HOLD_UNKNOWN: '没有该笔预授权，请从列表中选择。',
  VOUCHER_ENDS_BEFORE: '{{date}} 早于今日 {{today}}，请输入以后的日期，或留空。',
  VOUCHER_SPENT: '礼券 {{number}} 已使用 {{spentMinor}}，请先冲销这些付款。',
  VOUCHER_TAKEN: '礼券 {{number}} 已售出，请核对号码。',
}

export const cashierFieldNames: Translation<typeof fields> = {
  lost: '押金单遗失',
  approval: '授权码',
}
