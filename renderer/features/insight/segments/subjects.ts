import type { OutputOf } from '#shared/contract/index.ts'
import { categoryFacts, type FactName, numberFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { type ClassName, classNames } from '#shared/domain/insight/segments/classes.ts'
import type { Condition, ConditionKind } from '#shared/domain/insight/segments/rule.ts'
import { factAbout, factName } from '#shared/i18n/fact-words.ts'
import { words } from '#shared/i18n/index.ts'
import { classKindText } from '#shared/i18n/segment-text.ts'
import type { Language } from '#shared/i18n/types.ts'

export type TermsView = OutputOf<'segment.terms'>
export type SubjectGroup = 'stays' | 'dates' | 'values' | 'lists' | 'classes'

/** What a condition can ask about, as the editor lists it. */
export type Subject = {
  /** `fact:stays`, `tag`, `class:rfm`. */
  key: string
  group: SubjectGroup
  name: string
  /** Its definition, in a sentence. */
  about: string
  /** What it counts in. */
  unit: string
}

const lists = ['came', 'tag', 'preference', 'request', 'consent'] as const satisfies readonly ConditionKind[]

/** All subjects; classes that were not computed are left out. */
export function subjectsOf(terms: TermsView, language: Language, currency: string): Subject[] {
  const fact = (name: FactName, unit: string, group: SubjectGroup): Subject => ({
    key: `fact:${name}`,
    group,
    name: factName(name, language),
    about: factAbout(name, language),
    unit: words(language, `segment.unitName.${unit}` as 'segment.unitName.days', { currency }),
  })
  const computed = classNames.filter((name) => terms.classes[name])
  return [
    ...lists.map((kind) => ({
      key: kind,
      group: 'lists' as const,
      name: words(language, `segment.subject.${kind}`),
      about: words(language, `segment.subjectAbout.${kind}`),
      unit: words(language, kind === 'came' ? 'segment.unitName.date' : 'segment.unitName.word'),
    })),
    ...numberFacts.map(({ name, unit }) => fact(name, unit, unit === 'date' ? 'dates' : 'stays')),
    ...categoryFacts.map(({ name }) => fact(name, 'word', 'values')),
    ...computed.map((name) => ({
      key: `class:${name}`,
      group: 'classes' as const,
      name: classKindText(name, language),
      about: words(language, 'segment.subjectAbout.class'),
      unit: words(language, 'segment.unitName.word'),
    })),
  ]
}

/** The key of what a condition asks about. */
export function subjectKey(condition: Condition): string {
  if ('fact' in condition) return `fact:${condition.fact}`
  return condition.kind === 'class' ? `class:${condition.of}` : condition.kind
}

/** A condition about a subject with nothing chosen yet; `not` stays as it was. */
export function conditionAbout(key: string, not = false): Condition {
  const [kind, name = ''] = key.split(':')
  if (kind === 'class') return { kind: 'class', not, of: name as ClassName, values: [] }
  if (kind !== 'fact') {
    if (kind === 'came')
      return {
        kind,
        not,
        least: 1,
        from: { year: -1, month: 1, day: 1 },
        to: { year: -1, month: 12, day: 31 },
      }
    return { kind, not, values: [] } as Condition
  }
  const number = numberFacts.find((one) => one.name === name)
  if (!number) return { kind: 'word', not, fact: name, values: [] }
  if (number.unit === 'date')
    return { kind: 'date', not, fact: name, from: { ago: 90, unit: 'day' }, to: null }
  return { kind: 'amount', not, fact: name, from: null, to: null }
}

/** Whether enough is chosen of a condition to ask it. */
export function isComplete(condition: Condition): boolean {
  switch (condition.kind) {
    case 'amount':
    case 'date':
      return condition.from !== null || condition.to !== null
    case 'known':
    case 'came':
      return true
    default:
      return condition.values.length > 0
  }
}
