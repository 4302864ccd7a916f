import type { FactName, NumberFact } from '../domain/insight/facts/catalogue.ts'
import type { ClassName } from '../domain/insight/segments/classes.ts'
import {
  type Condition,
  type DayTerm,
  isGroup,
  type Node,
  type Rule,
} from '../domain/insight/segments/rule.ts'
import { dayText } from './day-text.ts'
import { factCategoryText, factNumberText } from './fact-words.ts'
import { isKey, type Key, listText, words } from './index.ts'
import type { Language, Params } from './types.ts'

/** What the words of a rule need beside the catalogues. */
export type RuleNames = {
  language: Language
  currency: string
  /** What the hotel calls a value of a fact or a class: a tier, a room type; undefined where it has no name for it. */
  nameOf: (of: string, value: string) => string | undefined
}

/** A rule as a sentence: “Stays: at least 2 and Last departure: from 90 days before”. */
export function ruleText(rule: Rule, names: RuleNames): string {
  return groupText(rule, names, true)
}

function nodeText(node: Node, names: RuleNames): string {
  return isGroup(node) ? groupText(node, names, false) : conditionText(node, names)
}

function groupText({ kind, not, of }: Rule, names: RuleNames, outermost: boolean): string {
  const { language } = names
  const joined = of
    .map((part) => nodeText(part, names))
    .join(words(language, kind === 'all' ? 'segment.join.and' : 'segment.join.or'))
  const text = outermost || of.length < 2 ? joined : words(language, 'segment.join.group', { text: joined })
  return not ? words(language, 'segment.join.not', { text }) : text
}

/** One condition in words, its negation with it. */
export function conditionText(condition: Condition, names: RuleNames): string {
  const { language } = names
  const text = words(language, 'segment.join.fact', {
    fact: subjectText(condition, language),
    is: meantText(condition, names),
  })
  return condition.not ? words(language, 'segment.join.not', { text }) : text
}

/** What a condition asks about: the fact, the list, the class. */
export function subjectText(condition: Condition, language: Language): string {
  const say = (key: string, other: string) => (isKey(key) ? words(language, key) : other)
  switch (condition.kind) {
    case 'amount':
    case 'date':
    case 'word':
    case 'known':
      return say(`insightFact.name.${condition.fact}`, condition.fact)
    case 'class':
      return classKindText(condition.of, language)
    default:
      return words(language, `segment.subject.${condition.kind}`)
  }
}

/** What a way to divide guests is called. */
export function classKindText(name: ClassName, language: Language): string {
  const key = `insightValue.kind.${name}`
  return words(language, isKey(key) ? key : `segment.class.${name}`)
}

function meantText(condition: Condition, names: RuleNames): string {
  const { language } = names
  switch (condition.kind) {
    case 'amount': {
      const show = (value: number) =>
        factNumberText(condition.fact as NumberFact, value, language, names.currency)
      return boundsText(condition, show, ['segment.is.from', 'segment.is.to'], language)
    }
    case 'date':
      return spanText(condition, language)
    case 'came': {
      const span = spanText(condition, language)
      const { least } = condition
      return least === 1 ? span : words(language, 'segment.is.times', { span, count: least })
    }
    case 'known':
      return words(language, 'segment.is.known')
    default:
      return listText(
        condition.values.map((value) => valueText(condition, value, names)),
        language,
      )
  }
}

type Bounds<T> = { from: T | null; to: T | null }

function spanText(span: Bounds<DayTerm>, language: Language): string {
  return boundsText(
    span,
    (term) => termText(term, language),
    ['segment.is.dayFrom', 'segment.is.dayTo'],
    language,
  )
}

function boundsText<T>(
  { from, to }: Bounds<T>,
  show: (bound: T) => string,
  [open, closed]: readonly [Key, Key],
  language: Language,
): string {
  if (from === null && to === null) return words(language, 'segment.is.any')
  if (to === null) return words(language, open, { from: show(from as T) })
  if (from === null) return words(language, closed, { to: show(to) })
  const [first, last] = [show(from), show(to)]
  return first === last ? first : words(language, 'segment.is.between', { from: first, to: last })
}

/** A day of a rule: 7 Mar 2026, 90 days before, 1 June of the year before. */
export function termText(term: DayTerm, language: Language): string {
  if ('on' in term) return dayText(term.on, language, 'plain')
  if ('ago' in term) {
    if (term.ago === 0) return words(language, 'segment.term.sameDay')
    return words(language, `segment.term.${term.unit}`, { count: term.ago })
  }
  const params: Params = { month: monthText(term.month, language), day: term.day }
  if (term.year === 0) return words(language, 'segment.term.thisYear', params)
  if (term.year === -1) return words(language, 'segment.term.lastYear', params)
  return words(language, 'segment.term.earlierYear', { ...params, count: -term.year })
}

type WithValues = Extract<Condition, { values: unknown }>

/** Jun, 6月. */
export function monthText(month: number, language: Language): string {
  return words(language, `segment.month.m${month}` as Key)
}

/** A value of a condition as it is called on screen. */
export function valueText(condition: Pick<WithValues, 'kind'>, value: string, names: RuleNames): string {
  const { language, nameOf } = names
  const say = (key: string, other: string) => (isKey(key) ? words(language, key) : other)
  const one = condition as WithValues
  switch (one.kind) {
    case 'tag':
      return value
    case 'request':
      return say(`request.kind.${value}`, value)
    case 'consent':
      return say(`guest.consent.${value}`, value)
    case 'preference':
      return preferenceText(value, language)
    case 'word':
      return nameOf(one.fact, value) ?? factCategoryText(one.fact as FactName, value, language)
    case 'class':
      return nameOf(`class:${one.of}`, value) ?? classText(one.of, value, language)
  }
}

function classText(name: ClassName, value: string, language: Language): string {
  if (name === 'cluster') return words(language, 'kinds.unnamed', { number: value })
  const key = name === 'leaving' ? `leaving.level.${value}` : `insightValue.class.${name}.${value}`
  return isKey(key) ? words(language, key) : value
}

function preferenceText(preference: string, language: Language): string {
  const at = preference.indexOf(':')
  const [group, value] = [preference.slice(0, at), preference.slice(at + 1)]
  const groupKey = `guest.preference.group.${group}`
  const named = isKey(groupKey) ? words(language, groupKey) : group
  if (value === '') return words(language, 'segment.anyOfGroup', { group: named })
  const key = `guest.preference.value.${group}.${value}`
  return words(language, 'segment.ofGroup', {
    group: named,
    value: isKey(key) ? words(language, key) : value,
  })
}
