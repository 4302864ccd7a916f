import { describe, expect, test } from 'vitest'
import type { Condition, NumberCondition } from '#shared/domain/insight/learn/rules.ts'
import { factRuleStyle, plainRuleStyle, ruleText } from '#shared/i18n/rule-words.ts'

const number = (over: Partial<NumberCondition>): Condition => ({
  kind: 'number',
  column: 'stays',
  above: null,
  atMost: null,
  missing: null,
  known: true,
  ...over,
})
const english = (conditions: Condition[]) => ruleText(conditions, factRuleStyle('en', 'CNY'), 'en')
const chinese = (conditions: Condition[]) => ruleText(conditions, factRuleStyle('zh', 'CNY'), 'zh')

describe('rules in words', () => {
  test.each<[Condition, string, string]>([
    [number({ above: 1.5 }), 'Stays at least 2', '入住次数至少 2'],
    [number({ atMost: 3 }), 'Stays at most 3', '入住次数不超过 3'],
    [number({ atMost: 0.5 }), 'Stays 0', '入住次数为 0'],
    [number({ above: 1.5, atMost: 4.5 }), 'Stays 2 to 4', '入住次数为 2 至 4'],
    [number({ above: 1.5, atMost: 2.5 }), 'Stays 2', '入住次数为 2'],
    [number({ column: 'revenue12', above: 12345 }), 'Revenue, last 12 months more than 123.45', ''],
    [
      number({ column: 'gapMean', atMost: 30.25, missing: true }),
      'Mean gap at most 30.3 days or not known',
      '',
    ],
    [number({ column: 'gapMean', missing: false }), 'Mean gap known', ''],
    [number({ column: 'gapMean', known: false }), 'Mean gap not known', ''],
  ])('%j', (condition, en, zh) => {
    expect(english([condition])).toBe(en)
    if (zh) expect(chinese([condition])).toBe(zh)
  })

  test('several are joined, words are listed', () => {
    const channel: Condition = {
      kind: 'category',
      column: 'channel',
      words: ['direct', 'phone', 'ota'],
      other: false,
      missing: true,
    }
    const said = english([number({ above: 1.5 }), channel])
    expect(said).toMatch(/^Stays at least 2 and Usual channel: .+, .+, .+ or none$/)
    expect(english([])).toBe('All guests')
    expect(chinese([])).toBe('全部客人')
  })

  test('a plain file’s columns go by their own names and figures', () => {
    const conditions = [
      number({ column: 'age', above: 20.123_456_7, atMost: 30 }),
      { kind: 'category' as const, column: 'job', words: ['a'], other: true, missing: false },
    ]
    expect(ruleText(conditions, plainRuleStyle('en'), 'en')).toBe(
      'age more than 20.1235, at most 30 and job: a or other',
    )
  })
})
