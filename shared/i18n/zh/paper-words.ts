import type * as source from '../en/paper-words.ts'
import type { Translation } from '../types.ts'

export const paperRefusals: Translation<typeof source.paperRefusals> = {
  DEPOSIT_UNKNOWN: '没有这笔押金或预付款，请从列表中选择。',
  EINVOICE_NO_TAX_NO: '电子账单数据需要酒店税号。请在“设置—财务”中填写，或关闭电子账单。',
  EINVOICE_NO_ADDRESS: '电子账单数据需要酒店名称和地址。请在“设置—财务”中填写，或关闭电子账单。',
  EINVOICE_NO_PAYEE: '电子账单数据需要付款方名称和地址。请先设置账页付款方，再开具。',
  FAPIAO_CURRENCY: '发票以人民币开具，本酒店币种为 {{currency}}。',
  FAPIAO_NO_ITEM: '{{name}} 没有商品和服务税收编码，请在“设置—财务”中为该项目补充。',
  FAPIAO_NO_RATE: '{{name}} 不计增值税，不能开具发票，请去掉该项。',
  FAPIAO_NONE: '没有待导出的开票申请。',
  FAPIAO_NOT_POSITIVE: '所选账项合计不大于零，请把被冲减的消费一并选上。',
  FAPIAO_NUMBER_TAKEN: '发票号码 {{number}} 已登记，请核对号码。',
  FAPIAO_STATUS: '该申请目前的状态不允许此操作，请刷新列表。',
  FAPIAO_TAX_NO: '单位抬头和专用发票须填写纳税人识别号；如开给个人，请选择“个人”。',
  FAPIAO_UNKNOWN: '没有这条开票申请，请从列表中选择。',
  PAPER_CREDITED: '{{number}} 已由 {{by}} 冲销。',
  PAPER_EMPTY: '没有尚未开单的消费。',
  PAPER_NEGATIVE: '结账单合计小于零。请先冲销之前的结账单，再重新开具。',
  PAPER_NO_PAYMENT: '这里没有可开收据的收款。请选择未被冲正的收款或退款。',
  PAPER_NOT_INVOICE: '{{number}} 不是结账单，只有结账单可以冲销。',
  PAPER_UNKNOWN: '没有这张单据，请从列表中选择。',
  SERIES_MISSING: '该类单据没有启用的编号序列，请在“设置—财务”中添加。',
}

export const paperFieldNames: Translation<typeof source.paperFieldNames> = {
  account: '银行账号',
  bank: '开户银行',
  depositId: '押金',
  details: '明细信息',
  of: '单据',
  paperId: '单据',
  person: '个人',
  postingId: '入账',
  redNumber: '红字发票号码',
  remark: '票面附注',
  size: '纸张',
  title: '抬头',
}

export const fapiao: Translation<typeof source.fapiao> = {
  done: {
    ask: '已申请发票',
    export: '已导出开票申请',
    setIssued: '已登记发票号码',
    setRed: '已登记红字发票',
    withdraw: '已撤回开票申请',
  },
}
