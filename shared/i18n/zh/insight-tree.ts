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
