import type {
  budget as budgetSource,
  commission as commissionSource,
  compSet as compSetSource,
} from '../en/budget.ts'
import type { Translation } from '../types.ts'

export const budget: Translation<typeof budgetSource> = {
  done: { save: '预算已保存', delete: '预算已删除', import: '预算已导入' },
  title: '预算录入',
  none: '尚无预算：可录入、复制上年或导入文件。',
  level: { house: '全店', type: '按房型', segment: '按细分市场', both: '按房型与细分市场' },
  nights: '间夜',
  revenue: '客房收入',
  rate: '平均房价（计算）',
  total: '合计',
  corner: '单位：{{currency}}',
  grid: '{{year}}年各月预算',
  yearBefore: '上一年',
  yearAfter: '下一年',
  copy: '复制{{year}}年',
  percent: '增减百分比',
  import: '导入…',
  delete: '删除{{year}}年',
  unreadable_other: '有{{count}}格不是数字，更正后方可保存。',
  beyond_other: '粘贴内容有{{count}}格超出表格，已略去。',
  file: {
    found_other: '共{{count}}行，{{level}}。',
    sheet: '工作表“{{sheet}}”。',
    wrong_other: '有{{count}}行有误。请更正文件后重新选择，现不采用其中任何内容。',
    line: '第{{line}}行，{{column}}：',
    column: { month: '月份', type: '房型', segment: '细分市场', nights: '间夜', revenue: '收入' },
    why: {
      empty: '为空',
      notMonth: '不是月份',
      otherYear: '属于其他年份',
      unknown: '本店没有',
      notNumber: '不是数字',
      tooLarge: '超出一个月的上限',
      twice: '重复',
      level: '与前面各行层级不同',
    },
    take: '填入表格',
    leave: '不采用',
  },
  refusal: {
    FILE_COLUMNS_MISSING: '{{file}}缺少列。预算须有月份、间夜、收入三列，可另有房型、细分市场。',
    BUDGET_CELL_INVALID: {
      twice: '{{month}}月有重复的行，未作任何更改。',
      month: '没有{{month}}月，未作任何更改。',
      level: '{{month}}月有一行与预算的层级不符，未作任何更改。',
      segment: '{{month}}月有未知的细分市场，未作任何更改。',
      tooLarge: '{{month}}月有数值超出一个月的上限，未作任何更改。',
    },
  },
}

export const compSet: Translation<typeof compSetSource> = {
  done: { save: '竞争群已保存' },
  title: '竞争群录入',
  none: '尚无数据：请录入周边酒店的合计数。',
  by: '录入方式',
  byMonth: '按月',
  byDay: '{{month}}各日',
  daysTyped: '按日录入的月份，其合计见下方；请在按日中修改。',
  figures: '计算结果',
  grid: '{{year}}年竞争群',
  refusal: {
    COMP_SET_INVALID: {
      period: '{{period}}不是本年的月份或日期，未作任何更改。',
      sold: '{{period}}：售房数多于可售房数，未作任何更改。',
      revenue: '{{period}}：有收入但无售房，未作任何更改。',
      both: '{{period}}：该月已按整月填写。请只按月或只按日填写。',
      tooLarge: '{{period}}：数值超出上限，未作任何更改。',
    },
  },
}

export const commission: Translation<typeof commissionSource> = {
  done: { save: '佣金已保存' },
  title: '佣金比例',
  about: '按已实现住店的不含税客房收入计',
  none: '尚无旅行社档案。预订时新增旅行社后，可在此约定佣金。',
  of: '{{name}}的佣金百分比',
  wrong: '请输入0至100，最多两位小数。',
}
