import type { reportAsk as source } from '../en/report-ask.ts'
import type { Translation } from '../types.ts'

export const reportAsk: Translation<typeof source> = {
  field: '查找或询问报表',
  short: '查找或询问…',
  group: '报表',
  understood: '已理解',
  left: '已理解的部分',
  choose: '改为“{{word}}”',
  filter: '{{name}}：{{value}}',
  cut: '按{{cut}}',
  against: '对比 {{period}}',
  since: '自 {{moment}}',
  problem: {
    unknown: '无法识别“{{text}}”。',
    ambiguous: '“{{text}}”有多种含义，请选择。',
    twice: '“{{text}}”与前文矛盾。',
    'not-taken': '该报表不支持“{{text}}”。',
    'not-shown': '“{{text}}”在其他报表中。',
    'no-report': '请输入要查询的数据或报表。',
    'no-such-day': '不存在“{{text}}”。',
    'no-month': '“{{text}}”缺少月份。',
    'no-period': '“{{text}}”缺少对比的时期。',
    backwards: '“{{text}}”的截止早于起始。',
    'too-long': '报表最多涵盖五十年。',
    'not-permitted': '您的角色无权查看该报表。',
  },
}
