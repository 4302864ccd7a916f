import type { insightFile as source } from '../en/insight-file.ts'
import type { Translation } from '../types.ts'

export const insightFile: Translation<typeof source> = {
  part: 'insight：没有“{{given}}”。可用：{{known}}。',
  partNear: 'insight：没有“{{given}}”，是否指“{{meant}}”？可用：{{known}}。',
  choice: '{{option}}：“{{given}}”无效。可用：{{known}}。',
  asOf: '--as-of：“{{given}}”不是日期，请写成 2026-03-01。',
  asOfSummary: '--as-of：汇总文件没有日期，请与 --transactions 一起使用。',
  oneSource: '请在 {{options}} 中指定且只指定一个。',
  beforeFirst: '{{file}} 在 {{date}} 之前没有数据行，请选择更晚的日期。',
  empty: '{{file}} 表头之下没有数据行。',
  column: '{{file}} 没有 {{column}} 列。现有列：{{columns}}。',
  short: '{{file}} 第 {{line}} 行：只有 {{cells}} 个单元格，表头有 {{needed}} 列。',
  quote: '{{file}} 第 {{line}} 行：引号没有闭合。',
  number: '{{file}} 第 {{line}} 行 {{column}} 列：“{{given}}”不是数字，请用数字和小数点。',
  date: '{{file}} 第 {{line}} 行 {{column}} 列：“{{given}}”不是日期，请写成 2026-03-01。',
  noGuest: '{{file}} 第 {{line}} 行 {{column}} 列：缺少客人。',
  belowZero: '{{file}} 第 {{line}} 行 {{column}} 列：{{given}} 小于零。',
  notWhole: '{{file}} 第 {{line}} 行 {{column}} 列：复购次数 {{given}} 不是整数。',
  recencyBeyondAge: '{{file}} 第 {{line}} 行 {{column}} 列：末次时间 {{given}} 晚于观察期末 T = {{T}}。',
  recencyWithoutRepeat: '{{file}} 第 {{line}} 行 {{column}} 列：{{given}}；没有复购时末次即首次，应为 0。',
  unit: { week: '周', day: '天', month: '个月' },
  horizon: 'expected12：未来 {{units}} {{unit}}内的预期次数；value：其价值，按年 {{percent}} % 折现。',
  noModel: '{{model}}：{{why}}不给出数字。',
  noSpending: '不给出价值：{{why}}',
  failure: {
    tooFewGuests: '只有 {{guests}} 位客人，至少需要 {{needed}} 位。',
    tooFewReturned: '再次光临的客人只有 {{returned}} 位，至少需要 {{needed}} 位。',
    notAsked: '未要求计算价值。',
    notConverged: '这些数据求不出最优参数。',
  },
}
