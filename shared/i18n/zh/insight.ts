import type { insight as source } from '../en/insight.ts'
import type { Translation } from '../types.ts'

export const insight: Translation<typeof source> = {
  section: {
    value: '客户价值',
    playbooks: '应对方案',
    settings: '分析设置',
  },
  done: {
    refresh: '已重新计算洞察',
    run: '已计算',
    saveSettings: '已修改分析设置',
    savePlaybook: '已保存应对方案',
    judge: '已人工设定客人分类',
  },
  refusal: {
    CANCELLED: '已停止，此前的结果不变。',
    INSIGHT_NO_FILE: {
      taken: '计算结果应存于 {{file}}，该位置已有其他文件。请将其移走，然后重新启动客迹。',
      'read-only': '计算结果无法存于 {{file}}：该位置不可写。请检查权限，然后重新启动客迹。',
      full: '计算结果无法存于 {{file}}：磁盘已满。请腾出空间，然后重新启动客迹。',
      unavailable: '计算结果无法存于 {{file}}：磁盘拒绝写入。请检查磁盘，然后重新启动客迹。',
    },
    CLASS_UNKNOWN: '没有“{{class}}”这个分类，请从列表中选择。',
    SETTINGS_INVALID: {
      number: '{{field}}：请填写允许范围内的整数。',
      amount: '{{field}}：请填写不小于 0 的金额。',
      choice: '{{field}}：请从所列值中选择。',
      shape: '{{field}}：没有这项设置，或填写不完整。',
      sharesOrder: '{{field}}：须大于“高价值”的占比。',
      daysOrder: '{{field}}：须大于判为沉默的天数。',
    },
  },
}
