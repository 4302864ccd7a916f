import type { insightTree as source } from '../en/insight-tree.ts'
import type { Translation } from '../types.ts'

export const insightTree: Translation<typeof source> = {
  rule: {
    all: '全部客人',
    and: '，且',
    or: '或',
    comma: '、',
    is: '{{name}}为{{value}}',
    equals: '{{name}}为 {{value}}',
    atMost: '{{name}}不超过 {{value}}',
    atLeast: '{{name}}至少 {{value}}',
    above: '{{name}}超过 {{value}}',
    from: '{{name}}为 {{low}} 至 {{high}}',
    between: '{{name}}超过 {{low}}、不超过 {{high}}',
    unknown: '{{name}}未知',
    known: '{{name}}已知',
    orUnknown: '{{rule}}或未知',
    other: '其他',
    missing: '未知',
  },
  target: {
    comesBack12: '12 个月内再次入住',
    highValue: '未来 12 个月为高价值',
    breakfast: '下次入住含早餐',
    cancels: '12 个月内取消预订',
    longStay: '12 个月内入住 5 晚或以上',
    direct: '下次直接向酒店预订',
  },
  about: {
    comesBack12: '曾入住的客人：该日之后 365 天内开始一次新的入住。',
    highValue: '曾入住的客人：该日之后 365 天的客房收入，达到此前 365 天有收入客人中前五分之一的水平。',
    breakfast: '曾入住且在该日之后 365 天内再次入住的客人：其中第一次入住含早餐。',
    cancels: '曾预订且在该日之后 365 天内再次预订的客人：其中至少有一个预订在期内取消。',
    longStay: '曾入住且在该日之后 365 天内再次入住的客人：其中有一次 5 晚或以上的入住。',
    direct: '曾入住且在该日之后 365 天内再次入住的客人：其中第一次入住直接向酒店预订。',
  },
  cli: {
    noTarget: '缺少 --target：请指定列名；使用 --store 时请从 {{targets}} 中选择。',
    noColumn: '{{file}} 中没有“{{column}}”列。现有的列：{{columns}}。',
    unknown: '“{{column}}”列没有任何值。',
    constant: '“{{column}}”列每行都是“{{value}}”，无从区分。',
    many: '“{{column}}”列有两种以上的值（{{values}}）。请用 --positive 指定哪个值算达到目标。',
    noSuch: '“{{column}}”列没有“{{given}}”这个值。现有的值：{{values}}。',
    little:
      '数据太少，无法判断：共 {{rows}} 行，其中 {{positives}} 行达到目标。至少需要 {{needRows}} 行，达到与未达到目标的各 {{needEach}} 行（训练与留出部分合计），留出部分各 {{needHeld}} 行。',
    nothingToLearn: '没有可用于学习的列：其余各列的值都相同，或几乎每行都不同。',
    partTwice: '--held-out 与 --held-out-column 只能使用一个。',
    note: '用 {{trained}} 行训练，AUC 在留出的 {{heldOut}} 行上计算；covers 与 share 按训练行统计。',
    leftOut: '未使用：{{column}}（{{why}}）',
    why: {
      constant: '每行的值都相同',
      identifier: '几乎每行的值都不同',
      manyWords: '不同的词超过 65,000 个',
    },
  },
}
