import type { folioHeld as source } from '../en/folio-held.ts'
import type { Translation } from '../types.ts'

export const folioHeld: Translation<typeof source> = {
  kind: '类别',
  note: '备注',
  slipField: '单号',
  holdField: '预授权',
  of: '{{held}}',
  heldAll: '押金/订金合计',
  heldOf: '单号 {{slip}} 余额',
  status: { held: '有效', captured: '已完成', released: '已撤销' },
  nothing: '已没有押金或预授权。',
  take: { title: '收押金/订金', submit: '收取' },
  slip: {
    title: '单号 {{slip}}',
    taken: '已收 {{amount}}。',
    change: '找零 {{amount}}',
    print: '打印押金单',
  },
  apply: { title: '押金抵扣', submit: '抵扣' },
  return: {
    title: '退押金/订金',
    submit: '退还',
    lost: '押金单遗失',
    usual: { slipLost: '押金单遗失，已核对证件', cardClosed: '原卡已失效' },
  },
  keep: {
    title: '没收押金/订金',
    submit: '没收',
    code: '计入收入代码',
    revenue: '入账金额（含税）',
    usual: { cancelled: '逾期取消', noShow: '未到店', damage: '房内物品损坏' },
  },
  hold: {
    title: '登记预授权',
    submit: '登记预授权',
    approval: '授权码',
    expiresOn: '有效至',
    all: '预授权合计',
    note: '请先在 POS 机上完成。预授权不是收款，关账前须完成或撤销。',
  },
  capture: { title: '预授权完成', submit: '完成', free: '其余解冻' },
  release: { title: '预授权撤销', submit: '撤销', what: '请先在 POS 机上撤销，再在此登记。' },
  look: { language: '语言', size: '纸张', en: 'English', zh: '中文' },
}
