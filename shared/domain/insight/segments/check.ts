/** Whether a rule can be asked, and where not: each problem names its place and what is wrong there. */

import type { BusinessDate } from '../../../values/business-date.ts'
import { ok, type RefusalParams, type Result, refuse } from '../../../values/result.ts'
import { preferenceGroups } from '../../guest/preferences.ts'
import { categoryFacts, numberFacts } from '../facts/catalogue.ts'
import type { ClassName } from './classes.ts'
import { dayOfTerm } from './day-term.ts'
import {
  type Condition,
  conditionsOf,
  type DayTerm,
  type Group,
  isGroup,
  maxConditions,
  maxLevels,
  type Node,
  type Rule,
} from './rule.ts'
import { ruleShape } from './shape.ts'

/** What a rule may name today. */
export type Terms = {
  asOf: BusinessDate
  tags: ReadonlySet<string>
  /** Values of a word fact that exist now; null where any text may be one. */
  wordsOf: (fact: string) => ReadonlySet<string> | null
  /** The classes that were computed, with their values. */
  classes: ReadonlyMap<ClassName, ReadonlySet<string>>
  /** The tag that the segment itself sets: it must not ask for it. */
  ownTag: string | null
}

/** `path`: places in the groups from the outermost in; empty for the rule as a whole. */
export type Problem = { path: readonly number[]; why: ProblemCode; params: RefusalParams }
export const problemCodes = [
  'shape',
  'empty',
  'tooDeep',
  'tooMany',
  'fact',
  'unit',
  'number',
  'bounds',
  'reversed',
  'negative',
  'share',
  'values',
  'group',
  'tagGone',
  'valueGone',
  'ownTag',
  'notComputed',
  'classGone',
] as const
export type ProblemCode = (typeof problemCodes)[number]

const goneCodes: ReadonlySet<ProblemCode> = new Set(['tagGone', 'valueGone', 'classGone'])

/** Whether what is wrong came about after the rule was written: something that it names is gone. */
export function isOutdated({ why }: Problem): boolean {
  return goneCodes.has(why)
}

/** A rule of the right shape from any value, or SEGMENT_RULE with `path` (2.1, counted from 1) and `why`. */
export function readRule(value: unknown): Result<Rule, 'SEGMENT_RULE'> {
  // Before the shape, which goes down as far as the value does
  if (levelsOf(value, maxLevels + 1) > maxLevels)
    return refuse('SEGMENT_RULE', { path: '', why: 'tooDeep', max: maxLevels })
  const read = ruleShape.safeParse(value)
  if (read.success) return ok(read.data)
  const issue = read.error.issues[0]
  const places = (issue?.path ?? []).filter((step) => typeof step === 'number')
  return refuse('SEGMENT_RULE', { path: placeText(places), why: 'shape' })
}

/** The first problem of a rule as a refusal. */
export function refusalOf({ path, why, params }: Problem) {
  return refuse('SEGMENT_RULE', { path: placeText(path), why, ...params })
}

/** “2.1”: the first part of the second; empty for the whole. */
export function placeText(path: readonly number[]): string {
  return path.map((at) => at + 1).join('.')
}

function levelsOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null || !('of' in value) || !Array.isArray(value.of)) return 0
  if (most === 0) return 1
  return 1 + value.of.reduce((deepest: number, one) => Math.max(deepest, levelsOf(one, most - 1)), 0)
}

/** All problems of a rule, in the order of its parts; none when it can be asked. */
export function checkRule(rule: Rule, terms: Terms): Problem[] {
  const conditions = conditionsOf(rule)
  const whole: Problem[] = []
  if (levelsOf(rule, maxLevels + 1) > maxLevels)
    whole.push({ path: [], why: 'tooDeep', params: { max: maxLevels } })
  if (conditions.length > maxConditions)
    whole.push({ path: [], why: 'tooMany', params: { max: maxConditions } })
  return [
    ...whole,
    ...emptyGroups(rule, []),
    ...conditions.flatMap(({ path, condition }) => {
      const found = problemOf(condition, terms)
      return found ? [{ path, ...found }] : []
    }),
  ]
}

function emptyGroups(node: Node, path: readonly number[]): Problem[] {
  if (!isGroup(node)) return []
  if (node.of.length === 0) return [{ path, why: 'empty', params: {} }]
  return (node as Group).of.flatMap((part, at) => emptyGroups(part, [...path, at]))
}

type Found = { why: ProblemCode; params: RefusalParams } | null
const none: Found = null
const found = (why: ProblemCode, params: RefusalParams = {}): Found => ({ why, params })

function problemOf(condition: Condition, terms: Terms): Found {
  switch (condition.kind) {
    case 'amount':
      return amountProblem(condition)
    case 'date':
      return dateFactProblem(condition.fact) ?? spanProblem(condition, terms, true)
    case 'word':
      return wordProblem(condition, terms)
    case 'known':
      return factUnit(condition.fact) === undefined ? found('fact', { fact: condition.fact }) : none
    case 'came':
      return spanProblem(condition, terms, false)
    case 'tag':
      return tagProblem(condition.values, terms)
    case 'preference':
      return preferenceProblem(condition.values)
    case 'request':
    case 'consent':
      return condition.values.length === 0 ? found('values') : none
    case 'class':
      return classProblem(condition, terms)
  }
}

const units = new Map<string, string>([
  ...numberFacts.map(({ name, unit }) => [name, unit] as const),
  ...categoryFacts.map(({ name }) => [name, 'word'] as const),
])

/** What a fact counts in; `word` for one of a list; undefined where there is no such fact. */
export function factUnit(fact: string): string | undefined {
  return units.get(fact)
}

function amountProblem({ fact, from, to }: Condition & { kind: 'amount' }): Found {
  const unit = factUnit(fact)
  if (unit === undefined) return found('fact', { fact })
  if (unit === 'date' || unit === 'word') return found('unit', { fact })
  if (Number.isNaN(from) || Number.isNaN(to)) return found('number')
  if (from === null && to === null) return found('bounds')
  if ((from ?? 0) < 0 || (to ?? 0) < 0) return found('negative')
  if (unit === 'share' && ((from ?? 0) > 1 || (to ?? 0) > 1)) return found('share')
  return from !== null && to !== null && from > to ? found('reversed') : none
}

function dateFactProblem(fact: string): Found {
  const unit = factUnit(fact)
  if (unit === undefined) return found('fact', { fact })
  return unit === 'date' ? none : found('unit', { fact })
}

type Span = { from: DayTerm | null; to: DayTerm | null }

function spanProblem({ from, to }: Span, { asOf }: Terms, needsOne: boolean): Found {
  if (from === null && to === null) return needsOne ? found('bounds') : none
  if (from === null || to === null || formOf(from) !== formOf(to)) return none
  const first = dayOfTerm(from, asOf)
  const last = dayOfTerm(to, asOf)
  return first && last && first > last ? found('reversed') : none
}

/** From 1 June of this year to 30 days ago is nobody in May and somebody in August: only terms of one form are compared. */
function formOf(term: DayTerm): 'on' | 'ago' | 'year' {
  return 'on' in term ? 'on' : 'ago' in term ? 'ago' : 'year'
}

function wordProblem({ fact, values }: Condition & { kind: 'word' }, terms: Terms): Found {
  const unit = factUnit(fact)
  if (unit === undefined) return found('fact', { fact })
  if (unit !== 'word') return found('unit', { fact })
  if (values.length === 0) return found('values')
  const known = terms.wordsOf(fact)
  const gone = known && values.find((value) => !known.has(value))
  return gone === undefined || gone === null ? none : found('valueGone', { fact, value: gone })
}

function tagProblem(values: readonly string[], { tags, ownTag }: Terms): Found {
  if (values.length === 0) return found('values')
  const own = values.find((value) => value === ownTag)
  if (own !== undefined) return found('ownTag', { tag: own })
  const gone = values.find((value) => !tags.has(value))
  return gone === undefined ? none : found('tagGone', { tag: gone })
}

function preferenceProblem(values: readonly string[]): Found {
  if (values.length === 0) return found('values')
  const odd = values.find((value) => !preferenceGroups.some((group) => value.startsWith(`${group}:`)))
  return odd === undefined ? none : found('group', { value: odd })
}

function classProblem({ of, values }: Condition & { kind: 'class' }, { classes }: Terms): Found {
  const known = classes.get(of)
  if (!known) return found('notComputed', { class: of })
  if (values.length === 0) return found('values')
  const gone = values.find((value) => !known.has(value))
  return gone === undefined ? none : found('classGone', { class: of, value: gone })
}
