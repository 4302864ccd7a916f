import type { insight as source } from '../en/insight.ts'
import type { Translation } from '../types.ts'

export const insight: Translation<typeof source> = {
  title: '洞察',
  sections: '洞察栏目',
  unknownSection: '没有这个栏目。',
  section: {
    value: '客户价值',
    lifetime: '终身价值',
    segments: '客群',
    risk: '风险',
    leaving: '流失预警',
    playbooks: '应对方案',
    settings: '分析设置',
  },
  key: {
    value: '转到客户价值',
    lifetime: '转到终身价值',
    segments: '转到客群',
    risk: '转到风险',
    leaving: '转到流失预警',
    playbooks: '转到应对方案',
    settings: '转到分析设置',
    refresh: '重新计算',
  },
  status: {
    label: '结果的时间',
    asOf: '截至',
    computed: '计算于',
    changes_other: '此后有 {{number}} 项变更',
    unnamed_other: '未计入 {{number}} 位未留姓名的客人',
    unnamedWhy: '导入时没有姓名的客人：不知是谁，无从分析。',
    never: '尚未计算',
    running: '正在计算',
    cancelled: '已取消计算，此前的结果不变。',
    refresh: '重新计算',
    notYet:
      '这里显示客人分析的结果：谁带来多少收入、谁正在流失、各有什么需要。本酒店尚未计算过。计算只读取预订，不改动任何数据，期间前台可照常工作。',
    compute: '立即计算',
  },
  done: {
    refresh: '已重新计算洞察',
    run: '已计算',
    saveSettings: '已修改分析设置',
    savePlaybook: '已保存应对方案',
    judge: '已人工设定客人分类',
  },
  refusal: {
    TREE_TOO_LITTLE_LEARNED:
      '数据太少，无法学习：{{day}} 共 {{guests}} 位客人，其中 {{positives}} 位在 {{until}} 前达到目标。至少需要 {{leastGuests}} 位客人，达到与未达到目标的各 {{leastEach}} 位。',
    TREE_TOO_LITTLE_JUDGED:
      '数据太少，无法检验规则：{{day}} 共 {{guests}} 位客人，其中 {{positives}} 位在 {{until}} 前达到目标。至少需要 {{leastGuests}} 位客人，达到与未达到目标的各 {{leastEach}} 位。',
    CANCELLED: '已停止，此前的结果不变。',
    INSIGHT_NO_FILE: {
      taken: '计算结果应存于 {{file}}，该位置已有其他文件。请将其移走，然后重新启动客迹。',
      'read-only': '计算结果无法存于 {{file}}：该位置不可写。请检查权限，然后重新启动客迹。',
      full: '计算结果无法存于 {{file}}：磁盘已满。请腾出空间，然后重新启动客迹。',
      unavailable: '计算结果无法存于 {{file}}：磁盘拒绝写入。请检查磁盘，然后重新启动客迹。',
    },
    TOO_FEW_GUESTS: '客人太少，无法得出结论：需要 {{needed}} 位，现有 {{found}} 位。',
    GUESTS_ALIKE: '{{guests}} 位客人过于相似，分不出 {{kinds}} 个客群。',
    RISK_TOO_LITTLE: '结果已知的预订只有 {{bookings}} 个，至少需要 {{least}} 个才能评估风险。',
    MOVES_ORDER: '{{from}} 不早于 {{to}}，请选择更早的起始日期。',
    TOO_FEW_STAYS: '目前只有 {{stays}} 次住宿；满 {{min}} 次后才计算关联规则，在此之前不显示。',
    TOO_MANY_ITEMSETS: '满足支持度的组合超过 {{limit}} 个，请提高支持度。',
    TOO_MANY_RULES: '找到的规则超过 {{limit}} 条，请提高支持度或置信度。',
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
