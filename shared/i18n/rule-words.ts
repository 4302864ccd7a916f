import type { CategoryFact, NumberFact } from '../domain/insight/facts/catalogue.ts'
import type { CategoryCondition, Condition, NumberCondition } from '../domain/insight/learn/rules.ts'
import { factCategoryText, factName, factNumberText } from './fact-words.ts'
import { words } from './index.ts'
import type { Language } from './types.ts'

/** How a rule says its columns: facts of a guest by their names and units, those of a plain file as it has them. */
export interface RuleStyle {
  name: (column: string) => string
  number: (column: string, value: number) => string
  word: (column: string, word: string) => string
  /** The column counts whole things: “more than 1.5” is said as “at least 2”. */
  isWhole: (column: string) => boolean
  /** A category that is not known. */
  missing: (column: string) => string
}

const whole: ReadonlySet<string> = new Set<NumberFact>([
  'stays',
  'nights',
  'daysSince',
  'tenure',
  'longestStay',
  'stays12',
  'nights12',
  'givenNights',
  'upgrades',
  'bookings',
  'upcoming',
  'cancellations',
  'noShows',
  'requests',
  'preferences',
  'age',
])

/** Rules over a guest's facts. */
export function factRuleStyle(language: Language, currency: string): RuleStyle {
  return {
    name: (column) => factName(column as NumberFact, language),
    // “Stays at least 2”: the name says what is counted; how long a stay is doesn't
    number: (column, value) =>
      whole.has(column) && column !== 'longestStay'
        ? String(value)
        : factNumberText(column as NumberFact, value, language, currency),
    word: (column, word) => factCategoryText(column as CategoryFact, word, language),
    isWhole: (column) => whole.has(column),
    missing: (column) => factCategoryText(column as CategoryFact, '', language),
  }
}

/** Rules over the columns of a plain file. */
export function plainRuleStyle(language: Language): RuleStyle {
  return {
    name: (column) => column,
    number: (_column, value) => String(Number(value.toPrecision(6))),
    word: (_column, word) => word,
    isWhole: () => false,
    missing: () => words(language, 'insightTree.rule.missing'),
  }
}

/** A rule's conditions in words: “Stays at least 2 and Tier is gold or platinum”. One without conditions is of everybody. */
export function ruleText(conditions: readonly Condition[], style: RuleStyle, language: Language): string {
  if (conditions.length === 0) return words(language, 'insightTree.rule.all')
  const said = conditions.map((condition) => conditionText(condition, style, language))
  return said.join(words(language, 'insightTree.rule.and'))
}

/** One condition in words. */
export function conditionText(condition: Condition, style: RuleStyle, language: Language): string {
  return condition.kind === 'number'
    ? numberText(condition, style, language)
    : categoryText(condition, style, language)
}

function numberText(condition: NumberCondition, style: RuleStyle, language: Language): string {
  const { column, above, atMost, missing, known } = condition
  const name = style.name(column)
  if (!known) return words(language, 'insightTree.rule.unknown', { name })
  if (above === null && atMost === null) return words(language, 'insightTree.rule.known', { name })
  const rule = style.isWhole(column)
    ? wholeText(condition, name, style, language)
    : rangeText(condition, name, style, language)
  return missing === true ? words(language, 'insightTree.rule.orUnknown', { rule }) : rule
}

function wholeText(
  { column, above, atMost }: NumberCondition,
  name: string,
  style: RuleStyle,
  language: Language,
): string {
  const low = above === null ? null : Math.floor(above) + 1
  const high = atMost === null ? null : Math.floor(atMost)
  const text = (value: number | null) => (value === null ? '' : style.number(column, value))
  // Nothing that is counted is below zero
  if (low === high || (low === null && high === 0))
    return words(language, 'insightTree.rule.equals', { name, value: text(high) })
  if (low === null) return words(language, 'insightTree.rule.atMost', { name, value: text(high) })
  if (high === null) return words(language, 'insightTree.rule.atLeast', { name, value: text(low) })
  return words(language, 'insightTree.rule.from', { name, low: String(low), high: text(high) })
}

function rangeText(
  { column, above, atMost }: NumberCondition,
  name: string,
  style: RuleStyle,
  language: Language,
): string {
  const text = (value: number | null) => (value === null ? '' : style.number(column, value))
  if (above === null) return words(language, 'insightTree.rule.atMost', { name, value: text(atMost) })
  if (atMost === null) return words(language, 'insightTree.rule.above', { name, value: text(above) })
  return words(language, 'insightTree.rule.between', { name, low: text(above), high: text(atMost) })
}

function categoryText(condition: CategoryCondition, style: RuleStyle, language: Language): string {
  const { column } = condition
  const all = condition.words.map((word) => style.word(column, word))
  if (condition.other) all.push(words(language, 'insightTree.rule.other'))
  if (condition.missing) all.push(style.missing(column))
  const last = all.at(-1) ?? ''
  const before = all.slice(0, -1).join(words(language, 'insightTree.rule.comma'))
  const value = before === '' ? last : `${before}${words(language, 'insightTree.rule.or')}${last}`
  return words(language, 'insightTree.rule.is', { name: style.name(column), value })
}
