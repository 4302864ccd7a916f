import { expect, test } from 'vitest'
import {
  checkRule,
  isOutdated,
  placeText,
  readRule,
  type Terms,
} from '#shared/domain/insight/segments/check.ts'
import type { Condition, Group, Node, Rule } from '#shared/domain/insight/segments/rule.ts'
import { maxConditions, maxLevels } from '#shared/domain/insight/segments/rule.ts'
import { businessDateOf } from '#shared/values/index.ts'

const terms: Terms = {
  asOf: businessDateOf('2026-03-01'),
  tags: new Set(['VIP']),
  wordsOf: (fact) => (fact === 'roomType' ? new Set(['STD', 'SUITE']) : null),
  classes: new Map([['lifecycle', new Set(['new', 'lost'])]]),
  ownTag: 'Own',
}
const all = (...of: Node[]): Group => ({ kind: 'all', not: false, of })
const of = (condition: object): Rule => all({ not: false, ...condition } as Condition)
const amount = (fact: string, from: number | null, to: number | null) =>
  of({ kind: 'amount', fact, from, to })
const whyOf = (rule: Rule) => checkRule(rule, terms).map(({ path, why }) => `${placeText(path)} ${why}`)

test.each<[string, Rule, string[]]>([
  ['a plain rule', amount('stays', 2, null), []],
  ['a fact that is none', amount('stayz', 1, null), ['1 fact']],
  ['a date as a number', amount('lastDeparture', 1, null), ['1 unit']],
  ['a word as a number', amount('roomType', 1, null), ['1 unit']],
  ['no bound', amount('stays', null, null), ['1 bounds']],
  ['below zero', amount('roomRevenue', -1, null), ['1 negative']],
  ['below zero above', amount('roomRevenue', null, -5), ['1 negative']],
  ['more than all', amount('breakfastShare', 1.2, null), ['1 share']],
  ['from above to', amount('stays', 5, 2), ['1 reversed']],
  [
    'a number as a date',
    of({ kind: 'date', fact: 'stays', from: { ago: 1, unit: 'day' }, to: null }),
    ['1 unit'],
  ],
  ['a date without a bound', of({ kind: 'date', fact: 'lastDeparture', from: null, to: null }), ['1 bounds']],
  [
    'dates the wrong way round',
    of({
      kind: 'date',
      fact: 'lastDeparture',
      from: { ago: 30, unit: 'day' },
      to: { ago: 3, unit: 'month' },
    }),
    ['1 reversed'],
  ],
  ['came at any time', of({ kind: 'came', least: 1, from: null, to: null }), []],
  [
    'came in a time that ends before it begins',
    of({ kind: 'came', least: 1, from: { year: 0, month: 6, day: 1 }, to: { year: -1, month: 8, day: 31 } }),
    ['1 reversed'],
  ],
  ['no value', of({ kind: 'word', fact: 'roomType', values: [] }), ['1 values']],
  ['a number as a word', of({ kind: 'word', fact: 'stays', values: ['2'] }), ['1 unit']],
  [
    'a room type that is gone',
    of({ kind: 'word', fact: 'roomType', values: ['STD', 'OLD'] }),
    ['1 valueGone'],
  ],
  ['any text', of({ kind: 'word', fact: 'nationality', values: ['XX'] }), []],
  ['a tag', of({ kind: 'tag', values: ['VIP'] }), []],
  ['a tag that is gone', of({ kind: 'tag', values: ['VIP', 'Press'] }), ['1 tagGone']],
  ['its own tag', of({ kind: 'tag', values: ['Own'] }), ['1 ownTag']],
  ['a preference of no group', of({ kind: 'preference', values: ['pool:warm'] }), ['1 group']],
  ['any of a group', of({ kind: 'preference', values: ['pillow:'] }), []],
  ['no request', of({ kind: 'request', values: [] }), ['1 values']],
  ['a class', of({ kind: 'class', of: 'lifecycle', values: ['lost'] }), []],
  ['a class that was not computed', of({ kind: 'class', of: 'rfm', values: ['x'] }), ['1 notComputed']],
  ['a class without this value', of({ kind: 'class', of: 'lifecycle', values: ['old'] }), ['1 classGone']],
  ['an empty rule', all(), [' empty']],
  ['an empty group in it', all(of({ kind: 'tag', values: ['VIP'] }), all()), ['2 empty']],
  [
    'several at once',
    all(amount('x', 1, null), all(of({ kind: 'tag', values: [] }))),
    ['1.1 fact', '2.1.1 values'],
  ],
])('%s', (_name, rule, problems) => {
  expect(whyOf(rule)).toEqual(problems)
})

test('only what is gone can be gone since', () => {
  const gone = checkRule(of({ kind: 'tag', values: ['Press'] }), terms)
  expect(gone.map(isOutdated)).toEqual([true])
  expect(gone[0]?.params).toEqual({ tag: 'Press' })
  expect(checkRule(amount('stays', -1, null), terms).map(isOutdated)).toEqual([false])
})

function nested(levels: number): Group {
  return levels === 1 ? of({ kind: 'tag', values: ['VIP'] }) : all(nested(levels - 1))
}

test('a rule is read from any value, or refused with its place', () => {
  const rule = amount('stays', 2, null)
  expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ ok: true, value: rule })
  expect(readRule(nested(maxLevels))).toMatchObject({ ok: true })
  expect(readRule(nested(maxLevels + 1))).toMatchObject({
    refusal: { code: 'SEGMENT_RULE', params: { why: 'tooDeep', max: maxLevels } },
  })
  for (const wrong of [null, 7, 'x', [], {}, { kind: 'all' }, { kind: 'all', not: 0, of: [] }])
    expect(readRule(wrong)).toMatchObject({ refusal: { code: 'SEGMENT_RULE', params: { why: 'shape' } } })
  const odd = all(rule, { kind: 'amount', not: false, fact: 'stays', from: '2', to: null } as unknown as Node)
  expect(readRule(odd)).toMatchObject({ refusal: { params: { path: '2', why: 'shape' } } })
})

test('what no form writes is refused: deeper than a stack, more than a page', () => {
  let deep: unknown = rule2()
  for (let level = 0; level < 20_000; level++) deep = { kind: 'all', not: false, of: [deep] }
  expect(readRule(deep)).toMatchObject({ refusal: { params: { why: 'tooDeep' } } })
  const one = of({ kind: 'tag', values: ['VIP'] }).of[0] as Node
  const half = Array.from({ length: maxConditions / 2 + 1 }, () => one)
  expect(whyOf(all(all(...half), all(...half)))).toEqual([' tooMany'])
  expect(readRule(of({ kind: 'tag', values: Array.from({ length: 61 }, () => 'VIP') }))).toMatchObject({
    ok: false,
  })
})

function rule2(): Rule {
  return amount('stays', 2, null)
}
