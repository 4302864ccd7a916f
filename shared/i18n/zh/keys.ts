import type { keys as source } from '../en/keys.ts'
import type { Translation } from '../types.ts'

export const keys: Translation<typeof source> = {
  help: '本页快捷键',
  allKeys: '全部快捷键',
  palette: '查找与命令',
  switchUser: '切换用户并保留当前页面',
  back: '返回，或关闭最上层',
  undo: '撤销上一步变更',
  nextStep: '酒店设置的下一步',
  up: '上一行',
  down: '下一行',
  page: '上翻或下翻一页',
  ends: '首行或末行',
  open: '打开所选行',
  search: '转到查找框',
  save: '保存',
  leave: '不保存，关闭',
  takeDraft: '采用未保存的内容',
  dropDraft: '放弃未保存的内容',
}
