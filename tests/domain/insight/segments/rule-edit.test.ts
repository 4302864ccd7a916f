import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeText } from '#shared/domain/insight/segments/check.ts'
import {
  conditionsOf,
  type Group,
  isGroup,
  type Node,
  type Rule,
} from '#shared/domain/insight/segments/rule.ts'
import {
  addedAt,
  changedAt,
  emptyRule,
  groupedAt,
  joinedAt,
  linesOf,
  negatedAt,
  nodeAt,
  removedAt,
} from '#shared/domain/insight/segments/rule-edit.ts'

const tag = (name: string): Node => ({ kind: 'tag', not: false, values: [name] })
const all = (...of: Node[]): Group => ({ kind: 'all', not: false, of })
const any = (...of: Node[]): Group => ({ kind: 'any', not: false, of })
const rule = all(tag('a'), any(tag('b'), tag('c')), tag('d'))

/** all[a any[b c] d] */
function shown(node: Node): string {
  const text = isGroup(node)
    ? `${node.kind}[${node.of.map(shown).join(' ')}]`
    : String((node as { values?: string[] }).values)
  return node.not ? `not ${text}` : text
}

test('each step of the editor', () => {
  expect(shown(addedAt(rule, [0], tag('x')).rule)).toBe('all[a x any[b c] d]')
  expect(addedAt(rule, [1], tag('x'))).toMatchObject({ path: [1, 2] })
  expect(shown(addedAt(rule, [1, 0], tag('x')).rule)).toBe('all[a any[b x c] d]')
  expect(shown(addedAt(emptyRule(), [], tag('x')).rule)).toBe('all[x]')
  expect(shown(removedAt(rule, [0]).rule)).toBe('all[any[b c] d]')
  expect(removedAt(rule, [2]).path).toEqual([1])
  // The last of a group takes the group along
  const less = removedAt(removedAt(rule, [1, 0]).rule, [1, 0])
  expect([shown(less.rule), less.path]).toEqual(['all[a d]', [1]])
  expect(removedAt(all(tag('a')), [0])).toEqual({ rule: emptyRule(), path: [] })
  expect(shown(groupedAt(rule, [0]).rule)).toBe('all[any[a] any[b c] d]')
  expect(groupedAt(rule, [1, 1]).path).toEqual([1, 1, 0])
  expect(shown(groupedAt(rule, [1, 1]).rule)).toBe('all[a any[b all[c]] d]')
  expect(shown(groupedAt(rule, [1]).rule)).toBe('all[a b c d]')
  expect(shown(joinedAt(rule, [1, 0]))).toBe('all[a all[b c] d]')
  expect(shown(joinedAt(rule, [0]))).toBe('any[a any[b c] d]')
  expect(shown(negatedAt(rule, [1]))).toBe('all[a not any[b c] d]')
  expect(shown(negatedAt(rule, []))).toBe('not all[a any[b c] d]')
  expect(linesOf(rule).map(({ path }) => placeText(path))).toEqual(['1', '2', '2.1', '2.2', '3'])
})

const nodes = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', 'c').map(tag),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, of]) => ({ kind, not: false, of })),
  ),
})).node
const rules = fc.array(nodes, { minLength: 1, maxLength: 4 }).map((of): Rule => all(...of))

test('what was added can be removed, negation and grouping twice are nothing', () => {
  fc.assert(
    fc.property(rules, fc.nat(), (one, pick) => {
      const lines = linesOf(one)
      const { path } = lines[pick % lines.length] as { path: number[] }
      const added = addedAt(one, path, tag('x'))
      expect(nodeAt(added.rule, added.path)).toEqual(tag('x'))
      expect(removedAt(added.rule, added.path).rule).toEqual(one)
      expect(negatedAt(negatedAt(one, path), path)).toEqual(one)
      const grouped = groupedAt(one, path)
      expect(conditionsOf(grouped.rule).map(({ condition }) => condition)).toEqual(
        conditionsOf(one).map(({ condition }) => condition),
      )
      expect(changedAt(one, path, (node) => node)).toEqual(one)
    }),
  )
})
