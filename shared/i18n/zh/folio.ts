import type { folio as source } from '../en/folio.ts'
import type { Translation } from '../types.ts'

export const folio: Translation<typeof source> = {
  done: {
    openForBooking: '已开账',
    openAccount: '已开账户',
    setPayee: '已设置付款方',
    setTerms: '已设置账单条件',
    setRouting: '已设置转账规则',
    routeBookings: '已将预订转入主账',
    removeRouting: '已取消转账规则',
    charge: '已入账',
    postRoom: '已过房租和税',
    postFee: '已收取费用',
    adjustTaxes: '已调整税额',
    pay: '已收款',
    refund: '已退款',
    payOut: '已代付',
    correct: '已冲账',
    allow: '已减免',
    transfer: '已转账',
    split: '已拆账',
    settle: '已结账并关账',
    close: '已关账',
    reopen: '已重新开账',
    markSkipped: '已登记跑单',
  },
  refusal: {
    ACCOUNT_NEEDED: '请选择挂账的公司或旅行社。',
    RIGHT_NEEDED: '超出限额入账须有“{{needed}}”权限，可请 {{who}} 处理；或先收款。',
  },
}
